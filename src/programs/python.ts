import type { ProgramText } from '../i18n/index.ts';
import { type Condition, piecesOf, type RecipeValue } from '../schema/signing.ts';
import type { PlannedPartner, PlannedRequest, TestPlan } from './plan.ts';
import {
  blocksOf,
  keepsSpaces,
  namesUsed,
  pathPattern,
  rawNamesOf,
  underscored,
} from './program.ts';

/**
 * The test program in Python 3.9 or newer, with the standard library only.
 *
 * Input: the plan and the words. Output: the program. Throws for signatures with private
 * keys, which the standard library cannot make: see `canSign` in programs.ts.
 */
export function renderPython(plan: TestPlan, text: ProgramText): string {
  const blocks = blocksOf(plan);
  if (blocks.signatures.length > 0) throw new Error(noPrivateKeys);
  const makes = (...kinds: readonly RecipeValue['make'][]): boolean =>
    plan.values.some(({ make }) => kinds.includes(make));
  const imports = [
    ...(plan.secret === 'base64' || plan.values.some(isBase64) ? ['base64'] : []),
    'email.utils',
    'getpass',
    ...(makes('hash', 'hmac') ? ['hashlib'] : []),
    ...(blocks.hmac ? ['hmac'] : []),
    'http.client',
    ...(makes('counter') ? ['itertools'] : []),
    'json',
    'os',
    're',
    ...(makes('random') ? ['secrets'] : []),
    'sys',
    'time',
    'urllib.error',
    'urllib.request',
  ];
  return `${[
    ['#!/usr/bin/env python3', ...text.about(plan, 'python').map((line) => `# ${line}`.trimEnd())],
    imports.map((name) => `import ${name}`),
    tables(plan),
    asking(plan, text),
    answering,
    sending(plan, text),
    judging(plan, text),
    main(plan, text),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const noPrivateKeys = "[signing] Python's standard library cannot sign with a private key.";

function isBase64(value: RecipeValue): boolean {
  return 'as' in value && value.as.startsWith('base64');
}

/** A text as a literal of Python. JSON's escapes are Python's too. */
export function pythonQuote(value: string): string {
  return JSON.stringify(value);
}

const quote = pythonQuote;

/** A message with at most one `%s` as a literal; filled in where a part of an f-string is given. */
function say(message: string, value?: string): string {
  if (value === undefined) return quote(message);
  const braced = quote(message).replaceAll('{', '{{').replaceAll('}', '}}');
  return `f${braced.split('%s').join(value)}`;
}

/** A place on the guide page, for f-strings. */
function place(anchor: string): string {
  return `{PAGE}#${anchor}`;
}

/** A text as literals, one for each of its lines. */
function linesOf(value: string): string[] {
  return value.split(/(?<=\n)/).map((line) => quote(line));
}

function tables({ errors, rights, page }: TestPlan): string[] {
  return [
    `PAGE = ${quote(page)}`,
    '',
    '# What the exchange answers where something is wrong: texts, codes and statuses; why; where to',
    '# read more. "…" in a text stands for anything.',
    'ERRORS = [',
    ...errors.flatMap(({ texts, codes, http, says, anchor }) => [
      '    (',
      `        ${list(texts)},`,
      `        ${list(codes)},`,
      `        [${http.join(', ')}],`,
      ...linesOf(says).map(
        (line, index, all) => `        ${line}${index + 1 < all.length ? '' : ','}`,
      ),
      `        ${quote(anchor)},`,
      '    ),',
    ]),
    ']',
    ...(rights === undefined
      ? []
      : [
          '',
          '# What the answer tells of the key: what is wanted, kind, label, place, comparison, value,',
          '# and whether the answer may be silent.',
          'RIGHTS = [',
          ...rights.shows.map(
            ({ want, kind, label, when, optional }) =>
              `    (${quote(want)}, ${quote(kind)}, ${quote(label)}, ${test(when)}, ${optional ? 'True' : 'False'}),`,
          ),
          ']',
        ]),
  ];
}

function list(names: readonly string[]): string {
  return `[${names.map((name) => quote(name)).join(', ')}]`;
}

function test({ path, is, isNot, lists }: Condition): string {
  const where = pattern(path);
  if (is !== undefined) return `${where}, "is", ${quote(is)}`;
  if (isNot !== undefined) return `${where}, "is-not", ${quote(isNot)}`;
  if (lists !== undefined) return `${where}, "lists", ${quote(lists)}`;
  return `${where}, "absent", ""`;
}

function pattern(path: string): string {
  return `r"${pathPattern(path)}"`;
}

function asking({ credentials }: TestPlan, text: ProgramText): string[] {
  const hidden = (name: string): string[] => [
    `def ${name}(variable, label):`,
    `    answer = os.environ.get(variable) or getpass.getpass(${say(`${text.hidden('%s')}: `, '{label}')})`,
  ];
  const check = [
    '    if not cleaned:',
    `        stop(${say(text.empty, '{label}')})`,
    '    if cleaned != answer:',
    `        print(${say(text.spacesRemoved, '{label}')}, file=sys.stderr)`,
  ];
  return [
    '',
    'def stop(message):',
    '    print(message, file=sys.stderr)',
    '    sys.exit(1)',
    '',
    '',
    ...hidden('ask_hidden'),
    '    cleaned = re.sub(r"^[^!-~]+|[^!-~]+$", "", answer)',
    ...check,
    '    if "-----BEGIN" in cleaned:',
    `        stop(${say(text.wrongSecret)})`,
    '    if re.search(r"[^!-~]|[\\"\'`\\\\]", cleaned):',
    `        stop(${say(text.strangeInside, '{label}')})`,
    '    return cleaned',
    ...(credentials.some(({ variable }) => keepsSpaces(variable))
      ? [
          '',
          '',
          ...hidden('ask_hidden_line').slice(0, 1),
          '    """A passphrase may hold spaces and any letters, but no line break."""',
          ...hidden('ask_hidden_line').slice(1),
          '    cleaned = answer.strip("".join(map(chr, [*range(32), 127])))',
          ...check,
          '    if re.search(r"[\\x00-\\x1f\\x7f]", cleaned):',
          `        stop(${say(text.lineInside, '{label}')})`,
          '    if cleaned != cleaned.strip(" "):',
          `        print(${say(text.spaceAtEnd, '{label}')}, file=sys.stderr)`,
          '    return cleaned',
        ]
      : []),
  ];
}

const answering = [
  '',
  'def printable(text):',
  '    """The text without what a terminal could obey."""',
  '    return "".join(sign if sign.isprintable() else "?" for sign in text)',
  '',
  '',
  'def flatten(value, path=""):',
  '    """Pairs of a place such as "data.0.perm" and the text of the value there."""',
  '    if isinstance(value, dict):',
  '        parts = value.items()',
  '    elif isinstance(value, list):',
  '        parts = enumerate(value)',
  '    else:',
  '        text = value if isinstance(value, str) else json.dumps(value)',
  '        return [(printable(path), printable(text))]',
  '    return [',
  '        pair',
  '        for name, part in parts',
  '        for pair in flatten(part, f"{path}.{name}" if path else str(name))',
  '    ]',
  '',
  '',
  'def values_at(flat, place):',
  '    return [value for path, value in flat if re.fullmatch(place, path)]',
  '',
  '',
  'def parts_at(flat, place, known=()):',
  '    words = [word for value in values_at(flat, place) for word in re.split(r"[, ]+", value)]',
  '    return [word for word in words if word and word not in known]',
  '',
  '',
  'def holds(flat, place, comparison, value):',
  '    found = values_at(flat, place)',
  '    if comparison == "is":',
  '        return value in found',
  '    if comparison == "is-not":',
  '        return bool(found) and value not in found',
  '    if comparison == "lists":',
  '        return value in parts_at(flat, place)',
  '    return not found',
];

function sending(plan: TestPlan, text: ProgramText): string[] {
  const { values, send, succeeds, credentials } = plan;
  const rawNames = rawNamesOf(plan);
  const used = namesUsed(plan);
  return [
    '',
    'class NoRedirect(urllib.request.HTTPRedirectHandler):',
    '    """The signed request goes to one address and to no other."""',
    '',
    '    def redirect_request(self, *_):',
    '        return None',
    '',
    '',
    ...(values.some(({ make }) => make === 'counter')
      ? ['REQUESTS = itertools.count(1)', '', '']
      : []),
    `def send(base, ${credentials.map(({ variable }) => variable).join(', ')}, method, path${used.has('prefix') ? ', prefix=""' : ''}):`,
    '    """The answer: status, text, values if it is JSON, seconds that this clock is ahead."""',
    ...(used.has('host') ? ['    host = base.split("://", 1)[1]'] : []),
    ...values.flatMap((value) => assign(value, rawNames).map((line) => `    ${line}`)),
    '    headers = {',
    '        "Accept": "application/json",',
    '        "User-Agent": "test-key",',
    ...Object.entries(send.headers).map(
      ([name, template]) => `        ${quote(name)}: ${literal(template)},`,
    ),
    '    }',
    '    request = urllib.request.Request(',
    `        base + ${literal(send.url)},`,
    ...(send.body === undefined ? [] : [`        data=${literal(send.body)}.encode(),`]),
    '        # Headers can hold any byte, which Python writes as Latin-1.',
    '        headers={name: value.encode().decode("latin-1") for name, value in headers.items()},',
    '        method=method,',
    '    )',
    '    try:',
    '        try:',
    '            answer = urllib.request.build_opener(NoRedirect).open(request, timeout=30)',
    '        except urllib.error.HTTPError as error:',
    '            answer = error',
    '        with answer:',
    '            content = answer.read().decode("utf-8-sig", "replace")',
    '    except (OSError, http.client.HTTPException):',
    `        stop(${say(text.noAnswer, '{base}')})`,
    '    try:',
    '        date = email.utils.parsedate_to_datetime(answer.headers["Date"])',
    '        drift = round(time.time() - date.timestamp())',
    '    except (TypeError, ValueError, OverflowError):',
    '        drift = None',
    '    try:',
    '        flat = flatten(json.loads(content))',
    '    except (ValueError, RecursionError):',
    '        flat = None',
    `    good = answer.status == 200 and flat is not None${succeeds === undefined ? '' : ` and holds(flat, ${test(succeeds)})`}`,
    '    return good, answer.status, content, flat, drift',
  ];
}

/** The value of a recipe as statements. */
function assign(value: RecipeValue, rawNames: ReadonlySet<string>): string[] {
  const name = underscored(value.name);
  switch (value.make) {
    case 'clock': {
      if (value.unit === 'iso') {
        return [`${name} = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())`];
      }
      const plus = value.plus === undefined ? '' : ` + ${value.plus}`;
      return value.unit === 'seconds'
        ? [`${name} = str(int(time.time())${plus})`]
        : [`${name} = str(int(time.time() * 1000)${plus === '' ? '' : `${plus}000`})`];
    }
    case 'counter':
      return [
        value.unit === 'seconds'
          ? `${name} = str(int(time.time()) + next(REQUESTS))`
          : `${name} = str(int(time.time()) * 1000 + next(REQUESTS))`,
      ];
    case 'random':
      return [`${name} = secrets.token_hex(${value.characters / 2})`];
    case 'text':
      return value.as === 'plain'
        ? [`${name} = ${literal(value.of)}`]
        : [`${name} = ${base64(value.as, bytes(value.of, rawNames))}`];
    case 'hash':
      return digested(name, `hashlib.${value.hash}(${bytes(value.of, rawNames)})`, value.as);
    case 'hmac': {
      const key = value.with === undefined ? 'secret' : underscored(value.with);
      return digested(
        name,
        `hmac.new(${key}, ${bytes(value.of, rawNames)}, hashlib.${value.hash})`,
        value.as,
      );
    }
    case 'signature':
      throw new Error(noPrivateKeys);
  }
}

function digested(
  name: string,
  expression: string,
  form: 'hex' | 'upper-hex' | 'raw' | 'base64' | 'base64url',
): string[] {
  switch (form) {
    case 'raw':
      return [`${name} = ${expression}.digest()`];
    case 'hex':
      return [`${name} = ${expression}.hexdigest()`];
    case 'upper-hex':
      return [`${name} = ${expression}.hexdigest().upper()`];
    case 'base64':
    case 'base64url':
      return [`${name} = ${expression}.digest()`, `${name} = ${base64(form, name)}`];
  }
}

function base64(form: 'base64' | 'base64url', expression: string): string {
  return form === 'base64'
    ? `base64.b64encode(${expression}).decode()`
    : `base64.urlsafe_b64encode(${expression}).decode().rstrip("=")`;
}

/** A template as text: an f-string where it names something. */
function literal(template: string): string {
  const pieces = piecesOf(template);
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined && 'hole' in first) return underscored(first.hole);
  if (pieces.every((piece) => 'text' in piece)) return quote(template);
  const inner = pieces
    .map((piece) =>
      'text' in piece
        ? quote(piece.text).slice(1, -1).replaceAll('{', '{{').replaceAll('}', '}}')
        : `{${underscored(piece.hole)}}`,
    )
    .join('');
  return `f"${inner}"`;
}

