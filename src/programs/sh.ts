import type { ProgramText } from '../i18n/index.ts';
import { type Condition, piecesOf, type RecipeValue } from '../schema/signing.ts';
import type { PlannedError, PlannedPartner, PlannedRequest, TestPlan } from './plan.ts';
import {
  blocksOf,
  isPrivateKey,
  keepsSpaces,
  namesUsed,
  pathPattern,
  rawNamesOf,
  underscored,
} from './program.ts';

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
    blocks.hexadecimal ? hexFunctions : [],
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

/** Text as it stands between double quotes. */
function escaped(text: string): string {
  return text.replaceAll(/[\\"$`]/g, '\\$&');
}

/** A message as one word; `%s` stands for the value, a variable such as `$1`. */
function message(text: string, value?: string): string {
  if (value !== undefined) return `"${text.split('%s').map(escaped).join(value)}"`;
  return text.includes("'") ? `"${escaped(text)}"` : shellQuote(text);
}

function start({ page, rights }: TestPlan, needsFile: boolean): string[] {
  return [
    'set -u',
    'LC_ALL=C',
    'export LC_ALL',
    `page=${shellQuote(page)}`,
    ...(needsFile ? ['work=$(mktemp) || exit 1'] : []),
    `trap '${needsFile ? 'rm -f "$work"; ' : ''}[ ! -t 0 ] || stty echo' EXIT`,
    "trap 'exit 130' HUP INT TERM",
    `tab=$(printf '\\t')`,
    "newline='",
    "'",
    "drift=''",
    ...(rights === undefined ? [] : ["too_much='' too_little='' notes=''"]),
  ];
}

function asking({ secret, credentials }: TestPlan, text: ProgramText): string[] {
  const isLong = isPrivateKey(secret);
  return [
    `say() { printf '%s\\n' "$1"; }`,
    `stop() { say "$1" >&2; exit 1; }`,
    '',
    'ask_hidden() { # value from the environment, label; leaves $answer',
    '  answer=$1',
    '  [ -z "$answer" ] || return 0',
    '  [ ! -t 0 ] || stty -echo',
    `  printf '%s: ' ${message(text.hidden('%s'), '$2')}`,
    '  IFS= read -r answer || :',
    ...(isLong
      ? [
          '  case $answer in',
          '    *-----BEGIN*-----END*) ;;',
          '    *-----BEGIN*)',
          '      while IFS= read -r line; do',
          '        answer=$answer$newline$line',
          '        case $line in *-----END*) break ;; esac',
          '      done',
          '      ;;',
          '  esac',
        ]
      : []),
    '  [ ! -t 0 ] || stty echo',
    '  echo',
    '}',
    '',
    'clean() { # label; takes what is invisible off the ends of $answer',
    '  whole=$answer',
    '  while :; do',
    '    case $answer in',
    '      [![:graph:]]*) answer=${answer#?} ;;',
    '      *[![:graph:]]) answer=${answer%?} ;;',
    '      *) break ;;',
    '    esac',
    '  done',
    `  [ "$answer" = "$whole" ] || say ${message(text.spacesRemoved, '$1')} >&2`,
    '  case $answer in',
    `    '') stop ${message(text.empty, '$1')} ;;`,
    ...(isLong ? ['    *-----BEGIN*) ;;'] : []),
    `    *[![:graph:]]* | *[\\"\\'\\\`\\\\]*) stop ${message(text.strangeInside, '$1')} ;;`,
    '  esac',
    '}',
    ...(credentials.some(({ variable }) => keepsSpaces(variable))
      ? [
          '',
          'clean_line() { # label; a passphrase may hold spaces, but no line break',
          '  whole=$answer',
          '  while :; do',
          '    case $answer in',
          '      [[:cntrl:]]*) answer=${answer#?} ;;',
          '      *[[:cntrl:]]) answer=${answer%?} ;;',
          '      *) break ;;',
          '    esac',
          '  done',
          `  [ "$answer" = "$whole" ] || say ${message(text.spacesRemoved, '$1')} >&2`,
          '  case $answer in',
          `    '') stop ${message(text.empty, '$1')} ;;`,
          `    *[[:cntrl:]]*) stop ${message(text.lineInside, '$1')} ;;`,
          `    ' '* | *' ') say ${message(text.spaceAtEnd, '$1')} >&2 ;;`,
          '  esac',
          '}',
        ]
      : []),
  ];
}

const hexFunctions = [
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
  '      } | openssl pkeyutl -sign -rawin -keyform DER -inkey /dev/stdin -in "$work" 2>/dev/null',
  '      ;;',
  '  esac',
  '}',
];

/** The private key goes to openssl on standard input, the text to sign in a file. */
function signing(algorithm: Extract<RecipeValue, { make: 'signature' }>['algorithm']): string {
  const key = `printf '%b\\n' "$secret"`;
  switch (algorithm) {
    case 'rsa-sha256':
      return `${key} | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null`;
    case 'es256':
      return `${key} | openssl dgst -sha256 -sign /dev/stdin "$work" 2>/dev/null | raw_signature`;
    case 'ed25519':
      return `${key} | openssl pkeyutl -sign -rawin -inkey /dev/stdin -in "$work" 2>/dev/null`;
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
  '# What a terminal could obey, and what this program could take for its own signs, becomes "?".',
  `printable() { tr '\\t\\r\\n' '   ' | tr -c ' -~' '?'; }`,
  '',
  'flatten() { # JSON comes in; a line "path<tab>value" goes out for each value; else it fails',
  "  printable | awk '",
  '    BEGIN { RS = "," }',
  '    {',
  '      text = text $0 ","',
  '      while (match(text, /"([^"\\\\]|\\\\.)*"|[][{}:,]|[^][{}:," ]+/)) {',
  '        if (substr(text, 1, RSTART - 1) ~ /"/) next # this text goes on behind the comma',
  '        token = substr(text, RSTART, RLENGTH)',
  '        text = substr(text, RSTART + RLENGTH)',
  '        if (token == "{" || token == "[") {',
  '          if (depth == 0 && opened++) { bad = 1; exit }',
  '          kind[++depth] = token',
  '          name[depth] = 0',
  '          is_name = token == "{"',
  '        } else if (token == "}" || token == "]") {',
  '          if (kind[depth] token != "{}" && kind[depth] token != "[]") { bad = 1; exit }',
  '          depth--',
  '        } else if (depth == 0) {',
  '          if (token != ",") { bad = 1; exit }',
  '        } else if (token == ",") {',
  '          if (kind[depth] == "[") name[depth]++',
  '          is_name = kind[depth] == "{"',
  '        } else if (token == ":") {',
  '          is_name = 0',
  '        } else {',
  '          if (token ~ /^"/) {',
  '            token = substr(token, 2, length(token) - 2)',
  '            gsub(/\\\\\\\\/, "\\t", token)',
  '            gsub(/\\\\"/, "\\"", token)',
  '            gsub(/\\\\\\//, "/", token)',
  '            gsub(/\\t/, "\\\\", token)',
  '          }',
  '          if (is_name) { name[depth] = token; continue }',
  '          path = ""',
  '          for (i = 1; i <= depth; i++) path = path (path == "" ? "" : ".") name[i]',
  '          line[++lines] = path "\\t" token',
  '        }',
  '      }',
  '    }',
  '    END {',
  '      if (bad || !opened || depth > 0 || text != "") exit 1',
  '      for (i = 1; i <= lines; i++) print line[i]',
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
  '    printf "%.0f", days * 86400 + time[1] * 3600 + time[2] * 60 + time[3]',
  "  }'",
  '}',
  '',
  'values_at() { # pattern of a path',
  `  printf '%s\\n' "$flat" | sed -nE "s/^$1$tab//p"`,
  '}',
  '',
  'holds() { # pattern of a path, comparison, value',
  '  case $2 in',
  '    is) values_at "$1" | grep -Fqx -e "$3" ;;',
  `    is-not) values_at "$1" | grep -q '^' && ! holds "$1" is "$3" ;;`,
  `    lists) values_at "$1" | tr , ' ' | tr -s ' ' '\\n' | grep -Fqx -e "$3" ;;`,
  `    absent) ! values_at "$1" | grep -q '^' ;;`,
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
  const counts = values.some(({ make }) => make === 'counter');
  return [
    ...(counts ? ['requests=0', ''] : []),
    'conf() { # option and value, for curl, so that no other program sees them',
    `  printf '%s\\n' "$2" | sed -e 's/[\\\\"]/\\\\&/g' -e "s/^/$1 = \\"/" -e 's/$/"/'`,
    '}',
    '',
    'send() { # method, path, and what stands before it; leaves $status, $content, $json and $flat',
    `  method=$1 path=$2${namesUsed(plan).has('prefix') ? ' prefix=${3-}' : ''}`,
    ...(counts ? ['  requests=$((requests + 1))'] : []),
    ...values.flatMap((value) => assign(value, rawNames, text).map((line) => `  ${line}`)),
    '  response=$(',
    '    {',
    ...config.map((line) => `      ${line}`),
    '    } | curl -q -sS -m 30 --suppress-connect-headers -D - -A test-key --config -',
    `  ) || stop ${message(text.noAnswer, '$base')}`,
    `  head=$(printf '%s\\n' "$response" | part head)`,
    `  content=$(printf '%s\\n' "$response" | part body)`,
    `  status=$(printf '%s\\n' "$head" | sed -n 's/^HTTP[^ ]* *\\([0-9]*\\).*/\\1/p' | tail -n 1)`,
    `  date=$(printf '%s\\n' "$head" | sed -nE 's/^[Dd]ate: *(..., [0-9]+ ... [0-9]+ [0-9:]+ GMT)$/\\1/p')`,
    `  [ -z "$date" ] || drift=$(($(date +%s) - $(printf '%s\\n' "$date" | tail -n 1 | seconds_of)))`,
    '  json=yes',
    `  flat=$(printf '%s\\n' "$content" | flatten) || json=no`,
    `  [ "$status" = 200 ] && [ $json = yes ]${succeeds === undefined ? '' : ` && holds ${test(succeeds)}`}`,
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
        `[ -n "$${name}" ] || stop ${message(text.cannotSign)}`,
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
    .map((piece) => ('text' in piece ? escaped(piece.text) : `\${${underscored(piece.hole)}}`))
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

function explaining({ errors, credentials }: TestPlan, text: ProgramText): string[] {
  /** Looks for the number of the first entry that fits. */
  const look = (
    subject: string,
    patterns: (error: PlannedError) => readonly string[],
  ): string[] => {
    const entries = errors.flatMap((error, index) => {
      const found = patterns(error);
      return found.length === 0 ? [] : [`    ${found.join(' | ')}) entry=${index + 1} ;;`];
    });
    return entries.length === 0
      ? []
      : [`  [ -n "$entry" ] || case ${subject} in`, ...entries, '  esac'];
  };
  return [
    'show_answer() { # the first values, without what was typed in',
    `  printf '%s\\n' "$flat" | head -n 6 | while IFS=$tab read -r name value; do`,
    '    case "$name: $value" in',
    `      *': ' | ${credentials.map(({ variable }) => `*"$${variable}"*`).join(' | ')}) ;;`,
    `      *) say "  $name: $value" ;;`,
    '    esac',
    '  done',
    '}',
    '',
    'tell() { # why; where to read more',
    '  echo',
    '  say "$1"',
    `  say ${message(text.readMore, '$page#$2')}`,
    '}',
    '',
    'explain() { # by texts of the answer, else by values in it, else by its status',
    `  [ "$status" != 200 ] || [ $json = yes ] || stop ${message(text.noJson, '$base')}`,
    `  say ${message(text.refused, '$status')}`,
    '  show_answer',
    `  values=$newline$(printf '%s\\n' "$flat" | sed "s/^[^$tab]*$tab//")$newline`,
    "  entry=''",
    ...look('$content', ({ texts }) => texts.map((words) => containing(words))),
    ...look('$values$content', ({ codes }) =>
      codes
        .filter((code) => !codes.some((other) => other !== code && code.includes(other)))
        .map((code) =>
          /[A-Za-z]/.test(code) ? containing(code) : `*"$newline"${shellQuote(code)}"$newline"*`,
        ),
    ),
    ...look('$status', ({ http }) => http.map(String)),
    '  case $entry in',
    ...errors.map(
      ({ says, anchor }, index) => `    ${index + 1}) tell ${message(says)} ${anchor} ;;`,
    ),
    `    *) say ${message(text.unknownError, '$page#troubleshooting')} ;;`,
    '  esac',
    '  say_clock',
    '  exit 1',
    '}',
  ];
}

/** A pattern of `case` for what holds a text, in which "…" stands for anything. */
function containing(words: string): string {
  return `*${words
    .split('…')
    .filter((part) => part !== '')
    .map((part) => message(part))
    .join('*')}*`;
}

function judging(plan: TestPlan, text: ProgramText): string[] {
  const { rights, tolerance, partner } = plan;
  const clock = [
    `row() { printf '%-12s %s\\n' "$1" "$2"; }`,
    '',
    'say_clock() {',
    `  if [ -z "$drift" ]; then clock=${message(text.untold)}`,
    `  elif [ "$drift" -gt ${tolerance} ]; then clock=${message(text.clockAhead, '$drift')}`,
    `  elif [ "$drift" -lt -${tolerance} ]; then clock=${message(text.clockBehind, '${drift#-}')}`,
    `  else clock=${message(text.clockRight)}`,
    '  fi',
    `  row ${message(text.clock)} "$clock"`,
    '}',
  ];
  if (rights === undefined) return clock;
  const { shows, family, addresses, ends } = rights;
  const names = (path: string): string =>
    `values_at ${shellQuote(pathPattern(path))} | tr , ' ' | tr -s ' ' '\\n'`;
  const words = (known: readonly string[]): string =>
    known.map((name) => ` ${shellQuote(name)}`).join('');
  return [
    ...clock,
    '',
    `right() { # what is wanted, kind, label, pattern of a path, comparison, value${shows.some(({ optional }) => optional) ? ', whether optional' : ''}`,
    '  if holds "$4" "$5" "$6"; then',
    `    case $2 in withdraw) withdraws=${message(text.yes)} ;; trade) trades=${message(text.yes)} ;; esac`,
    '    case $1 in',
    `      never | unwanted) too_much=$too_much${message(text.tooMuch, '$3')}$newline ;;`,
    '    esac',
    ...(shows.some(({ optional }) => optional)
      ? [
          `  elif [ -n "\${7-}" ] && holds "$4" absent ''; then`,
          `    notes=$notes${message(text.lookYourself, '$3')}$newline`,
        ]
      : []),
    '  elif [ "$1" = needed ]; then',
    `    too_little=$too_little${message(text.tooLittle, '$3')}$newline`,
    '  fi',
    '}',
    ...(family.length > 0 || addresses?.form === 'list' || ends !== undefined
      ? [
          '',
          'except() { # names, one a line, come in; those that are arguments or empty stay out',
          '  while IFS= read -r name; do',
          `    for known in '' "$@"; do [ "$name" != "$known" ] || continue 2; done`,
          '    say "$name"',
          '  done',
          '}',
        ]
      : []),
    ...(family.length > 0
      ? [
          '',
          'further() { # names of rights that we do not know',
          '  [ -z "$1" ] ||',
          `    too_much=$too_much${message(text.unknownRight, `$(say "$1" | tr '\\n' ' ')`)}$newline`,
          '}',
        ]
      : []),
    '',
    'judge() {',
    `  withdraws=${message(firstState(plan, 'withdraw', text))}`,
    `  trades=${message(firstState(plan, 'trade', text))}`,
    ...shows.map(
      ({ want, kind, label, when, optional }) =>
        `  right ${want} ${kind} ${message(label)} ${test(when)}${optional ? ' optional' : ''}`,
    ),
    ...family.flatMap(({ path, form, known }) => [
      form === 'list'
        ? `  further "$(${names(path)} |`
        : `  further "$(printf '%s\\n' "$flat" | sed -nE "s/^(${pathPattern(path)})\${tab}true$/\\1/p" | sed 's/.*\\.//' |`,
      `    except${words(known)})"`,
    ]),
    ...(addresses === undefined
      ? []
      : addresses.form === 'flag'
        ? [
            `  addresses=${message(text.notBound)}`,
            `  holds ${test({ path: addresses.path, is: 'true' })} && addresses=${message(text.bound)}`,
          ]
        : [
            `  bound=$(${names(addresses.path)} |`,
            `    except${words(['null', ...addresses.open])})`,
            `  addresses=$(say "$bound" | tr '\\n' ' ')`,
            `  [ -n "$bound" ] || addresses=${message(text.notBound)}`,
            ...(partner === undefined ? [] : compareAddresses(partner, words, text)),
          ]),
    ...(ends === undefined
      ? []
      : [
          `  ends=$(values_at ${shellQuote(pathPattern(ends.path))} | except${words(['null', ...ends.never])} | head -n 1)`,
          ...(ends.unit === 'text'
            ? [`  [ -n "$ends" ] || ends=${message(text.noEnd)}`]
            : [
                '  case $ends in',
                `    '') ends=${message(text.noEnd)} ;;`,
                '    *[!0-9]*) ;;',
                '    *)',
                ...(ends.unit === 'milliseconds' ? ['      ends=${ends%???}'] : []),
                '      ends=$(date -u -d "@$ends" +%Y-%m-%d 2>/dev/null ||',
                '        date -u -r "$ends" +%Y-%m-%d 2>/dev/null || say "$ends")',
                '      ;;',
                '  esac',
              ]),
        ]),
    '}',
  ];
}

/** What is known before the answer: "no" where it would tell, else that it does not tell. */
function firstState({ rights }: TestPlan, kind: 'withdraw' | 'trade', text: ProgramText): string {
  return rights?.shows.some((right) => right.kind === kind) ? text.no : text.untold;
}

/** Compares bound addresses with those of a partner. Addresses that are shown in part cannot be. */
function compareAddresses(
  partner: PlannedPartner,
  words: (known: readonly string[]) => string,
  text: ProgramText,
): string[] {
  return [
    `  bound=$(say "$bound" | sed -E 's,/(32|128)$,,' | tr A-F a-f)`,
    `  foreign=$(say "$bound" | grep -Fv '*' | except${words(partner.allowed)} | tr '\\n' ' ')`,
    `  [ -z "$foreign" ] || too_much=$too_much${message(text.foreignAddress(partner.name), '$foreign')}$newline`,
    ...(partner.needed.length === 0
      ? []
      : [
          `  case $bound in *'*'*) set -- ;; *) set --${words(partner.needed)} ;; esac`,
          '  for address do',
          `    say "$bound" | grep -Fqx -e "$address" ||`,
          `      too_little=$too_little${message(text.missingAddress(partner.name), '$address')}$newline`,
          '  done',
        ]),
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, untold } = plan;
  const call = ({ method, prefix, path }: PlannedRequest): string =>
    `send ${method} ${path}${prefix === '' ? '' : ` ${prefix}`} || explain`;
  const settings = '$page#set-permissions';
  return [
    `base=\${${plan.baseVariable}:-}`,
    ...choosing(places, text),
    'base=${base%/}',
    ...(namesUsed(plan).has('host') ? ['host=${base#*://}'] : []),
    ...credentials.flatMap(({ variable, label, environment }) => [
      '',
      `ask_hidden "\${${environment}:-}" ${message(label)}`,
      `${keepsSpaces(variable) ? 'clean_line' : 'clean'} ${message(label)}`,
      `${variable}=$answer`,
      ...(variable === 'key' && isPrivateKey(plan.secret)
        ? [`case $key in *-----BEGIN*) stop ${message(text.swapped)} ;; esac`]
        : []),
    ]),
    ...secretPart(plan, text),
    '',
    `say ${message(text.asking, '$base')}`,
    ...reading.map(call),
    ...(rights === undefined ? [] : [call(rights.request), 'judge']),
    '',
    `row ${message(text.works)} ${message(
      reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)),
    )}`,
    `row ${message(text.withdraws)} ${rights ? '"$withdraws"' : message(text.untold)}`,
    `row ${message(text.trades)} ${rights ? '"$trades"' : message(text.untold)}`,
    `row ${message(text.addresses)} ${rights?.addresses ? '"$addresses"' : message(text.untold)}`,
    `row ${message(text.ends)} ${rights?.ends ? '"$ends"' : message(text.untold)}`,
    'say_clock',
    'echo',
    ...(rights === undefined ? [] : [`printf '%s' "$too_much$too_little$notes"`]),
    ...(untold.length === 0
      ? []
      : [`say ${message(text.lookYourself.replace('%s', () => untold.join(', ')))}`]),
    ...(rights === undefined
      ? []
      : [
          'if [ -n "$too_much" ]; then',
          `  say ${message(text.endTooMuch, settings)}`,
          '  exit 2',
          'elif [ -n "$too_little" ]; then',
          `  say ${message(text.endTooLittle, settings)}`,
          '  exit 1',
          'fi',
        ]),
    `say ${message((rights === undefined ? text.endWorks : text.endRight).replace('%s', () => plan.useCase))}`,
  ];
}

function choosing(places: TestPlan['places'], text: ProgramText): string[] {
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return [`[ -n "$base" ] || base=${only.base}`];
  }
  return [
    'if [ -z "$base" ]; then',
    `  say ${message(text.whichSite)}`,
    ...places.map(({ label }, index) => `  say ${message(`  ${index + 1} ${label}`)}`),
    `  printf '%s: ' ${message(text.number)}`,
    '  IFS= read -r answer || :',
    '  case $answer in',
    ...places.map(({ base }, index) => `    ${index + 1}) base=${base} ;;`),
    `    *) stop ${message(text.badNumber)} ;;`,
    '  esac',
    'fi',
  ];
}

/** The secret in the form in which it signs, or a message where it cannot be one. */
function secretPart({ secret }: TestPlan, text: ProgramText): string[] {
  const wrong = `stop ${message(text.wrongSecret)}`;
  switch (secret) {
    case 'text':
      return [
        `case $secret in *-----BEGIN*) ${wrong} ;; esac`,
        `secret_hex=$(printf '%s' "$secret" | to_hex)`,
      ];
    case 'base64':
      return [
        'case $secret in',
        `  *[!A-Za-z0-9+/=]* | *=[!=]* | *===) ${wrong} ;;`,
        'esac',
        `[ $((\${#secret} % 4)) = 0 ] || ${wrong}`,
        `secret_hex=$(printf '%s' "$secret" | openssl base64 -d -A | to_hex)`,
      ];
    case 'pem':
      return [`case $secret in *-----BEGIN*-----END*) ;; *) ${wrong} ;; esac`];
    case 'ec-pem-or-ed25519':
      return [
        'case $secret in',
        '  *-----BEGIN*-----END*) algorithm=ES256 ;;',
        '  *)',
        '    algorithm=EdDSA',
        `    [ "\${#secret}" = 88 ] || ${wrong}`,
        `    case $secret in *[!A-Za-z0-9+/=]*) ${wrong} ;; esac`,
        '    ;;',
        'esac',
      ];
  }
}
