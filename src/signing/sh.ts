import type { ProgramText } from '../i18n/en.ts';
import { type Condition, piecesOf, type RecipeValue } from '../model/signing.ts';
import type { PlannedRequest, TestPlan } from './plan.ts';
import { blocksOf, isPrivateKey, pathPattern, rawNamesOf, underscored } from './program.ts';

/**
 * The test program as a POSIX shell script that needs curl and openssl only.
 *
 * It keeps credentials out of the arguments of other programs, which everybody on the
 * computer can read. openssl's own `-hmac` takes the secret there, so HMAC (RFC 2104) is
 * put together from two hashes.
 *
 * Input: the plan and the words. Output: the script.
 */
export function renderShell(plan: TestPlan, text: ProgramText): string {
  const blocks = blocksOf(plan);
  return join([
    ['#!/bin/sh', ...text.about(plan, 'sh').map((line) => `# ${line}`.trimEnd())],
    start(plan, blocks.signatures.length > 0),
    asking(plan, text),
    bytesFunctions,
    blocks.hmac ? hmacFunction : [],
    blocks.base64url ? base64UrlFunction : [],
    blocks.signatures.some((algorithm) => algorithm.startsWith('es256'))
      ? rawSignatureFunction
      : [],
    blocks.signatures.includes('es256-or-eddsa') ? signByKeyFunction : [],
    answerFunctions,
    sending(plan, text),
    explaining(plan, text),
    judging(plan, text),
    main(plan, text),
  ]);
}

function join(parts: readonly (readonly string[])[]): string {
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A text as one word of the shell. */
export function shellQuote(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}

/** Literal text within a format of printf. */
function formatText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll('\n', '\\n');
}

/** A message with at most one `%s`, printed as a line. */
function print(message: string, value?: string): string {
  const format = shellQuote(`${message.split('%s').map(formatText).join('%s')}\\n`);
  return `printf ${format}${value === undefined ? '' : ` ${value}`}`;
}

function start(plan: TestPlan, needsFile: boolean): string[] {
  return [
    'set -u',
    'LC_ALL=C',
    'export LC_ALL',
    ...(needsFile ? ['work=$(mktemp) || exit 1'] : []),
    `trap '${needsFile ? 'rm -f "$work"; ' : ''}[ ! -t 0 ] || stty echo' EXIT`,
    "trap 'exit 130' HUP INT TERM",
    `tab=$(printf '\\t')`,
    'requests=0 too_much=0 too_little=0',
    "notes='' drift=''",
    `withdraws=${firstState(plan, 'withdraw')} trades=${firstState(plan, 'trade')}`,
  ];
}

/** What is known before the answer: "no" where it would tell, else that it does not tell. */
function firstState({ rights }: TestPlan, kind: 'withdraw' | 'trade'): 'no' | 'untold' {
  return rights?.shows.some((right) => right.kind === kind) ? 'no' : 'untold';
}

function asking({ secret, credentials }: TestPlan, text: ProgramText): string[] {
  const manyLines = isPrivateKey(secret)
    ? [
        '  case $answer in',
        '    *-----BEGIN*-----END*) ;;',
        '    *-----BEGIN*)',
        '      while IFS= read -r line; do',
        '        answer="$answer\\n$line"',
        '        case $line in *-----END*) break ;; esac',
        '      done',
        '      ;;',
        '  esac',
      ]
    : [];
  return [
    'ask() { # label; leaves $answer',
    `  printf '%s: ' "$1"`,
    '  IFS= read -r answer || :',
    '}',
    '',
    'ask_hidden() { # value from the environment, label; leaves $answer',
    '  answer=$1',
    '  [ -z "$answer" ] || return 0',
    '  [ ! -t 0 ] || stty -echo',
    '  ask "$2"',
    ...manyLines,
    '  [ ! -t 0 ] || stty echo',
    '  echo',
    '}',
    '',
    'clean() { # label; takes spaces and line breaks off the ends of $answer',
    '  whole=$answer',
    '  while :; do',
    '    case $answer in',
    '      [[:space:]]*) answer=${answer#?} ;;',
    '      *[[:space:]]) answer=${answer%?} ;;',
    '      *) break ;;',
    '    esac',
    '  done',
    `  [ "$answer" = "$whole" ] || ${print(text.spacesRemoved, '"$1"')} >&2`,
    '  case $answer in',
    `    '') ${print(text.empty, '"$1"')} >&2; exit 1 ;;`,
    ...(isPrivateKey(secret) ? ['    *-----BEGIN*) ;;'] : []),
    `    *[[:space:]]*) ${print(text.spaceInside, '"$1"')} >&2 ;;`,
    '  esac',
    '}',
    ...(credentials.some(({ variable }) => variable === 'passphrase' || variable === 'memo')
      ? [
          '',
          'clean_line() { # label; a passphrase may hold spaces, but no line break',
          `  answer=$(printf '%s' "$answer" | tr -d '\\r\\n')`,
          '  case $answer in',
          `    '') ${print(text.empty, '"$1"')} >&2; exit 1 ;;`,
          `    [[:space:]]* | *[[:space:]]) ${print(text.spaceAtEnd, '"$1"')} >&2 ;;`,
          '  esac',
          '}',
        ]
      : []),
  ];
}

