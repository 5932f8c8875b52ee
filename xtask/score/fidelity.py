#!/usr/bin/env python3
"""Score an OpenAPI document recovered from Markdown docs against the original one.

usage: fidelity.py TRUTH RECOVERED [--docs DIR] [--show N] [--json FILE]

TRUTH      the document the docs were generated from (OpenAPI 3.x or Swagger 2.0, YAML or JSON)
RECOVERED  the document `docwright openapi` wrote (OpenAPI 3.x, YAML or JSON)
--docs     the docs folder; schemas and operations without a page there are not counted
--show N   print the first N mismatches of each dimension
--json     also write the counts to FILE

Every dimension is printed as `name  agreed/counted  ratio`. Nothing is rounded up to 1. What the docs cannot state is not
held against the recovered document: see `same_kind` for which types pass for which.
Needs PyYAML. Exit status 0 whenever it could score, 2 otherwise.
"""
import argparse
import html
import json
import re
import sys
from collections import OrderedDict
from pathlib import Path
from typing import NamedTuple, Optional
from urllib.parse import unquote

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IGNORED_HEADERS = {"accept", "contenttype", "authorization"}
UNSTATED_SCHEMES = {"openIdConnect", "mutualTLS"}  # never named in an operation's `### Authorization`
LOST = " (lost in most docs)"
OPERATION_ROW = re.compile(r"^\|?\s*\[\*\*[^\]]*\*\*\]\([^)]*\)\s*\|\s*\*\*([A-Za-z]+)\*\*\s+(\S+)", re.M)


def load(path):
    """The document at `path`; ValueError if it is not a mapping."""
    text = Path(path).read_text(encoding="utf-8")
    doc = json.loads(text) if str(path).endswith(".json") else load_yaml(text)
    if not isinstance(doc, dict):
        raise ValueError(f"{path}: not a mapping")
    return doc


def load_yaml(text):
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        """YAML 1.2's core schema: on/off/yes/no, dates, 12:30, 1_000 and `=` are strings. Keys are always strings."""

        yaml_implicit_resolvers = {}

        def construct_mapping(self, node, deep=False):
            self.flatten_mapping(node)
            return {key.value: self.construct_object(value, deep) for key, value in node.value}

    for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?[0-9]+", list("-+0123456789")),
        ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
        ("merge", r"<<", ["<"]),
    ):
        Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{pattern})$"), first)
    Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))
    try:
        return yaml.load(text, Loader)
    except yaml.YAMLError as error:
        raise ValueError(f"not YAML: {error}") from error


def norm(name):
    """`name` without case and punctuation; names of punctuation or other scripts only stay as they are."""
    return re.sub(r"[^a-z0-9]", "", str(name).lower()) or str(name)


def template(path):
    return re.sub(r"\{[^}]*\}", "{}", path)


def media_types(types):
    return {re.sub(r"\s", "", t).lower() for t in types}


class Kind(NamedTuple):
    """A coarse type. Shapes: string, byte, binary, integer, number, boolean, any, union, object, array, map, form."""

    shape: str
    names: frozenset = frozenset()  # the components it was reached through, normalised
    item: Optional["Kind"] = None

    def __str__(self):
        text = f"{self.shape}[{self.item}]" if self.item else self.shape
        return f"{text}:{'='.join(sorted(self.names))}" if self.names else text


ANY = Kind("any")


