#!/usr/bin/env python3
"""Run docwright over a folder of doc trees and score what it recovers.

usage: score.py CORPUS [--bin FILE] [--out DIR] [--runtime DIR] [--only A,B] [--drifted A,B] [--compile] [--show N] [--json FILE]

CORPUS holds one folder per service: README.md (perhaps), docs/**.md and perhaps truth.yaml|json.
For each it runs
    BIN openapi  --docs CORPUS/<service> --output OUT/<service>.openapi.json
    BIN generate --docs CORPUS/<service> --name <service>-client --runtime RUNTIME --out OUT/crates/<service>
and prints: exit codes, seconds, operations recovered / documented, model pages recovered / documented, and, where there
is a truth, fidelity per dimension (fidelity.py beside this file). --compile then checks all crates as one workspace
with `cargo check`, counting the crates with an error or a warning. A tree without a readable document scores as an empty
one. The total of a dimension adds up all trees, so large trees weigh more; beside it stands its worst tree. Trees whose
truth is not quite what their docs were generated from (--drifted A,B) are scored but not added up. Exit status 0 whenever it could score.
"""
import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import OrderedDict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import fidelity  # noqa: E402

EMPTY = {"openapi": "3.1.0", "paths": {}}


def documented(tree):
    """(METHOD, path) pairs in the pages' summary tables, and the model pages."""
    ops, models = set(), set()
    for page in (tree / "docs").rglob("*.md"):
        text = page.read_text(encoding="utf-8", errors="replace")
        if "All URIs are relative to" in text:
            for method, path in fidelity.OPERATION_ROW.findall(text):
                ops.add((method.upper(), fidelity.template(html.unescape(path))))
        elif re.search(r"^#{2,4} (Properties|Enum|Model Type Info)", text, re.M):
            models.add(fidelity.norm(page.stem))
    return ops, models


def run(command, limit):
    start = time.monotonic()
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=limit)
        return done.returncode, time.monotonic() - start, done.stdout.decode(errors="replace")
    except subprocess.TimeoutExpired:
        return 124, limit, "timed out"


def recovered(spec):
    """The document at `spec` and whether it could be read."""
    try:
        got = fidelity.Api(fidelity.load(spec))
        got.operations(), got.schemes()
        return got, True
    except (OSError, ValueError, AttributeError, TypeError, KeyError) as error:
        print(f"    {spec}: {error}")
        return fidelity.Api(EMPTY), False


