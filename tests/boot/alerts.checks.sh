# shellcheck shell=bash
# From feeds to alerts within the sandbox: credentials, commands, a hang, a stop.

wire_toml=/etc/figured/conf.d/20-wire.toml
dropin=/etc/systemd/system/figured.service.d

# begin_wire: the offline wire publishes its articles anew; its secret goes to a file that
# only root can read.  The page stays where the service has it.
begin_wire() {
  g systemctl stop wire 2>/dev/null
  g systemctl reset-failed wire 2>/dev/null
  g rm -f /run/wire.toml
  g systemd-run --quiet --unit=wire /usr/local/bin/figured-wire --articles /usr/local/share/figured-wire \
    --port 8099 --every 100 --store /var/lib/figured/figured.db --write-config /run/wire.toml
  until_ok 10 g test -s /run/wire.toml
  g sh -c "sed -n 's/^secret = \"\(.*\)\"/\1/p' /run/wire.toml >/etc/figured/wire.secret
    chmod 600 /etc/figured/wire.secret
    sed '/^\[page\]/,/^listen/d; s/^secret = .*/secret_credential = \"wire\"/' /run/wire.toml >$wire_toml
    chmod 644 $wire_toml"
}
credential() { g sh -c "mkdir -p $dropin && printf '[Service]\n%s\n' '$1' >$dropin/20-wire.conf" && g systemctl daemon-reload; }
told() { g sh -c 'journalctl -q -u wire -o cat | grep -q "figure.contradiction"'; }
alerts() { g sh -c 'figurectl alerts list --json --limit 1000 | wc -l'; }
pending() { g figurectl status --json | sed 's/.*"deliveries_pending":\([0-9]*\).*/\1/'; }

# --- credentials
begin_wire
nocheck "without its credential it does not start" g systemctl restart figured
credential LoadCredential=wire:/etc/figured/wire.secret
g systemctl reset-failed figured
check "credential: it starts" g systemctl start figured
check "credential: signed alerts reach the receiver" until_ok 60 told
check "figurectl works where only the service has the credential" g figurectl alerts list
check "config check says what it did not look at" g sh -c \
  'figurectl config check | grep -q "secret_credential: not looked at"'

# --- the journal
check "journal: an alert is found by its dispute" g sh -c \
  'journalctl -q -u figured EVENT=dispute-opened -o json | grep -q "\"DISPUTE\":\"[0-9]*\".*\"MESSAGE_ID\":\"24f329850e4b48d18f25d9404a92301a\"\|\"MESSAGE_ID\":\"24f329850e4b48d18f25d9404a92301a\".*\"DISPUTE\":\"[0-9]*\""'
check "journal: a feed's lines are found by its address" g sh -c \
  'journalctl -q -u figured -o cat FEED="$(sed -n "s/^url = \"\(.*\)\"/\1/p" '"$wire_toml"' | head -n 1)" | grep -q .'
check "journal: the story of the day tells of it at notice" g sh -c \
  'journalctl -q -u figured -p notice -o cat | grep -q "figures disagree"'
check "journal: the catalog says what it means" g sh -c \
  'journalctl -q -x -u figured EVENT=started -n 1 | grep -q "Subject: figured was started"'

# --- the page
check "page: it answers" g curl -fsS -o /dev/null http://127.0.0.1:8420/
check "page: metrics" g sh -c 'curl -fsS http://127.0.0.1:8420/metrics | grep -q "^figured_build_info"'
check "page: ready" g curl -fsS http://127.0.0.1:8420/readyz
g sh -c 'systemctl stop figured && systemctl start figured.socket && systemctl start figured'
check "page: over a port that systemd opened" g curl -fsS -o /dev/null http://127.0.0.1:8420/
g sh -c 'systemctl stop figured; setsid curl -fsS -m 30 -o /dev/null -w "%{http_code}" http://127.0.0.1:8420/ >/run/waited & :'
check "page: a request starts figured" until_ok 20 is_state active
check "page: and waits for it" until_ok 20 g grep -q 200 /run/waited
g sh -c 'systemctl stop figured.socket; systemctl restart figured'

