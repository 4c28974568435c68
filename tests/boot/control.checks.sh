# shellcheck shell=bash
# The unit, the configuration and the control socket.  For boot-test.sh, which has g, check,
# nocheck, same, prop, main_pid, journal and until_ok.

conf() { g sh -c "cat >/etc/figured/conf.d/$1" <<<"$2"; }
no_conf() { g rm -f "/etc/figured/conf.d/$1"; }
status_has() { prop StatusText | grep -q -- "$1"; }

check "exposure at most 1.2" g systemd-analyze security --offline=true --threshold=12 \
  /lib/systemd/system/figured.service
check "exposure with public-only.conf at most 1.1" g sh -c '
  mkdir -p /run/x && { sed "/^\[Install\]/,\$d" /lib/systemd/system/figured.service
    grep "^IPAddress" /usr/share/doc/figured/examples/public-only.conf; } >/run/x/figured.service &&
  systemd-analyze security --offline=true --threshold=11 /run/x/figured.service'
check "without a feed it says what to do" status_has "no feeds yet"
check "the configuration that is shipped is good" g figurectl config check
check "every default is shown" g sh -c \
  'figurectl config show --effective | grep -q "^interval = \"5m\" *# default"'

same "workers stand back" "$(g sh -c "ps -L -o ni=,comm= -p $(main_pid) | sed -n 's/^ *\([0-9]*\) worker$/\1/p' | sort -u")" 5

# --- control
pid=$(main_pid)
check "figurectl reload --wait" g figurectl reload --wait
same "it is the same process" "$(main_pid)" "$pid"
nocheck "nobody may reload" g runuser -u nobody -- figurectl reload
check "nobody is told why" g sh -c \
  'runuser -u nobody -- figurectl reload 2>&1 | grep -q "permission denied"'
same "the control socket is its own" "$(g stat -c %a /run/figured/control.sock)" 600

# --- a wrong configuration
conf 90-bad.toml $'[poll]\nintervall = "1h"\nstretch = 0'
nocheck "config error: the reload fails" g systemctl reload figured
check "config error: it is named by file, line and column" g sh -c \
  'journalctl -q -u figured -o cat | grep -q "^/etc/figured/conf.d/90-bad.toml:2:1: poll.intervall: unknown key; did you mean poll.interval?"'
check "config error: all of them at once" g sh -c \
  'journalctl -q -u figured -o cat | grep -q "^/etc/figured/conf.d/90-bad.toml:3:11: poll.stretch: 0 is out of range"'
check "config error: STATUS= tells" status_has "configuration refused"
check "config error: it is active" is_state active
same "config error: it is the same process" "$(main_pid)" "$pid"
nocheck "config error: figurectl config check fails" g figurectl config check
no_conf 90-bad.toml

# --- a change
conf 50-more.toml $'[poll]\nstretch = 3\n[log]\nformat = "json"'
check "config diff names what changes" g sh -c \
  'figurectl config diff | grep -q "^+ poll.stretch  3$"'
check "config diff names what needs a restart" g sh -c \
  'figurectl config diff | grep -q "^+ log.format .*(only with a restart)$"'
check "the reload goes through" g systemctl reload figured
check "the journal names what needs a restart" g sh -c \
  'journalctl -q -u figured -o cat | grep -q "restart is needed.*log.format"'
check "a reload would change only that now" g sh -c \
  'test "$(figurectl config diff | wc -l)" = 1'
no_conf 50-more.toml
check "reload of the former configuration" g systemctl reload figured

# --- a wrong configuration at the start
conf 90-bad.toml 'nonsense'
nocheck "config error: it does not start" g systemctl restart figured
check "config error: the start says why" g sh -c \
  'journalctl -q -u figured -o cat | grep -q "90-bad.toml:1:[0-9]*: is not TOML"'
same "config error: it says so once" "$(g journalctl -q -u figured -o cat | grep -c '90-bad.toml:1:[0-9]*: is not TOML')" 1
check "config error: as an error" g sh -c \
  'journalctl -q -u figured -p err -o cat | grep -q "90-bad.toml:1:[0-9]*: is not TOML"'
same "config error: it is not tried again and again" "$(prop ActiveState) $(prop NRestarts)" "failed 0"
no_conf 90-bad.toml
check "it starts again" g systemctl start figured

# --- a group that may ask
g sh -c 'mkdir -p /etc/systemd/system/figured-control.socket.d &&
  printf "[Socket]\nSocketGroup=games\n" >/etc/systemd/system/figured-control.socket.d/group.conf'
g systemctl daemon-reload
g systemctl stop figured
check "the control socket's unit starts" g systemctl start figured-control.socket
check "it starts figured where somebody asks" g runuser -u games -g games -- figurectl reload --wait
check "figured runs then" until_ok 10 is_state active
nocheck "others still may not" g runuser -u nobody -- figurectl reload
g systemctl stop figured-control.socket figured
g rm -r /etc/systemd/system/figured-control.socket.d
g systemctl daemon-reload
check "it starts without that unit" g systemctl start figured
