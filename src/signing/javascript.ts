import type { ProgramText } from '../i18n/en.ts';
import { type Condition, piecesOf, type RecipeValue } from '../model/signing.ts';
import type { PlannedRequest, TestPlan } from './plan.ts';
import { blocksOf, isPrivateKey, pathPattern, rawNamesOf } from './program.ts';

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

/** A text as a literal of JavaScript. */
export function javaScriptQuote(value: string): string {
  return JSON.stringify(value);
}

const quote = javaScriptQuote;

/** A message with at most one `%s` as an expression. */
function say(message: string, value?: string): string {
  if (value === undefined) return quote(message);
  const [before = '', after = ''] = message.split('%s');
  return [before === '' ? [] : [quote(before)], [value], after === '' ? [] : [quote(after)]]
    .flat()
    .join(' + ');
}

function list(names: readonly string[]): string {
  return `[${names.map((name) => quote(name)).join(', ')}]`;
}

function pattern(path: string): string {
  return `/^${pathPattern(path)}$/`;
}

function test({ path, is, isNot, lists }: Condition): string {
  const place = pattern(path);
  if (is !== undefined) return `${place}, 'is', ${quote(is)}`;
  if (isNot !== undefined) return `${place}, 'is-not', ${quote(isNot)}`;
  if (lists !== undefined) return `${place}, 'lists', ${quote(lists)}`;
  return `${place}, 'absent', ''`;
}

function tables({ errors, rights }: TestPlan): string[] {
  return [
    '// What the exchange answers where something is wrong: texts, codes, statuses; why; where to read more.',
    'const errors = [',
    ...errors.map(
      ({ texts, codes, http, says, url }) =>
        `  [${list(texts)}, ${list(codes)}, [${codes.length > 0 ? '' : http.join(', ')}], ${quote(says)}, ${quote(url)}],`,
    ),
    '];',
    ...(rights === undefined
      ? []
      : [
          '// What the answer tells of the key: what is wanted, kind, label, place, comparison, value, optional.',
          'const rights = [',
          ...rights.shows.map(
            ({ want, kind, label, when, optional }) =>
              `  [${quote(want)}, ${quote(kind)}, ${quote(label)}, ${test(when)}, ${optional}],`,
          ),
          '];',
        ]),
  ];
}

function asking({ secret }: TestPlan, text: ProgramText): string[] {
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
    '});',
    'const lines = input[Symbol.asyncIterator]();',
    '',
    'function stop(message, status = 1) {',
    '  console.error(message);',
    '  process.exit(status);',
    '}',
    '',
    'async function ask(prompt) {',
    '  process.stdout.write(`${prompt}: `);',
    "  return (await lines.next()).value ?? '';",
    '}',
    '',
    'async function askHidden(variable, label, prompt, keepsSpaces = false) {',
    "  let answer = process.env[variable] ?? '';",
    "  if (answer === '') {",
    '    const asked = ask(prompt);',
    '    hidden = true;',
    '    answer = await asked;',
    ...(isPrivateKey(secret)
      ? [
          "    while (answer.includes('-----BEGIN') && !answer.includes('-----END')) {",
          '      const { value, done } = await lines.next();',
          '      if (done) break;',
          '      answer += `\\n${value}`;',
          '    }',
        ]
      : []),
    '    hidden = false;',
    '    console.log();',
    '  }',
    "  const cleaned = keepsSpaces ? answer.replace(/^[\\r\\n]+|[\\r\\n]+$/g, '') : answer.trim();",
    `  if (cleaned === '') stop(${say(text.empty, 'label')});`,
    `  if (cleaned !== answer) console.error(${say(text.spacesRemoved, 'label')});`,
    `  if (keepsSpaces && cleaned !== cleaned.trim()) console.error(${say(text.spaceAtEnd, 'label')});`,
    `  if (!keepsSpaces && /\\s/.test(cleaned)${isPrivateKey(secret) ? " && !cleaned.includes('-----BEGIN')" : ''}) {`,
    `    console.error(${say(text.spaceInside, 'label')});`,
    '  }',
    '  return cleaned;',
    '}',
  ];
}

