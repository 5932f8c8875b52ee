#!/usr/bin/env bash
# DataMeta's own server (PyPI) on a PostgreSQL of its own.
# Settings: DATAMETA_PORT, DATAMETA_PGPORT.
NAME=datameta
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
VERSION=1.0.5 # serves API 1.4.0, which the published docs describe
PORT=${DATAMETA_PORT:-16543}
PGPORT=${DATAMETA_PGPORT:-16544}
EMAIL=admin@example.org
PASSWORD=initialPassw0rd
API_KEY=e2e-initial-api-key
RESET=e2e-reset-token
LAPSED_RESET=e2e-lapsed-reset-token

# DataMeta names no versions of what it uses, and does not run with all of them.
PINS="alembic==1.14.1 attrs==26.1.0 bcrypt==4.2.1 beaker==1.14.1 Chameleon==4.6.0 cryptography==50.0.2
 dataclasses-json==0.5.2 isodate==0.7.2 jsonschema==3.2.0 lazy-object-proxy==1.13.0 Mako==1.4.3 MarkupSafe==3.0.4
 marshmallow==3.26.2 marshmallow-enum==1.5.1 more-itertools==11.2.1 numpy==2.4.6 openapi-core==0.13.8
 openapi-schema-validator==0.1.5 openapi-spec-validator==0.3.1 openpyxl==3.1.5 pandas==2.3.3 parse==1.22.4
 PasteDeploy==3.1.0 pillow==13.0.0 plaster==1.1.2 plaster-pastedeploy==1.0.1 psycopg2-binary==2.9.13 pyotp==2.12.0
 pyramid==2.1 pyramid-beaker==0.8 pyramid-chameleon==0.3 pyramid-debugtoolbar==4.12.1 pyramid-mako==1.1.0
 pyramid-openapi3==0.11 pyramid-retry==2.1.1 pyramid-tm==2.6 pyrsistent==0.20.0 python-json-logger==4.2.0
 pyyaml==6.0.3 qrcode==8.2 setuptools==69.5.1 SQLAlchemy==1.3.24 stringcase==1.2.0 transaction==5.1
 typing-extensions==4.16.0 typing-inspect==0.9.0 mypy-extensions==1.2.0 waitress==3.0.2 webob==1.8.11 werkzeug==3.1.9
 xlrd==2.0.2 zope.sqlalchemy==4.1 zope.interface==8.7 zope.deprecation==6.0 translationstring==1.4 venusian==3.1.1
 hupper==1.12.1 cffi==2.1.1 pycparser==3.12 et-xmlfile==2.0.0 packaging==26.3 Pygments==2.21.0
 python-dateutil==2.9.0.post0 pytz==2026.6 tzdata==2026.6 six==1.17.0"

# PostgreSQL refuses to run as root.
as_postgres=()
[ "$(id -u)" != 0 ] || as_postgres=(setpriv --reuid postgres --regid postgres --clear-groups)
pg_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
sql() { "$BIN/psql" -qAt -h 127.0.0.1 -p "$PGPORT" -U postgres "$@" 2>>"$WORK/postgres.log"; }

install() {
  [ -n "$(pg_bin)" ] || apt_install PostgreSQL postgresql
  # --no-deps: serving needs neither pylibmc nor gunicorn nor pytest, which DataMeta asks for
  venv_install venv --no-deps $PINS "datameta==$VERSION"
}