class Api:
    """One document, read into the facts that are compared."""

    def __init__(self, doc):
        self.doc = doc
        self.v2 = "swagger" in doc
        self.schemas_raw = (doc.get("definitions") if self.v2 else (doc.get("components") or {}).get("schemas")) or {}

    def resolve(self, node):
        """`node`, or what its `$ref` points at in this document; {} where that is nothing or a circle."""
        for _ in range(20):
            if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
                return node if isinstance(node, dict) else {}
            file, _, pointer = node["$ref"].partition("#")
            node = {} if file else self.doc
            for part in unquote(pointer).split("/")[1:]:
                part = part.replace("~1", "/").replace("~0", "~")
                if isinstance(node, list):
                    node = node[int(part)] if part.isdigit() and int(part) < len(node) else {}
                else:
                    node = node.get(part, {}) if isinstance(node, dict) else {}
        return {}

    # ---- schemas -------------------------------------------------------
    def types(self, schema):
        t = schema.get("type")
        return [x for x in (t if isinstance(t, list) else [t]) if x not in (None, "null")]

    def parts(self, schema, key):
        """The members of an allOf, oneOf or anyOf that say something about the type."""
        says = ("$ref", "type", "properties", "items", "additionalProperties", "enum", "const", "allOf", "oneOf", "anyOf")
        listed = [p for p in schema.get(key) or [] if isinstance(p, dict)]
        return [p for p in listed if any(k in p for k in says) and p.get("type") != "null"]

    def kind(self, schema, depth=0):
        if depth > 12 or not isinstance(schema, dict):
            return ANY
        names = frozenset()
        named = re.fullmatch(r"#/(?:definitions|components/schemas)/([^/]+)", str(schema.get("$ref")))
        if named:
            names = frozenset([norm(unquote(named[1]))])
        kind = self.shape(self.resolve(schema), depth + 1)
        return kind._replace(names=kind.names | names)

    def shape(self, schema, depth):
        for key in ("allOf", "oneOf", "anyOf"):
            parts = self.parts(schema, key)
            if parts and not schema.get("properties"):
                kinds = {self.kind(p, depth) for p in parts}
                shapes = {k.shape for k in kinds}
                if len(kinds) == 1:  # a wrapper
                    return kinds.pop()
                if key == "allOf":
                    return Kind("object") if "object" in shapes or len(shapes) > 1 else Kind(shapes.pop())
                return Kind("union")
        types = self.types(schema)
        t = types[0] if len(types) == 1 else None
        if "items" in schema or t == "array":  # generators read `type: object` with `items` as an array, too
            return Kind("array", item=self.kind(schema.get("items") or {}, depth))
        if t == "file" or schema.get("format") == "binary" or "contentMediaType" in schema:
            return Kind("binary")
        if t == "string" and schema.get("format") == "byte":
            return Kind("byte")
        if t in ("string", "integer", "number", "boolean"):
            return Kind(t)
        if not types and isinstance(schema.get("enum"), list):
            return Kind("string") if all(isinstance(v, str) for v in schema["enum"] if v is not None) else ANY
        if schema.get("properties") or schema.get("allOf"):
            return Kind("object")
        extra = schema.get("additionalProperties")
        return Kind("map", item=self.kind(extra, depth)) if isinstance(extra, dict) and extra else ANY

    def enum(self, schema, depth=0):
        """The legal values as text, without null; None if there are no such values."""
        schema = self.resolve(schema)
        if depth < 12:
            inner = [p for key in ("allOf", "oneOf", "anyOf") for p in self.parts(schema, key)]
            if isinstance(schema.get("items"), dict):
                inner = [schema["items"]]
            if len(inner) == 1 and "enum" not in schema:
                return self.enum(inner[0], depth + 1)
        values = [schema["const"]] if "const" in schema else schema.get("enum")
        if not isinstance(values, list):
            return None
        return {str(v).lower() if isinstance(v, bool) else str(v) for v in values} - {"None", "null"}

    def members(self, schema):
        """Properties of an object schema, allOf merged: {wire name: (schema, required)}."""
        merged, required = OrderedDict(), set()
        for part in self.flat(schema):
            for wire, sub in (part.get("properties") or {}).items():
                merged[wire] = sub if isinstance(sub, dict) else {}
            if isinstance(part.get("required"), list):
                required.update(map(str, part["required"]))
        return OrderedDict((wire, (sub, wire in required)) for wire, sub in merged.items())

    def flat(self, schema, keys=("allOf",), seen=()):
        """A schema and, depth first, everything it is composed of with `keys`."""
        schema = self.resolve(schema)
        if any(schema is s for s in seen):
            return
        for key in keys:
            for part in schema.get(key) or []:
                yield from self.flat(part, keys, seen + (schema,))
        yield schema

    def union_names(self, schema):
        """Properties of the members of a union; docs list them as if they were the union's own."""
        return {norm(w) for s in self.flat(schema, ("allOf", "oneOf", "anyOf")) for w in s.get("properties") or {}}

    def element(self, schema):
        """The schema inside arrays, maps and one-part allOf wrappers."""
        for _ in range(12):
            node = self.resolve(schema)
            wrapped = self.parts(node, "allOf")
            extra = node.get("additionalProperties")
            if isinstance(node.get("items"), dict):
                schema = node["items"]
            elif len(wrapped) == 1 and not node.get("properties"):
                schema = wrapped[0]
            elif isinstance(extra, dict) and extra and not node.get("properties"):
                schema = extra
            else:
                break
        return schema

    # ---- operations ----------------------------------------------------
    def operations(self, like=None):
        """{(METHOD, path template): facts}; a body is read by its first media type, or by that of its twin in `like`."""
        out = OrderedDict()
        for path, item in (self.doc.get("paths") or {}).items():
            item = self.resolve(item)
            for method in METHODS:
                op = item.get(method)
                if isinstance(op, dict):
                    key = (method.upper(), template(path))
                    twin = (like or {}).get(key) or {}
                    out[key] = self.operation(path, item, op, (twin.get("body") or {}).get("first"))
        return out

    def operation(self, path, item, op, first=None):
        params, body, consumes = OrderedDict(), None, op.get("consumes") or self.doc.get("consumes") or []
        for p in map(self.resolve, (item.get("parameters") or []) + (op.get("parameters") or [])):
            where, name = {"formData": "form"}.get(p.get("in"), p.get("in")), str(p.get("name"))
            if where == "body":
                body = self.body(p.get("required"), consumes or ["application/json"], p.get("schema"), first)
            elif where and "name" in p:
                content = [m or {} for m in (p.get("content") or {}).values()]
                schema = p.get("schema") or (content[0].get("schema") or {} if content else p)
                params[(where, name)] = self.param(where, name, p.get("required"), schema)
        fields = [p for (where, _), p in params.items() if where == "form"]
        if fields:
            default = "multipart/form-data" if any(p["kind"].shape == "binary" for p in fields) else "application/x-www-form-urlencoded"
            body = self.body(any(p["required"] for p in fields), [t for t in consumes if "form" in t] or [default], {}, first)
        request = self.resolve(op.get("requestBody"))
        content = request.get("content") or {}
        if content:
            first = first if first in content else next(iter(content))
            schema = (content[first] or {}).get("schema") or {}
            body = self.body(request.get("required"), content, schema, first)
            if body["kind"].shape == "form":
                for wire, (sub, required) in self.members(schema).items():
                    params[("form", wire)] = self.param("form", wire, required, sub)
        responses = {}
        for code, response in (op.get("responses") or {}).items():
            if not str(code).startswith("x-"):
                response = self.resolve(response)
                content = [m or {} for m in (response.get("content") or {}).values()]
                code = "default" if str(code) in ("default", "0") else str(code).upper()
                responses[code] = response.get("schema", content[0].get("schema") if content else None)
        security = op.get("security", self.doc.get("security"))
        return {
            "path": path, "id": norm(op.get("operationId") or ""), "params": params, "body": body, "responses": responses,
            "security": {norm(name) for alternative in security or [] for name in alternative},
        }

    def body(self, required, types, schema, first):
        """A form is compared field by field, as parameters."""
        first = first if first in types else next(iter(types))
        return {"required": bool(required), "types": media_types(types), "first": first, "schema": schema,
                "kind": Kind("form") if "form" in first else self.kind(schema or {})}

    def param(self, where, name, required, schema):
        return {"in": where, "name": name, "required": bool(required) or where == "path", "schema": schema,
                "kind": self.kind(schema), "enum": self.enum(schema)}

    # ---- security ------------------------------------------------------
    def schemes(self):
        raw = self.doc.get("securityDefinitions") if self.v2 else (self.doc.get("components") or {}).get("securitySchemes")
        out = {}
        for name, scheme in (raw or {}).items():
            scheme = self.resolve(scheme)
            kind = scheme.get("type")
            if kind == "apiKey":
                out[norm(name)] = ("apiKey", scheme.get("in"), str(scheme.get("name")))
            elif kind in ("http", "basic"):
                out[norm(name)] = ("http", "basic" if kind == "basic" else str(scheme.get("scheme", "")).lower())
            else:
                out[norm(name)] = (kind,)
        return out


