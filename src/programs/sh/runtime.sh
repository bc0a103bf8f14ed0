#!/bin/sh
# Tests an API key: does it work, and can it do only what it is meant for?
#
# Run it on your own computer, in a terminal: sh test-key.sh
#
# It asks for the values that "credentials" names without showing them, or takes them from
# the environment variables there. It sends them signed to the exchange and to nobody else,
# changes nothing and keeps nothing. It needs curl and openssl. It ends with the status of
# the outcome that it meets first, and with 1 where something goes wrong before.

set -u
LC_ALL=C
export LC_ALL

# [[data]]
about='Northwind: does this API key work, and can it do only what "Read only" needs?'
page='https://guides.example/northwind/'
base_variable=NORTHWIND_API_BASE
base=${NORTHWIND_API_BASE:-'https://api.northwind.example'}
bases='https://api.northwind.example'
secret_form=text
tolerance=30

text_arguments='This program takes no arguments.'
text_asking='Asking %s …'
text_bad_base='What stands in %s is no address of the exchange.'
text_bad_number='Start again, and type one of the numbers.'
text_cannot_sign='This computer could not sign with that key.'
text_certificate='The certificate of %s could not be checked.'
text_clock='Clock'
text_clock_ahead='this computer is %s seconds ahead'
text_clock_behind='this computer is %s seconds behind'
text_clock_right='right'
text_empty='%s is empty.'
text_hidden='%s (stays hidden)'
text_line_inside='There is a line break inside %s.'
text_needs_tool='This program needs %s.'
text_no_answer='No answer from %s.'
text_no_json='What answered at %s is not the API.'
text_number='Number'
text_read_more='More: %s'
text_no='no'
text_redirected='The answer points elsewhere (status %s).'
text_refused='The request was refused (status %s).'
text_rights_hidden='Look on the website.'
text_space_at_end='Careful: %s begins or ends with a space.'
text_spaces_removed='Careful: a space around %s was taken off.'
text_strange_answer='The answer is not what is documented (status %s).'
text_strange_inside='There is a space inside %s.'
text_swapped='This is a private key. Were the two values swapped?'
text_trouble='The exchange has trouble (status %s).'
text_unknown_error='This error is not on our list. What is: %s'
text_untold='the answer does not say'
text_which_site='On which site is your account?'
text_wrong_secret='This secret cannot be one for this kind of key.'

places() { # where the account is, address of the API
  place 'everywhere' 'https://api.northwind.example'
}

credentials() { # label, what the environment holds of it
  ask 'Key' "${NORTHWIND_API_KEY:-}"
  key=$answer
  unset NORTHWIND_API_KEY
  ask 'Secret' "${NORTHWIND_API_SECRET:-}"
  secret=$answer
  unset NORTHWIND_API_SECRET
  ask_line 'Passphrase' "${NORTHWIND_API_PASSPHRASE:-}"
  passphrase=$answer
  unset NORTHWIND_API_PASSPHRASE
}

repeats() { # whether a text holds what was typed
  case $1 in *"$key"* | *"$secret"* | *"$passphrase"*) true ;; *) false ;; esac
}

requests() { # method, path, what stands before it; what a good answer holds
  if send GET '/private' '' && finds 'code' is '0'; then judge; else fail refused; fi
}

judge() { # tests on the last answer; row or outcome, each with what is said around what was found
  judged=yes
  finds 'data\.perm' others 'read' && put look 'The answer also names: ' ''
}

rows() { # name, label, what stands there where judge tells nothing of it
  row works 'Works' 'yes'
}

outcomes() { # name, exit status, last line; the first that was met decides
  outcome refused 1 'Not proved.'
  outcome look
  outcome else 0 'As it should be for: Read only'
}

errors() { # signs of each error; its place on the page, and why it happens
  if has text 'Your IP ' ' is not listed' || has code 'BAD_IP' || has status 403; then
    because 'error-ip' 'The key is bound to other addresses.'
  else
    return 1
  fi
}
# [[/data]]

tab=$(printf '\t')
newline='
'
said='' drift='' found='' work='' failed='' judged=''

say() { printf '%s\n' "$1"; }
stop() { say "$1" >&2; exit 1; }

fill() { # text, what stands in the place of %s
  case $1 in
    *%s*) say "${1%%%s*}$2${1#*%s}" ;;
    *) say "$1" ;;
  esac
}

leave_terminal() { # as it was found, without the rest of what was pasted
  stty -echo -icanon min 0 time 1
  dd of=/dev/null bs=1024 count=64 2>/dev/null
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
  answer=$2 again=''
  [ -z "$answer" ] || return 0
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
  [ ! -t 0 ] || stty echo
  echo
}