start() {
  BIN=$(pg_bin)
  start_postgres
  "$WORK/venv/bin/python" - <<PY >>"$WORK/server.log" 2>&1 || die "no tables: see $WORK/server.log"
import datameta.models
from datameta.models.meta import Base
from sqlalchemy import create_engine
Base.metadata.create_all(create_engine("postgresql://datameta@127.0.0.1:$PGPORT/datameta"))
PY
  mkdir "$DATA/storage"
  settings >"$DATA/datameta.ini"
  "$WORK/venv/bin/initialize_datameta_db" -c "$DATA/datameta.ini" --initial-user-fullname "E2E Admin" \
    --initial-user-email "$EMAIL" --initial-user-pass "$PASSWORD" --initial-group "E2E Org" \
    --initial-api-key "$API_KEY" >>"$WORK/server.log" 2>&1 || die "no first user: see $WORK/server.log"
  # The server mails these; it keeps only their hashes.
  sql -d datameta <<SQL || die "no reset tokens: see $WORK/postgres.log"
insert into passwordtokens (uuid, user_id, value, expires)
  select gen_random_uuid(), users.id, encode(sha256(token::bytea), 'hex'), now() + lasts
  from users, (values ('$RESET', interval '1 day'), ('$LAPSED_RESET', interval '-1 day')) as tokens (token, lasts)
SQL
  spawn "$WORK/server.log" "$WORK/venv/bin/pserve" "$DATA/datameta.ini"
  await "$WORK/server.log" listens "$PORT"
  cat <<SET
set DATAMETA_URL http://127.0.0.1:$PORT/api/v1
set DATAMETA_LOGIN_URL http://127.0.0.1:$PORT/login
set DATAMETA_EMAIL $EMAIL
set DATAMETA_PASSWORD $PASSWORD
set DATAMETA_API_KEY $API_KEY
set DATAMETA_RESET_TOKEN $RESET
set DATAMETA_LAPSED_RESET_TOKEN $LAPSED_RESET
SET
}

start_postgres() {
  # Its user may not be allowed to reach the folder of the project.
  local data; data=$(mktemp -d "$WORK/postgres.XXXXXX")
  if [ "$(id -u)" = 0 ]; then
    chown postgres: "$data"
    (cd / && "${as_postgres[@]}" test -w "$data") || { rmdir "$data"; data=$(mktemp -d); chown postgres: "$data"; }
  fi
  REMAINS+=("$data")
  cd /
  "${as_postgres[@]}" "$BIN/initdb" -D "$data" -A trust -U postgres -E UTF8 --no-sync >>"$WORK/postgres.log" 2>&1 ||
    die "initdb failed: see $WORK/postgres.log"
  spawn "$WORK/postgres.log" "${as_postgres[@]}" "$BIN/postgres" -D "$data" -p "$PGPORT" -c fsync=off \
    -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=32MB -c max_connections=40
  await "$WORK/postgres.log" "$BIN/pg_isready" -h 127.0.0.1 -p "$PGPORT"
  sql -c 'create role datameta login' -c 'create database datameta owner datameta' || die "see $WORK/postgres.log"
}

settings() {
  cat <<INI
[app:main]
use = egg:datameta
datameta.storage_path = $DATA/storage
datameta.smtp_host = 127.0.0.1
datameta.smtp_port = 9
datameta.smtp_user =
datameta.smtp_pass =
datameta.smtp_tls =
datameta.smtp_from = noreply@localhost
datameta.apikeys.max_expiration_period = 30
datameta.tfa.enabled =
datameta.tfa.encrypt_key =
datameta.tfa.otp_issuer =
pyramid.default_locale_name = en
sqlalchemy.url = postgresql://datameta@127.0.0.1:$PGPORT/datameta
sqlalchemy.isolation_level = SERIALIZABLE
session.type = memory
session.key = datameta
session.secret = for-tests-on-loopback-only
session.cookie_on_exception = false
retry.attempts = 10
INI
  local kind
  for kind in users:U groups:G submissions:S metadatasets:R files:F services:P; do
    echo "datameta.site_id_digits.${kind%:*} = 8"
    echo "datameta.site_id_prefix.${kind%:*} = DM${kind#*:}-"
  done
  cat <<INI
[server:main]
use = egg:waitress#main
listen = 127.0.0.1:$PORT
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = generic
[logger_root]
level = WARN
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic
[formatter_generic]
format = %(asctime)s %(levelname)-5.5s [%(name)s:%(lineno)s] %(message)s
INI
}
main
