# Sourced by polling.sh and refresh.sh: figured on feeds of a load rig, in a folder of its
# own that is gone afterwards.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
dir=$(mktemp -d)
pids=()
end() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$dir"
}
trap end EXIT

# need RIGD BUILD: what the script cannot do without.
need() {
  [ -x "$1" ] || { usage >&2; exit 2; }
  rig=$1 figured=$2/daemon/figured figurectl=$2/cli/figurectl
  [ -x "$figured" ] && [ -x "$figurectl" ] || {
    echo "$0: build figured and figurectl first: cmake --build --preset release" >&2
    exit 1
  }
  command -v sqlite3 >/dev/null || { echo "$0: needs sqlite3" >&2; exit 1; }
}

# configure INTERVAL: for the feeds of $dir/urls.
configure() {
  local hosts
  hosts=$(sed -E 's#http://([^/]+)/.*#"\1", #' "$dir/urls" | sort -u | tr -d '\n')
  cat >"$dir/figured.toml" <<TOML
[store]
path = "figured.db"
[poll]
interval = "$1"
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
}

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
import() { "$figurectl" feeds import "$dir/feeds.opml" --config "$dir/figured.toml"; }
# CPU time of figured since its start, in hundredths of a second.
cpu() { awk '{print $14 + $15}' "/proc/$figured_pid/stat"; }
# Its peak resident memory in KiB.
peak() { awk '/VmHWM/ {print $2}' "/proc/$figured_pid/status"; }