is_empty() { # label; holds where it may be asked again, else it ends
  [ -n "$again" ] || stop "$(fill "$text_empty" "$1")"
  fill "$text_empty" "$1" >&2
}


ask() { # the same, without what is invisible at the ends
  ask_hidden "$1" "$2"
  whole=$answer
  while :; do
    case $answer in
      [![:graph:]]*) answer=${answer#?} ;;
      *[![:graph:]]) answer=${answer%?} ;;
      *) break ;;
    esac
  done
  # As a file in JSON holds it.
  case $answer in \"*\",) answer=${answer%,} ;; esac
  case $answer in \"*\") answer=${answer#?} answer=${answer%?} ;; esac
  [ -z "$answer" ] || [ "$answer" = "$whole" ] || fill "$text_spaces_removed" "$1" >&2
  case $answer in
    '') is_empty "$1" && ask "$1" '' ;;
    # [[private-key]]
    *-----BEGIN*) ;;
    # [[/private-key]]
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
. ./sign.sh

take_secret() { # looks at the secret, and puts it into the form in which it signs
  case $secret_form in
    # [[secret-text]]
    text)
      case $secret in *-----BEGIN*) stop "$text_wrong_secret" ;; esac
      secret_hex=$(printf '%s' "$secret" | to_hex)
      ;;
    # [[/secret-text]]
    # [[secret-base64]]
    base64)
      case $secret in
        *[!A-Za-z0-9+/=]* | *=[!=]* | *===) stop "$text_wrong_secret" ;;
      esac
      [ $((${#secret} % 4)) = 0 ] || stop "$text_wrong_secret"
      secret_hex=$(printf '%s' "$secret" | openssl base64 -d -A | to_hex)
      ;;
    # [[/secret-base64]]
    # [[secret-pem]]
    pem)
      case $secret in *-----BEGIN*-----END*) ;; *) stop "$text_wrong_secret" ;; esac
      ;;
    # [[/secret-pem]]
    # [[secret-ec-pem-or-ed25519]]
    ec-pem-or-ed25519)
      case $secret in
        *-----BEGIN*-----END*) algorithm=ES256 ;;
        *[!A-Za-z0-9+/=]*) stop "$text_wrong_secret" ;;
        *)
          [ "${#secret}" = 88 ] || stop "$text_wrong_secret"
          algorithm=EdDSA
          ;;
      esac
      ;;
    # [[/secret-ec-pem-or-ed25519]]
  esac
}

conf() { # option and value, for curl, so that no other program sees them
  printf '%s\n' "$2" | sed -e 's/[\\"]/\\&/g' -e "s/^/$1 = \"/" -e 's/$/"/'
}

# [[recipe]]
sign() { # the values of the request of $method and $path
  timestamp=$(date +%s)
  header=$(printf '%s' "${algorithm:-none}" | base64url)
  signature=$(printf '%s' "$timestamp$method$prefix$path" | hmac sha256 64 "$secret_hex" | to_hex)
  [ -n "$signature" ] || stop "$text_cannot_sign"
}

describe() { # the request, for curl
  conf url "$base$path"
  conf header 'X-Sign: '"$header.$signature"
}
# [[/recipe]]

. ./answer.sh

send() { # method, path, what stands before it; leaves $status, $content, $json, $flat, $drift;
  # holds for JSON and status 200
  method=$1 path=$2
  # [[prefix]]
  prefix=$3
  # [[/prefix]]
  sign
  response=$(
    {
      conf request "$method"
      describe
    } | curl -q -sS -m 30 --suppress-connect-headers -D - -A test-key --config -
  ) || case $? in
    35 | 51 | 58 | 60 | 77 | 83 | 91) stop "$(fill "$text_certificate" "$base")" ;;
    *) stop "$(fill "$text_no_answer" "$base")" ;;
  esac
  head=$(printf '%s\n' "$response" | part head)
  content=$(printf '%s\n' "$response" | part body)
  status=$(printf '%s\n' "$head" | sed -n 's/^HTTP[^ ]* *\([0-9]*\).*/\1/p' | tail -n 1)
  date=$(printf '%s\n' "$head" | sed -nE 's/^[Dd]ate: *(..., [0-9]+ ... [0-9]+ [0-9:]+ GMT)$/\1/p')
  [ -z "$date" ] || drift=$(($(date +%s) - $(printf '%s\n' "$date" | tail -n 1 | seconds_of)))
  json=yes
  flat=$(printf '%s\n' "$content" | flatten) || json=no
  [ "$status" = 200 ] && [ $json = yes ]
}

