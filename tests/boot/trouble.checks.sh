# shellcheck shell=bash
# What an operator meets sooner or later: a port that is taken, a store that is in use,
# restored or not to be written, a disk that is full; and what figurectl doctor says of it.

state=/var/lib/figured
said() { g journalctl -q -u figured --since "@$1" -o cat | grep -q -- "$2"; }
doctor_says() { g sh -c 'figurectl doctor --offline || :' | grep -q -- "$1"; }
now() { date +%s; }

# --- the page's port is taken
g systemctl stop figured
g systemd-run --quiet --unit=squatter python3 -m http.server --bind 127.0.0.1 8420
until_ok 10 g curl -fsS -o /dev/null http://127.0.0.1:8420/
begun=$(now)
check "port taken: it starts all the same" g systemctl start figured
check "port taken: the log says so" until_ok 10 said "$begun" "page is not served.*127.0.0.1:8420.*Address already in use"
g systemctl stop squatter
check "port taken: the page is served once it is free" until_ok 30 g curl -fsS -o /dev/null http://127.0.0.1:8420/healthz

# --- a second figured on the same store
pid=$(main_pid)
second=$(g sh -c "cd / && CREDENTIALS_DIRECTORY=/run/credentials/figured.service RUNTIME_DIRECTORY=/tmp figured --config /etc/figured/figured.toml 2>&1")
check "second figured: it is refused, and the first is named" grep -q "cannot go on.*in use.*$pid" <<<"$second"
same "second figured: the first goes on" "$(main_pid)" "$pid"

# --- root backs up and restores
g rm -f /root/kept.db
check "backup while it runs" g figurectl backup /root/kept.db
nocheck "restore is refused while it runs" g figurectl restore /root/kept.db
g systemctl stop figured
check "restore as root" g figurectl restore /root/kept.db
owners() { g sh -c "stat -c %u $state/. $state/* | sort -u | wc -l"; }
same "restore: all is the service's" "$(owners)" 1
check "restore: it starts" g systemctl start figured
check "restore: it polls" until_ok 20 g curl -fsS -o /dev/null http://127.0.0.1:8420/readyz
g systemctl stop figured
g sh -c "mkdir -p /root/aside && mv $state/figured.db* /root/aside/ && echo none >/root/no-backup"
nocheck "restore of what is no backup" g figurectl restore /root/no-backup
check "restore to where nothing is" g figurectl restore /root/kept.db
same "restore to where nothing is: all is the service's" "$(owners)" 1
check "restore to where nothing is: it starts" g systemctl start figured

# --- the store is put where the service may not write
g systemctl stop figured
begun=$(now)
conf 99-path.toml $'[store]\npath = "/srv/figured.db"'
nocheck "store elsewhere: it does not start" g systemctl start figured
check "store elsewhere: the log says why" said "$begun" "cannot go on.*/srv/figured.db.*Read-only file system"
no_conf 99-path.toml
g systemctl reset-failed figured
check "store elsewhere: it starts where it may write" g systemctl start figured

# --- a disk that is full, or nearly
begun=$(now)
conf 55-room.toml $'[store]\nmin_free = "1024GiB"'
g systemctl reload figured
check "no room: intake pauses, and says so" until_ok 30 said "$begun" "intake paused.*store.min_free"
check "no room: STATUS= tells" until_ok 20 status_has "intake paused"
check "no room: it is not ready, with the reason" g sh -c 'curl -sS http://127.0.0.1:8420/readyz | grep -q "\"code\":\"paused\""'
check "no room: doctor finds it" doctor_says "^wrong *disk .*are kept free (store.min_free)"
no_conf 55-room.toml
g systemctl reload figured
check "no room: it goes on when there is room" until_ok 30 said "$begun" "intake resumed"

# --- what doctor tells to do works
g sh -c 'chmod 644 /etc/figured/wire.secret'
conf 56-secret.toml $'[[endpoint]]\nname = "open"\nurl = "http://127.0.0.1:9/"\nsecret_file = "/etc/figured/wire.secret"'
check "doctor: a secret that others can read" doctor_says "^wrong *secrets .*wire.secret' can be read by everybody"
g sh -c "$(g sh -c 'figurectl doctor --offline || :' | sed -n 's/.*→ \(chmod 600 [^,]*\).*/\1/p' | head -n 1)"
nocheck "doctor: its fix helps" doctor_says "wire.secret' can be read"
no_conf 56-secret.toml
check "doctor: the service cannot read a file" g sh -c '
  (umask 077 && echo >/etc/figured/conf.d/57-mine.toml) &&
  figurectl doctor --offline | grep -q "user cannot read .*57-mine.toml"; ok=$?; rm /etc/figured/conf.d/57-mine.toml; exit $ok'
check "doctor: root has left a file" g sh -c '
  touch /var/lib/figured/figured.db.mine &&
  figurectl doctor --offline | sed -n "s/.*→ \(chown .*figured.db.mine\)$/\1/p" | sh &&
  test "$(stat -c %u /var/lib/figured/figured.db.mine)" -ne 0 && rm /var/lib/figured/figured.db.mine'
g systemctl stop figured
check "doctor: figured does not run" doctor_says "→ systemctl start figured"
g systemctl start figured
check "doctor: nothing is wrong" g figurectl doctor --offline
check "top" g sh -c 'figurectl top --once | grep -q "^loops *all move on"'
