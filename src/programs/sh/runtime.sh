#!/bin/sh
# Tests an API key: does it work, and can it do only what it is meant for?
#
# Run it on your own computer, in a terminal: sh test-key.sh
#
# It asks for the values that "credentials" names without showing them, or takes them from
# the environment variables there. It sends them signed to the exchange and to nobody else,
# changes nothing and keeps nothing. It needs curl and openssl. It ends with the status of
# the outcome that it meets first, and with 1 where something goes wrong before.

# No shell that was told to shows what it does, or hands its values to other programs: neither
# do the names of these, where somebody else gave them out.
{ set +avx; } 2>/dev/null
set -u
unset algorithm answer base between byte clock content date escapes failed_content failed_flat \
  flat found head header key left method name next number padded passphrase memo piece prefix \
  public quoted response rest said secret secret_hex signature some text told value values whole
LC_ALL=C
export LC_ALL

. ./data.sh

tab=$(printf '\t')
newline='
'
bom=$(printf '\357\273\277')
said='' drift='' found='' work='' failed='' rest='' judged=''

. ./ask.sh

. ./sign.sh

. ./answer.sh

conf() { # option and value, for curl, so that no other program sees them
  printf '%s\n' "$2" | sed -e 's/[\\"]/\\&/g' -e "s/^/$1 = \"/" -e 's/$/"/'
}

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
    } | {
      curl -q -sS -m 30 --max-filesize 3000000 --suppress-connect-headers -D - -A test-key --config -
      printf '\n%s' $?
    } | tr '\000' '?' # which no shell can hold
  )
  case ${response##*"$newline"} in
    0) ;;
    35 | 51 | 58 | 60 | 77 | 83 | 91) stop "$(fill "$text_certificate" "$base")" ;;
    *) stop "$(fill "$text_no_answer" "$base")" ;;
  esac
  response=${response%"$newline"*}
  head=$(printf '%s\n' "$response" | part head)
  content=$(printf '%s\n' "$response" | part body)
  status=$(printf '%s\n' "$head" | sed -n 's/^HTTP[^ ]* *\([0-9]*\).*/\1/p' | tail -n 1)
  date=$(printf '%s\n' "$head" | sed -nE 's/^[Dd]ate: *(..., [0-9]+ ... [0-9]+ [0-9:]+ GMT)$/\1/p')
  [ -z "$date" ] || drift=$(($(date +%s) - $(printf '%s\n' "$date" | tail -n 1 | seconds_of)))
  content=${content#"$bom"}
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
    [ -z "$value" ] || repeats "$name: $value" || printf '  %.300s\n' "$name: $value"
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
    *)
      found=$(printf '%s' "$found" | tr '\n' ' ')
      if repeats "$found"; then found='?'; fi
      said=$said$1$tab$2$(printf '%.300s' "$found")$3$newline
      ;;
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

outcome() { # name, exit status, last line, what stands before its lines where they stand in one;
  # says what was put there, or ends with it
  if [ "$deciding" = no ]; then
    if [ "$1" = alarm ]; then return; fi
    told=$(said_of "$1")
    if [ -z "$told" ]; then return; fi
    # Where something stands before them, they stand in one line.
    if [ -n "${4:-}" ]; then told=$4$(say "$told" | awk '{ printf "%s%s", NR == 1 ? "" : ", ", $0 }'); fi
    say "$told"
  elif [ -n "${3:-}" ] && { [ "$1" = else ] || [ "$1" = "$failed" ] || [ -n "$(said_of "$1")" ]; }; then
    say "$3"
    exit "$2"
  fi
}

check_tools
[ ! -t 0 ] || terminal=$(stty -g)
# It leaves no file, and nothing of a paste to whoever reads the terminal next.
trap '[ -z "$work" ] || rm -f "$work"; [ ! -t 0 ] || rest_of_paste >/dev/null' EXIT
trap 'exit 130' HUP INT QUIT TERM
[ $# = 0 ] || stop "$text_arguments"
say "$about"
# [[places]]
choose
# [[/places]]
base=${base%/}
check_base
credentials
forms
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