def same_name(a, b):
    """`import` and `date` are documented as `ModelImport` and `ModelDate`."""
    return a == b or a == "model" + b or b == "model" + a


def same_kind(want, got):
    """Whether docs that were generated from `want` can have been read as `got`.

    Two references to one component agree: what the component is gets judged once, as `schema kind`. An inline object is
    documented as a model with an invented name, a union as a model of any shape, byte as a string or as binary. A map of
    anything, a free-form object and anything are one word in most docs.
    """
    if want is None or got is None:
        return want is got
    if any(same_name(a, b) for a in want.names for b in got.names):
        return True
    return same_shape(want, got) and not (want.shape == "object" and want.names and got.names)


def same_shape(want, got):
    if want.item and want.shape == got.shape:
        return same_kind(want.item, got.item)
    a, b = ("any" if k.shape == "map" and k.item.shape == "any" else k.shape for k in (want, got))
    passes = {"union": ("object", "any"), "byte": ("string", "binary"), "binary": ("byte",)}
    return a == b or b in passes.get(a, ())


def pair(want, have, keys):
    """Pairs of `want` and `have` items, each used once, by the strictest key first; and the `have` items left."""
    pairs, left = {}, list(have)
    for key in keys:
        for i, item in enumerate(want):
            match = next((h for h in left if i not in pairs and key(h) == key(item)), None)
            if match is not None:
                pairs[i] = match
                left.remove(match)
    return [(item, pairs.get(i)) for i, item in enumerate(want)], left