const answering = [
  '// Pairs of a place such as "data.0.perm" and the text of the value there.',
  "function flatten(value, path = '') {",
  "  if (value === null || typeof value !== 'object') return [[path, String(value)]];",
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
  const given = credentials.map(({ variable }) => variable);
  return [
    'let requests = 0;',
    'let drift;',
    '',
    ...(blocksOf(plan).signatures.includes('es256-or-eddsa') ? [...privateKeyFunction, ''] : []),
    `async function send({ base, algorithm, ${given.join(', ')} }, method, prefix, path) {`.replace(
      ' algorithm,',
      plan.secret === 'ec-pem-or-ed25519' ? ' algorithm,' : '',
    ),
    '  requests += 1;',
    ...(templatesOf(plan).some((template) => template.includes('{host}'))
      ? ['  const { host } = new URL(base);']
      : []),
    ...values.map((value) => `  const ${value.name} = ${made(value, rawNames)};`),
    '  const headers = {',
    "    Accept: 'application/json',",
    ...Object.entries(send.headers).map(
      ([name, template]) => `    ${quote(name)}: ${literal(template)},`,
    ),
    '  };',
    '  // Headers can hold any byte, which fetch takes as Latin-1.',
    '  for (const name of Object.keys(headers)) {',
    "    headers[name] = Buffer.from(headers[name]).toString('latin1');",
    '  }',
    '  let answer;',
    '  try {',
    `    answer = await fetch(base + ${literal(send.url)}, {`,
    '      method,',
    '      headers,',
    ...(send.body === undefined ? [] : [`      body: ${literal(send.body)},`]),
    "      redirect: 'manual',",
    '      signal: AbortSignal.timeout(30_000),',
    '    });',
    '  } catch {',
    `    stop(${say(text.noAnswer, 'base')});`,
    '  }',
    '  const content = await answer.text();',
    "  const date = Date.parse(answer.headers.get('date') ?? '');",
    '  if (!Number.isNaN(date)) drift = Math.round((Date.now() - date) / 1000);',
    '  let flat = [];',
    '  try {',
    '    flat = flatten(JSON.parse(content));',
    '  } catch {',
    '    // Not JSON: the text itself can still hold a code.',
    '  }',
    `  const good = answer.status === 200${succeeds === undefined ? '' : ` && holds(flat, ${test(succeeds)})`};`,
    '  return { good, status: answer.status, flat, content };',
    '}',
  ];
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

function templatesOf(plan: TestPlan): string[] {
  return [
    ...plan.values.flatMap((value) => ('of' in value ? [value.of] : [])),
    plan.send.url,
    ...Object.values(plan.send.headers),
    ...(plan.send.body === undefined ? [] : [plan.send.body]),
  ];
}

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
        ? 'String(Math.floor(Date.now() / 1000) + requests)'
        : 'String(Math.floor(Date.now() / 1000) * 1000 + requests)';
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
    .map((piece) =>
      'text' in piece
        ? piece.text.replaceAll(/[\\`]|\$\{/g, '\\$&').replaceAll('\n', '\\n')
        : `\${${piece.hole}}`,
    )
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

function judging({ rights, tolerance, page }: TestPlan, text: ProgramText): string[] {
  const clock = [
    'function clockOf() {',
    `  if (drift === undefined) return ${quote(text.untold)};`,
    `  if (drift > ${tolerance}) return ${say(text.clockAhead, 'drift')};`,
    `  if (drift < -${tolerance}) return ${say(text.clockBehind, '-drift')};`,
    `  return ${quote(text.clockRight)};`,
    '}',
    '',
    'function explain(typed, { status, flat, content }) {',
    `  console.log(${say(text.refused, 'status')});`,
    '  for (const [path, value] of flat.slice(0, 6)) {',
    "    if (value !== '' && !typed.some((part) => value.includes(part))) console.log(`  ${path}: ${value}`);",
    '  }',
    '  const values = flat.map(([, value]) => value);',
    '  const tests = [',
    '    ([texts]) => texts.some((part) => content.includes(part)),',
    '    ([, codes]) => codes.some((code) => values.includes(code) || (/[A-Za-z]/.test(code) && content.includes(code))),',
    '    ([, , statuses]) => statuses.includes(status),',
    '  ];',
    '  for (const fits of tests) {',
    '    const found = errors.find(fits);',
    '    if (found === undefined) continue;',
    '    const [, , , why, where] = found;',
    `    console.log(\`\\n\${why}\\n\` + ${say(text.readMore, 'where')});`,
    '    return;',
    '  }',
    `  console.log(${say(text.unknownError, quote(`${page}#troubleshooting`))});`,
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
    `      if (want === 'never' || want === 'unwanted') tooMuch.push(${say(text.tooMuch, 'label')});`,
    '    } else if (optional && valuesAt(flat, place).length === 0) {',
    `      notes.push(${say(text.lookYourself, 'label')});`,
    "    } else if (want === 'needed') {",
    `      tooLittle.push(${say(text.tooLittle, 'label')});`,
    '    }',
    '  }',
    ...rights.family.flatMap(({ path, form, known }) => [
      ...(form === 'list'
        ? [`  const further = partsAt(flat, ${pattern(path)}, ${list(known)});`]
        : [
            '  const further = flat',
            `    .filter(([path, value]) => ${pattern(path)}.test(path) && value === 'true')`,
            "    .map(([path]) => path.split('.').at(-1))",
            `    .filter((name) => !${list(known)}.includes(name));`,
          ]),
      `  if (further.length > 0) tooMuch.push(${say(text.unknownRight, "further.join(', ')")});`,
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
          ]),
    ...(rights.ends === undefined
      ? []
      : [
          `  const never = ${list(['null', '', ...rights.ends.never])};`,
          `  const [ends] = valuesAt(flat, ${pattern(rights.ends.path)}).filter((value) => !never.includes(value));`,
          `  summary.ends = ends === undefined ? ${quote(text.noEnd)} : ${
            rights.ends.unit === 'text'
              ? 'ends'
              : `new Date(Number(ends)${rights.ends.unit === 'seconds' ? ' * 1000' : ''}).toISOString().slice(0, 10)`
          };`,
        ]),
    '  return [tooMuch, tooLittle, notes];',
    '}',
  ];
}

function main(plan: TestPlan, text: ProgramText): string[] {
  const { credentials, places, reading, rights, page, untold, secret } = plan;
  const told = (kind: 'withdraw' | 'trade'): string =>
    quote(rights?.shows.some((right) => right.kind === kind) ? text.no : text.untold);
  const request = ({ method, prefix, path }: PlannedRequest): string =>
    `[${quote(method)}, ${quote(prefix)}, ${quote(path)}]`;
  const variables = credentials.map(({ variable }) =>
    variable === 'secret' ? `secret: ${secretExpression(secret)}` : variable,
  );
  return [
    ...choosing(plan.baseVariable, places, text),
    ...credentials.map(({ variable, label, environment }) => {
      const keeps = variable === 'passphrase' || variable === 'memo' ? ', true' : '';
      return `const ${variable} = await askHidden(${quote(environment)}, ${quote(label)}, ${quote(text.hidden(label))}${keeps});`;
    }),
    ...secretPart(plan, text),
    'input.close();',
    '',
    `console.log(${say(text.asking, 'base')});`,
    `const credentials = { base, ${secret === 'ec-pem-or-ed25519' ? 'algorithm, ' : ''}${variables.join(', ')} };`,
    'let answer;',
    `for (const request of [${[...reading, ...(rights ? [rights.request] : [])].map(request).join(', ')}]) {`,
    '  answer = await send(credentials, ...request);',
    '  if (answer.good) continue;',
    '  explain([key, secret], answer);',
    `  console.log(${quote(text.clock)}.padEnd(12), clockOf());`,
    '  process.exit(1);',
    '}',
    '',
    'const summary = {',
    `  works: ${quote(reading.length === 0 ? text.yes : text.proved(reading.map(({ proves }) => proves)))},`,
    `  withdraw: ${told('withdraw')},`,
    `  trade: ${told('trade')},`,
    `  addresses: ${quote(text.untold)},`,
    `  ends: ${quote(text.untold)},`,
    '  clock: clockOf(),',
    '};',
    rights === undefined
      ? 'const [tooMuch, tooLittle, notes] = [[], [], []];'
      : 'const [tooMuch, tooLittle, notes] = judge(answer.flat, summary);',
    `const labels = ${list([text.works, text.withdraws, text.trades, text.addresses, text.ends, text.clock])};`,
    'Object.values(summary).forEach((value, row) => console.log(labels[row].padEnd(12), value));',
    'console.log();',
    'for (const line of [...tooMuch, ...tooLittle, ...notes]) console.log(line);',
    ...(untold.length === 0
      ? []
      : [`console.log(${say(text.lookYourself, quote(untold.join(', ')))});`]),
    `if (tooMuch.length > 0) console.log(${say(text.endTooMuch, quote(`${page}#set-permissions`))});`,
    `else if (tooLittle.length > 0) console.log(${say(text.endTooLittle, quote(`${page}#set-permissions`))});`,
    `else console.log(${say(rights === undefined ? text.endWorks : text.endRight, quote(plan.useCase))});`,
    'process.exitCode = tooMuch.length > 0 ? 2 : tooLittle.length > 0 ? 1 : 0;',
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
    `  console.log(${quote([text.whichSite, ...places.map(({ label }, index) => `  ${index + 1} ${label}`)].join('\n'))});`,
    `  const bases = [${places.map(({ base }) => quote(base)).join(', ')}];`,
    `  base = bases[Number(await ask(${quote(text.number)})) - 1] ?? stop(${quote(text.badNumber)});`,
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
        `if (!/^(?:[\\w+/]{4})*(?:[\\w+/]{4}|[\\w+/]{3}=|[\\w+/]{2}==)$/.test(secret)) ${wrong};`,
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
