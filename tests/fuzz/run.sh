#!/usr/bin/env bash
# Builds the fuzz targets and runs them, one after the other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
  cat <<'END'
Usage: tests/fuzz/run.sh [--seconds N] [TARGET...]
  TARGET       feed, page, answer, ...: a folder of tests/fuzz/corpus; without one, all of them
  --seconds N  how long each one runs (default 600)
  --build DIR  where to build (default build/fuzz)
Inputs that reached something new are kept below DIR/corpus and begun with the next time; what
was found stands below DIR/findings, and the exit status is 1.  Needs clang and llvm.
END
}

seconds=600
build=build/fuzz
targets=()
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=${2:?"--seconds needs a number"}; shift ;;
    --build) build=${2:?"--build needs a folder"}; shift ;;
    --help) usage; exit 0 ;;
    -*) usage >&2; exit 2 ;;
    *) targets+=("$1") ;;
  esac
  shift
done
[ ${#targets[@]} -gt 0 ] || targets=($(ls tests/fuzz/corpus))
for target in "${targets[@]}"; do
  [ -d "tests/fuzz/corpus/$target" ] || { usage >&2; exit 2; }
done

cmake --preset fuzz -B "$build" >/dev/null
cmake --build "$build" --target "${targets[@]/%/_fuzz}"
found=0
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target" "$build/findings/$target"
  log=$build/findings/$target.log
  echo "$target: $seconds s ..."
  if "$build/tests/fuzz/${target}_fuzz" -max_total_time="$seconds" -timeout=25 -print_final_stats=1 \
    -artifact_prefix="$build/findings/$target/" "$build/corpus/$target" "tests/fuzz/corpus/$target" \
    >"$log" 2>&1; then
    executed=$(awk '/stat::number_of_executed_units/ {print $2}' "$log")
    echo "$target: nothing found in $executed inputs"
  else
    found=1
    echo "$target: FOUND, see $log"
    grep -m 3 -E 'ERROR|SUMMARY|runtime error' "$log" || true
  fi
done
exit $found
