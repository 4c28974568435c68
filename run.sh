#!/usr/bin/env bash
# Builds figured and runs it on the bundled offline news wire, or on real feeds.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
. scripts/packages.sh

usage() {
  cat <<'END'
Usage: ./run.sh [options]
  (none)           run on the offline news wire until Ctrl-C
  --once           the same, but end after the last alert; fails if contradictions stay untold
  --config FILE    run on the feeds of this configuration, in the foreground
  --deps           only install the packages
  --yes            agree to the removal of packages that are in the way
  --help
END
}

deps_only=0
once=0
config=
while [ $# -gt 0 ]; do
  case $1 in
    --deps) deps_only=1 ;;
    --yes) ASSUME_YES=1 ;;
    --once) once=1 ;;
    --config) config=$(cd "$called_from" && realpath -- "${2:?"--config needs a file"}"); shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

install_packages packages.txt
[ "$deps_only" = 1 ] && exit 0

cmake --preset release
cmake --build --preset release
bin=$PWD/build/release

if [ -n "$config" ]; then
  mkdir -p run # where config/world-news.toml keeps its store
  exec "$bin/daemon/figured" --config "$config"
fi

run=$(mktemp -d "${TMPDIR:-/tmp}/figured-run.XXXXXX")
wire_pid=
figured_pid=

# stop PID: asks the program to end and waits until it has.
stop() {
  [ -n "$1" ] || return 0
  kill -TERM "$1" 2>/dev/null || true
  wait "$1" || true
}

finish() {
  local status=$?
  trap - EXIT INT TERM
  # figured first: so that its last webhooks find someone.
  stop "$figured_pid"
  stop "$wire_pid"
  if [ "$status" -eq 0 ]; then rm -rf "$run"; else say "Store and log are in $run"; fi
  exit "$status"
}
trap finish EXIT
# Ctrl-C is the proper end, except of a run that has an end of its own.
trap 'exit $((once * 130))' INT TERM

# Job control keeps Ctrl-C from the programs; finish() ends them in order.
set -m
wire_flags=(--write-config "$run/figured.toml" --store "$run/figured.db")
[ "$once" = 1 ] && wire_flags+=(--once --at-least 8)
"$bin/wire/figured-wire" "${wire_flags[@]}" &
wire_pid=$!
until [ -s "$run/figured.toml" ]; do
  kill -0 "$wire_pid" 2>/dev/null || fail "the wire did not start"
  sleep 0.05
done
# Who sees this terminal may also judge disputes.
(umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$run/page-token")
sed -i 's/^\[page\]$/&\ntoken_file = "page-token"/' "$run/figured.toml"
# People read its log, though in a file.
printf '\n[log]\nformat = "console"\n' >>"$run/figured.toml"
"$bin/daemon/figured" --config "$run/figured.toml" >"$run/figured.log" 2>&1 &
figured_pid=$!
page=
until [ -n "$page" ]; do
  kill -0 "$figured_pid" 2>/dev/null || { tail -n 20 "$run/figured.log" >&2; fail "figured did not start"; }
  page=$("$bin/cli/figurectl" status --config "$run/figured.toml" 2>/dev/null | sed -n 's/^page  *//p') || true
  [ -n "$page" ] || sleep 0.1
done

if [ "$once" = 0 ]; then
  cat <<END

figured reads the wire now; alerts appear below.  Ctrl-C ends it.
  the page         $page
                   to judge there, sign in with $(cat "$run/page-token")
  its log          $run/figured.log
  have a look      $bin/cli/figurectl status --config $run/figured.toml
                   $bin/cli/figurectl disputes list --config $run/figured.toml
  real feeds       ./run.sh --config config/world-news.toml

END
fi

# Ends when either of them does; it is a failure where figured is the first.
status=0
wait -n "$wire_pid" "$figured_pid" || status=$?
if ! kill -0 "$figured_pid" 2>/dev/null; then
  tail -n 20 "$run/figured.log" >&2
  fail "figured ended by itself"
fi
exit "$status"