const bytesFunctions = [
  'to_hex() { od -An -v -tx1 | tr -dc 0-9a-f; }',
  '',
  'from_hex() { # hexadecimal text, and a number that each byte is combined with',
  "  left=$1 escapes=''",
  '  while [ -n "$left" ]; do',
  '    next=${left#??}',
  '    byte=$((0x${left%"$next"} ^ ${2:-0}))',
  '    escapes="$escapes\\\\$((byte / 64))$((byte / 8 % 8))$((byte % 8))"',
  '    left=$next',
  '  done',
  '  # shellcheck disable=SC2059 # the format is nothing but octal numbers',
  '  printf "$escapes"',
  '}',
];

const hmacFunction = [
  'hmac() { # hash, bytes in a block of the hash, key in hexadecimal; the message comes in',
  '  padded=$3',
  '  if [ "${#padded}" -gt "$(($2 * 2))" ]; then',
  '    padded=$(from_hex "$padded" | openssl dgst "-$1" -binary | to_hex)',
  '  fi',
  '  while [ "${#padded}" -lt "$(($2 * 2))" ]; do padded=${padded}00; done',
  '  {',
  '    from_hex "$padded" 92',
  '    { from_hex "$padded" 54; cat; } | openssl dgst "-$1" -binary',
  '  } | openssl dgst "-$1" -binary',
  '}',
];

const base64UrlFunction = [`base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }`];

const rawSignatureFunction = [
  'raw_signature() { # a DER signature comes in, its two numbers of 32 bytes go out',
  "  from_hex \"$(openssl asn1parse -inform DER | sed -n 's/.*INTEGER *://p' |",
  `    while IFS= read -r number; do printf '%64s' "$number"; done | tr ' ' 0)"`,
  '}',
];

const signByKeyFunction = [
  'sign_by_key() {',
  '  case $secret in',
  `    *-----BEGIN*) ${signing('es256')} ;;`,
  '    *) # 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8',
  '      {',
  '        from_hex 302e020100300506032b657004220420',
  `        printf '%s' "$secret" | openssl base64 -d -A | head -c 32`,
  '      } | openssl pkeyutl -sign -rawin -keyform DER -inkey /dev/stdin -in "$work" ;;',
  '  esac',
  '}',
];

/** The private key goes to openssl on standard input, the text to sign in a file. */
function signing(algorithm: Extract<RecipeValue, { make: 'signature' }>['algorithm']): string {
  const key = `printf '%b\\n' "$secret"`;
  switch (algorithm) {
    case 'rsa-sha256':
      return `${key} | openssl dgst -sha256 -sign /dev/stdin "$work"`;
    case 'es256':
      return `${key} | openssl dgst -sha256 -sign /dev/stdin "$work" | raw_signature`;
    case 'ed25519':
      return `${key} | openssl pkeyutl -sign -rawin -inkey /dev/stdin -in "$work"`;
    case 'es256-or-eddsa':
      return 'sign_by_key';
  }
}

