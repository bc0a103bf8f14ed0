# shellcheck shell=sh
# What reads an answer: its parts, its values, and the tests on them.

part() { # "head" or "body" of an answer, which comes in
  awk -v want="$1" '
    BEGIN { head = 1 }
    head {
      sub(/\r$/, "")
      if (/^HTTP\//) code = $2
      if ($0 == "" && code !~ /^1/) head = 0
      if (want == "head") print
      next
    }
    want == "body"'
}

# What a terminal could obey, and what this program could take for its own signs, becomes "?".
printable() { tr '\t\r\n' '   ' | tr -c ' -~' '?'; }

# A text as answers show it, whether it stands there in full or as escapes.
as_shown() { printf '%s' "$1" | tr -c ' -~' '?' | tr -s '?'; }

flatten() { # JSON comes in; a line "path<tab>value" goes out for each value; else it fails
  printable | awk '
    function path_of(depth,  i, path) {
      for (i = 1; i <= depth; i++) path = path (path == "" ? "" : ".") name[i]
      return path
    }
    function plain(text,  out, at, sign, code, i) { # what a text of JSON stands for
      while ((at = index(text, "\\")) > 0) {
        out = out substr(text, 1, at - 1)
        sign = substr(text, at + 1, 1)
        code = 0
        for (i = 2; sign == "u" && i < 6; i++)
          code = code * 16 + index("123456789abcdef", tolower(substr(text, at + i, 1)))
        if (code > 31 && code < 127) out = out sprintf("%c", code)
        else out = out (index("\"\\/", sign) ? sign : "?")
        text = substr(text, at + (sign == "u" ? 6 : 2))
      }
      return out text
    }
    function is_scalar(token) {
      return token ~ /^("|(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$)/
    }
    BEGIN { RS = ","; wants = "value" }
    {
      text = text $0 ","
      if (is_inside && $0 !~ /"/) next
      is_inside = 0
      while (match(text, /"([^"\\]|\\.)*"|[][{}:,]|[^][{}:," ]+/)) {
        if (substr(text, 1, RSTART - 1) ~ /"/) { # this text goes on behind the comma
          is_inside = 1
          next
        }
        token = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        inside = kind[depth]
        if (token == "{" || token == "[") {
          if (wants !~ /^value/ || (depth == 0 && opened++)) { bad = 1; exit }
          kind[++depth] = token
          name[depth] = 0
          wants = token == "{" ? "name or end" : "value or end"
        } else if (token == "}" || token == "]") {
          if (inside token != "{}" && inside token != "[]") { bad = 1; exit }
          if (wants != "comma" && wants !~ / or end$/) { bad = 1; exit }
          depth--
          if (wants != "comma") line[++lines] = path_of(depth) "\t" inside token
          wants = "comma"
        } else if (depth == 0) {
          if (token != "," || !opened) { bad = 1; exit }
        } else if (token == ",") {
          if (wants != "comma") { bad = 1; exit }
          if (inside == "[") name[depth]++
          wants = inside == "{" ? "name" : "value"
        } else if (token == ":") {
          if (wants != "colon") { bad = 1; exit }
          wants = "value"
        } else {
          if (!is_scalar(token)) { bad = 1; exit }
          is_text = token ~ /^"/
          if (is_text) token = plain(substr(token, 2, length(token) - 2))
          if (wants ~ /^name/ && is_text) {
            gsub(/\./, "?", token)
            name[depth] = token
            wants = "colon"
          } else if (wants ~ /^value/) {
            line[++lines] = path_of(depth) "\t" token
            wants = "comma"
          } else { bad = 1; exit }
        }
      }
    }
    END {
      if (bad || !opened || depth > 0 || text != "") exit 1
      for (i = 1; i <= lines; i++) print line[i]
    }'
}

seconds_of() { # "Sat, 21 Nov 2026 08:00:00 GMT" comes in, seconds since 1970 go out
  awk '{
    split($5, time, ":")
    month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $3) + 2) / 3
    year = $4
    if (month < 3) { month += 12; year-- }
    days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400)
    days += int((153 * (month - 3) + 2) / 5) + $2 - 719469
    printf "%.0f", days * 86400 + time[1] * 3600 + time[2] * 60 + time[3]
  }'
}