fail() { # outcome that follows where the last answer is not a good one; the first one counts
  [ -z "$failed" ] || return 0
  failed=$1 failed_status=$status failed_content=$content failed_flat=$flat failed_json=$json
}

show_answer() { # the first values, without what was typed in
  printf '%s\n' "$flat" | head -n 6 | while IFS=$tab read -r name value; do
    [ -z "$value" ] || repeats "$name: $value" || say "  $name: $value"
  done
}

has() { # kind of a sign, and the sign itself; only the kind that stands in $by is looked for
  [ "$1" = "$by" ] || return 1
  shift
  case $by in
    text) # in parts, between which anything may stand
      for piece in "$@"; do
        case $content in *"$piece"*) ;; *) return 1 ;; esac
      done
      ;;
    code) # a whole value; one with letters also within the text
      case $values in *"$newline$1$newline"*) return 0 ;; esac
      case $1 in *[A-Za-z]*) ;; *) return 1 ;; esac
      case $content in *"$1"*) ;; *) return 1 ;; esac
      ;;
    status) [ "$status" = "$1" ] ;;
  esac
}

because() { # place on the page, why it happens, outcome where that is more than a refusal
  [ $# = 2 ] || [ "$failed" != refused ] || failed=$3
  echo
  say "$2"
  fill "$text_read_more" "$page#$1"
}

explain() { # tells why the first answer that was not good is none
  status=$failed_status content=$failed_content flat=$failed_flat
  if [ "$failed" = look ]; then put look "$text_rights_hidden"; else put works "$text_no"; fi
  case $status:$failed_json in
    200:no) fill "$text_no_json" "$base"; return ;;
    200:*) fill "$text_strange_answer" "$status" ;;
    3*) fill "$text_redirected" "$status" ;;
    429:* | 5*) fill "$text_trouble" "$status" ;;
    *) fill "$text_refused" "$status" ;;
  esac
  show_answer
  values=$newline$(printf '%s\n' "$flat" | sed "s/^[^$tab]*$tab//")$newline
  for by in text code status none; do
    errors && break
  done
  [ "$by" != none ] || fill "$text_unknown_error" "$page#troubleshooting"
  echo
}

put() { # row or outcome, what is said of it: before what was found, and after it
  case $# in
    2) said=$said$1$tab$2$newline ;;
    *) said=$said$1$tab$2$(printf '%s' "$found" | tr '\n' ' ')$3$newline ;;
  esac
}

said_of() { printf '%s' "$said" | sed -n "s/^$1$tab//p" | awk '!seen[$0]++'; }

row() { # name, label, what stands there where nothing was put
  value=$(said_of "$1" | tail -n 1)
  printf '%-12s %s\n' "$2" "${value:-$3}"
}

row_clock() {
  if [ -z "$drift" ]; then clock=$text_untold
  elif [ "$drift" -gt "$tolerance" ]; then clock=$(fill "$text_clock_ahead" "$drift")
  elif [ "$drift" -lt "-$tolerance" ]; then clock=$(fill "$text_clock_behind" "${drift#-}")
  else clock=$text_clock_right
  fi
  row clock "$text_clock" "$clock"
}

outcome() { # name, exit status, last line: says what was put there, or ends with it
  if [ "$deciding" = no ]; then
    [ "$1" = alarm ] || said_of "$1"
  elif [ $# = 3 ] && { [ "$1" = else ] || [ "$1" = "$failed" ] || [ -n "$(said_of "$1")" ]; }; then
    say "$3"
    exit "$2"
  fi
}

check_tools
[ ! -t 0 ] || terminal=$(stty -g)
trap '[ -z "$work" ] || rm -f "$work"; [ ! -t 0 ] || leave_terminal' EXIT
trap 'exit 130' HUP INT QUIT TERM
[ $# = 0 ] || stop "$text_arguments"
say "$about"
# [[places]]
choose
# [[/places]]
base=${base%/}
check_base
credentials
# [[private-key]]
case $key in *-----BEGIN*) stop "$text_swapped" ;; esac
# [[/private-key]]
take_secret
# [[signature]]
work=$(mktemp) || exit 1
# [[/signature]]
fill "$text_asking" "$base"
requests
said_of alarm | head -n 1
[ -z "$failed" ] || explain
case $judged$failed in refused | elsewhere) ;; *) rows ;; esac
row_clock
echo
deciding=no
outcomes
deciding=yes
outcomes
