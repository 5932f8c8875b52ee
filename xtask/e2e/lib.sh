# Sourced by the scripts beside it. Each installs what its counterpart needs, starts it on 127.0.0.1 and says, a line
# each on standard output, what `cargo xtask e2e` has to know:
#   set NAME VALUE   for the environment of whoever calls it
#   ready            it may be called from now on
#   skip REASON      instead of both: it cannot be installed here
# It runs until the standard input of the script ends, so that it never outlives the program that asked for it.
# The caller sets NAME first, defines `install` and `start`, and ends with `main`.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${E2E_WORK:=$HERE/../../target/e2e}"
WORK=$E2E_WORK/$NAME # what is installed, and logs: kept from run to run
mkdir -p "$WORK"
WORK=$(cd "$WORK" && pwd)
PATH=$PATH:/usr/sbin:/sbin
PYTHON=${PYTHON:-python3}
PIDS=() REMAINS=()

main() {
  trap cleanup EXIT
  trap 'exit 130' HUP INT TERM
  { while read -r _; do :; done; kill -TERM $$; } <&0 >/dev/null &
  WATCHER=$!
  exec 9>"$WORK/.lock"
  flock 9 # one installation at a time
  rm -f "$WORK"/*.log
  install
  exec 9>&-
  DATA=$(mktemp -d "$WORK/run.XXXXXX") # of this run only
  REMAINS+=("$DATA")
  start
  echo ready
  wait
}

cleanup() {
  local i
  trap '' HUP INT TERM
  kill "$WATCHER" 2>/dev/null || true
  for ((i = ${#PIDS[@]} - 1; i >= 0; i--)); do stop "${PIDS[i]}"; done
  rm -rf "${REMAINS[@]}"
}
# stop PID: the whole session; whatever is left of it after ten seconds is killed
stop() {
  local i
  kill -TERM -- "-$1" 2>/dev/null || return 0
  for i in $(seq 100); do kill -0 -- "-$1" 2>/dev/null || return 0; sleep 0.1; done
  kill -KILL -- "-$1" 2>/dev/null || true
}

log() { printf '[%s] %s\n' "$NAME" "$*" >&2; }
die() { log "error: $*"; exit 1; }
skip() { echo "skip $*"; exit 75; }

# apt_need COMMAND PACKAGE...: installs Debian packages if COMMAND is missing
apt_need() {
  local command=$1; shift
  ! command -v "$command" >/dev/null || return 0
  apt_install "$command" "$@"
}
apt_install() {
  local missing=$1; shift
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || skip "$missing is missing (Debian: apt-get install $*)"
  log "apt-get install $*"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } \
    </dev/null >>"$WORK/install.log" 2>&1 || skip "apt-get install $* failed, see $WORK/install.log"
}

# venv_install NAME PIP-ARGS...: builds $WORK/NAME, unless it was built from the same arguments
venv_install() {
  local venv=$WORK/$1; shift
  [ "$(cat "$venv/.stamp" 2>/dev/null)" != "$*" ] || return 0
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || apt_install "Python with venv" python3-venv
  log "pip install ${*: -1}"
  rm -rf "$venv"
  { "$PYTHON" -m venv "$venv" && "$venv/bin/pip" install --disable-pip-version-check -q uv &&
    "$venv/bin/uv" pip install -q --compile-bytecode --python "$venv/bin/python" "$@"; } \
    </dev/null >>"$WORK/install.log" 2>&1 || skip "pip install ${*: -1} failed, see $WORK/install.log"
  printf '%s' "$*" >"$venv/.stamp"
}

# spawn LOG COMMAND...: in a session of its own, so that stop reaches its children and Ctrl-C does not
spawn() {
  local to=$1; shift
  setsid "$@" >>"$to" 2>&1 </dev/null &
  PIDS+=($!)
}
# await LOG COMMAND...: until COMMAND succeeds; the process that was spawned last must live
await() {
  local from=$1 i; shift
  for i in $(seq 600); do
    ! "$@" >/dev/null 2>&1 || return 0
    kill -0 "${PIDS[-1]}" 2>/dev/null || break
    sleep 0.1
  done
  tail -20 "$from" >&2
  die "it did not start: see $from"
}
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
