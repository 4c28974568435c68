#!/usr/bin/env bash
# Builds figured_VERSION_ARCH.deb out of the release preset.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'END'
Usage: packaging/build-deb.sh [options]
  --build FOLDER    pack what is built there instead of building the release preset
  --out FOLDER      where the package goes (default: build)
  --version V       call it that (default: that of packaging/debian/changelog)
  --help
Needs debhelper, and lintian to look at what came of it.
END
}

build=
out=build
version=
while [ $# -gt 0 ]; do
  case $1 in
    --build) build=$(realpath -- "${2:?"--build needs a folder"}"); shift ;;
    --out) out=${2:?"--out needs a folder"}; shift ;;
    --version) version=${2:?"--version needs a version"}; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

mkdir -p "$out"
out=$(realpath -- "$out")
if [ -z "$build" ]; then
  cmake --preset release
  cmake --build --preset release
  build=$PWD/build/release
fi

tree=$(mktemp -d "${TMPDIR:-/tmp}/figured-deb.XXXXXX")
trap 'rm -rf "$tree"' EXIT
mkdir "$tree/figured"
cp -r packaging/debian "$tree/figured/debian"
cd "$tree/figured"
[ -z "$version" ] || sed -i "1s/(.*)/($version)/" debian/changelog
FIGURED_BUILD=$build dpkg-buildpackage --build=binary --no-sign --no-check-builddeps \
  >"$tree/log" 2>&1 || { cat "$tree/log"; exit 1; }
mv "$tree"/*.deb "$out"
cd "$out"
ls figured_"${version:-$(dpkg-parsechangelog -l "$tree/figured/debian/changelog" -S Version)}"_*.deb
