#!/bin/bash
# What it costs to read all feeds of a rig for the first time, and once more when nothing
# has changed; beside it, what that costs other readers.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/rig_feeds.sh"
rig="" feeds=1000 items=50 build=$here/build/release peers="newsboat sfeed"

usage() {
  cat <<'HELP'
usage: bench/refresh.sh --rig RIGD [options]
  --rig RIGD     the rig's server (rigd)
  --feeds N      how many feeds (1000)
  --items K      articles in a document (50)
  --peers NAMES  of newsboat and sfeed, which are Debian packages ("newsboat sfeed"; "" = none)
  --build DIR    where figured and figurectl are built (build/release)
Needs sqlite3.  Everything happens on loopback, in a folder of its own that is gone afterwards.
CPU time is that of the reader alone, with all of its threads and children.
HELP
}
while [ $# -gt 0 ]; do
  case $1 in
    --rig) rig=$2 ;;
    --feeds) feeds=$2 ;;
    --items) items=$2 ;;
    --peers) peers=$2 ;;
    --build) build=$2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift 2
done
need "$rig" "$build"

addresses=$((feeds < 250 ? feeds : 250))
"$rig" urls --feeds "$feeds" --items "$items" --addresses "$addresses" --port 8099 >"$dir/urls"
configure 6h
"$rig" serve --feeds "$feeds" --items "$items" --addresses "$addresses" --port 8099 --prewarm 1 \
  >"$dir/rig.log" 2>&1 &
pids+=($!)
# It listens once all documents are made.
until curl -sf -o /dev/null "$(head -1 "$dir/urls")"; do
  kill -0 "${pids[0]}" || { cat "$dir/rig.log" >&2; exit 1; }
  sleep 0.5
done

# Until what figured does behind the polls is done too: the index of words, dictionaries.
until_quiet() {
  local before=-100
  while [ $(($(cpu) - before)) -gt 2 ]; do
    before=$(cpu)
    sleep 3
  done
}
# until_polled TIMES: each feed, and all is quiet again.
until_polled() {
  until [ "$(sql "SELECT count(*) FROM feed WHERE polls < $1")" -eq 0 ]; do
    kill -0 "$figured_pid"
    sleep 0.5
  done
  until_quiet
}
seconds() { awk "BEGIN {printf \"%.2f\", $1 / 100}"; }
codes() {
  sql "SELECT group_concat(code || ' ' || n, ', ')
       FROM (SELECT code, count(*) AS n FROM fetch WHERE at >= $1 GROUP BY code ORDER BY n DESC)"
}

start
until_quiet
idle=$(cpu)
sleep 10
idle=$(($(cpu) - idle))
before=$(cpu)
began=$(date +%s)
import >/dev/null
until_polled 1
first=$(($(cpu) - before))
echo "figured, first refresh: $(seconds $first) CPU s, peak $(peak) KiB; $(codes "$began");" \
  "$(sql "SELECT sum(articles) FROM feed") articles, $(sql "SELECT claims FROM tally") claims"
sleep 1
before=$(cpu)
began=$(date +%s)
sql "UPDATE feed SET next_poll = unixepoch(); UPDATE roster SET version = version + 1"
until_polled 2
second=$(($(cpu) - before))
echo "figured, second refresh: $(seconds $second) CPU s; $(codes "$began")"
echo "figured, nothing to do: $(seconds $idle) CPU s in 10 s"
stop

# timed NAME COMMAND...: its CPU time.
timed() {
  local name=$1
  shift
  local TIMEFORMAT="%U %S %R"
  { time "$@" >"$dir/peer.log" 2>&1 || true; } 2>"$dir/times"
  awk -v name="$name" '{printf "%s: %.2f CPU s (%.0f s by the clock)\n", name, $1 + $2, $3}' "$dir/times"
}
for peer in $peers; do
  case $peer in
    newsboat)
      command -v newsboat >/dev/null || { echo "newsboat: not installed"; continue; }
      echo 'reload-threads 8' >"$dir/newsboat.config"
      reload=(newsboat -u "$dir/urls" -c "$dir/newsboat.db" -C "$dir/newsboat.config" -x reload)
      timed "newsboat, first refresh" "${reload[@]}"
      timed "newsboat, second refresh" "${reload[@]}"
      echo "newsboat: $(sqlite3 "$dir/newsboat.db" 'SELECT count(*) FROM rss_item') articles" ;;
    sfeed)
      command -v sfeed_update >/dev/null || { echo "sfeed: not installed"; continue; }
      {
        printf 'sfeedpath="%s/sfeed"\nmaxjobs=8\nfeeds() {\n' "$dir"
        awk '{printf "feed \"%d\" \"%s\"\n", NR, $1}' "$dir/urls"
        echo '}'
      } >"$dir/sfeedrc"
      timed "sfeed, first refresh" sfeed_update "$dir/sfeedrc"
      timed "sfeed, second refresh" sfeed_update "$dir/sfeedrc"
      echo "sfeed: $(cat "$dir"/sfeed/* | wc -l) articles" ;;
  esac
done