class Score:
    def __init__(self):
        self.counts, self.misses = OrderedDict(), {}

    def add(self, dimension, ok, note=""):
        agreed, counted = self.counts.get(dimension, (0, 0))
        self.counts[dimension] = (agreed + bool(ok), counted + 1)
        if not ok:
            self.misses.setdefault(dimension, []).append(note)


def compare(truth, got, stated_models=None, stated_ops=None):
    score = Score()
    want_ops = truth.operations()
    got_ops = got.operations(like=want_ops)
    want_schemes, got_schemes = truth.schemes(), got.schemes()
    unstated = {name for name, scheme in want_schemes.items() if scheme[0] in UNSTATED_SCHEMES}
    for key, want in want_ops.items():
        if stated_ops is not None and key not in stated_ops:
            continue
        have, label = got_ops.get(key), f"{key[0]} {want['path']}"
        score.add("operation found", have, label)
        if not have:
            continue
        score.add("operation path exact", want["path"] == have["path"], f"{label} != {have['path']}")
        if want["id"]:
            score.add("operation id", want["id"] == have["id"], f"{label}: {want['id']} != {have['id']}")
        compare_params(score, truth, got, want, have, label)
        a, b = want["body"], have["body"]
        if a or b:
            score.add("body presence", a and b, f"{label}: {bool(a)} -> {bool(b)}")
        if a and b:
            score.add("body content type", a["types"] == b["types"], f"{label}: {sorted(a['types'])} -> {sorted(b['types'])}")
            score.add("body type", same_kind(a["kind"], b["kind"]), f"{label}: {a['kind']} -> {b['kind']}")
            if a["kind"].shape != "form":  # no docs say whether a form as a whole is required
                score.add("body required", a["required"] == b["required"], f"{label}: {a['required']} -> {b['required']}")
                compare_inline(score, truth, got, a["schema"], b["schema"], label)
        compare_responses(score, truth, got, want["responses"], have["responses"], label)
        ignored = unstated | (want["security"] - set(want_schemes))  # docs name no scheme that is not defined
        a, b = want["security"] - ignored, have["security"] - ignored
        score.add("security", a == b, f"{label}: {sorted(a)} -> {sorted(b)}")
    for key in got_ops:
        if key in want_ops or stated_ops is None or key not in stated_ops:  # a stale page is no invention
            score.add("operation not invented", key in want_ops, f"{key[0]} {key[1]}")
    for name, scheme in want_schemes.items():
        score.add("security scheme", got_schemes.get(name) == scheme, f"{name}: {scheme} -> {got_schemes.get(name)}")
    compare_models(score, truth, got, stated_models)
    return score


def compare_params(score, truth, got, want, have, label):
    def compared(params):
        return [p for p in params if p["in"] != "header" or norm(p["name"]) not in IGNORED_HEADERS]

    keys = (lambda p: (p["in"], p["name"]), lambda p: (p["in"], norm(p["name"])), lambda p: norm(p["name"]))
    pairs, left = pair(compared(want["params"].values()), have["params"].values(), keys)
    for p, match in pairs:
        note = f"{label}: {p['in']} {p['name']}"
        score.add("parameter found", match, note)
        if not match:
            continue
        score.add("parameter not invented", True)
        score.add("parameter location", match["in"] == p["in"], f"{note} -> {match['in']}")
        score.add("parameter wire name", match["name"] == p["name"], f"{note} -> {match['name']}")
        score.add("parameter required", match["required"] == p["required"], f"{note}: {p['required']} -> {match['required']}")
        score.add("parameter type", same_kind(p["kind"], match["kind"]), f"{note}: {p['kind']} -> {match['kind']}")
        if p["enum"] is not None:
            score.add("parameter enum" + LOST, p["enum"] == match["enum"], f"{note}: {sorted(p['enum'])[:5]} -> {match['enum']}")
        compare_inline(score, truth, got, p["schema"], match["schema"], note)
    for p in compared(left):
        score.add("parameter not invented", False, f"{label}: {p['in']} {p['name']}")