values_at() { # pattern of a path
  printf '%s\n' "$flat" | sed -nE "s/^($1)$tab//p"
}

parts_at() { values_at "$1" | tr , ' ' | tr -s ' ' '\n' | awk '!seen[$0]++'; } # each once

except() { # names, one a line, come in; those that are arguments or empty stay out
  while IFS= read -r name; do
    for known in '' "$@"; do [ "$name" != "$known" ] || continue 2; done
    say "$name"
  done
}

is_only() { # values, one a line; holds where there are some, and all of them are arguments
  [ -n "$1" ] || return 1
  some=$1
  shift
  ! printf '%s\n' "$some" | grep -Fqxv -e "$(printf '%s\n' "$@")"
}

# [[until]]
day_of() { # unit, and a time in it
  case $1:$2 in text:* | *:*[!0-9]*) say "$2"; return ;; esac
  seconds=$2
  [ "$1" = seconds ] || seconds=${2%???}
  date -u -d "@$seconds" +%Y-%m-%d 2>/dev/null || date -u -r "$seconds" +%Y-%m-%d 2>/dev/null ||
    say "$2"
}

# [[/until]]
# [[partner]]
addresses_at() { # as the page writes them: in lower case, without the mask of a single one
  parts_at "$1" | sed -E 's,/(32|128)$,,' | tr '[:upper:]' '[:lower:]'
}

# [[/partner]]
# A part that most addresses fit, and one that is an address or a range of them.
most_addresses='[0.:]+(/.*)?|.*/0*[0-7]'
whole_address='([0-9A-Fa-f]+[.:]|::)[0-9A-Fa-f.:]*(/[0-9]+)?'

finds() { # pattern of a path, test, names; leaves in $found what it finds, and fails without
  where=$1 test=$2
  shift 2
  case $test in
    is) values_at "$where" | grep -Fqx -e "$1" ;;
    isnt) ! values_at "$where" | grep -Fqx -e "$1" ;;
    lists) parts_at "$where" | grep -Fqx -e "$1" ;;
    lacks) ! parts_at "$where" | grep -Fqx -e "$1" ;;
    only) is_only "$(values_at "$where")" "$@" ;;
    strays) ! is_only "$(values_at "$where")" "$@" ;;
    among) is_only "$(parts_at "$where" | grep .)" "$@" ;;
    beyond) ! is_only "$(parts_at "$where" | grep .)" "$@" ;;
    bare)
      ! values_at "$where" | grep -q '^' || values_at "$where" | grep -Eqx '[, ]*' ||
        parts_at "$where" | grep -Fqx -e "$(printf '%s\n' "$@")" ||
        parts_at "$where" | grep -Eqx "$most_addresses"
      ;;
    odd)
      found=$(parts_at "$where" | except "$@" | grep -Evx "$whole_address")
      [ -n "$found" ]
      ;;
    items) values_at "$where" | grep -q '^' || [ "$(values_at "$1")" = '[]' ] ;;
    there) values_at "$where" | grep -q '^' ;;
    absent) ! values_at "$where" | grep -q '^' ;;
    others)
      found=$(parts_at "$where" | except "$@")
      [ -n "$found" ]
      ;;
    # [[flags]]
    flags) # last names of the paths at which "false" does not stand
      found=$(printf '%s\n' "$flat" | sed -nE "/${tab}false$/d; s/^($where)$tab.*/\1/p" |
        sed 's/.*\.//' | except "$@")
      [ -n "$found" ]
      ;;
    # [[/flags]]
    # [[until]]
    until) # the first name is the unit
      unit=$1
      shift
      found=$(values_at "$where" | except "$@" | head -n 1)
      [ -n "$found" ] && found=$(day_of "$unit" "$found")
      ;;
    # [[/until]]
    # [[partner]]
    foreign) # addresses that are shown in part cannot be compared
      found=$(addresses_at "$where" | grep -Fv '*' | except "$@")
      [ -n "$found" ]
      ;;
    unbound)
      found=$1
      ! addresses_at "$where" | grep -Fq -e '*' && ! addresses_at "$where" | grep -Fqx -e "$1"
      ;;
    # [[/partner]]
  esac
}