/** Reading an answer: head and body, JSON, the date. */
const answerFunctions = [
  'part() { # "head" or "body" of an answer, which comes in',
  `  awk -v want="$1" '`,
  '    BEGIN { head = 1 }',
  '    head {',
  '      sub(/\\r$/, "")',
  '      if (/^HTTP\\//) code = $2',
  '      if ($0 == "" && code !~ /^1/) head = 0',
  '      if (want == "head") print',
  '      next',
  '    }',
  `    want == "body"'`,
  '}',
  '',
  'flatten() { # JSON comes in; a line "path<tab>value" goes out for each value',
  "  awk '",
  '    { text = text $0 " " }',
  '    END {',
  '      while (match(text, /"([^"\\\\]|\\\\.)*"|[][{}:,]|[^][{}:," \\t\\r]+/)) {',
  '        token = substr(text, RSTART, RLENGTH)',
  '        text = substr(text, RSTART + RLENGTH)',
  '        if (token == "{" || token == "[") {',
  '          kind[++depth] = token',
  '          name[depth] = 0',
  '          is_name = token == "{"',
  '        } else if (token == "}" || token == "]") {',
  '          depth--',
  '        } else if (token == ",") {',
  '          if (kind[depth] == "[") name[depth]++',
  '          is_name = kind[depth] == "{"',
  '        } else if (token == ":") {',
  '          is_name = 0',
  '        } else {',
  '          if (token ~ /^"/) {',
  '            token = substr(token, 2, length(token) - 2)',
  '            gsub(/\\\\"/, "\\"", token)',
  '            gsub(/\\\\\\//, "/", token)',
  '          }',
  '          if (is_name) { name[depth] = token; continue }',
  '          path = name[1]',
  '          for (i = 2; i <= depth; i++) path = path "." name[i]',
  '          print path "\\t" token',
  '        }',
  '      }',
  "    }'",
  '}',
  '',
  'seconds_of() { # "Sat, 21 Nov 2026 08:00:00 GMT" comes in, seconds since 1970 go out',
  "  awk '{",
  '    split($5, time, ":")',
  '    month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $3) + 2) / 3',
  '    year = $4',
  '    if (month < 3) { month += 12; year-- }',
  '    days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400)',
  '    days += int((153 * (month - 3) + 2) / 5) + $2 - 719469',
  '    printf "%d", days * 86400 + time[1] * 3600 + time[2] * 60 + time[3]',
  "  }'",
  '}',
  '',
  'values_at() { # pattern of a path',
  `  printf '%s\\n' "$flat" | sed -nE "s/^$1$tab//p"`,
  '}',
  '',
  'holds() { # pattern of a path, comparison, value',
  '  found=$(values_at "$1")',
  '  case $2 in',
  `    is) printf '%s\\n' "$found" | grep -Fqx -e "$3" ;;`,
  `    is-not) [ -n "$found" ] && ! printf '%s\\n' "$found" | grep -Fqx -e "$3" ;;`,
  `    lists) printf '%s\\n' "$found" | tr -s ', ' '\\n\\n' | grep -Fqx -e "$3" ;;`,
  '    absent) [ -z "$found" ] ;;',
  '  esac',
  '}',
];

function sending(plan: TestPlan, text: ProgramText): string[] {
  const { values, send, succeeds } = plan;
  const rawNames = rawNamesOf(plan);
  const config = [
    `conf url "$base${inner(send.url)}"`,
    'conf request "$method"',
    ...Object.entries(send.headers).map(
      ([name, template]) => `conf header ${word(`${name}: ${template}`)}`,
    ),
    ...(send.body === undefined ? [] : [`conf data-raw ${word(send.body)}`]),
  ];
  return [
    'conf() { # option and value, for curl, so that no other program sees them',
    `  printf '%s\\n' "$2" | sed -e 's/[\\\\"]/\\\\&/g' -e "s/^/$1 = \\"/" -e 's/$/"/'`,
    '}',
    '',
    'send() { # method, prefix, path; leaves $status, $content and $flat',
    '  # shellcheck disable=SC2034 # not every exchange signs all of these',
    '  method=$1 prefix=$2 path=$3',
    '  requests=$((requests + 1))',
    ...values.flatMap((value) => assign(value, rawNames, text).map((line) => `  ${line}`)),
    '  response=$(',
    '    {',
    ...config.map((line) => `      ${line}`),
    '    } | curl -q -sS -m 30 --suppress-connect-headers -D - -A test-key --config -',
    `  ) || { ${print(text.noAnswer, '"$base"')} >&2; exit 1; }`,
    `  head=$(printf '%s\\n' "$response" | part head)`,
    `  content=$(printf '%s\\n' "$response" | part body)`,
    `  status=$(printf '%s\\n' "$head" | sed -n 's/^HTTP[^ ]* *\\([0-9]*\\).*/\\1/p' | tail -n 1)`,
    `  date=$(printf '%s\\n' "$head" | sed -n 's/^[Dd][Aa][Tt][Ee]: *//p' | tail -n 1)`,
    `  [ -z "$date" ] || drift=$(($(date +%s) - $(printf '%s\\n' "$date" | seconds_of)))`,
    '  case $content in',
    `    '{'* | '['*) flat=$(printf '%s\\n' "$content" | flatten) ;;`,
    "    *) flat='' ;;",
    '  esac',
    succeeds === undefined
      ? '  [ "$status" = 200 ]'
      : `  [ "$status" = 200 ] && holds ${test(succeeds)}`,
    '}',
  ];
}

