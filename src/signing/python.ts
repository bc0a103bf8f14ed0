import type { ProgramText } from '../i18n/en.ts';
import { type Condition, piecesOf, type RecipeValue } from '../model/signing.ts';
import type { PlannedRequest, TestPlan } from './plan.ts';
import { blocksOf, pathPattern, rawNamesOf, underscored } from './program.ts';

/**
 * The test program in Python 3.9 or newer, with the standard library only.
 *
 * Input: the plan and the words. Output: the program. Throws for signatures with private
 * keys, which the standard library cannot make: see `unableOf` in languages.ts.
 */
export function renderPython(plan: TestPlan, text: ProgramText): string {
  const blocks = blocksOf(plan);
  if (blocks.signatures.length > 0) {
    throw new Error("[signing] Python's standard library cannot sign with a private key.");
  }
  const imports = [
    'base64',
    'datetime',
    'email.utils',
    'getpass',
    ...(plan.values.some(({ make }) => make === 'hash' || make === 'hmac') ? ['hashlib'] : []),
    ...(blocks.hmac ? ['hmac'] : []),
    'json',
    'os',
    're',
    ...(plan.values.some(({ make }) => make === 'random') ? ['secrets'] : []),
    'sys',
    'time',
    'urllib.error',
    'urllib.request',
  ];
  return `${[
    ['#!/usr/bin/env python3', ...text.about(plan, 'python').map((line) => `# ${line}`.trimEnd())],
    imports.map((name) => `import ${name}`),
    tables(plan),
    asking(text),
    answering(),
    sending(plan, text),
    judging(plan, text),
    main(plan, text),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A text as a literal of Python. JSON's escapes are Python's too. */
export function pythonQuote(value: string): string {
  return JSON.stringify(value);
}

const quote = pythonQuote;

/** A message with at most one `%s` as a literal, filled in where a value is given. */
function say(message: string, value?: string): string {
  if (value === undefined) return quote(message);
  return `${quote(
    message
      .split('%s')
      .map((part) => part.replaceAll('%', '%%'))
      .join('%s'),
  )} % ${value}`;
}

function tables({ errors, rights }: TestPlan): string[] {
  return [
    '# What the exchange answers where something is wrong: texts, codes, statuses; why; where to read more.',
    'ERRORS = [',
    ...errors.map(
      ({ texts, codes, http, says, url }) =>
        `    (${list(texts)}, ${list(codes)}, [${codes.length > 0 ? '' : http.join(', ')}], ${quote(says)}, ${quote(url)}),`,
    ),
    ']',
    ...(rights === undefined
      ? []
      : [
          '# What the answer tells of the key: what is wanted, kind, label, place, comparison, value, optional.',
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
  const place = `r${quote(pathPattern(path)).replaceAll('\\\\', '\\')}`;
  if (is !== undefined) return `${place}, "is", ${quote(is)}`;
  if (isNot !== undefined) return `${place}, "is-not", ${quote(isNot)}`;
  if (lists !== undefined) return `${place}, "lists", ${quote(lists)}`;
  return `${place}, "absent", ""`;
}

function pattern(path: string): string {
  return `r"${pathPattern(path)}"`;
}

function asking(text: ProgramText): string[] {
  return [
    '',
    'def stop(message, status=1):',
    '    print(message, file=sys.stderr)',
    '    sys.exit(status)',
    '',
    '',
    'def ask_hidden(variable, label, prompt, keeps_spaces=False):',
    '    answer = os.environ.get(variable) or getpass.getpass(prompt + ": ")',
    '    cleaned = answer.strip("\\r\\n") if keeps_spaces else answer.strip()',
    '    if not cleaned:',
    `        stop(${say(text.empty, 'label')})`,
    '    if cleaned != answer:',
    `        print(${say(text.spacesRemoved, 'label')}, file=sys.stderr)`,
    '    if keeps_spaces and cleaned != cleaned.strip():',
    `        print(${say(text.spaceAtEnd, 'label')}, file=sys.stderr)`,
    '    if not keeps_spaces and re.search(r"\\s", cleaned):',
    `        print(${say(text.spaceInside, 'label')}, file=sys.stderr)`,
    '    return cleaned',
  ];
}

function answering(): string[] {
  return [
    '',
    'def flatten(value, path=""):',
    '    """Pairs of a place such as "data.0.perm" and the text of the value there."""',
    '    if isinstance(value, dict):',
    '        parts = value.items()',
    '    elif isinstance(value, list):',
    '        parts = enumerate(value)',
    '    else:',
    '        return [(path, value if isinstance(value, str) else json.dumps(value))]',
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
}

function sending(plan: TestPlan, text: ProgramText): string[] {
  const { values, send, succeeds } = plan;
  const rawNames = rawNamesOf(plan);
  const credentials = plan.credentials.map(({ variable }) => variable);
  return [
    '',
    'class NoRedirect(urllib.request.HTTPRedirectHandler):',
    '    """The signed request goes to one address and to no other."""',
    '',
    '    def redirect_request(self, *_):',
    '        return None',
    '',
    '',
    'class Connection:',
    `    def __init__(self, base, ${credentials.join(', ')}):`,
    '        self.base = base',
    ...credentials.map((name) => `        self.${name} = ${name}`),
    '        self.requests = 0',
    '        self.drift = None',
    '',
    '    def send(self, method, prefix, path):',
    '        """Whether the answer is good, its status, its values and its text."""',
    '        self.requests += 1',
    ...credentials
      .filter((name) => name !== 'secret' && uses(plan, name))
      .map((name) => `        ${name} = self.${name}`),
    ...(uses(plan, 'host') ? ['        host = self.base.split("://", 1)[1]'] : []),
    ...values.map((value) => `        ${assign(value, rawNames)}`),
    '        headers = {',
    '            "Accept": "application/json",',
    '            "User-Agent": "test-key",',
    ...Object.entries(send.headers).map(
      ([name, template]) => `            ${quote(name)}: ${literal(template)},`,
    ),
    '        }',
    '        request = urllib.request.Request(',
    `            self.base + ${literal(send.url)},`,
    `            data=${send.body === undefined ? 'None' : `${literal(send.body)}.encode()`},`,
    '            # Headers can hold any byte, which Python writes as Latin-1.',
    '            headers={name: value.encode().decode("latin-1") for name, value in headers.items()},',
    '            method=method,',
    '        )',
    '        try:',
    '            answer = urllib.request.build_opener(NoRedirect).open(request, timeout=30)',
    '        except urllib.error.HTTPError as error:',
    '            answer = error',
    '        except OSError:',
    `            stop(${say(text.noAnswer, 'self.base')})`,
    '        with answer:',
    '            content = answer.read().decode("utf-8", "replace")',
    '        date = email.utils.parsedate_to_datetime(answer.headers["Date"]) if answer.headers["Date"] else None',
    '        if date is not None:',
    '            self.drift = round(time.time() - date.timestamp())',
    '        try:',
    '            flat = flatten(json.loads(content))',
    '        except ValueError:',
    '            flat = []',
    `        good = answer.status == 200${succeeds === undefined ? '' : ` and holds(flat, ${test(succeeds)})`}`,
    '        return good, answer.status, flat, content',
  ];
}

/** Whether any template names a given value. */
function uses(plan: TestPlan, name: string): boolean {
  const templates = [
    ...plan.values.flatMap((value) => ('of' in value ? [value.of] : [])),
    plan.send.url,
    ...Object.values(plan.send.headers),
    ...(plan.send.body === undefined ? [] : [plan.send.body]),
  ];
  return templates.some((template) => template.includes(`{${name}}`));
}

function assign(value: RecipeValue, rawNames: ReadonlySet<string>): string {
  const name = underscored(value.name);
  switch (value.make) {
    case 'clock': {
      const plus = value.plus === undefined ? '' : ` + ${value.plus}`;
      if (value.unit === 'iso') {
        return `${name} = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")`;
      }
      return value.unit === 'seconds'
        ? `${name} = str(int(time.time())${plus})`
        : `${name} = str(int(time.time() * 1000)${plus === '' ? '' : `${plus}000`})`;
    }
    case 'counter':
      return value.unit === 'seconds'
        ? `${name} = str(int(time.time()) + self.requests)`
        : `${name} = str(int(time.time()) * 1000 + self.requests)`;
    case 'random':
      return `${name} = secrets.token_hex(${value.characters / 2})`;
    case 'text':
      return `${name} = ${coded(value.as, value.as === 'plain' ? literal(value.of) : bytes(value.of, rawNames))}`;
    case 'hash':
      return `${name} = ${coded(value.as, `hashlib.${value.hash}(${bytes(value.of, rawNames)})`, 'digest')}`;
    case 'hmac': {
      const key = value.with === undefined ? 'self.secret' : underscored(value.with);
      return `${name} = ${coded(value.as, `hmac.new(${key}, ${bytes(value.of, rawNames)}, hashlib.${value.hash})`, 'digest')}`;
    }
    case 'signature':
      throw new Error("[signing] Python's standard library cannot sign with a private key.");
  }
}

function coded(
  form: 'plain' | 'hex' | 'upper-hex' | 'raw' | 'base64' | 'base64url',
  expression: string,
  kind: 'bytes' | 'digest' = 'bytes',
): string {
  const raw = kind === 'digest' ? `${expression}.digest()` : expression;
  switch (form) {
    case 'plain':
      return expression;
    case 'raw':
      return raw;
    case 'hex':
      return kind === 'digest' ? `${expression}.hexdigest()` : `${expression}.hex()`;
    case 'upper-hex':
      return `${coded('hex', expression, kind)}.upper()`;
    case 'base64':
      return `base64.b64encode(${raw}).decode()`;
    case 'base64url':
      return `base64.urlsafe_b64encode(${raw}).decode().rstrip("=")`;
  }
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

function judging({ rights, tolerance, page }: TestPlan, text: ProgramText): string[] {
  const clock = [
    '',
    'def clock_of(drift):',
    '    if drift is None:',
    `        return ${quote(text.untold)}`,
    `    if drift > ${tolerance}:`,
    `        return ${say(text.clockAhead, 'drift')}`,
    `    if drift < -${tolerance}:`,
    `        return ${say(text.clockBehind, '-drift')}`,
    `    return ${quote(text.clockRight)}`,
    '',
    '',
    'def explain(hidden, status, flat, content):',
    `    print(${say(text.refused, 'status')})`,
    '    for path, value in flat[:6]:',
    '        if value and not any(part in value for part in hidden):',
    '            print(f"  {path}: {value}")',
    '    values = [value for _, value in flat]',
    '    tests = [',
    '        lambda texts, codes, statuses: any(part in content for part in texts),',
    '        lambda texts, codes, statuses: any(',
    '            code in values or (re.search("[A-Za-z]", code) and code in content) for code in codes',
    '        ),',
    '        lambda texts, codes, statuses: status in statuses,',
    '    ]',
    '    for fits in tests:',
    '        for texts, codes, statuses, why, where in ERRORS:',
    '            if fits(texts, codes, statuses):',
    `                print("\\n" + why + "\\n" + ${say(text.readMore, 'where')})`,
    '                return',
    `    print(${say(text.unknownError, quote(`${page}#troubleshooting`))})`,
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
    `                too_much.append(${say(text.tooMuch, 'label')})`,
    '        elif optional and not values_at(flat, place):',
    `            notes.append(${say(text.lookYourself, 'label')})`,
    '        elif want == "needed":',
    `            too_little.append(${say(text.tooLittle, 'label')})`,
    ...rights.family.flatMap(({ path, form, known }) => [
      ...(form === 'list'
        ? [`    further = parts_at(flat, ${pattern(path)}, ${list(known)})`]
        : [
            '    further = [',
            '        path.split(".")[-1]',
            '        for path, value in flat',
            `        if re.fullmatch(${pattern(path)}, path) and value == "true"`,
            '    ]',
            `    further = [name for name in further if name not in ${list(known)}]`,
          ]),
      '    if further:',
      `        too_much.append(${say(text.unknownRight, '", ".join(further)')})`,
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
          ]),
    ...(rights.ends === undefined
      ? []
      : [
          `    ends = [value for value in values_at(flat, ${pattern(rights.ends.path)}) if value not in ${list(['null', '', ...rights.ends.never])}]`,
          `    summary["ends"] = ${
            rights.ends.unit === 'text'
              ? 'ends[0]'
              : `time.strftime("%Y-%m-%d", time.gmtime(int(ends[0])${rights.ends.unit === 'milliseconds' ? ' // 1000' : ''}))`
          } if ends else ${quote(text.noEnd)}`,
        ]),
    '    return too_much, too_little, notes',
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, page, untold } = plan;
  const told = (kind: 'withdraw' | 'trade'): string =>
    quote(rights?.shows.some((right) => right.kind === kind) ? text.no : text.untold);
  const request = ({ method, prefix, path }: PlannedRequest): string =>
    `(${quote(method)}, ${quote(prefix)}, ${quote(path)})`;
  return [
    '',
    'def main():',
    ...choosing(plan.baseVariable, places, text),
    ...credentials.map(({ variable, label, environment }) => {
      const keeps = variable === 'passphrase' || variable === 'memo' ? ', True' : '';
      return `    ${variable} = ask_hidden(${quote(environment)}, ${quote(label)}, ${quote(text.hidden(label))}${keeps})`;
    }),
    ...secretPart(plan, text),
    `    connection = Connection(base, ${credentials.map(({ variable }) => (variable === 'secret' ? 'secret_bytes' : variable)).join(', ')})`,
    `    print(${say(text.asking, 'base')}, flush=True)`,
    `    for request in [${[...reading, ...(rights ? [rights.request] : [])].map(request).join(', ')}]:`,
    '        good, status, flat, content = connection.send(*request)',
    '        if not good:',
    '            explain([key, secret], status, flat, content)',
    `            print(${quote(text.clock)}.ljust(12), clock_of(connection.drift))`,
    '            sys.exit(1)',
    '    summary = {',
    `        "works": ${quote(reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)))},`,
    `        "withdraw": ${told('withdraw')},`,
    `        "trade": ${told('trade')},`,
    `        "addresses": ${quote(text.untold)},`,
    `        "ends": ${quote(text.untold)},`,
    '        "clock": clock_of(connection.drift),',
    '    }',
    ...(rights === undefined
      ? ['    too_much, too_little, notes = [], [], []']
      : ['    too_much, too_little, notes = judge(flat, summary)']),
    `    labels = ${list([text.works, text.withdraws, text.trades, text.addresses, text.ends, text.clock])}`,
    '    for label, value in zip(labels, summary.values()):',
    '        print(label.ljust(12), value)',
    '    print()',
    '    for line in too_much + too_little + notes:',
    '        print(line)',
    ...(untold.length === 0
      ? []
      : [`    print(${say(text.lookYourself, quote(untold.join(', ')))})`]),
    '    if too_much:',
    `        print(${say(text.endTooMuch, quote(`${page}#set-permissions`))})`,
    '        sys.exit(2)',
    '    if too_little:',
    `        print(${say(text.endTooLittle, quote(`${page}#set-permissions`))})`,
    '        sys.exit(1)',
    `    print(${say(rights === undefined ? text.endWorks : text.endRight, quote(plan.useCase))})`,
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
    `        print(${quote([text.whichSite, ...places.map(({ label }, index) => `  ${index + 1} ${label}`)].join('\n'))})`,
    `        bases = {${places.map(({ base }, index) => `"${index + 1}": ${quote(base)}`).join(', ')}}`,
    `        base = bases.get(input(${quote(`${text.number}: `)}).strip(), "")`,
    '    if not base:',
    `        stop(${quote(text.badNumber)})`,
  ];
}

function secretPart({ secret }: TestPlan, text: ProgramText): string[] {
  if (secret === 'base64') {
    return [
      '    try:',
      '        secret_bytes = base64.b64decode(secret, validate=True)',
      '    except ValueError:',
      `        stop(${quote(text.wrongSecret)})`,
    ];
  }
  return [
    '    if "-----BEGIN" in secret:',
    `        stop(${quote(text.wrongSecret)})`,
    '    secret_bytes = secret.encode()',
  ];
}
