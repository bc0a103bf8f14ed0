# shellcheck shell=sh
# What asks for the values, and looks at them before anything is sent.

say() { printf '%s\n' "$1"; }
stop() { say "$1" >&2; exit 1; }

fill() { # text, what stands in the place of %s
  case $1 in
    *%s*) say "${1%%%s*}$2${1#*%s}" ;;
    *) say "$1" ;;
  esac
}

rest_of_paste() { # what was pasted behind the line that was taken; people do not type so fast
  stty -echo -icanon min 0 time 1
  dd bs=1024 count=64 2>/dev/null
  stty "$terminal"
}

check_tools() {
  # One that is no part of the shell would show everybody on the computer what it writes.
  case $(command -v printf) in */* | '') stop "$(fill "$text_needs_tool" printf)" ;; esac
  for tool in curl openssl od tr sed awk grep head tail cat date mktemp rm dd stty; do
    command -v "$tool" >/dev/null || stop "$(fill "$text_needs_tool" "$tool")"
  done
}

check_base() { # documented addresses; http only to this computer itself, for tests
  case " $bases " in *" $base "*) return 0 ;; esac
  case $base in
    http://127.0.0.1:*[!0-9]*) ;;
    http://127.0.0.1:[0-9]*) return 0 ;;
  esac
  stop "$(fill "$text_bad_base" "$base_variable")"
}

# [[places]]
place() { # label, address; lists it, or takes it where its number was chosen
  number=$((number + 1))
  case $chosen in
    '') say "  $number $1" ;;
    "$number") base=$2 ;;
  esac
}

choose() {
  [ -z "$base" ] || return 0
  chosen='' number=0
  say "$text_which_site"
  places
  printf '%s: ' "$text_number"
  IFS= read -r answer || :
  chosen=${answer:-none} number=0
  places
  [ -n "$base" ] || stop "$text_bad_number"
}

# [[/places]]
ask_hidden() { # label, what the environment holds; leaves $answer, and $again if it may be asked
  answer=$2 again='' rest=yes
  [ -z "$answer" ] || return 0
  while [ -n "$rest" ]; do
    [ ! -t 0 ] || stty -echo
    printf '%s: ' "$(fill "$text_hidden" "$1")"
    IFS= read -r answer && again=yes
    # [[private-key]]
    case $answer in
      *-----BEGIN*-----END*) ;;
      *-----BEGIN*)
        while IFS= read -r line; do
          answer=$answer$newline$line
          case $line in *-----END*) break ;; esac
        done
        ;;
    esac
    # [[/private-key]]
    rest=''
    [ ! -t 0 ] || rest=$(rest_of_paste | tr -d ' \t\r\n')
    echo
    [ -z "$rest" ] || fill "$text_pasted" "$1" >&2
  done
}

is_empty() { # label; holds where it may be asked again, else it ends
  [ -n "$again" ] || stop "$(fill "$text_empty" "$1")"
  fill "$text_empty" "$1" >&2
}

# [[private-key]]
take_private_key() { # whole, without what stands around it, and with line breaks as such
  kind=${answer#*-----END}
  answer=-----BEGIN${answer#*-----BEGIN}
  answer=${answer%%-----END*}-----END${kind%%-----*}-----
  answer=$(printf '%s\n' "$answer" | awk '{ gsub(/\r|\\r/, ""); gsub(/\\n/, "\n"); print }')
}

# [[/private-key]]
unquote() { # as a file in JSON holds it: "value", or "name": "value"
  case $answer in \"*\" | \"*\",) ;; *) return 0 ;; esac
  quoted=${answer%,}
  quoted=${quoted#?} quoted=${quoted%?}
  case $quoted in
    *\"*:*\"*)
      between=${quoted#*\"}
      case ${between%%\"*} in *[!:\ ]*) return 0 ;; esac
      quoted=${between#*\"}
      ;;
  esac
  case $quoted in '' | *\"*) ;; *) answer=$quoted ;; esac
}

trim() { # the ends of the answer, without what is invisible
  while :; do
    case $answer in
      [![:graph:]]*) answer=${answer#?} ;;
      *[![:graph:]]) answer=${answer%?} ;;
      *) break ;;
    esac
  done
}

ask() { # the same, without what is invisible at the ends
  ask_hidden "$1" "$2"
  # [[private-key]]
  case $answer in
    *-----BEGIN*-----END*-----*) take_private_key; return 0 ;;
    *-----BEGIN*) stop "$text_wrong_secret" ;;
  esac
  # [[/private-key]]
  whole=$answer
  trim
  unquote
  trim
  [ -z "$answer" ] || [ "$answer" = "$whole" ] || fill "$text_spaces_removed" "$1" >&2
  case $answer in
    '') is_empty "$1" && ask "$1" '' ;;
    *[![:graph:]]* | *[\"\'\`\\]*) stop "$(fill "$text_strange_inside" "$1")" ;;
  esac
}

# [[line]]
ask_line() { # the same for what people choose, which may hold spaces, but no line break
  ask_hidden "$1" "$2"
  whole=$answer
  while :; do
    case $answer in
      [[:cntrl:]]*) answer=${answer#?} ;;
      *[[:cntrl:]]) answer=${answer%?} ;;
      *) break ;;
    esac
  done
  [ -z "$answer" ] || [ "$answer" = "$whole" ] || fill "$text_spaces_removed" "$1" >&2
  case $answer in
    '') is_empty "$1" && ask_line "$1" '' ;;
    *[[:cntrl:]]*) stop "$(fill "$text_line_inside" "$1")" ;;
    ' '* | *' ') fill "$text_space_at_end" "$1" >&2 ;;
  esac
}

# [[/line]]
differ() { # a value that may not be the secret, and its label
  [ "$1" != "$secret" ] || stop "$(fill "$text_same" "$2")"
}

has_form() { # value, form; a key of several lines counts as one
  [ -n "$2" ] && printf '%s' "$1" | tr -d '\n' | grep -Eq -e "$2"
}

compare() { # a value, its label and its form; another value and its form
  # It ends where the value is certainly the other one, before it is sent.
  if has_form "$1" "$3" || ! has_form "$1" "$5"; then return; fi
  if [ -z "$3" ] && has_form "$4" "$5"; then return; fi
  stop "$(fill "$text_swapped" "$2")"
}
