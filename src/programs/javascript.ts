import type { ProgramText } from '../i18n/index.ts';
import { type Condition, piecesOf, type RecipeValue } from '../schema/signing.ts';
import type { PlannedPartner, PlannedRequest, TestPlan } from './plan.ts';
import {
  blocksOf,
  isPrivateKey,
  keepsSpaces,
  namesUsed,
  pathPattern,
  rawNamesOf,
} from './program.ts';

/**
 * The test program in JavaScript for Node.js 18 or newer, with built-in modules only.
 *
 * Input: the plan and the words. Output: the program.
 */
export function renderJavaScript(plan: TestPlan, text: ProgramText): string {
  return `${[
    [
      '#!/usr/bin/env node',
      ...text.about(plan, 'javascript').map((line) => `// ${line}`.trimEnd()),
    ],
    [
      "import crypto from 'node:crypto';",
      "import readline from 'node:readline';",
      "import { Writable } from 'node:stream';",
    ],
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

/** A text as a literal of JavaScript, in single quotes where it holds none. */
export function javaScriptQuote(value: string): string {
  const quoted = JSON.stringify(value);
  return value.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}

const quote = javaScriptQuote;

/** Text as it stands in a template literal. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`]|\$\{/g, '\\$&').replaceAll('\n', '\\n');
}

/** A message with at most one `%s`; filled in where a part of a template literal is given. */
function say(message: string, value?: string): string {
  if (value === undefined) return quote(message);
  return `\`${message.split('%s').map(escaped).join(value)}\``;
}

/** A place on the guide page, for template literals. */
function place(anchor: string): string {
  return `\${page}#${anchor}`;
}

function list(names: readonly string[]): string {
  return `[${names.map((name) => quote(name)).join(', ')}]`;
}

function pattern(path: string): string {
  return `/^${pathPattern(path)}$/`;
}

function test({ path, is, isNot, lists }: Condition): string {
  const where = pattern(path);
  if (is !== undefined) return `${where}, 'is', ${quote(is)}`;
  if (isNot !== undefined) return `${where}, 'is-not', ${quote(isNot)}`;
  if (lists !== undefined) return `${where}, 'lists', ${quote(lists)}`;
  return `${where}, 'absent', ''`;
}

function tables({ errors, rights, page }: TestPlan): string[] {
  return [
    `const page = ${quote(page)};`,
    '',
    '// What the exchange answers where something is wrong: texts, codes and statuses; why; where to',
    '// read more. "…" in a text stands for anything.',
    'const errors = [',
    ...errors.flatMap(({ texts, codes, http, says, anchor }) => [
      '  [',
      `    ${list(texts)},`,
      `    ${list(codes)},`,
      `    [${http.join(', ')}],`,
      ...says
        .split(/(?<=\n)/)
        .map((line, index, all) => `    ${quote(line)}${index + 1 < all.length ? ' +' : ','}`),
      `    ${quote(anchor)},`,
      '  ],',
    ]),
    '];',
    ...(rights === undefined
      ? []
      : [
          '',
          '// What the answer tells of the key: what is wanted, kind, label, place, comparison, value,',
          '// and whether the answer may be silent.',
          'const rights = [',
          ...rights.shows.map(
            ({ want, kind, label, when, optional }) =>
              `  [${quote(want)}, ${quote(kind)}, ${quote(label)}, ${test(when)}, ${optional}],`,
          ),
          '];',
        ]),
  ];
}

