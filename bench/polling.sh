#!/bin/bash
# Polls a rig of synthetic feeds and says whether anything was lost or stored twice,
# how late polls began, and what a feed costs in memory while it rests.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
rig="" feeds=20000 hanging=5 items=2 publish=20 minutes=5 interval=120 build=$here/build/release

usage() {
  cat <<'HELP'
usage: bench/polling.sh --rig RIGD [options]
  --rig RIGD       the rig's server (rigd)
  --feeds N        how many feeds (20000)
  --hanging P      of a hundred hosts so many never answer (5)
  --items K        articles in a document (2)
  --publish R      articles a second, over all feeds (20)
  --interval S     seconds between two polls of a feed (120)
  --minutes M      how long it is measured once every feed was read (5)
  --build DIR      where figured and figurectl are built (build/release)
Needs sqlite3.  The rig adds latency and errors: 500, 503 and 429 with
Retry-After, cut connections, cut gzip.  Everything happens on loopback, in a
folder of its own that is gone afterwards.
HELP
}
while [ $# -gt 0 ]; do
  case $1 in
    --rig) rig=$2 ;;
    --feeds) feeds=$2 ;;
    --hanging) hanging=$2 ;;
    --items) items=$2 ;;
    --publish) publish=$2 ;;
    --interval) interval=$2 ;;
    --minutes) minutes=$2 ;;
    --build) build=$2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift 2
done
[ -x "$rig" ] || { usage >&2; exit 2; }
figured=$build/daemon/figured figurectl=$build/cli/figurectl
[ -x "$figured" ] && [ -x "$figurectl" ] || {
  echo "bench/polling.sh: build figured and figurectl first: cmake --build --preset release" >&2
  exit 1
}

dir=$(mktemp -d)
pids=()
end() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$dir"
}
trap end EXIT

sql() { sqlite3 -cmd '.timeout 10000' "$dir/figured.db" "$1"; }
figured_pid=
start() {
  : >"$dir/log"
  "$figured" --config "$dir/figured.toml" >>"$dir/log" 2>&1 &
  figured_pid=$!
  pids+=("$figured_pid")
  until grep -q "polling " "$dir/log"; do
    kill -0 "$figured_pid" || { cat "$dir/log" >&2; exit 1; }
    sleep 0.2
  done
}
stop() {
  kill "$figured_pid"
  wait "$figured_pid" || true
}
# Peak resident memory in bytes, once it is at work.
peak() {
  sleep 5
  awk '/VmHWM/ {print $2 * 1024}' "/proc/$figured_pid/status"
}

slow=$((feeds * hanging / 100)) fast=$((feeds - feeds * hanging / 100))
urls() { "$rig" urls --feeds "$1" --addresses "$2" --port "$3"; }
addresses() { [ "$1" -lt 1000 ] && echo "$1" || echo 1000; }
{
  urls "$fast" "$(addresses "$fast")" 8099
  [ "$slow" -eq 0 ] || urls "$slow" "$(addresses "$slow")" 8097
} >"$dir/urls"
hosts=$(sed -E 's#http://([^/]+)/.*#"\1", #' "$dir/urls" | sort -u | tr -d '\n')
cat >"$dir/figured.toml" <<TOML
[store]
path = "figured.db"
[poll]
interval = "${interval}s"
stretch = 1
[network]
allow_private = [${hosts%, }]
[log]
format = "console"
TOML
{
  echo '<opml version="2.0"><body>'
  sed -E 's#(.*)#<outline text="Rig" xmlUrl="\1"/>#' "$dir/urls"
  echo '</body></opml>'
} >"$dir/feeds.opml"

start
base=$(peak)
stop
"$figurectl" feeds import "$dir/feeds.opml" --config "$dir/figured.toml"
# As feeds are that have been polled: with validators and a title.
sql "UPDATE feed SET next_poll = unixepoch() + 86400, etag = '\"5f3c9a-1234567890abcdef\"',
     last_modified = 'Sat, 14 Mar 2026 08:00:00 GMT', title = 'Rig Courier 12345'"
start
full=$(peak)
stop
echo "memory: $((base / 1024)) KiB without feeds, $((full / 1024)) KiB with $feeds that rest:" \
  "$(((full - base) / feeds)) bytes a feed"