def compile_all(out, services):
    crates = out / "crates"
    members = ", ".join(f'"{s}"' for s in services)
    (crates / "Cargo.toml").write_text(f'[workspace]\nresolver = "3"\nmembers = [{members}]\n[workspace.lints.rust]\n[profile.dev]\ndebug = 0\n')
    done = subprocess.run(
        ["cargo", "check", "--workspace", "--keep-going", "--message-format=json", "--target-dir", str(out / "target")],
        cwd=crates, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seen = {s: {"built": False, "error": 0, "warning": 0, "first": ""} for s in services}
    for line in done.stdout.splitlines():
        try:
            message = json.loads(line)
        except ValueError:
            continue
        folder = Path(message.get("manifest_path", "")).parent
        where = folder.name if folder.parent == crates else None
        if message.get("reason") == "compiler-artifact" and where in seen and "lib" in message["target"]["kind"]:
            seen[where]["built"] = True
        if message.get("reason") != "compiler-message":
            continue
        level = message["message"]["level"]
        if where in seen and level in ("error", "warning"):
            seen[where][level] += 1
            seen[where]["first"] = seen[where]["first"] or message["message"]["message"][:160]
    if not all(v["built"] or v["error"] for v in seen.values()):  # a broken manifest or runtime stops the others
        print("cargo check failed:", done.stderr.decode(errors="replace").strip()[-800:])
    return seen, done.returncode


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--bin", default="target/release/docwright")
    parser.add_argument("--out", type=Path, default=Path("target/score"))
    parser.add_argument("--runtime", default="runtime")
    parser.add_argument("--only", default="")
    parser.add_argument("--drifted", default="")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    only = set(filter(None, args.only.split(",")))
    trees = sorted(t for t in args.corpus.iterdir() if (t / "docs").is_dir() and (not only or t.name in only))
    if not trees:
        print(f"score: no doc trees in {args.corpus}", file=sys.stderr)
        return 2
    if not (shutil.which(args.bin) or os.access(args.bin, os.X_OK)):
        print(f"score: {args.bin} cannot be run", file=sys.stderr)
        return 2
    args.out = args.out.resolve()
    (args.out / "crates").mkdir(parents=True, exist_ok=True)
    total, worst_tree, rows, generated, read = OrderedDict(), {}, {}, [], 0
    for tree in trees:
        name, spec = tree.name, args.out / f"{tree.name}.openapi.json"
        spec.unlink(missing_ok=True)
        ops, models = documented(tree)
        code, seconds, said = run([args.bin, "openapi", "--docs", str(tree), "--output", str(spec)], args.limit)
        crate = args.out / "crates" / name
        shutil.rmtree(crate, ignore_errors=True)
        gcode, gseconds, gsaid = run([args.bin, "generate", "--docs", str(tree), "--name", f"{name}-client",
                                      "--runtime", os.path.abspath(args.runtime), "--out", str(crate)], args.limit)
        if gcode == 0 and (crate / "Cargo.toml").is_file():
            generated.append(name)
        row = {"openapi": code, "generate": gcode, "seconds": round(gseconds, 3), "ops": [0, len(ops)], "models": [0, len(models)]}
        got, ok = recovered(spec)
        read += ok
        row["ops"][0] = len(ops & set(got.operations()))
        row["models"][0] = len(models & {fidelity.norm(n) for n in got.schemas_raw})
        truth = next(iter(sorted(tree.glob("truth.*"))), None)
        if truth:
            score = fidelity.compare(fidelity.Api(fidelity.load(truth)), got, *fidelity.stated(tree / "docs"))
            row["fidelity"] = {k: list(v) for k, v in score.counts.items()}
            for dimension, (agreed, counted) in score.counts.items():
                for note in score.misses.get(dimension, [])[: args.show]:
                    print(f"    {name}: {dimension}: {note}")
                if name not in args.drifted.split(","):
                    a, c = total.get(dimension, (0, 0))
                    total[dimension] = (a + agreed, c + counted)
                    worst_tree[dimension] = min(worst_tree.get(dimension, (2, "")), (agreed / counted, name))
        rows[name] = row
        worst = min(((a / c, d) for d, (a, c) in row.get("fidelity", {}).items() if fidelity.LOST not in d), default=(1, "-"))
        print(f"{name:18} openapi {code} generate {gcode} {gseconds:7.3f} s  ops {row['ops'][0]:5}/{row['ops'][1]:<5}"
              f" models {row['models'][0]:5}/{row['models'][1]:<5} worst {worst[1]} {worst[0]:.3f}")
        for status, text in ((code, said), (gcode, gsaid)):
            if status:
                print("    " + "\n    ".join(text.strip().splitlines()[-3:]))
    print()
    for key in ("ops", "models"):
        a, c = (sum(r[key][i] for r in rows.values()) for i in (0, 1))
        print(f"{key + ' recovered':38} {a:6}/{c:<6} {a / max(c, 1):.4f}")
    for dimension, (agreed, counted) in total.items():
        ratio, tree = worst_tree[dimension]
        print(f"{dimension:38} {agreed:6}/{counted:<6} {agreed / counted:.4f}  worst {tree} {ratio:.4f}")
    print(f"{'trees read':38} {read:6}/{len(trees):<6} {read / len(trees):.4f}")
    print(f"{'trees generated':38} {len(generated):6}/{len(trees):<6} {len(generated) / len(trees):.4f}")
    summary = {"rows": rows, "total": {k: list(v) for k, v in total.items()}, "read": read, "generated": len(generated), "trees": len(trees)}
    if args.compile and generated:
        seen, _ = compile_all(args.out, generated)
        clean = [s for s, v in seen.items() if v["built"] and not v["error"]]
        quiet = [s for s in clean if not seen[s]["warning"]]
        for s, v in seen.items():
            if v["error"] or v["warning"] or not v["built"]:
                print(f"    {s}: {'' if v['built'] else 'not built, '}{v['error']} errors, {v['warning']} warnings: {v['first']}")
        print(f"{'crates compiled':38} {len(clean):6}/{len(trees):<6} {len(clean) / len(trees):.4f}")
        print(f"{'crates without a warning':38} {len(quiet):6}/{len(trees):<6} {len(quiet) / len(trees):.4f}")
        summary["compiled"], summary["quiet"] = len(clean), len(quiet)
    if args.json:
        args.json.write_text(json.dumps(summary, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
