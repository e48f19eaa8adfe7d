#!/usr/bin/env bash
# Tries the .deb in a Debian 12 that has nothing else: it installs, is described well, opens a record that was made
# before, survives an update over an older version, and goes again, leaving the record. As root:
#   tests/package/try.sh PACKAGE BRIDGE FOLDER [OLDER-PROGRAM OLDER-BRIDGE]
# BRIDGE makes and reads the record; FOLDER keeps the Debian between runs, and the pictures of the window. The older
# version is the same program under another number, or the one that is named, whose bridge makes the record then.
set -euo pipefail

package=$(realpath "$1") bridge=$(realpath "$2") folder=$(realpath -m "$3")
older=${4:+$(realpath "$4")} older_bridge=$(realpath "${5:-$2}")
suite=bookworm base=$folder/debian-12 tree=$folder/tree
id=app.handrail.Handrail
passphrase='seven small boats in the harbor'
helpers=(xvfb xauth dbus dbus-x11 xdotool x11-utils imagemagick desktop-file-utils appstream)
passed=0

holds() { passed=$((passed + 1)); printf 'ok %s\n' "$1"; }
fails() { printf 'FAILED %s\n' "$1" >&2; exit 1; }
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

mounted() { grep -q " $tree/$1 " /proc/mounts; }
leave() {
  local status=$?
  for place in dev/shm dev/pts dev proc; do ! mounted "$place" || umount --lazy "$tree/$place"; done
  exit "$status"
}
trap leave EXIT

# --- a Debian without anything ---------------------------------------------------------------------------------------
mirror=$(apt-get indextargets --format '$(URI)' 'Created-By: Packages' "Codename: $suite" | head -1 | sed 's|/dists/.*||')
mkdir -p "$folder"
if [ ! -e "$base/.whole" ]; then
  rm -rf "$base"
  debootstrap --variant=minbase "$suite" "$base" "${mirror:-http://deb.debian.org/debian}" > "$folder/debootstrap.log"
  # What the window is shown and looked at with; nothing that the package itself should bring.
  chroot "$base" /usr/bin/env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${helpers[@]}" \
    >> "$folder/debootstrap.log" 2>&1
  touch "$base/.whole"
fi
rm -rf --one-file-system "$tree"
cp -a --reflink=auto "$base" "$tree"
mount -t proc proc "$tree/proc"
mount --bind /dev "$tree/dev"
mount -t devpts devpts "$tree/dev/pts" -o newinstance,ptmxmode=0666
mount -t tmpfs tmpfs "$tree/dev/shm"
inside useradd --create-home client
home=/home/client record=$home/.local/share/$id