sql "UPDATE feed SET next_poll = unixepoch() + abs(random()) % $interval, etag = '',
     last_modified = '', title = ''"
"$rig" serve --feeds "$fast" --items "$items" --addresses "$(addresses "$fast")" --port 8099 \
  --latency-ms 20 --jitter-ms 30 --latency-tail 1 --error-rate 0.02 --publish-per-s "$publish" \
  --truth "$dir/truth.jsonl" >"$dir/rig.log" 2>&1 &
pids+=($!)
[ "$slow" -eq 0 ] || {
  "$rig" serve --feeds "$slow" --items "$items" --addresses "$(addresses "$slow")" --port 8097 \
    --latency-ms 3600000 >"$dir/slow.log" 2>&1 &
  pids+=($!)
}
sleep 2
start
echo "first sweep ..."
until [ "$(sql "SELECT count(*) FROM feed WHERE articles = 0 AND url LIKE '%:8099/%'")" -eq 0 ]; do
  kill -0 "$figured_pid"
  sleep 5
done
from=$(date +%s)
echo "measuring for $minutes minutes ..."
sleep $((minutes * 60))
until_=$(date +%s)
cpu=$(awk '{print ($14 + $15) / 100}' "/proc/$figured_pid/stat")
rss=$(awk '/VmHWM/ {print $2}' "/proc/$figured_pid/status")

quantile() {
  sql "WITH late AS (SELECT late, row_number() OVER (ORDER BY late) AS place, count(*) OVER () AS n
                     FROM fetch JOIN feed ON feed.id = feed_id
                     WHERE at >= $from AND at <= $until_ AND url LIKE '$2')
       SELECT printf('p50 %d ms, p99 %d ms, most %d ms of %d polls',
                     (SELECT late FROM late WHERE place = (n + 1) / 2),
                     (SELECT late FROM late WHERE place = (n * 99 + 99) / 100),
                     max(late), max(n)) FROM late" | sed "s/^/$1: /"
}
quantile "lateness, all polls" '%'
quantile "lateness, hosts that answer" '%:8099/%'
quantile "lateness, hosts that hang" '%:8097/%'
sql "SELECT 'codes: ' || group_concat(code || ' ' || n, ', ')
     FROM (SELECT code, count(*) AS n FROM fetch WHERE at >= $from AND at <= $until_
           GROUP BY code ORDER BY n DESC)"
echo "figured: $cpu CPU s since its start, peak $rss KiB"

# What was published well before the end must be there, once.
settled=$((3 * interval + 60))
last=$(tail -1 "$dir/truth.jsonl" | grep -o '"t":[0-9.]*' | cut -d: -f2 | cut -d. -f1)
stop
"$figurectl" export articles --store "$dir/figured.db" >"$dir/articles.jsonl"
sqlite3 "$dir/figured.db" <<SQL
CREATE TEMP TABLE line (json TEXT);
.mode ascii
.separator "\037" "\n"
.import '$dir/truth.jsonl' line
CREATE TEMP TABLE published AS
SELECT CAST(json_extract(json, '\$.t') AS REAL) AS t, json_extract(json, '\$.feed') AS feed,
       json_extract(json, '\$.item') AS item
FROM line;
DELETE FROM line;
.import '$dir/articles.jsonl' line
CREATE TEMP TABLE stored AS
SELECT json_extract(json, '\$.feed') AS feed,
       substr(json_extract(json, '\$.url'), instr(json_extract(json, '\$.url'), '/a/')) AS path,
       count(DISTINCT json_extract(json, '\$.article_id')) AS n
FROM line
WHERE json_extract(json, '\$.url') LIKE '%:8099/a/%' GROUP BY feed, path;
CREATE INDEX temp.stored_path ON stored (path);
.mode list
SELECT 'published ' || count(*) || ' articles, of them before the last $settled s '
       || count(*) FILTER (WHERE t < $last - $settled) FROM published;
SELECT 'lost: ' || count(*) FROM published p
WHERE t < $last - $settled
  AND NOT EXISTS (SELECT 1 FROM stored WHERE path = '/a/' || p.feed || '/' || p.item || '.html');
SELECT 'stored twice: ' || count(*) FROM stored WHERE n > 1;
SQL