/** A template as bytes. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const runs: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') runs.push(`${literal(text)}.encode()`);
    text = '';
  };
  for (const piece of piecesOf(template)) {
    if ('hole' in piece && rawNames.has(piece.hole)) {
      flush();
      runs.push(underscored(piece.hole));
    } else text += 'text' in piece ? piece.text : `{${piece.hole}}`;
  }
  flush();
  return runs.length === 0 ? 'b""' : runs.join(' + ');
}

function judging({ rights, tolerance, partner }: TestPlan, text: ProgramText): string[] {
  const clock = [
    '',
    'def clock_of(drift):',
    '    if drift is None:',
    `        return ${quote(text.untold)}`,
    `    if drift > ${tolerance}:`,
    `        return ${say(text.clockAhead, '{drift}')}`,
    `    if drift < -${tolerance}:`,
    `        return ${say(text.clockBehind, '{-drift}')}`,
    `    return ${quote(text.clockRight)}`,
    '',
    '',
    'def explain(base, hidden, status, content, flat):',
    '    """Tells why, by texts of the answer, else by values in it, else by its status."""',
    '    if status == 200 and flat is None:',
    `        stop(${say(text.noJson, '{base}')})`,
    `    print(${say(text.refused, '{status}')})`,
    '    for path, value in (flat or [])[:6]:',
    '        line = f"  {path}: {value}"',
    '        if value and not any(printable(part) in line for part in hidden):',
    '            print(line)',
    '    values = [value for _, value in flat or []]',
    '    tests = [',
    '        lambda texts, codes, statuses: any(',
    '            all(part in content for part in text.split("…")) for text in texts',
    '        ),',
    '        lambda texts, codes, statuses: any(',
    '            code in values or (re.search("[A-Za-z]", code) and code in content) for code in codes',
    '        ),',
    '        lambda texts, codes, statuses: status in statuses,',
    '    ]',
    '    for fits in tests:',
    '        for texts, codes, statuses, why, anchor in ERRORS:',
    '            if fits(texts, codes, statuses):',
    `                print(f"\\n{why}\\n" + ${say(text.readMore, place('{anchor}'))})`,
    '                return',
    `    print(${say(text.unknownError, place('troubleshooting'))})`,
  ];
  if (rights === undefined) return clock;
  return [
    ...clock,
    '',
    '',
    'def judge(flat, summary):',
    '    """Fills in the summary. Output: what is too much, what is missing, what to look at."""',
    '    too_much, too_little, notes = [], [], []',
    '    for want, kind, label, place, comparison, value, optional in RIGHTS:',
    '        if holds(flat, place, comparison, value):',
    '            if kind in summary:',
    `                summary[kind] = ${quote(text.yes)}`,
    '            if want in ("never", "unwanted"):',
    `                too_much.append(${say(text.tooMuch, '{label}')})`,
    '        elif optional and not values_at(flat, place):',
    `            notes.append(${say(text.lookYourself, '{label}')})`,
    '        elif want == "needed":',
    `            too_little.append(${say(text.tooLittle, '{label}')})`,
    ...rights.family.flatMap(({ path, form, known }) => [
      `    known = ${list(known)}`,
      ...(form === 'list'
        ? [`    further = " ".join(parts_at(flat, ${pattern(path)}, known))`]
        : [
            `    names = [path for path, value in flat if re.fullmatch(${pattern(path)}, path) and value == "true"]`,
            '    names = [name.split(".")[-1] for name in names]',
            '    further = " ".join(name for name in names if name not in known)',
          ]),
      '    if further:',
      `        too_much.append(${say(text.unknownRight, '{further}')})`,
    ]),
    ...(rights.addresses === undefined
      ? []
      : rights.addresses.form === 'flag'
        ? [
            `    bound = holds(flat, ${test({ path: rights.addresses.path, is: 'true' })})`,
            `    summary["addresses"] = ${quote(text.bound)} if bound else ${quote(text.notBound)}`,
          ]
        : [
            `    addresses = parts_at(flat, ${pattern(rights.addresses.path)}, ${list(['null', ...rights.addresses.open])})`,
            `    summary["addresses"] = " ".join(addresses) or ${quote(text.notBound)}`,
            ...(partner === undefined ? [] : compareAddresses(partner, text)),
          ]),
    ...(rights.ends === undefined
      ? []
      : [
          `    ends = [value for value in values_at(flat, ${pattern(rights.ends.path)}) if value not in ${list(['null', '', ...rights.ends.never])}]`,
          ...(rights.ends.unit === 'text'
            ? [`    summary["ends"] = ends[0] if ends else ${quote(text.noEnd)}`]
            : [
                `    summary["ends"] = ends[0] if ends else ${quote(text.noEnd)}`,
                // More digits than these are no time that gmtime knows.
                `    if re.fullmatch(r"[0-9]{1,${rights.ends.unit === 'milliseconds' ? 14 : 11}}", summary["ends"]):`,
                `        seconds = int(summary["ends"])${rights.ends.unit === 'milliseconds' ? ' // 1000' : ''}`,
                '        summary["ends"] = time.strftime("%Y-%m-%d", time.gmtime(seconds))',
              ]),
        ]),
    '    return too_much, too_little, notes',
  ];
}

/** Compares bound addresses with those of a partner. Addresses that are shown in part cannot be. */
function compareAddresses({ name, allowed, needed }: PlannedPartner, text: ProgramText): string[] {
  return [
    '    bound = [re.sub(r"/(32|128)$", "", address).lower() for address in addresses]',
    `    allowed = ${list(allowed)}`,
    '    foreign = " ".join(address for address in bound if "*" not in address and address not in allowed)',
    '    if foreign:',
    `        too_much.append(${say(text.foreignAddress(name), '{foreign}')})`,
    ...(needed.length === 0
      ? []
      : [
          '    if not any("*" in address for address in bound):',
          `        for address in ${list(needed)}:`,
          '            if address not in bound:',
          `                too_little.append(${say(text.missingAddress(name), '{address}')})`,
        ]),
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, untold } = plan;
  const variables = credentials.map(({ variable }) => variable);
  const given = variables.map((variable) => (variable === 'secret' ? secretBytes(plan) : variable));
  const told = (kind: 'withdraw' | 'trade'): string =>
    quote(rights?.shows.some((right) => right.kind === kind) ? text.no : text.untold);
  const request = ({ method, prefix, path }: PlannedRequest): string =>
    `        (${[method, path, ...(prefix === '' ? [] : [prefix])].map(quote).join(', ')}),`;
  return [
    '',
    'def main():',
    '    sys.stdout.reconfigure(errors="replace")',
    ...choosing(plan.baseVariable, places, text),
    ...credentials.map(
      ({ variable, label, environment }) =>
        `    ${variable} = ${keepsSpaces(variable) ? 'ask_hidden_line' : 'ask_hidden'}(${quote(environment)}, ${quote(label)})`,
    ),
    ...secretPart(plan, text),
    `    print(${say(text.asking, '{base}')}, flush=True)`,
    '    requests = [',
    ...[...reading, ...(rights ? [rights.request] : [])].map(request),
    '    ]',
    '    for request in requests:',
    `        good, status, content, flat, drift = send(base, ${given.join(', ')}, *request)`,
    '        if not good:',
    `            explain(base, [${variables.join(', ')}], status, content, flat)`,
    `            print(${quote(text.clock)}.ljust(12), clock_of(drift))`,
    '            sys.exit(1)',
    '    summary = {',
    `        "works": ${quote(reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)))},`,
    `        "withdraw": ${told('withdraw')},`,
    `        "trade": ${told('trade')},`,
    `        "addresses": ${quote(text.untold)},`,
    `        "ends": ${quote(text.untold)},`,
    '        "clock": clock_of(drift),',
    '    }',
    ...(rights === undefined ? [] : ['    too_much, too_little, notes = judge(flat, summary)']),
    `    labels = ${list([text.works, text.withdraws, text.trades, text.addresses, text.ends, text.clock])}`,
    '    for label, value in zip(labels, summary.values()):',
    '        print(label.ljust(12), value)',
    '    print()',
    ...(rights === undefined
      ? []
      : ['    for line in too_much + too_little + notes:', '        print(line)']),
    ...(untold.length === 0
      ? []
      : [`    print(${quote(text.lookYourself.replace('%s', () => untold.join(', ')))})`]),
    ...(rights === undefined
      ? []
      : [
          '    if too_much:',
          `        print(${say(text.endTooMuch, place('set-permissions'))})`,
          '        sys.exit(2)',
          '    if too_little:',
          `        print(${say(text.endTooLittle, place('set-permissions'))})`,
          '        sys.exit(1)',
        ]),
    `    print(${quote((rights === undefined ? text.endWorks : text.endRight).replace('%s', () => plan.useCase))})`,
    '',
    '',
    'if __name__ == "__main__":',
    '    try:',
    '        main()',
    '    except (KeyboardInterrupt, EOFError):',
    '        sys.exit(130)',
  ];
}