function asking({ secret, credentials }: TestPlan, text: ProgramText): string[] {
  const isLong = isPrivateKey(secret);
  return [
    'let hidden = false;',
    'const shown = new Writable({',
    '  write(chunk, encoding, done) {',
    '    if (!hidden) process.stdout.write(chunk);',
    '    done();',
    '  },',
    '});',
    'const input = readline.createInterface({',
    '  input: process.stdin,',
    '  output: shown,',
    '  terminal: process.stdin.isTTY === true,',
    '  historySize: 0,',
    '});',
    "input.on('SIGINT', () => process.exit(130));",
    'const lines = input[Symbol.asyncIterator]();',
    '',
    'function stop(message) {',
    '  console.error(message);',
    '  process.exit(1);',
    '}',
    '',
    'async function askHidden(variable, label) {',
    '  if (process.env[variable]) return process.env[variable];',
    `  process.stdout.write(${say(`${text.hidden('%s')}: `, '${label}')});`,
    '  hidden = true;',
    `  ${isLong ? 'let' : 'const'} answer = (await lines.next()).value ?? '';`,
    ...(isLong
      ? [
          "  while (answer.includes('-----BEGIN') && !answer.includes('-----END')) {",
          '    const { value, done } = await lines.next();',
          '    if (done) break;',
          '    answer += `\\n${value}`;',
          '  }',
        ]
      : []),
    '  hidden = false;',
    '  console.log();',
    '  return answer;',
    '}',
    '',
    'function clean(label, answer, ends = /^[^!-~]+|[^!-~]+$/g) {',
    "  const cleaned = answer.replace(ends, '');",
    `  if (cleaned === '') stop(${say(text.empty, '${label}')});`,
    '  if (cleaned !== answer) {',
    `    console.error(${say(text.spacesRemoved, '${label}')});`,
    '  }',
    '  return cleaned;',
    '}',
    '',
    'function cleanWord(label, answer) {',
    '  const cleaned = clean(label, answer);',
    ...(isLong ? ["  if (cleaned.includes('-----BEGIN')) return cleaned;"] : []),
    '  if (/[^!-~]|["\'`\\\\]/.test(cleaned)) {',
    `    stop(${say(text.strangeInside, '${label}')});`,
    '  }',
    '  return cleaned;',
    '}',
    ...(credentials.some(({ variable }) => keepsSpaces(variable))
      ? [
          '',
          '// A passphrase may hold spaces and any letters, but no line break.',
          'function cleanLine(label, answer) {',
          '  const cleaned = clean(label, answer, /^[\\0-\\x1f\\x7f]+|[\\0-\\x1f\\x7f]+$/g);',
          '  if (/[\\0-\\x1f\\x7f]/.test(cleaned)) {',
          `    stop(${say(text.lineInside, '${label}')});`,
          '  }',
          `  if (/^ | $/.test(cleaned)) console.error(${say(text.spaceAtEnd, '${label}')});`,
          '  return cleaned;',
          '}',
        ]
      : []),
  ];
}

const answering = [
  '// The text without what a terminal could obey.',
  'function printable(text) {',
  "  return text.replace(/[\\p{C}\\p{Zl}\\p{Zp}]/gu, '?');",
  '}',
  '',
  '// Pairs of a place such as "data.0.perm" and the text of the value there.',
  "function flatten(value, path = '') {",
  "  if (value === null || typeof value !== 'object') {",
  '    return [[printable(path), printable(String(value))]];',
  '  }',
  '  return Object.entries(value).flatMap(([name, part]) =>',
  "    flatten(part, path === '' ? name : `${path}.${name}`),",
  '  );',
  '}',
  '',
  'function valuesAt(flat, place) {',
  '  return flat.filter(([path]) => place.test(path)).map(([, value]) => value);',
  '}',
  '',
  'function partsAt(flat, place, known = []) {',
  '  const words = valuesAt(flat, place).flatMap((value) => value.split(/[, ]+/));',
  "  return words.filter((word) => word !== '' && !known.includes(word));",
  '}',
  '',
  'function holds(flat, place, comparison, value) {',
  '  const found = valuesAt(flat, place);',
  "  if (comparison === 'is') return found.includes(value);",
  "  if (comparison === 'is-not') return found.length > 0 && !found.includes(value);",
  "  if (comparison === 'lists') return partsAt(flat, place).includes(value);",
  '  return found.length === 0;',
  '}',
];