# --- the record, made before there is a package ----------------------------------------------------------------------
ask() { # bridge and folder, then operations and requests in turn; answers the last answer
  local by=$1 at=$2 line address token answer; shift 2
  : > "$folder/bridge.txt"
  "$by" --dir "$at" --port 0 --token package --now 2026-02-03T09:00 --zone America/New_York > "$folder/bridge.txt" &
  local pid=$!
  until line=$(grep -m1 '^READY ' "$folder/bridge.txt"); do kill -0 "$pid" || fails 'the bridge starts'; sleep 0.1; done
  address=${line#READY }; address=${address%%/\?*}
  while [ $# -gt 0 ]; do
    answer=$(curl -sS --fail-with-body -X POST "$address/api/$1" -H 'Authorization: Bearer package' -d "$2") \
      || fails "the operation $1 is accepted: $answer"
    shift 2
  done
  # Closed properly, so that no log lies beside it.
  curl -sS --fail-with-body -o /dev/null -X POST "$address/api/lock" -H 'Authorization: Bearer package' -d '{}' \
    || fails 'the record is locked again'
  kill "$pid"; wait "$pid" 2>/dev/null || true
  printf '%s' "$answer"
}
ask "$older_bridge" "$tree$record" create_vault "{\"passphrase\":\"$passphrase\",\"language\":\"en\"}" \
  save_mooring_lines '{"lines":[{"text":"Bring the form"}]}' > /dev/null
inside chown -R client:client "$home"
# What was put in, as that version tells it.
held() {
  ask "$1" "$tree$record" unlock "{\"passphrase\":\"$passphrase\"}" mooring '{}' | grep -o '"text":"[^"]*"'
  inside chown -R client:client "$home"
}
before=$(held "$older_bridge")
[[ $before == *'Bring the form'* ]] || fails 'the record holds what was put in'

# --- helpers of the trial --------------------------------------------------------------------------------------------
# Opens the installed app, waits for its window, unlocks it as a client would, and takes a picture. The log of an open
# database lies beside it, and only while it is open.
opens() {
  cat > "$tree/tmp/open.sh" <<'SCRIPT'
set -eu
export HOME=/home/client XDG_RUNTIME_DIR=/tmp/run-client LANG=C.UTF-8
mkdir -p -m 700 "$XDG_RUNTIME_DIR"
log=$HOME/.local/share/app.handrail.Handrail/handrail.db-wal
handrail & app=$!
# Up to a minute for what follows to hold.
until_it_holds() {
  for _ in $(seq 300); do
    if "$@"; then return 0; fi
    kill -0 "$app" || exit 10
    sleep 0.2
  done
  return 1
}
shown() { window=$(xdotool search --onlyvisible --name '^Handrail$' 2>/dev/null | head -1) && [ -n "$window" ]; }
is_open() { [ -e "$log" ]; }
until_it_holds shown || exit 11
! is_open || exit 12
# The page takes the keys once it is drawn; what was typed before is typed again.
for _ in 1 2 3 4 5 6; do
  xdotool windowfocus "$window" 2>/dev/null || true
  xdotool key ctrl+a
  xdotool type --delay 40 "$1"
  xdotool key Return
  for _ in $(seq 50); do is_open && break 2; sleep 0.2; done
done
is_open || { import -window root "/tmp/open-$2.png"; exit 13; }
sleep 3
import -window root "/tmp/open-$2.png"
# Locked, so that no log lies beside it at the next look.
xdotool key ctrl+l
for _ in $(seq 50); do is_open || break; sleep 0.2; done
# An older version may not know that key; its bridge closes the record then.
[ "$2" = older ] || ! is_open || exit 14
kill "$app"
wait "$app" || true
SCRIPT
  inside su client -c "xvfb-run -a -s '-screen 0 1100x780x24' dbus-run-session -- bash /tmp/open.sh '$passphrase' '$1'" \
    > "$folder/window-$1.txt" 2>&1 || { cat "$folder/window-$1.txt" >&2; cp "$tree/tmp/open-$1.png" "$folder/" || true; fails "the window of the $1 version shows and opens the record"; }
  cp "$tree/tmp/open-$1.png" "$folder/"
  holds "the window of the $1 version shows, and the passphrase opens the record in it ($folder/open-$1.png)"
}

# --- the older version, in whose place the new one comes --------------------------------------------------------------
rm -rf "$folder/older" && dpkg-deb -R "$package" "$folder/older"
version=$(dpkg-deb -f "$package" Version)
sed -i 's/^Version: .*/Version: 0.0.1/' "$folder/older/DEBIAN/control"
[ -z "$older" ] || install -m 755 "$older" "$folder/older/usr/bin/handrail"
dpkg-deb --root-owner-group -b "$folder/older" "$tree/tmp/older.deb" > /dev/null
cp "$package" "$tree/tmp/newer.deb"

inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends /tmp/older.deb > "$folder/apt.log" 2>&1 || { cat "$folder/apt.log" >&2; fails 'it installs with what it depends on'; }
holds 'it installs with what it depends on, and nothing that is recommended'
! inside ldd /usr/bin/handrail | grep -q 'not found' || fails 'every library is there'
holds 'every library is there'
inside desktop-file-validate /usr/share/applications/Handrail.desktop || fails 'the desktop entry is valid'
holds 'the desktop entry is valid'
inside appstreamcli validate --no-net --explain "/usr/share/metainfo/$id.metainfo.xml" || fails 'the AppStream data is valid'
holds 'the AppStream data is valid'
for file in /usr/share/icons/hicolor/{32x32,128x128}/apps/handrail.png /usr/share/doc/handrail/copyright; do
  inside test -s "$file" || fails "$file is there"
done
holds 'icons and licence are there'
opens older
[ "$(held "$older_bridge")" = "$before" ] || fails 'the older version has what was put in'

inside apt-get -qq install -y --no-install-recommends /tmp/newer.deb > "$folder/apt.log" 2>&1 || { cat "$folder/apt.log" >&2; fails 'it updates'; }
[ "$(inside dpkg-query -W -f '${Version}' handrail)" = "$version" ] || fails 'the newer version is installed'
holds "version $version takes the place of 0.0.1"
opens newer
[ "$(held "$bridge")" = "$before" ] || fails 'the newer version has what was put in'
holds 'the newer version has what was put in'

inside dpkg -L handrail > "$folder/files.txt"
inside apt-get -qq purge -y handrail > "$folder/apt.log" 2>&1 || fails 'it can be removed'
while read -r file; do
  [ -d "$tree$file" ] || ! [ -e "$tree$file" ] || fails "$file is gone"
done < "$folder/files.txt"
for kind in usr etc var/lib opt; do
  left=$(find "$tree/$kind" -iname '*handrail*' -not -path '*/dpkg/*' -not -path '*/apt/*')
  [ -z "$left" ] || fails "nothing of it is left: $left"
done
holds 'removed, it leaves no file of its own'
[ "$(held "$bridge")" = "$before" ] || fails 'the record is still there'
holds 'removed, it leaves the record'

size=$(stat -c %s "$package") program=$(dpkg-deb --fsys-tarfile "$package" | tar -tv --wildcards '*usr/bin/handrail' | awk '{ print $3 }')
printf 'package %.2f MB (at most 8), program %.2f MB (at most 16)\n' "$((size / 10000))e-2" "$((program / 10000))e-2"
[ "$size" -le 8000000 ] && [ "$program" -le 16000000 ] || fails 'sizes'
printf 'package: all %d hold\n' "$passed"