# --- a secret that is encrypted for the machine
g sh -c 'systemd-creds encrypt --with-key=host --name=wire /etc/figured/wire.secret /etc/figured/wire.cred'
credential LoadCredentialEncrypted=wire:/etc/figured/wire.cred
check "encrypted credential: it starts" g systemctl restart figured

# --- a command within the sandbox
g sh -c 'cat >/usr/local/bin/take-alert && chmod 755 /usr/local/bin/take-alert' <<'END'
#!/bin/sh
# Begins, takes its time, and is done.
echo "begun $FIGURED_ID" >>/var/lib/figured/taken
sleep "$1"
body=$(cat)
touch /tmp/scratch || exit 1
if touch /usr/local/leak 2>/dev/null; then exit 1; fi
echo "done $FIGURED_ID ${#body}" >>/var/lib/figured/taken
END
conf 60-command.toml $'[[endpoint]]\nname = "take"\nkind = "command"\ncommand = ["/usr/local/bin/take-alert", "0"]\ntypes = ["alert.retracted"]'
check "command: the endpoint is taken over" g systemctl reload figured
id=$(g figurectl alerts list --json --limit 1 | sed 's/.*"id":"\([^"]*\)".*/\1/')
check "command: replay" g figurectl alerts replay "$id" --endpoint take
taken() { g grep -q "^done $id [1-9]" /var/lib/figured/taken; }
check "command: it gets the alert, and may write where it should" until_ok 30 taken

# --- a stop while an alert is on its way
conf 60-command.toml $'[[endpoint]]\nname = "take"\nkind = "command"\ncommand = ["/usr/local/bin/take-alert", "2"]\ntypes = ["alert.retracted"]'
g systemctl reload figured
g rm -f /var/lib/figured/taken
g figurectl alerts replay "$id" --endpoint take >/dev/null
check "stop: an alert is on its way" until_ok 30 g test -s /var/lib/figured/taken
check "stop: it ends" g systemctl stop figured
same "stop: cleanly" "$(prop Result)" success
check "stop: the alert in flight was delivered" taken
no_conf 60-command.toml
check "stop: and it starts again" g systemctl start figured
same "stop: nothing is pending" "$(pending)" 0

# --- a hang of the workers, while all else goes on
host_pid() { # of the container's process, as seen from here
  local status space
  # shellcheck disable=SC2154
  space=$(readlink "/proc/$lead/ns/pid")
  for status in $(grep -lP "^NSpid:.*\t$1\$" /proc/[0-9]*/status 2>/dev/null); do
    [ "$(readlink "${status%/status}/ns/pid")" != "$space" ] || basename "${status%/status}"
  done
}
begin_wire
g systemctl restart figured
pid=$(main_pid)
process=/proc/$(host_pid "$pid")
# Held while they have nothing to do, for a thread that is held in the midst of a job may hold a
# lock of the allocator, which the others need to say what is wrong.  A poll that fails, as all do
# without the wire, is a job too.
g systemctl stop wire
workers() { grep -l '^worker' "$process"/task/*/comm | sed 's|/comm$||'; }
are_idle() { [ -n "$(workers)" ] && for thread in $(workers); do grep -q futex "$thread/wchan" || return 1; done; }
are_held() { for thread in $(workers); do grep -q '^TracerPid:[[:space:]]*[1-9]' "$thread/status" || return 1; done; }
check "hang of the workers: they have nothing to do" until_ok 30 are_idle
begun=$(date +%s)
hold=()
for thread in $(workers); do
  strace -q -p "${thread##*/}" -e trace=all -e inject=all:delay_enter=120s >/dev/null 2>&1 &
  hold+=($!)
done
check "hang of the workers: they are held" until_ok 10 are_held
since() { g journalctl -q -u figured --since "@$begun" -o cat "$@"; }
told_hang() { since EVENT=loop-stalled | grep -q "loop=workers"; }
barked() { since | grep -q "Watchdog timeout"; }
check "hang of the workers: the log names them" until_ok 60 told_hang
check "hang of the workers: the watchdog ends figured" until_ok 60 barked
# Threads that are held from outside cannot even end.
kill "${hold[@]}" 2>/dev/null
wait "${hold[@]}" 2>/dev/null
check "hang of the workers: it is started again" until_ok 30 new_pid "$pid"
check "hang of the workers: it works again" until_ok 30 is_state active