function sending(plan: TestPlan, text: ProgramText): string[] {
  const { values, send, succeeds, credentials } = plan;
  const rawNames = rawNamesOf(plan);
  const used = namesUsed(plan);
  const given = [
    'base',
    ...(used.has('algorithm') || needsAlgorithm(plan) ? ['algorithm'] : []),
    ...credentials.map(({ variable }) => variable),
  ];
  return [
    ...(values.some(({ make }) => make === 'counter') ? ['let sent = 0;', ''] : []),
    ...(blocksOf(plan).signatures.includes('es256-or-eddsa') ? [...privateKeyFunction, ''] : []),
    '// The answer: status, text, values if it is JSON, seconds that this clock is ahead.',
    `async function send({ ${given.join(', ')} }, method, path${used.has('prefix') ? ", prefix = ''" : ''}) {`,
    ...(values.some(({ make }) => make === 'counter') ? ['  sent += 1;'] : []),
    ...(used.has('host') ? ['  const { host } = new URL(base);'] : []),
    ...values.map((value) => `  const ${value.name} = ${made(value, rawNames)};`),
    '  const headers = {',
    "    Accept: 'application/json',",
    "    'User-Agent': 'test-key',",
    ...Object.entries(send.headers).map(
      ([name, template]) =>
        `    ${/^[A-Za-z]+$/.test(name) ? name : quote(name)}: ${literal(template)},`,
    ),
    '  };',
    '  // Headers can hold any byte, which fetch takes as Latin-1.',
    '  for (const name of Object.keys(headers)) {',
    "    headers[name] = Buffer.from(headers[name]).toString('latin1');",
    '  }',
    '  let answer;',
    '  let content;',
    '  try {',
    `    answer = await fetch(base + ${literal(send.url)}, {`,
    '      method,',
    '      headers,',
    ...(send.body === undefined ? [] : [`      body: ${literal(send.body)},`]),
    "      redirect: 'manual',",
    '      signal: AbortSignal.timeout(30_000),',
    '    });',
    '    content = await answer.text();',
    '  } catch {',
    `    stop(${say(text.noAnswer, '${base}')});`,
    '  }',
    "  const date = Date.parse(answer.headers.get('date') ?? '');",
    '  const drift = Number.isNaN(date) ? undefined : Math.round((Date.now() - date) / 1000);',
    '  let flat;',
    '  try {',
    '    flat = flatten(JSON.parse(content));',
    '  } catch {',
    '    // Not JSON: the text itself can still hold a code.',
    '  }',
    `  const good = answer.status === 200 && flat !== undefined${succeeds === undefined ? '' : ` && holds(flat, ${test(succeeds)})`};`,
    '  return { good, status: answer.status, content, flat, drift };',
    '}',
  ];
}

/** Whether the kind of the key decides how it signs. */
function needsAlgorithm(plan: TestPlan): boolean {
  return blocksOf(plan).signatures.includes('es256-or-eddsa');
}

const privateKeyFunction = [
  'function privateKeyOf(secret) {',
  "  if (secret.includes('-----BEGIN')) return crypto.createPrivateKey(secret);",
  '  // 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8.',
  "  const seed = Buffer.from(secret, 'base64').subarray(0, 32);",
  "  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);",
  "  return crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });",
  '}',
];

function made(value: RecipeValue, rawNames: ReadonlySet<string>): string {
  switch (value.make) {
    case 'clock': {
      const plus = value.plus === undefined ? '' : ` + ${value.plus}`;
      if (value.unit === 'iso') return 'new Date().toISOString()';
      return value.unit === 'seconds'
        ? `String(Math.floor(Date.now() / 1000)${plus})`
        : `String(Date.now()${plus === '' ? '' : `${plus}000`})`;
    }
    case 'counter':
      return value.unit === 'seconds'
        ? 'String(Math.floor(Date.now() / 1000) + sent)'
        : 'String(Math.floor(Date.now() / 1000) * 1000 + sent)';
    case 'random':
      return `crypto.randomBytes(${value.characters / 2}).toString('hex')`;
    case 'text':
      return value.as === 'plain'
        ? literal(value.of)
        : `Buffer.from(${bytes(value.of, rawNames)}).toString('${value.as}')`;
    case 'hash':
      return digest(
        `crypto.createHash('${value.hash}').update(${bytes(value.of, rawNames)})`,
        value.as,
      );
    case 'hmac': {
      const key = value.with ?? 'secret';
      return digest(
        `crypto.createHmac('${value.hash}', ${key}).update(${bytes(value.of, rawNames)})`,
        value.as,
      );
    }
    case 'signature':
      return `${signing(value.algorithm, `Buffer.from(${bytes(value.of, rawNames)})`)}.toString('${value.as}')`;
  }
}

function digest(
  expression: string,
  form: 'hex' | 'upper-hex' | 'base64' | 'base64url' | 'raw',
): string {
  switch (form) {
    case 'raw':
      return `${expression}.digest()`;
    case 'upper-hex':
      return `${expression}.digest('hex').toUpperCase()`;
    default:
      return `${expression}.digest('${form}')`;
  }
}

