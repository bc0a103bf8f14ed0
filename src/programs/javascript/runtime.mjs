#!/usr/bin/env node
// Tests an API key: does it work, and can it do only what it is meant for?
//
// Run it on your own computer, in a terminal: node test-key.mjs
//
// It asks for the values that "credentials" names without showing them, or takes them from
// the environment variables there. It sends them signed to the exchange and to nobody else,
// changes nothing and keeps nothing. It needs Node.js 18 or newer. It ends with the status of
// the outcome that it meets first, and with 1 where something goes wrong before.

import crypto from 'node:crypto';
import readline from 'node:readline';
import { Writable } from 'node:stream';

// [[data]]
const about = 'Northwind: does this API key work, and can it do only what "Read only" needs?';
const page = 'https://guides.example/northwind/';
const baseVariable = 'NORTHWIND_API_BASE';
const secretForm = 'text';
const tolerance = 30;

const words = {
  arguments: 'This program takes no arguments.',
  asking: 'Asking %s …',
  badBase: 'What stands in %s is no address of the exchange.',
  badNumber: 'Start again, and type one of the numbers.',
  certificate: 'The certificate of %s could not be checked.',
  clock: 'Clock',
  clockAhead: 'this computer is %s seconds ahead',
  clockBehind: 'this computer is %s seconds behind',
  clockRight: 'right',
  empty: '%s is empty.',
  hidden: '%s (stays hidden)',
  lineInside: 'There is a line break inside %s.',
  noAnswer: 'No answer from %s.',
  no: 'no',
  noJson: 'What answered at %s is not the API.',
  number: 'Number',
  readMore: 'More: %s',
  redirected: 'The answer points elsewhere (status %s).',
  refused: 'The request was refused (status %s).',
  rightsHidden: 'Look on the website.',
  spaceAtEnd: 'Careful: %s begins or ends with a space.',
  spacesRemoved: 'Careful: a space around %s was taken off.',
  strangeAnswer: 'The answer is not what is documented (status %s).',
  strangeInside: 'There is a space inside %s.',
  swapped: 'This is a private key. Were the two values swapped?',
  trouble: 'The exchange has trouble (status %s).',
  unknownError: 'This error is not on our list. What is: %s',
  untold: 'the answer does not say',
  whichSite: 'On which site is your account?',
  wrongSecret: 'This secret cannot be one for this kind of key.',
};

// Where the account is, address of the API.
const places = [['everywhere', 'https://api.northwind.example']];

// Name here, label, environment variable, whether it is a word or a line.
const credentials = [
  ['key', 'Key', 'NORTHWIND_API_KEY', 'word'],
  ['secret', 'Secret', 'NORTHWIND_API_SECRET', 'word'],
  ['passphrase', 'Passphrase', 'NORTHWIND_API_PASSPHRASE', 'line'],
];

// Method, path, what stands before it; what follows where it fails; whether it is judged; what a
// good answer holds.
const requests = [['GET', '/private', '', 'refused', true, [['code', 'is', '0']]]];

// Name, label, what stands there before the rules are looked at.
const rows = [['works', 'Works', 'yes']];

// Tests on the last answer; row or outcome, each with what is said around what was found.
const rules = [[[['data\\.perm', 'others', 'read']], ['look', 'The answer also names: ', '']]];

// Name, exit status, last line; the first that was met decides.
const outcomes = [
  ['refused', 1, 'Not proved.'],
  ['look'],
  ['else', 0, 'As it should be for: Read only'],
];

// Texts of the answer in which "…" stands for anything, codes, statuses; outcome; place on the
// page, and why it happens.
const errors = [
  [['Your IP … is not listed'], [], [403], 'elsewhere', 'error-ip', 'It is bound elsewhere.'],
];
// [[/data]]

let hidden = false;
const shown = new Writable({
  write(chunk, encoding, done) {
    if (!hidden) process.stdout.write(chunk);
    done();
  },
});
const input = readline.createInterface({
  input: process.stdin,
  output: shown,
  terminal: process.stdin.isTTY === true,
  historySize: 0,
});
input.on('SIGINT', () => process.exit(130));
const lines = input[Symbol.asyncIterator]();

function stop(message) {
  console.error(message);
  process.exit(1);
}

function fill(text, value) {
  return text.split('%s').join(value);
}

