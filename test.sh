#!/usr/bin/env bash
# Installs what the tests need, builds them and runs every one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. scripts/packages.sh

usage() {
  cat <<'END'
Usage: ./test.sh [options]
  --deps           only install the packages
  --peers          install Prometheus and Alertmanager too, without which their tests are skipped
  --yes            agree to the removal of packages that are in the way
  --preset NAME    debug (default), asan or tsan
  --help
END
}

preset=debug
deps_only=0
packages=(packages.txt packages-test.txt)
while [ $# -gt 0 ]; do
  case $1 in
    --deps) deps_only=1 ;;
    --peers) packages+=(packages-peers.txt) ;;
    --yes) ASSUME_YES=1 ;;
    --preset) preset=${2:?"--preset needs a name"}; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

install_packages "${packages[@]}"
[ "$deps_only" = 1 ] && exit 0

cmake --preset "$preset"
cmake --build --preset "$preset"
exec ctest --preset "$preset" -j2