function signing(
  algorithm: Extract<RecipeValue, { make: 'signature' }>['algorithm'],
  message: string,
): string {
  switch (algorithm) {
    case 'rsa-sha256':
      return `crypto.sign('sha256', ${message}, secret)`;
    case 'ed25519':
      return `crypto.sign(null, ${message}, secret)`;
    case 'es256':
      return `crypto.sign('sha256', ${message}, { key: secret, dsaEncoding: 'ieee-p1363' })`;
    case 'es256-or-eddsa':
      return `crypto.sign(algorithm === 'ES256' ? 'sha256' : null, ${message}, { key: secret, dsaEncoding: 'ieee-p1363' })`;
  }
}

/** A template as text. */
function literal(template: string): string {
  const pieces = piecesOf(template);
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined && 'hole' in first) return first.hole;
  if (pieces.every((piece) => 'text' in piece)) return quote(template);
  const inner = pieces
    .map((piece) => ('text' in piece ? escaped(piece.text) : `\${${piece.hole}}`))
    .join('');
  return `\`${inner}\``;
}

/** A template as text or bytes, as digests take both. */
function bytes(template: string, rawNames: ReadonlySet<string>): string {
  const pieces = piecesOf(template);
  if (!pieces.some((piece) => 'hole' in piece && rawNames.has(piece.hole)))
    return literal(template);
  const runs: string[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') runs.push(`Buffer.from(${literal(text)})`);
    text = '';
  };
  for (const piece of pieces) {
    if ('hole' in piece && rawNames.has(piece.hole)) {
      flush();
      runs.push(piece.hole);
    } else text += 'text' in piece ? piece.text : `{${piece.hole}}`;
  }
  flush();
  const [only] = runs;
  return runs.length === 1 && only !== undefined ? only : `Buffer.concat([${runs.join(', ')}])`;
}

function judging({ rights, tolerance, partner }: TestPlan, text: ProgramText): string[] {
  const clock = [
    'function clockOf(drift) {',
    `  if (drift === undefined) return ${quote(text.untold)};`,
    `  if (drift > ${tolerance}) return ${say(text.clockAhead, '${drift}')};`,
    `  if (drift < -${tolerance}) return ${say(text.clockBehind, '${-drift}')};`,
    `  return ${quote(text.clockRight)};`,
    '}',
    '',
    '// Tells why, by texts of the answer, else by values in it, else by its status.',
    'function explain(base, typed, { status, content, flat }) {',
    `  if (status === 200 && flat === undefined) stop(${say(text.noJson, '${base}')});`,
    `  console.log(${say(text.refused, '${status}')});`,
    '  for (const [path, value] of (flat ?? []).slice(0, 6)) {',
    '    const line = `  ${path}: ${value}`;',
    "    if (value !== '' && !typed.some((part) => line.includes(printable(part)))) console.log(line);",
    '  }',
    '  const values = new Set((flat ?? []).map(([, value]) => value));',
    '  const tests = [',
    "    ([texts]) => texts.some((text) => text.split('…').every((part) => content.includes(part))),",
    '    ([, codes]) =>',
    '      codes.some((code) => values.has(code) || (/[A-Za-z]/.test(code) && content.includes(code))),',
    '    ([, , statuses]) => statuses.includes(status),',
    '  ];',
    '  for (const fits of tests) {',
    '    const found = errors.find(fits);',
    '    if (found === undefined) continue;',
    '    const [, , , why, anchor] = found;',
    `    console.log(\`\\n\${why}\\n\` + ${say(text.readMore, place('${anchor}'))});`,
    '    return;',
    '  }',
    `  console.log(${say(text.unknownError, place('troubleshooting'))});`,
    '}',
  ];
  if (rights === undefined) return clock;
  return [
    ...clock,
    '',
    '// Fills in the summary. Output: what is too much, what is missing, what to look at.',
    'function judge(flat, summary) {',
    '  const tooMuch = [];',
    '  const tooLittle = [];',
    '  const notes = [];',
    '  for (const [want, kind, label, place, comparison, value, optional] of rights) {',
    '    if (holds(flat, place, comparison, value)) {',
    `      if (kind in summary) summary[kind] = ${quote(text.yes)};`,
    `      if (want === 'never' || want === 'unwanted') tooMuch.push(${say(text.tooMuch, '${label}')});`,
    '    } else if (optional && valuesAt(flat, place).length === 0) {',
    `      notes.push(${say(text.lookYourself, '${label}')});`,
    "    } else if (want === 'needed') {",
    `      tooLittle.push(${say(text.tooLittle, '${label}')});`,
    '    }',
    '  }',
    ...rights.family.flatMap(({ path, form, known }) => [
      '  {',
      `    const known = ${list(known)};`,
      ...(form === 'list'
        ? [`    const further = partsAt(flat, ${pattern(path)}, known).join(' ');`]
        : [
            '    const further = flat',
            `      .filter(([path, value]) => ${pattern(path)}.test(path) && value === 'true')`,
            "      .map(([path]) => path.split('.').at(-1))",
            '      .filter((name) => !known.includes(name))',
            "      .join(' ');",
          ]),
      "    if (further !== '') {",
      `      tooMuch.push(${say(text.unknownRight, '${further}')});`,
      '    }',
      '  }',
    ]),
    ...(rights.addresses === undefined
      ? []
      : rights.addresses.form === 'flag'
        ? [
            `  const bound = holds(flat, ${test({ path: rights.addresses.path, is: 'true' })});`,
            `  summary.addresses = bound ? ${quote(text.bound)} : ${quote(text.notBound)};`,
          ]
        : [
            `  const addresses = partsAt(flat, ${pattern(rights.addresses.path)}, ${list(['null', ...rights.addresses.open])});`,
            `  summary.addresses = addresses.join(' ') || ${quote(text.notBound)};`,
            ...(partner === undefined ? [] : compareAddresses(partner, text)),
          ]),
    ...(rights.ends === undefined
      ? []
      : [
          `  const never = ${list(['null', '', ...rights.ends.never])};`,
          `  const [ends] = valuesAt(flat, ${pattern(rights.ends.path)}).filter((value) => !never.includes(value));`,
          `  summary.ends = ends ?? ${quote(text.noEnd)};`,
          ...(rights.ends.unit === 'text'
            ? []
            : [
                `  if (/^[0-9]{1,${rights.ends.unit === 'milliseconds' ? 14 : 11}}$/.test(ends)) {`,
                `    summary.ends = new Date(Number(ends)${rights.ends.unit === 'seconds' ? ' * 1000' : ''}).toISOString().slice(0, 10);`,
                '  }',
              ]),
        ]),
    '  return [tooMuch, tooLittle, notes];',
    '}',
  ];
}

