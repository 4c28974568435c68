#!/bin/bash
# Polls a rig of synthetic feeds and says whether anything was lost or stored twice,
# how late polls began, and what a feed costs in memory while it rests.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/rig_feeds.sh"
rig="" feeds=20000 hanging=5 items=4 publish=20 minutes=5 interval=120 drain=0 build=$here/build/release

usage() {
  cat <<'HELP'
usage: bench/polling.sh --rig RIGD [options]
  --rig RIGD       the rig's server (rigd)
  --feeds N        how many feeds (20000)
  --hanging P      of a hundred hosts so many never answer (5)
  --items K        articles in a document (4); what more are published between two polls of a
                   feed nobody could read: they are counted apart from what was lost
  --publish R      articles a second, over all feeds (20)
  --interval S     seconds between two polls of a feed (120)
  --minutes M      how long it is measured once every feed was read (5)
  --drain D        minutes behind that in which nothing is measured, but articles are still read,
                   so that more of those published count as lost or not (0)
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
    --drain) drain=$2 ;;
    --build) build=$2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift 2
done
need "$rig" "$build"

slow=$((feeds * hanging / 100)) fast=$((feeds - feeds * hanging / 100))
urls() { "$rig" urls --feeds "$1" --addresses "$2" --port "$3"; }
addresses() { [ "$1" -lt 1000 ] && echo "$1" || echo 1000; }
{
  urls "$fast" "$(addresses "$fast")" 8099
  [ "$slow" -eq 0 ] || urls "$slow" "$(addresses "$slow")" 8097
} >"$dir/urls"
configure "${interval}s"

start
sleep 5
base=$(peak)
stop
import
# As feeds are that have been polled: with validators and a title.  Those that never were
# would be due at once.
sql "UPDATE feed SET last_poll = unixepoch(), next_poll = unixepoch() + 86400, etag = '\"5f3c9a-1234567890abcdef\"',
     last_modified = 'Sat, 14 Mar 2026 08:00:00 GMT', title = 'Rig Courier 12345'"
start
sleep 5
full=$(peak)
stop
echo "memory: $base KiB without feeds, $full KiB with $feeds that rest:" \
  "$(((full - base) * 1024 / feeds)) bytes a feed"

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
# Those that met errors in a row rest for long and need not be waited for.
until [ "$(sql "SELECT count(*) FROM feed
                WHERE articles = 0 AND failures = 0 AND url LIKE '%:8099/%'")" -eq 0 ]; do
  kill -0 "$figured_pid"
  sleep 5
done
# Polls that the sweep has put off are caught up with first.
sleep "$interval"
from=$(date +%s)
echo "measuring for $minutes minutes ..."
sleep $((minutes * 60))
until_=$(date +%s)
used=$(($(cpu) / 100)) most=$(peak)

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
echo "figured: $used CPU s since its start, peak $most KiB; load $(cut -d' ' -f1-3 /proc/loadavg)"
sleep $((drain * 60))

# What was published before its feed was read for the last time must be there, once.
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
CREATE INDEX temp.published_feed ON published (feed, t);
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
-- From when on, and until when, a feed was read, with or without news.
CREATE TEMP TABLE reading AS
SELECT CAST(substr(f.url, instr(f.url, '/f/') + 3) AS INTEGER) AS feed,
       h.at - h.took / 1000.0 AS begun, h.at + 1 AS ended
FROM fetch h JOIN feed f ON f.id = h.feed_id
WHERE f.url LIKE '%:8099/f/%' AND h.error = '';
CREATE INDEX temp.reading_feed ON reading (feed, begun);
CREATE TEMP TABLE due AS
SELECT t, feed, item, (SELECT min(ended) FROM reading r
                       WHERE r.feed = p.feed AND r.begun >= p.t) AS read_by
FROM published p
WHERE read_by IS NOT NULL;
SELECT 'published ' || (SELECT count(*) FROM published) || ' articles; of '
       || (SELECT count(*) FROM due) || ' the feed was read afterwards';
CREATE TEMP TABLE missing AS
SELECT t, feed, read_by FROM due d
WHERE NOT EXISTS (SELECT 1 FROM stored WHERE path = '/a/' || d.feed || '/' || d.item || '.html');
CREATE TEMP TABLE pushed_out AS
SELECT m.feed FROM missing m
WHERE (SELECT count(*) FROM published later
       WHERE later.feed = m.feed AND later.t > m.t AND later.t < m.read_by) >= $items;
SELECT 'gone from the document before the next poll that succeeded: ' || count(*) FROM pushed_out;
SELECT 'lost: ' || ((SELECT count(*) FROM missing) - (SELECT count(*) FROM pushed_out));
SELECT 'stored twice: ' || count(*) FROM stored WHERE n > 1;
SQL
