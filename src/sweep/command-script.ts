/**
 * The parts of the script for cron, in the shell of POSIX. Nothing here depends on what is deleted: `command.ts` sets
 * the variables that these parts read, and quotes them.
 */

/** Token, lock and `call`. Reads `lock`, `pause` and the environment. */
export const scriptStart = String.raw`
export LC_ALL=C
umask 077

say() { printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1"; }
stop() { printf 'mediasweep: %s\n' "$1" >&2; exit 2; }

# The token: from the environment, else from a file that nobody else can read. It is never an argument of a program,
# where other users of this machine would see it.
token=$TOKEN
unset TOKEN
if [ -z "$token" ]; then
  file=$MEDIASWEEP_TOKEN_FILE
  [ -n "$file" ] || file=$HOME/.mediasweep-token
  [ -r "$file" ] || stop "no access token: set TOKEN, or put it into $file and chmod 600 that file"
  case $(ls -ldL -- "$file") in
    -r[w-]-------[!+]*) ;;
    *) stop "others can read $file: chmod 600 it" ;;
  esac
  token=$(sed -n '1s/[[:space:]]*$//p' < "$file")
fi
case $token in
  '' | *[!!-~]*) stop "the access token is empty, or holds blanks" ;;
esac

# One run at a time.
if command -v flock >/dev/null 2>&1; then
  exec 9>"$lock" || stop "cannot write $lock"
  flock -n 9 || stop "another run of this script is under way"
else
  mkdir "$lock.d" 2>/dev/null || stop "another run of this script is under way; if not, remove $lock.d"
  trap 'rmdir "$lock.d"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
fi

[ -z "$MEDIASWEEP_PAUSE_S" ] || pause=$MEDIASWEEP_PAUSE_S

field() { printf '%s\n' "$answer" | sed -n "s/^$1 //p" | sed -n '$p'; }

# call METHOD ADDRESS: sets "result" to answered (and "total"), gone (404) or lost (no answer, or none to rely on: it
# may have been carried out all the same). Waits and repeats after 429, which is safe: it was refused. Stops the script
# after any other refusal.
call() {
  tries=0
  while :; do
    begun=$(date +%s)
    answer=$(
      {
        printf 'Authorization: Bearer %s\n' "$token" |
          curl -g -sS -i --connect-timeout 30 -X "$1" -H @- -w '\nhttp %{http_code}' "$2"
        printf '\ncurl %s\n' "$?"
      } | sed -n \
        -e 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]: *0*\([0-9][0-9]*\).*/after \1/p' \
        -e 's/^{.*"retry_after_ms": *\([0-9][0-9]*\).*/after_ms \1/p' \
        -e 's/^{.*"errcode": *"\([A-Z_]*\)".*/errcode \1/p' \
        -e 's/^{.*"error": *"\([^"]*\)".*/error \1/p' \
        -e 's/^{.*"total": *\([0-9][0-9]*\).*/total \1/p' \
        -e 's/^http [0-9]*$/&/p' -e 's/^curl [0-9]*$/&/p'
    )
    took=$(($(date +%s) - begun))
    code=$(field http)
    total=$(field total)
    result=lost
    why="HTTP $code, curl $(field curl)"
    [ "$(field curl)" = 0 ] || return 0
    case $code in
      200) [ -z "$total" ] || result=answered; return 0 ;;
      5??) return 0 ;;
      404) [ "$(field errcode)" != M_NOT_FOUND ] || { result=gone; return 0; } ;;
      429) wait_for_turn; continue ;;
    esac
    stop "the homeserver refused this ($why): $(field errcode) $(field error)"
  done
}

wait_for_turn() {
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || stop "the homeserver asked to wait 100 times in a row"
  after=$(field after)
  after_ms=$(field after_ms)
  [ -n "$after" ] || [ -z "$after_ms" ] || after=$(((after_ms + 999) / 1000))
  [ -n "$after" ] || after=5
  [ "$after" -lt 3600 ] || after=3600
  sleep "$after"
}

# Waits after a lost answer, longer each time, and stops after the third in a row.
lost_in_a_row=0
least=
recover() {
  lost_in_a_row=$((lost_in_a_row + 1))
  # What a lost call deleted is counted nowhere.
  least='at least '
  say "$1: no answer to rely on ($why). What became of it is unknown."
  if [ "$lost_in_a_row" -ge 3 ]; then
    say "stopped after three lost answers in a row; deleted $least$sum"
    exit 1
  fi
  sleep $((pause * lost_in_a_row))
}
sum=0
`.trim();