/** Compares bound addresses with those of a partner. Addresses that are shown in part cannot be. */
function compareAddresses({ name, allowed, needed }: PlannedPartner, text: ProgramText): string[] {
  return [
    "  const bound = addresses.map((address) => address.replace(/\\/(32|128)$/, '').toLowerCase());",
    `  const allowed = ${list(allowed)};`,
    '  const foreign = bound',
    "    .filter((address) => !address.includes('*') && !allowed.includes(address))",
    "    .join(' ');",
    `  if (foreign !== '') tooMuch.push(${say(text.foreignAddress(name), '${foreign}')});`,
    ...(needed.length === 0
      ? []
      : [
          "  if (!bound.some((address) => address.includes('*'))) {",
          `    for (const address of ${list(needed)}) {`,
          `      if (!bound.includes(address)) tooLittle.push(${say(text.missingAddress(name), '${address}')});`,
          '    }',
          '  }',
        ]),
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, untold, secret } = plan;
  const told = (kind: 'withdraw' | 'trade'): string =>
    quote(rights?.shows.some((right) => right.kind === kind) ? text.no : text.untold);
  const request = ({ method, prefix, path }: PlannedRequest): string =>
    `  [${[method, path, ...(prefix === '' ? [] : [prefix])].map(quote).join(', ')}],`;
  const given = credentials.map(({ variable }) =>
    variable === 'secret' && secret !== 'text' ? `secret: ${secretExpression(secret)}` : variable,
  );
  return [
    ...choosing(plan.baseVariable, places, text),
    ...credentials.flatMap(({ variable, label, environment }) => [
      `const ${variable} = ${keepsSpaces(variable) ? 'cleanLine' : 'cleanWord'}(`,
      `  ${quote(label)},`,
      `  await askHidden(${quote(environment)}, ${quote(label)}),`,
      ');',
      ...(variable === 'key' && isPrivateKey(secret)
        ? [`if (key.includes('-----BEGIN')) stop(${quote(text.swapped)});`]
        : []),
    ]),
    ...secretPart(plan, text),
    'input.close();',
    '',
    `console.log(${say(text.asking, '${base}')});`,
    `const credentials = { base, ${needsAlgorithm(plan) ? 'algorithm, ' : ''}${given.join(', ')} };`,
    'const requests = [',
    ...[...reading, ...(rights ? [rights.request] : [])].map(request),
    '];',
    'let answer;',
    'for (const request of requests) {',
    '  answer = await send(credentials, ...request);',
    '  if (answer.good) continue;',
    `  explain(base, [${credentials.map(({ variable }) => variable).join(', ')}], answer);`,
    `  console.log(${quote(text.clock)}.padEnd(12), clockOf(answer.drift));`,
    '  process.exit(1);',
    '}',
    '',
    'const summary = {',
    `  works: ${quote(reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)))},`,
    `  withdraw: ${told('withdraw')},`,
    `  trade: ${told('trade')},`,
    `  addresses: ${quote(text.untold)},`,
    `  ends: ${quote(text.untold)},`,
    '  clock: clockOf(answer.drift),',
    '};',
    ...(rights === undefined
      ? []
      : ['const [tooMuch, tooLittle, notes] = judge(answer.flat, summary);']),
    `const labels = ${list([text.works, text.withdraws, text.trades, text.addresses, text.ends, text.clock])};`,
    'Object.values(summary).forEach((value, row) => console.log(labels[row].padEnd(12), value));',
    'console.log();',
    ...(rights === undefined
      ? []
      : ['for (const line of [...tooMuch, ...tooLittle, ...notes]) console.log(line);']),
    ...(untold.length === 0
      ? []
      : [`console.log(${quote(text.lookYourself.replace('%s', () => untold.join(', ')))});`]),
    ...(rights === undefined
      ? [`console.log(${quote(text.endWorks.replace('%s', () => plan.useCase))});`]
      : [
          'if (tooMuch.length > 0) {',
          `  console.log(${say(text.endTooMuch, place('set-permissions'))});`,
          '  process.exitCode = 2;',
          '} else if (tooLittle.length > 0) {',
          `  console.log(${say(text.endTooLittle, place('set-permissions'))});`,
          '  process.exitCode = 1;',
          '} else {',
          `  console.log(${quote(text.endRight.replace('%s', () => plan.useCase))});`,
          '}',
        ]),
  ];
}

