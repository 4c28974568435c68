#!/usr/bin/env bash
# Measures the extractor beside its limits and its peers, in one run.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/packages.sh

usage() {
  cat <<'END'
Usage: bench/extract.sh [options] [CORPUS]
  CORPUS           texts: a .jsonl file whose lines have a "text", a plain file cut at its empty lines,
                   or a folder of .jsonl and .txt files, gzipped or not; of it the first 50 MB.
                   Without it, made-up articles.
  --no-peers       leave out the peers, which need node, npm and the network
  --sample BYTES   how much the peers read (default 300000)
  --repeat N       measure N times and take the median (default 5)
  --build FOLDER   where to build (default build/bench)
  --help
END
}

peers=1
sample=300000
repeat=5
build=build/bench
corpus=
while [ $# -gt 0 ]; do
  case $1 in
    --no-peers) peers=0 ;;
    --sample) sample=${2:?"--sample needs a number"}; shift ;;
    --repeat) repeat=${2:?"--repeat needs a number"}; shift ;;
    --build) build=$(cd "$called_from" && realpath -m -- "${2:?"--build needs a folder"}"); shift ;;
    --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) corpus=$(cd "$called_from" && realpath -e -- "$1") ;;
  esac
  shift
done
if [ "$peers" = 1 ] && ! { command -v node && command -v npm; } >/dev/null; then
  fail "the peers need node and npm (apt-get install nodejs npm); --no-peers leaves them out"
fi
[ -z "$corpus" ] || export FIGURED_BENCH_TEXT=$corpus

install_packages packages.txt packages-test.txt
cmake --preset bench -B "$build" >/dev/null
cmake --build "$build" --target extract_bench extract_memory sample_texts
bin=$build/bench
results=$(mktemp -d "${TMPDIR:-/tmp}/figured-extract.XXXXXX")
trap 'rm -rf "$results"' EXIT

# extract_rates REGEX: CSV of Google Benchmark; rates are by the CPU time of the thread.  The
# benchmarks take turns, so that a busy neighbour slows all of them alike.
extract_rates() {
  "$bin/extract_bench" --benchmark_filter="$1" --benchmark_format=csv \
    --benchmark_repetitions="$repeat" --benchmark_enable_random_interleaving=true \
    --benchmark_report_aggregates_only=true 2>"$results/log" || {
    cat "$results/log" >&2
    fail "the benchmark ended badly"
  }
}

say "Measuring the extractor and its limits on ${corpus:-made-up articles} ..."
extract_rates '^(extract|limit_.*)$' >"$results/rates.csv"
"$bin/extract_memory" >"$results/memory.csv"

if [ "$peers" = 1 ]; then
  mkdir -p "$build/peers"
  cp bench/peers/package.json bench/peers/read_peers.mjs "$build/peers/"
  npm install --prefix "$build/peers" --no-audit --no-fund --silent
  say "Measuring the peers on $sample bytes of it; up to three minutes ..."
  "$bin/sample_texts" "$sample" >"$results/sample.jsonl"
  FIGURED_BENCH_TEXT=$results/sample.jsonl extract_rates '^extract$' >"$results/sample.csv"
  node "$build/peers/read_peers.mjs" "$results/sample.jsonl" >"$results/peers.jsonl"
fi

# median FILE NAME: bytes a CPU second of a benchmark.
median() {
  awk -F, -v name="\"$2_median\"" '
    $1 == "name" { for (i = 1; i <= NF; ++i) if ($i == "bytes_per_second") rate = i }
    $1 == name { printf "%.0f\n", $rate }' "$1"
}

# row NAME BYTES_PER_SECOND REMARK
row() { awk -v n="$1" -v r="$2" -v t="$3" 'BEGIN { printf "%-38s %10.4g MB/s  %s\n", n, r / 1e6, t }'; }

# ratio A B: how many times B fits into A.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.4g", a / b }'; }

ours=$(median "$results/rates.csv" extract)
limit=$(for stage in tokens patterns names; do median "$results/rates.csv" "limit_$stage"; done |
  awk '{ seconds += 1 / $1 } END { printf "%.0f", 1 / seconds }')
say ""
row "extract" "$ours" ""
for stage in digits tokens patterns names; do
  row "limit: $stage" "$(median "$results/rates.csv" "limit_$stage")" ""
done
row "limit: tokens + patterns + names" "$limit" "extract is $(ratio "$ours" "$limit") of it"
awk -F, 'NR == 2 { printf "%-38s %10.4g MB    beside %.4g MB of lexicon, all %.4g MB of text read\n",
  "memory of a worker", $5 / 1e6, $3 / 1e6, $1 / 1e6 }' "$results/memory.csv"
if [ "$peers" = 1 ]; then
  ours=$(median "$results/sample.csv" extract)
  row "extract, what the peers read" "$ours" ""
  # Each line of JSON begins {"peer":NAME,"bytes_per_second":RATE,
  sed -E 's/^\{"peer":"([^"]*)","bytes_per_second":([0-9]+),.*/\2 \1/' "$results/peers.jsonl" |
    while read -r rate name; do
      row "peer: $name" "$rate" "extract is $(ratio "$ours" "$rate") times as fast"
    done
fi