/** Reads `days`, `before` (ms), `head` and `tail`, the address around the date. */
export const ruleBody = String.raw`
last=$((($(date +%s) - days * 86400) * 1000))
# How far the date moves with each call, in ms: from an hour to 32 days, by the time that a call took.
window=86400000
while :; do
  before=$((before + window))
  [ "$before" -lt "$last" ] || before=$last
  call POST "$head$before$tail"
  case $result in
    answered)
      lost_in_a_row=0
      sum=$((sum + total))
      say "before_ts=$before deleted $total"
      [ "$before" -lt "$last" ] || break
      [ "$took" -gt 5 ] || window=$((window * 2))
      [ "$took" -lt 20 ] || window=$((window / 2))
      ;;
    gone) stop "the homeserver refused this ($why): $(field error)" ;;
    # The next call runs over the same files again, and the last one is repeated.
    lost)
      recover "before_ts=$before"
      window=$((window / 2))
      ;;
  esac
  [ "$window" -ge 3600000 ] || window=3600000
  [ "$window" -le 2764800000 ] || window=2764800000
done
say "done: deleted $least$sum"
`.trim();

/** Reads `list`, an address, and `head` and `tail`, the address around the number of files to pass over. */
export const userBody = String.raw`
# Files that cannot be removed stay at the head of the list; each page starts behind them.
skip=0
while :; do
  call GET "$list"
  [ "$result" != answered ] || {
    left=$total
    [ "$left" -gt "$skip" ] || break
    call DELETE "$head$skip$tail"
  }
  case $result in
    answered)
      lost_in_a_row=0
      sum=$((sum + total))
      say "deleted $total of $left"
      page=$((left - skip))
      [ "$page" -le "$limit" ] || page=$limit
      [ "$total" -ge "$page" ] || skip=$((skip + page - total))
      ;;
    gone) stop "the homeserver does not know this user" ;;
    lost) recover "a page of $limit files" ;;
  esac
done
say "done: deleted $least$sum, still listed $left"
[ "$left" -eq 0 ] || exit 1
`.trim();

/** Reads `base`, the address before an ID; the encoded IDs come on descriptor 3, one a line. */
export const listBody = String.raw`
gone=0 failed=0 unknown=0
delete_one() {
  attempt=0
  while :; do
    call DELETE "$base$1"
    # A deletion by ID is safe to repeat.
    [ "$result" = lost ] && [ "$attempt" -lt 2 ] || break
    attempt=$((attempt + 1))
    sleep $((pause * attempt))
  done
  [ "$result" != gone ] || [ "$attempt" -eq 0 ] || { result=answered; total=1; }
  [ "$result" != answered ] || [ "$total" -gt 0 ] || result=failed
  case $result in
    answered) sum=$((sum + 1)); say "$1 deleted" ;;
    gone) gone=$((gone + 1)); say "$1 already gone" ;;
    failed) failed=$((failed + 1)); say "$1 failed: the server could not remove the file" ;;
    lost) unknown=$((unknown + 1)); say "$1 unknown: no answer to rely on ($why)" ;;
  esac
}
while read -r id <&3; do
  delete_one "$id"
  [ "$result" = lost ] || lost_in_a_row=0
  [ "$result" != lost ] || lost_in_a_row=$((lost_in_a_row + 1))
  [ "$lost_in_a_row" -lt 3 ] || { say "stopped after three lost answers in a row"; break; }
done 3<<'END OF IDS'
`.trim();

/** After the IDs. */
export const listEnd = String.raw`
END OF IDS
say "done: deleted $sum, already gone $gone, failed $failed, unknown $unknown"
[ $((failed + unknown)) -eq 0 ] || exit 1
`.trim();