function choosing(baseVariable: string, places: TestPlan['places'], text: ProgramText): string[] {
  const [only] = places;
  if (places.length === 1 && only !== undefined) {
    return [
      `const base = (process.env.${baseVariable} || ${quote(only.base)}).replace(/\\/+$/, '');`,
    ];
  }
  return [
    `let base = (process.env.${baseVariable} || '').replace(/\\/+$/, '');`,
    "if (base === '') {",
    `  console.log(${quote(text.whichSite)});`,
    ...places.map(({ label }, index) => `  console.log(${quote(`  ${index + 1} ${label}`)});`),
    `  const bases = [${places.map(({ base }) => quote(base)).join(', ')}];`,
    `  process.stdout.write(${quote(`${text.number}: `)});`,
    `  base = bases[Number((await lines.next()).value) - 1] ?? stop(${quote(text.badNumber)});`,
    '}',
  ];
}

function secretExpression(secret: TestPlan['secret']): string {
  switch (secret) {
    case 'text':
      return 'secret';
    case 'base64':
      return "Buffer.from(secret, 'base64')";
    case 'pem':
    case 'ec-pem-or-ed25519':
      return 'privateKey';
  }
}

function secretPart({ secret }: TestPlan, text: ProgramText): string[] {
  const wrong = `stop(${quote(text.wrongSecret)})`;
  switch (secret) {
    case 'text':
      return [`if (secret.includes('-----BEGIN')) ${wrong};`];
    case 'base64':
      return [
        `if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(secret)) ${wrong};`,
      ];
    case 'pem':
      return [
        'let privateKey;',
        'try {',
        "  privateKey = crypto.createPrivateKey(secret.replaceAll('\\\\n', '\\n'));",
        '} catch {',
        `  ${wrong};`,
        '}',
      ];
    case 'ec-pem-or-ed25519':
      return [
        'let privateKey;',
        'try {',
        "  privateKey = privateKeyOf(secret.replaceAll('\\\\n', '\\n'));",
        '} catch {',
        `  ${wrong};`,
        '}',
        "const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256';",
      ];
  }
}
