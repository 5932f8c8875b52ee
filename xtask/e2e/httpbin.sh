#!/usr/bin/env bash
# httpbin (PyPI), with httpbin_more.py beside it, behind gunicorn, and nginx with TLS in front of it.
# Settings: HTTPBIN_PORT (plain HTTP), HTTPBIN_TLS_PORT, and for what is wrong with TLS HTTPBIN_WRONG_HOST_PORT,
# HTTPBIN_EXPIRED_PORT, HTTPBIN_MTLS_PORT (wants a client certificate, and speaks HTTP/1.1 only).
NAME=httpbin
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
PORT=${HTTPBIN_PORT:-16590}
TLS_PORT=${HTTPBIN_TLS_PORT:-16591}
WRONG_HOST_PORT=${HTTPBIN_WRONG_HOST_PORT:-16592}
EXPIRED_PORT=${HTTPBIN_EXPIRED_PORT:-16593}
MTLS_PORT=${HTTPBIN_MTLS_PORT:-16594}

install() {
  venv_install venv Flask==3.1.3 Werkzeug==3.1.9 brotlicffi==1.2.1.0 packaging==26.3 gunicorn==27.0.1 httpbin==0.10.4
  apt_need nginx nginx-light
  apt_need openssl openssl
}

start() {
  certificates
  mkdir "$DATA/files" # for the files that the checks write
  spawn "$WORK/gunicorn.log" env PYTHONDONTWRITEBYTECODE=1 "$WORK/venv/bin/gunicorn" -k gthread -w 1 --threads 64 \
    --graceful-timeout 1 -b "127.0.0.1:$PORT" --chdir "$DATA" --pythonpath "$HERE" --no-control-socket httpbin_more:app
  await "$WORK/gunicorn.log" listens "$PORT"
  nginx_settings >"$DATA/nginx.conf"
  spawn "$WORK/nginx.log" nginx -p "$DATA" -c "$DATA/nginx.conf" -e stderr
  await "$WORK/nginx.log" listens "$MTLS_PORT"
  cat <<SET
set HTTPBIN_URL http://127.0.0.1:$PORT
set HTTPBIN_TLS_URL https://localhost:$TLS_PORT
set HTTPBIN_WRONG_HOST_URL https://localhost:$WRONG_HOST_PORT
set HTTPBIN_EXPIRED_URL https://localhost:$EXPIRED_PORT
set HTTPBIN_MTLS_URL https://localhost:$MTLS_PORT
set HTTPBIN_TLS $DATA/tls
set HTTPBIN_FILES $DATA/files
SET
}

# An authority of this run only, and what it signed.
certificates() {
  mkdir -p "$DATA/tls/issued"
  cd "$DATA/tls"
  : >index.txt
  echo 01 >serial
  cat >ca.cnf <<'CNF'
[ca]
default_ca = e2e
[e2e]
database = index.txt
serial = serial
new_certs_dir = issued
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CNF
  {
    key ca
    openssl req -x509 -new -key ca.key -sha256 -days 3650 -subj "/CN=e2e authority" -out ca.pem \
      -addext basicConstraints=critical,CA:true -addext keyUsage=critical,keyCertSign,cRLSign
    local from to; from=$(date -u -d '-1 day' +%Y%m%d%H%M%SZ); to=$(date -u -d '+30 days' +%Y%m%d%H%M%SZ)
    issue server DNS:localhost,IP:127.0.0.1 serverAuth "$from" "$to"
    issue wrong-host DNS:other.example serverAuth "$from" "$to"
    issue expired DNS:localhost,IP:127.0.0.1 serverAuth 20200101000000Z 20200201000000Z
    issue client DNS:client clientAuth "$from" "$to"
    issue expired-client DNS:client clientAuth 20200101000000Z 20200201000000Z
    key stranger
    openssl req -x509 -new -key stranger.key -sha256 -days 30 -subj "/CN=stranger" -out stranger.pem
  } >>"$WORK/openssl.log" 2>&1 || die "no certificates: see $WORK/openssl.log"
  cd /
}
key() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
issue() { # NAME WHO USAGE FROM TO
  key "$1"
  printf 'subjectAltName=%s\nbasicConstraints=critical,CA:false\nextendedKeyUsage=%s\n' "$2" "$3" >"$1.ext"
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr"
  openssl ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -in "$1.csr" -out "$1.pem" -notext \
    -extfile "$1.ext" -startdate "$4" -enddate "$5"
}

nginx_settings() {
  [ "$(id -u)" != 0 ] || echo "user root;" # only it may read the data of this run
  cat <<CONF
daemon off; worker_processes 1; pid $DATA/nginx.pid; error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off; client_max_body_size 1m;
  client_body_temp_path $DATA/body; proxy_temp_path $DATA/proxy;
  fastcgi_temp_path $DATA/fastcgi; uwsgi_temp_path $DATA/uwsgi; scgi_temp_path $DATA/scgi;
  ssl_protocols TLSv1.2 TLSv1.3; gzip on; gzip_types application/octet-stream text/event-stream;
CONF
  server "$TLS_PORT" server http2
  server "$WRONG_HOST_PORT" wrong-host
  server "$EXPIRED_PORT" expired
  server "$MTLS_PORT" server "" "ssl_client_certificate $DATA/tls/ca.pem; ssl_verify_client on;"
  echo "}"
}
server() { # PORT CERTIFICATE [PROTOCOL] [MORE]
  cat <<CONF
  server {
    listen 127.0.0.1:$1 ssl ${3:-}; ssl_certificate $DATA/tls/$2.pem; ssl_certificate_key $DATA/tls/$2.key; ${4:-}
    location / {
      proxy_pass http://127.0.0.1:$PORT; proxy_http_version 1.1; proxy_buffering off; proxy_request_buffering off;
      proxy_redirect off; proxy_set_header Host \$http_host; proxy_set_header X-Forwarded-Proto https;
    }
  }
CONF
}
main