async function chooseBase() {
  const given = (process.env[baseVariable] ?? '').replace(/\/+$/, '');
  if (given !== '') {
    // Documented addresses; http only to this computer itself, for tests.
    const isKnown = places.some(([, base]) => base === given);
    if (!isKnown && !/^http:\/\/127\.0\.0\.1:[0-9]+$/.test(given))
      stop(fill(words.badBase, baseVariable));
    return given;
  }
  let chosen = 1;
  // [[places]]
  console.log(words.whichSite);
  places.forEach(([label], index) => console.log(`  ${index + 1} ${label}`));
  process.stdout.write(`${words.number}: `);
  chosen = Number((await lines.next()).value);
  if (places[chosen - 1] === undefined) stop(words.badNumber);
  // [[/places]]
  return places[chosen - 1][1];
}

async function askHidden(label, variable) {
  if (process.env[variable]) return process.env[variable];
  process.stdout.write(`${fill(words.hidden, label)}: `);
  hidden = true;
  const { value: typed, done: isEnd } = await lines.next();
  if (isEnd) stop(`\n${fill(words.empty, label)}`);
  let answer = typed;
  // [[private-key]]
  while (answer.includes('-----BEGIN') && !answer.includes('-----END')) {
    const { value, done } = await lines.next();
    if (done) break;
    answer += `\n${value}`;
  }
  // [[/private-key]]
  hidden = false;
  console.log();
  return answer;
}

function clean(label, answer, ends) {
  const cleaned = answer.replace(ends, '');
  if (cleaned !== '' && cleaned !== answer) console.error(fill(words.spacesRemoved, label));
  return cleaned;
}