/** The value of a recipe as an assignment. */
function assign(value: RecipeValue, rawNames: ReadonlySet<string>, text: ProgramText): string[] {
  const name = underscored(value.name);
  switch (value.make) {
    case 'clock': {
      if (value.unit === 'iso') return [`${name}=$(date -u +%Y-%m-%dT%H:%M:%S.000Z)`];
      const seconds = value.plus === undefined ? '$(date +%s)' : `$(($(date +%s) + ${value.plus}))`;
      return [`${name}=${seconds}${value.unit === 'milliseconds' ? '000' : ''}`];
    }
    case 'counter':
      return [
        value.unit === 'seconds'
          ? `${name}=$(($(date +%s) + requests))`
          : `${name}=$(($(date +%s) * 1000 + requests))`,
      ];
    case 'random':
      return [`${name}=$(openssl rand -hex ${value.characters / 2})`];
    case 'text':
      return [
        value.as === 'plain'
          ? `${name}=${word(value.of)}`
          : `${name}=$(${bytes(value.of, rawNames)} | ${coder(value.as)})`,
      ];
    case 'hash':
      return [
        `${name}=$(${bytes(value.of, rawNames)} | openssl dgst -${value.hash} -binary | ${coder(value.as)})`,
      ];
    case 'hmac': {
      const block = value.hash === 'sha256' ? 64 : 128;
      const key = value.with === undefined ? 'secret_hex' : underscored(value.with);
      return [
        `${name}=$(${bytes(value.of, rawNames)} | hmac ${value.hash} ${block} "$${key}" | ${coder(value.as)})`,
      ];
    }
    case 'signature':
      return [
        `${bytes(value.of, rawNames)} >"$work"`,
        `${name}=$(${signing(value.algorithm)} | ${coder(value.as)})`,
        `[ -n "$${name}" ] || { ${print(text.cannotSign)} >&2; exit 1; }`,
      ];
  }
}

/** Bytes are kept as hexadecimal text: variables of a shell cannot hold every byte. */
function coder(form: 'hex' | 'upper-hex' | 'raw' | 'base64' | 'base64url'): string {
  switch (form) {
    case 'hex':
    case 'raw':
      return 'to_hex';
    case 'upper-hex':
      return 'to_hex | tr a-f A-F';
    case 'base64':
      return 'openssl base64 -A';
    case 'base64url':
      return 'base64url';
  }
}

/** A command that writes a template, bytes included. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const commands: string[] = [];
  let format = '';
  let holes: string[] = [];
  const flush = (): void => {
    if (format !== '') commands.push(['printf', shellQuote(format), ...holes].join(' '));
    format = '';
    holes = [];
  };
  for (const piece of piecesOf(template)) {
    if ('text' in piece) format += formatText(piece.text);
    else if (rawNames.has(piece.hole)) {
      flush();
      commands.push(`from_hex "$${underscored(piece.hole)}"`);
    } else {
      format += '%s';
      holes.push(`"$${underscored(piece.hole)}"`);
    }
  }
  flush();
  if (commands.length === 0) return "printf ''";
  return commands.length === 1 ? (commands[0] ?? '') : `{ ${commands.join('; ')}; }`;
}

/** A template as one word; what it names is text. */
function word(template: string): string {
  return `"${inner(template)}"`;
}