function choosing(baseVariable: string, places: TestPlan['places'], text: ProgramText): string[] {
  const [only] = places;
  const fromEnvironment = `os.environ.get(${quote(baseVariable)})`;
  if (places.length === 1 && only !== undefined) {
    return [`    base = (${fromEnvironment} or ${quote(only.base)}).rstrip("/")`];
  }
  return [
    `    base = (${fromEnvironment} or "").rstrip("/")`,
    '    if not base:',
    `        print(${quote(text.whichSite)})`,
    ...places.map(({ label }, index) => `        print(${quote(`  ${index + 1} ${label}`)})`),
    '        bases = {',
    ...places.map(({ base }, index) => `            "${index + 1}": ${quote(base)},`),
    '        }',
    `        base = bases.get(input(${quote(`${text.number}: `)}).strip())`,
    '    if not base:',
    `        stop(${quote(text.badNumber)})`,
  ];
}

/** The secret as the bytes that it signs with. */
function secretBytes({ secret }: TestPlan): string {
  return secret === 'base64' ? 'secret_bytes' : 'secret.encode()';
}

function secretPart({ secret }: TestPlan, text: ProgramText): string[] {
  if (secret !== 'base64') return [];
  return [
    '    try:',
    '        secret_bytes = base64.b64decode(secret, validate=True)',
    '    except ValueError:',
    `        stop(${quote(text.wrongSecret)})`,
  ];
}