def compare_responses(score, truth, got, want, have, label):
    score.add("response codes", set(want) == set(have), f"{label}: {sorted(want)} -> {sorted(have)}")
    success = min((c for c in want if c.startswith("2")), default="default")  # the one response that all docs type
    for code, schema in want.items():
        a, b = (None if s is None else api.kind(s) for api, s in ((truth, schema), (got, have.get(code))))
        if code == success:
            score.add("success type", same_kind(a, b), f"{label} {code}: {a} -> {b}")
            compare_inline(score, truth, got, schema, have.get(code), f"{label} {code}")
        elif a:
            score.add(("error type" if code[0] != "2" else "other success type") + LOST, same_kind(a, b), f"{label} {code}: {a} -> {b}")


def compare_models(score, truth, got, stated_models):
    prefix = "#/definitions/" if truth.v2 else "#/components/schemas/"
    names = [n for n in truth.schemas_raw if stated_models is None or any(same_name(norm(n), s) for s in stated_models)]
    pairs, _ = pair(names, list(got.schemas_raw), (str, norm, lambda n: re.sub("^model(?=.)", "", norm(n))))
    for name, match in pairs:
        score.add("schema found", match is not None, name)
        if match is None:
            continue
        want, have = truth.schemas_raw[name], got.schemas_raw[match]
        a, b = truth.kind(want), got.kind(have)
        score.add("schema kind", same_shape(a, b), f"{name}: {a} -> {b}")
        if a.shape == "union":
            score.add("schema union" + LOST, b.shape == "union", name)
        elif a.shape != "array" and truth.enum(want) is not None:
            score.add("schema enum values" + LOST, truth.enum(want) == got.enum(have), name)
        if truth.members(want) or a.shape in ("object", "union", "any"):
            compare_members(score, truth, got, want, have, name)


def compare_inline(score, truth, got, want, have, label):
    """An object without a name in the original has no schema of its own to be compared under."""
    want, have = truth.element(want), got.element(have)
    if truth.kind(want) == Kind("object") and got.kind(have).shape == "object":
        compare_members(score, truth, got, want, have, label)


def compare_members(score, truth, got, want, have, label):
    want_members, have_members = ([(w, s, r) for w, (s, r) in api.members(s).items()] for api, s in ((truth, want), (got, have)))
    pairs, left = pair(want_members, have_members, (lambda m: m[0], lambda m: norm(m[0])))
    for (wire, schema, required), match in pairs:
        note = f"{label}.{wire}"
        score.add("property found", match, note)
        if not match:
            continue
        a, b = truth.kind(schema), got.kind(match[1])
        score.add("property not invented", True)
        score.add("property wire name", match[0] == wire, f"{note} -> {match[0]}")
        score.add("property required", match[2] == required, f"{note}: {required} -> {match[2]}")
        score.add("property type", same_kind(a, b), f"{note}: {a} -> {b}")
        values = truth.enum(schema)
        if values is not None:
            score.add("property enum" + LOST, values == got.enum(match[1]), f"{note}: {sorted(values)[:5]} -> {got.enum(match[1])}")
        compare_inline(score, truth, got, schema, match[1], note)
    union = truth.union_names(want)
    for wire, _, _ in left:
        if norm(wire) not in union:
            score.add("property not invented", False, f"{label}.{wire}")


def stated(docs):
    """Normalised model names and (METHOD, path) pairs that the docs folder states."""
    models, ops = set(), set()
    for page in Path(docs).rglob("*.md"):
        text = page.read_text(encoding="utf-8", errors="replace")
        if "All URIs are relative to" not in text:
            models.add(norm(page.stem))
        for method, path in OPERATION_ROW.findall(text):
            if method.lower() in METHODS:
                ops.add((method.upper(), template(html.unescape(path))))
    return models, ops


def main():
    parser = argparse.ArgumentParser(add_help=True)
    parser.add_argument("truth")
    parser.add_argument("recovered")
    parser.add_argument("--docs")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--json")
    args = parser.parse_args()
    try:
        truth, got = Api(load(args.truth)), Api(load(args.recovered))
        if not truth.operations():
            raise ValueError(f"{args.truth}: no operations")
        models, ops = stated(args.docs) if args.docs else (None, None)
        score = compare(truth, got, models, ops)
    except (OSError, ValueError, ImportError, AttributeError, TypeError, KeyError) as error:
        print(f"fidelity: {error}", file=sys.stderr)
        return 2
    for dimension, (agreed, counted) in score.counts.items():
        print(f"{dimension:38} {agreed:6}/{counted:<6} {agreed / counted:.4f}")
        for note in score.misses.get(dimension, [])[: args.show]:
            print(f"    {note}")
    if args.json:
        Path(args.json).write_text(json.dumps({k: list(v) for k, v in score.counts.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