/** A template as it stands between double quotes. */
function inner(template: string): string {
  return piecesOf(template)
    .map((piece) =>
      'text' in piece
        ? piece.text.replaceAll(/[\\"$`]/g, '\\$&')
        : `\${${underscored(piece.hole)}}`,
    )
    .join('');
}

/** A condition as arguments of `holds`. */
function test({ path, is, isNot, lists }: Condition): string {
  const [comparison, value] =
    is !== undefined
      ? ['is', is]
      : isNot !== undefined
        ? ['is-not', isNot]
        : lists !== undefined
          ? ['lists', lists]
          : ['absent', ''];
  return `${shellQuote(pathPattern(path))} ${comparison} ${shellQuote(value)}`;
}

function explaining({ errors, page }: TestPlan, text: ProgramText): string[] {
  const tries = (kind: 'text' | 'code' | 'status'): string[] =>
    errors.flatMap(({ texts, codes, http }, index) => {
      const found = { text: texts, code: codes, status: codes.length > 0 ? [] : http }[kind];
      const words = found.map((part) => shellQuote(String(part))).join(' ');
      return words === '' ? [] : [`  fits ${index + 1} ${kind} ${words}`];
    });
  return [
    'fits() { # number of an explanation, what of the answer, what it may be',
    '  number=$1 what=$2',
    '  shift 2',
    '  [ -z "$entry" ] || return 0',
    '  for sign do',
    '    case $what in',
    `      text) printf '%s\\n' "$content" | grep -Fq -e "$sign" || continue ;;`,
    `      code) printf '%s\\n' "$flat" | sed "s/^[^$tab]*$tab//" | grep -Fqx -e "$sign" || has_word "$sign" || continue ;;`,
    '      status) [ "$status" = "$sign" ] || continue ;;',
    '    esac',
    '    entry=$number',
    '    return 0',
    '  done',
    '}',
    '',
    'has_word() { # a code of letters, in an answer that is no JSON',
    `  case $1 in *[A-Za-z]*) printf '%s\\n' "$content" | grep -Fq -e "$1" ;; *) return 1 ;; esac`,
    '}',
    '',
    'tell() { # explanation, address of more',
    `  printf '\\n%s\\n' "$1"`,
    `  ${print(text.readMore, '"$2"')}`,
    '}',
    '',
    'show_answer() { # the first values, without what was typed in',
    `  printf '%s\\n' "$flat" | head -n 6 | while IFS=$tab read -r name value; do`,
    '    case $value in',
    `      '' | *"$key"* | *"$secret"*) ;;`,
    `      *) printf '  %s: %s\\n' "$name" "$value" ;;`,
    '    esac',
    '  done',
    '}',
    '',
    'explain() {',
    "  entry=''",
    `  ${print(text.refused, '"$status"')}`,
    '  show_answer',
    ...tries('text'),
    ...tries('code'),
    ...tries('status'),
    '  case $entry in',
    ...errors.map(
      ({ says, url }, index) => `    ${index + 1}) tell ${shellQuote(says)} ${shellQuote(url)} ;;`,
    ),
    `    *) ${print(text.unknownError, shellQuote(`${page}#troubleshooting`))} ;;`,
    '  esac',
    '  say_clock',
    '  exit 1',
    '}',
  ];
}

function judging(plan: TestPlan, text: ProgramText): string[] {
  const { rights, tolerance } = plan;
  const clock = [
    'say_clock() {',
    `  if [ -z "$drift" ]; then row ${shellQuote(text.clock)} ${shellQuote(text.untold)}`,
    `  elif [ "$drift" -gt ${tolerance} ]; then row ${shellQuote(text.clock)} "$(${print(text.clockAhead, '"$drift"')})"`,
    `  elif [ "$drift" -lt -${tolerance} ]; then row ${shellQuote(text.clock)} "$(${print(text.clockBehind, '"${drift#-}"')})"`,
    `  else row ${shellQuote(text.clock)} ${shellQuote(text.clockRight)}`,
    '  fi',
    '}',
  ];
  const base = [
    `row() { printf '%-12s %s\\n' "$1" "$2"; }`,
    '',
    ...clock,
    '',
    'state() { # yes, no, untold',
    '  case $1 in',
    `    yes) printf '%s' ${shellQuote(text.yes)} ;;`,
    `    no) printf '%s' ${shellQuote(text.no)} ;;`,
    `    *) printf '%s' ${shellQuote(text.untold)} ;;`,
    '  esac',
    '}',
  ];
  if (rights === undefined) return base;
  return [
    ...base,
    '',
    'note() { # message; printed below the summary',
    '  notes="$notes$1',
    '"',
    '}',
    '',
    'right() { # what is wanted, kind, label, pattern of a path, comparison, value, optional',
    '  if holds "$4" "$5" "$6"; then',
    '    case $2 in withdraw) withdraws=yes ;; trade) trades=yes ;; esac',
    '    case $1 in',
    '      never | unwanted)',
    '        too_much=1',
    `        note "$(${print(text.tooMuch, '"$3"')})"`,
    '        ;;',
    '    esac',
    '  elif [ -n "${7:-}" ] && [ -z "$(values_at "$4")" ]; then',
    `    note "$(${print(text.lookYourself, '"$3"')})"`,
    '  elif [ "$1" = needed ]; then',
    '    too_little=1',
    `    note "$(${print(text.tooLittle, '"$3"')})"`,
    '  fi',
    '}',
    '',
    'unknown() { # names, one a line, come in; the arguments are the known ones',
    '  while IFS= read -r name; do',
    '    for known do [ "$name" != "$known" ] || continue 2; done',
    `    [ -z "$name" ] || printf '%s\\n' "$name"`,
    '  done',
    '}',
    '',
    'further() { # names of rights that we do not know',
    '  [ -n "$1" ] || return 0',
    '  too_much=1',
    `  note "$(${print(text.unknownRight, `"$(printf '%s' "$1" | tr '\\n' ' ')"`)})"`,
    '}',
    '',
    'judge() {',
    ...rights.shows.map(
      ({ want, kind, label, when, optional }) =>
        `  right ${want} ${kind} ${shellQuote(label)} ${test(when)}${optional ? ' optional' : ''}`,
    ),
    ...rights.family.map(({ path, form, known }) => {
      const names =
        form === 'list'
          ? `values_at ${shellQuote(pathPattern(path))} | tr -s ', ' '\\n\\n'`
          : `printf '%s\\n' "$flat" | sed -nE "s/^(${pathPattern(path)})\${tab}true$/\\1/p" | sed 's/.*\\.//'`;
      return `  further "$(${names} | unknown ${known.map((name) => shellQuote(name)).join(' ')})"`;
    }),
    ...(rights.addresses === undefined
      ? []
      : rights.addresses.form === 'flag'
        ? [
            `  if holds ${test({ path: rights.addresses.path, is: 'true' })}; then`,
            `    addresses=${shellQuote(text.bound)}`,
            '  else',
            `    addresses=${shellQuote(text.notBound)}`,
            '  fi',
          ]
        : [
            `  addresses=$(values_at ${shellQuote(pathPattern(rights.addresses.path))} | tr -s ', ' '\\n\\n' |`,
            `    unknown null ${rights.addresses.open.map((name) => shellQuote(name)).join(' ')} | tr '\\n' ' ')`,
            `  [ -n "$addresses" ] || addresses=${shellQuote(text.notBound)}`,
          ]),
    ...(rights.ends === undefined
      ? []
      : [
          `  ends=$(values_at ${shellQuote(pathPattern(rights.ends.path))} | unknown null ${rights.ends.never.map((name) => shellQuote(name)).join(' ')} | head -n 1)`,
          ...(rights.ends.unit === 'text'
            ? []
            : [
                ...(rights.ends.unit === 'milliseconds' ? ['  ends=${ends%???}'] : []),
                '  [ -z "$ends" ] ||',
                '    ends=$(date -u -d "@$ends" +%Y-%m-%d 2>/dev/null || date -u -r "$ends" +%Y-%m-%d)',
              ]),
          `  [ -n "$ends" ] || ends=${shellQuote(text.noEnd)}`,
        ]),
    '}',
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, page, untold } = plan;
  const call = ({ method, prefix, path }: PlannedRequest): string =>
    `send ${method} ${shellQuote(prefix)} ${shellQuote(path)} || explain`;
  return [
    `base=\${${plan.baseVariable}:-}`,
    ...choosing(places, text),
    'base=${base%/}',
    '# shellcheck disable=SC2034 # some exchanges sign the name of the host',
    'host=${base#*://}',
    ...credentials.flatMap(({ variable, label, environment }) => {
      const cleaner = variable === 'key' || variable === 'secret' ? 'clean' : 'clean_line';
      return [
        '',
        `ask_hidden "\${${environment}:-}" ${shellQuote(text.hidden(label))}`,
        `${cleaner} ${shellQuote(label)}`,
        `${variable}=$answer`,
      ];
    }),
    ...secretPart(plan, text),
    '',
    print(text.asking, '"$base"'),
    ...reading.map(call),
    ...(rights === undefined ? [] : [call(rights.request), 'judge']),
    '',
    `row ${shellQuote(text.works)} ${shellQuote(
      reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)),
    )}`,
    `row ${shellQuote(text.withdraws)} "$(state "$withdraws")"`,
    `row ${shellQuote(text.trades)} "$(state "$trades")"`,
    `row ${shellQuote(text.addresses)} ${rights?.addresses ? '"$addresses"' : shellQuote(text.untold)}`,
    `row ${shellQuote(text.ends)} ${rights?.ends ? '"$ends"' : shellQuote(text.untold)}`,
    'say_clock',
    `printf '\\n%s' "$notes"`,
    ...(untold.length === 0 ? [] : [print(text.lookYourself, shellQuote(untold.join(', ')))]),
    'if [ "$too_much" = 1 ]; then',
    `  ${print(text.endTooMuch, shellQuote(`${page}#set-permissions`))}`,
    '  exit 2',
    'elif [ "$too_little" = 1 ]; then',
    `  ${print(text.endTooLittle, shellQuote(`${page}#set-permissions`))}`,
    '  exit 1',
    'fi',
    print(rights === undefined ? text.endWorks : text.endRight, shellQuote(plan.useCase)),
  ];
}

function choosing(places: TestPlan['places'], text: ProgramText): string[] {
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return [`[ -n "$base" ] || base=${shellQuote(only.base)}`];
  }
  return [
    'if [ -z "$base" ]; then',
    `  ${print(text.whichSite)}`,
    ...places.map(({ label }, index) => `  ${print(`  ${index + 1} ${label}`)}`),
    `  ask ${shellQuote(text.number)}`,
    '  case $answer in',
    ...places.map(({ base }, index) => `    ${index + 1}) base=${shellQuote(base)} ;;`),
    `    *) ${print(text.badNumber)} >&2; exit 1 ;;`,
    '  esac',
    'fi',
  ];
}

/** The secret in the form in which it signs, or a message where it cannot be one. */
function secretPart({ secret }: TestPlan, text: ProgramText): string[] {
  const wrong = `${print(text.wrongSecret)} >&2; exit 1`;
  switch (secret) {
    case 'text':
      return [
        `case $secret in *-----BEGIN*) ${wrong} ;; esac`,
        `secret_hex=$(printf '%s' "$secret" | to_hex)`,
      ];
    case 'base64':
      return [
        `case $secret in *[!A-Za-z0-9+/=]*) ${wrong} ;; esac`,
        `[ $((\${#secret} % 4)) = 0 ] || { ${wrong}; }`,
        `secret_hex=$(printf '%s' "$secret" | openssl base64 -d -A | to_hex)`,
      ];
    case 'pem':
      return [`case $secret in *-----BEGIN*-----END*) ;; *) ${wrong} ;; esac`];
    case 'ec-pem-or-ed25519':
      return [
        'case $secret in',
        '  *-----BEGIN*-----END*) algorithm=ES256 ;;',
        `  *[!A-Za-z0-9+/=]*) ${wrong} ;;`,
        '  *)',
        '    algorithm=EdDSA',
        `    [ "\${#secret}" = 88 ] || { ${wrong}; }`,
        '    ;;',
        'esac',
      ];
  }
}