function cleanWord(label, answer) {
  // As a file in JSON holds it.
  const [, quoted] = /^[^!-~]*"(.+)",?[^!-~]*$/s.exec(answer) ?? [];
  if (quoted !== undefined) console.error(fill(words.spacesRemoved, label));
  const cleaned = clean(label, quoted ?? answer, /^[^!-~]+|[^!-~]+$/g);
  // [[private-key]]
  if (cleaned.includes('-----BEGIN')) return cleaned;
  // [[/private-key]]
  if (/[^!-~]|["'`\\]/.test(cleaned)) stop(fill(words.strangeInside, label));
  return cleaned;
}

// [[line]]
// What people choose may hold spaces and any letters, but no line break.
function cleanLine(label, answer) {
  const control = '[\\0-\\x1f\\x7f]';
  const cleaned = clean(label, answer, new RegExp(`^${control}+|${control}+$`, 'g'));
  if (new RegExp(control).test(cleaned)) stop(fill(words.lineInside, label));
  if (/^ | $/.test(cleaned)) console.error(fill(words.spaceAtEnd, label));
  return cleaned;
}

// [[/line]]
const cleaners = {
  word: cleanWord,
  // [[line]]
  line: cleanLine,
  // [[/line]]
};

// [[secret-ec-pem-or-ed25519]]
function privateKeyOf(text) {
  if (text.includes('-----BEGIN')) return crypto.createPrivateKey(text);
  // 64 bytes in base64: the first 32 are the key of Ed25519, here put into PKCS 8.
  const seed = Buffer.from(text, 'base64').subarray(0, 32);
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

// [[/secret-ec-pem-or-ed25519]]
// The secret in the form in which it signs.
function takeSecret(text) {
  switch (secretForm) {
    // [[secret-text]]
    case 'text':
      if (text.includes('-----BEGIN')) stop(words.wrongSecret);
      return text;
    // [[/secret-text]]
    // [[secret-base64]]
    case 'base64':
      if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
        stop(words.wrongSecret);
      return Buffer.from(text, 'base64');
    // [[/secret-base64]]
    // [[secret-pem]]
    case 'pem':
      try {
        return crypto.createPrivateKey(text.replaceAll('\\n', '\n'));
      } catch {
        return stop(words.wrongSecret);
      }
    // [[/secret-pem]]
    // [[secret-ec-pem-or-ed25519]]
    case 'ec-pem-or-ed25519':
      try {
        return privateKeyOf(text.replaceAll('\\n', '\n'));
      } catch {
        return stop(words.wrongSecret);
      }
    // [[/secret-ec-pem-or-ed25519]]
  }
}

// [[recipe]]
function sign({ key, secret }, method, path, prefix) {
  const nonce = String(Date.now());
  const signature = crypto
    .createHmac('sha256', secret)
    .update(nonce + method + path)
    .digest('hex');
  return { url: prefix + path, headers: { 'X-Key': key, 'X-Sign': signature } };
}
// [[/recipe]]

// The text without what a terminal could obey.
function printable(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

// Pairs of a path such as "data.0.perm" and the text of the value there.
function flatten(value, path = '') {
  if (value === null || typeof value !== 'object') {
    return [[printable(path), printable(String(value))]];
  }
  if (Object.keys(value).length === 0) return [[printable(path), JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, part]) =>
    flatten(part, path === '' ? name : `${path}.${name}`),
  );
}

function isOnly(some, names) {
  return some.length > 0 && some.every((value) => names.includes(value));
}

// What a test finds in an answer, such as names; it holds where that is anything.
function finds(flat, path, test, ...names) {
  const pattern = new RegExp(`^(?:${path})$`);
  const found = flat.filter(([place]) => pattern.test(place));
  const values = found.map(([, value]) => value);
  const parts = values.flatMap((value) => value.split(/[, ]+/)).filter((part) => part !== '');
  const listed = test === 'lists' || test === 'lacks' ? parts : values;
  const named = listed.filter((value) => names.includes(value));
  switch (test) {
    case 'is':
    case 'lists':
      return named;
    case 'isnt':
    case 'lacks':
      return named.length === 0 ? ['-'] : [];
    case 'only':
      return isOnly(values, names) ? ['-'] : [];
    case 'strays':
      return isOnly(values, names) ? [] : ['-'];
    case 'among':
      return isOnly(parts, names) ? ['-'] : [];
    case 'beyond':
      return isOnly(parts, names) ? [] : ['-'];
    case 'bare':
      return parts.some((part) => !names.includes(part)) ? [] : ['-'];
    case 'items': // or an empty list at the path that is the name
      return [...values, ...(finds(flat, names[0], 'is', '[]') ?? [])];
    case 'there':
      return values;
    case 'absent':
      return values.length === 0 ? ['-'] : [];
    case 'others':
      return parts.filter((part) => !names.includes(part));
    // [[flags]]
    case 'flags': // last names of the paths at which "false" does not stand
      return found
        .filter(([, value]) => value !== 'false')
        .map(([place]) => place.split('.').at(-1))
        .filter((name) => !names.includes(name));
    // [[/flags]]
    // [[until]]
    case 'until': // the first name is the unit
      return values
        .filter((value) => value !== '' && !names.slice(1).includes(value))
        .slice(0, 1)
        .map((value) => dayOf(names[0], value));
    // [[/until]]
    // [[partner]]
    case 'foreign': // addresses that are shown in part cannot be compared
      return addressesOf(parts).filter((part) => !part.includes('*') && !names.includes(part));
    case 'unbound':
      return addressesOf(parts).some((part) => part.includes('*') || part === names[0])
        ? []
        : names;
    // [[/partner]]
  }
}

// [[until]]
// The day of a time, or what stands there instead.
function dayOf(unit, value) {
  const digits = { text: 0, seconds: 11, milliseconds: 14 }[unit];
  if (!/^[0-9]+$/.test(value) || value.length > digits) return value;
  const time = new Date(Number(value) * (unit === 'seconds' ? 1000 : 1));
  return time.toISOString().slice(0, 10);
}

// [[/until]]
// [[partner]]
// Addresses as the page writes them: in lower case, without the mask of a single one.
function addressesOf(parts) {
  return parts.map((part) => part.replace(/\/(32|128)$/, '').toLowerCase());
}

// [[/partner]]
// The answer: status, text, values if it is JSON, seconds that this clock is ahead.
async function send(typed, [method, path, prefix]) {
  const { url, headers, body } = sign(typed, method, path, prefix);
  // Headers can hold any byte, which fetch takes as Latin-1.
  const bytes = Object.entries({
    Accept: 'application/json',
    'User-Agent': 'test-key',
    ...headers,
  });
  const latin = bytes.map(([name, value]) => [name, Buffer.from(value).toString('latin1')]);
  let answer;
  let content;
  try {
    answer = await fetch(typed.base + url, {
      method,
      headers: Object.fromEntries(latin),
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    content = await answer.text();
  } catch (error) {
    const isUntrusted = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(error.cause?.code ?? '');
    stop(fill(isUntrusted ? words.certificate : words.noAnswer, typed.base));
  }
  const date = Date.parse(answer.headers.get('date') ?? '');
  const drift = Number.isNaN(date) ? undefined : Math.round((Date.now() - date) / 1000);
  let flat;
  try {
    flat = flatten(JSON.parse(content));
  } catch {
    // Not JSON: the text itself can still hold a code.
  }
  return { status: answer.status, content, flat, drift };
}

function isGood({ status, flat }, good) {
  return status === 200 && flat !== undefined && allHold(flat, good);
}

function allHold(flat, tests) {
  return tests.every((test) => finds(flat, ...test).length > 0);
}

function printRow(label, value) {
  console.log(`${label.padEnd(12)} ${value}`);
}

function clockOf(drift) {
  if (drift === undefined) return words.untold;
  if (drift > tolerance) return fill(words.clockAhead, drift);
  if (drift < -tolerance) return fill(words.clockBehind, -drift);
  return words.clockRight;
}

function nameOf(status) {
  if (status === 200) return words.strangeAnswer;
  if (status >= 300 && status < 400) return words.redirected;
  return status === 429 || status >= 500 ? words.trouble : words.refused;
}

// Tells why, by texts of the answer, else by values in it, else by its status, and returns the
// outcome that follows.
function explain(typed, { status, content, flat }, outcome) {
  if (status === 200 && flat === undefined) {
    console.log(fill(words.noJson, typed.base));
    return outcome;
  }
  console.log(fill(nameOf(status), status));
  for (const [path, value] of (flat ?? []).slice(0, 6)) {
    const line = `  ${path}: ${value}`;
    const repeats = credentials.some(([name]) => line.includes(printable(typed[name])));
    if (value !== '' && !repeats) console.log(line);
  }
  const values = new Set((flat ?? []).map(([, value]) => value));
  const signs = [
    ([texts]) => texts.some((text) => text.split('…').every((part) => content.includes(part))),
    ([, codes]) =>
      codes.some((code) => values.has(code) || (/[A-Za-z]/.test(code) && content.includes(code))),
    ([, , statuses]) => statuses.includes(status),
  ];
  const [known] = signs.flatMap((fits) => errors.filter(fits));
  if (known === undefined) {
    console.log(`${fill(words.unknownError, `${page}#troubleshooting`)}\n`);
    return outcome;
  }
  const [, , , leadsTo, anchor, why] = known;
  console.log(`\n${why}\n${fill(words.readMore, `${page}#${anchor}`)}\n`);
  return outcome === 'refused' ? leadsTo : outcome;
}

// What the rules say of an answer, by row or outcome.
function judge(flat) {
  const said = new Map(rows.map(([name, , start]) => [name, [start]]));
  for (const [tests, ...tells] of rules) {
    if (!allHold(flat, tests)) continue;
    const found = tests.length === 0 ? [] : finds(flat, ...tests.at(-1));
    for (const [name, ...parts] of tells) {
      said.set(name, [...(said.get(name) ?? []), parts.join(found.join(' '))]);
    }
  }
  return said;
}

if (process.argv.length > 2) stop(words.arguments);
console.log(about);
const typed = { base: await chooseBase() };
for (const [name, label, variable, kind] of credentials) {
  typed[name] = '';
  while (typed[name] === '') {
    typed[name] = cleaners[kind](label, await askHidden(label, variable));
    if (typed[name] !== '') continue;
    if (process.env[variable]) stop(fill(words.empty, label));
    console.error(fill(words.empty, label));
  }
}
input.close();
// [[private-key]]
if (typed.key.includes('-----BEGIN')) stop(words.swapped);
// [[/private-key]]
const secret = takeSecret(typed.secret);

console.log(fill(words.asking, typed.base));
let said;
let failed;
let drift;
for (const [method, path, prefix, outcome, judged, good] of requests) {
  const answer = await send({ ...typed, secret }, [method, path, prefix]);
  drift = answer.drift;
  if (!isGood(answer, good)) failed ??= [answer, outcome];
  else if (judged) said = judge(answer.flat);
}
if (failed === undefined) said ??= judge([]);
for (const line of (said?.get('alarm') ?? []).slice(0, 1)) console.log(line);
if (failed !== undefined) {
  const outcome = explain(typed, ...failed);
  if (outcome === 'look') {
    said ??= new Map(rows.map(([name, , start]) => [name, [start]]));
    said.set('look', [...(said.get('look') ?? []), words.rightsHidden]);
  } else {
    said?.set('works', [words.no]);
    said ??= new Map();
    said.set(outcome, []);
  }
}
for (const [name, label] of rows) if (said.has(name)) printRow(label, said.get(name).at(-1));
printRow(words.clock, clockOf(drift));
console.log();
for (const [name] of outcomes) {
  if (name !== 'alarm') for (const line of new Set(said.get(name))) console.log(line);
}
const [, status, last] = outcomes.find(
  ([name, exit]) => exit !== undefined && (name === 'else' || said.has(name)),
);
console.log(last);
process.exitCode = status;
