#!/usr/bin/env bash
# Runs a command beside a throw-away PostgreSQL cluster and removes the cluster afterwards, whatever the command did.
#
#   scripts/with-postgres.sh COMMAND [ARGUMENT...]        on a Unix socket in a private folder; nothing listens on TCP
#   scripts/with-postgres.sh --tls COMMAND [ARGUMENT...]  on 127.0.0.1 with TLS and passwords as well, for the tests of TLS
#
# The command finds FAIRNESS_AUDIT_TEST_DATABASE: a libpq URI of the maintenance database, for a superuser.
# With --tls also FAIRNESS_AUDIT_TEST_TLS_DATABASE (host "localhost", with a password) and FAIRNESS_AUDIT_TEST_CA
# (the certificate of the authority that signed the server's). Exits as the command does.
set -euo pipefail

tls=no
if [ "${1:-}" = "--tls" ]; then tls=yes; shift; fi
if [ $# -eq 0 ]; then echo "usage: scripts/with-postgres.sh [--tls] COMMAND [ARGUMENT...]" >&2; exit 64; fi

find_binaries() {
    local folder
    for folder in "$(pg_config --bindir 2>/dev/null || true)" $(ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -rV); do
        if [ -n "$folder" ] && [ -x "$folder/initdb" ]; then echo "$folder"; return; fi
    done
    echo "with-postgres.sh: no PostgreSQL server found (looked at pg_config --bindir and /usr/lib/postgresql/*/bin). Install it, for example: apt-get install postgresql" >&2
    exit 69
}
binaries=$(find_binaries)
PATH="$binaries:$PATH"

# The server refuses to run as root, so it then runs as the user that the system keeps for it.
as_server=()
if [ "$(id -u)" -eq 0 ]; then
    if id postgres >/dev/null 2>&1; then as_server=(runuser -u postgres --); else as_server=(runuser -u nobody --); fi
fi

# A short path: a Unix socket's path holds at most 107 bytes.
home=$(cd / && "${as_server[@]}" mktemp -d /tmp/fairness-audit-pg.XXXXXX)
server() { (cd "$home" && "${as_server[@]}" "$@"); }

clean_up() {
    local status=$?
    trap - EXIT INT TERM HUP
    server "$binaries/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$home"
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

server "$binaries/initdb" -D "$home/data" -U fairness_test -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"/dev/null" 2>&1 \
    || { echo "with-postgres.sh: initdb of $binaries failed" >&2; exit 70; }

# Members of "password_required" must give their password on the socket as well: that is how a wrong one is tested.
server tee "$home/data/pg_hba.conf" >/dev/null <<HBA
local   all all trust
HBA
server tee "$home/password_hba.conf" >/dev/null <<HBA
local   all             +password_required                  scram-sha-256
local   all             fairness_test                       trust
local   all             all                                 trust
hostssl all             all             127.0.0.1/32        scram-sha-256
HBA

settings="-c unix_socket_directories='$home' -c unix_socket_permissions=0700 -c fsync=off -c full_page_writes=off"
settings="$settings -c synchronous_commit=off -c max_connections=200 -c autovacuum=off -c logging_collector=off"
port=5432
start() { server "$binaries/pg_ctl" -D "$home/data" -l "$home/log" -w -t 60 -o "$settings $*" start >/dev/null 2>&1; }

if [ "$tls" = yes ]; then
    server openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=throw-away test authority" \
        -keyout "$home/ca.key" -out "$home/ca.crt" >/dev/null 2>&1
    server openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" \
        -keyout "$home/data/server.key" -out "$home/server.csr" >/dev/null 2>&1
    server tee "$home/extensions" >/dev/null <<<"subjectAltName=DNS:localhost"
    server openssl x509 -req -days 2 -in "$home/server.csr" -CA "$home/ca.crt" -CAkey "$home/ca.key" -CAcreateserial \
        -extfile "$home/extensions" -out "$home/data/server.crt" >/dev/null 2>&1
    server chmod 0600 "$home/data/server.key"
    started=no
    for attempt in 1 2 3 4 5 6 7 8; do
        port=$((20000 + RANDOM % 20000))
        if start "-c listen_addresses=127.0.0.1 -c port=$port -c ssl=on"; then started=yes; break; fi
    done
else
    started=yes
    start "-c listen_addresses=''" || started=no
fi
if [ "$started" = no ]; then
    echo "with-postgres.sh: the server did not start; its log says:" >&2
    cat "$home/log" >&2 || true
    exit 70
fi

psql=("$binaries/psql" -X -q -v ON_ERROR_STOP=1 -h "$home" -p "$port" -U fairness_test -d postgres)
"${psql[@]}" -c "CREATE ROLE password_required NOLOGIN"
"${psql[@]}" -c "CREATE ROLE tls_tester LOGIN PASSWORD 'for-this-run-only'"
server cp "$home/password_hba.conf" "$home/data/pg_hba.conf"
"${psql[@]}" -c "SELECT pg_reload_conf()" >/dev/null

export FAIRNESS_AUDIT_TEST_DATABASE="postgresql:///postgres?host=$home&port=$port&user=fairness_test"
if [ "$tls" = yes ]; then
    export FAIRNESS_AUDIT_TEST_TLS_DATABASE="postgresql://tls_tester:for-this-run-only@localhost:$port/postgres"
    export FAIRNESS_AUDIT_TEST_CA="$home/ca.crt"
fi

status=0
"$@" || status=$?
exit "$status"
