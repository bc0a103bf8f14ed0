#!/usr/bin/env node
// Tests an API key: does it work, and can it do only what it is meant for?
//
// Run it on your own computer, in a terminal: node test-key.mjs
//
// It asks for the values that "credentials" names without showing them, or takes them from
// the environment variables there. It sends them signed to the exchange and to nobody else,
// changes nothing and keeps nothing. It needs Node.js 18 or newer. It ends with the status of
// the outcome that it meets first, and with 1 where something goes wrong before.

import {
  about,
  credentials,
  errors,
  outcomes,
  page,
  requests,
  rows,
  rules,
  tolerance,
  words,
} from './data.mjs';
import { askAll, checkForms, fill, stop } from './ask.mjs';
import { sign, takeSecret } from './sign.mjs';
import { allHold, flatten, judge, printable } from './answer.mjs';

// Whether this computer reaches others by a proxy, which fetch passes by.
function missesProxy(base) {
  const { env } = process;
  const proxy = env.https_proxy || env.HTTPS_PROXY || env.all_proxy || env.ALL_PROXY;
  return Boolean(proxy) && base.startsWith('https:') && env.NODE_USE_ENV_PROXY !== '1';
}

// The answer: status, text, values if it is JSON, seconds that this clock is ahead.
async function send(typed, [method, path, prefix]) {
  const { url, headers, body } = sign(typed, method, path, prefix);
  // Headers can hold any byte, which fetch takes as Latin-1.
  const bytes = Object.entries({
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
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
    flat = flatten(content);
  } catch {
    // Not JSON: the text itself can still hold a code.
  }
  return { status: answer.status, content, flat, drift };
}

function isGood({ status, flat }, good) {
  return status === 200 && flat !== undefined && allHold(flat, good);
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
  return status === 429 || (status >= 500 && status < 600) ? words.trouble : words.refused;
}

// What an answer holds, without what was typed in, and not as long as it likes.
function shownOf(text, typed, instead = '?') {
  const repeats = credentials.some(([name]) => text.includes(printable(typed[name])));
  return repeats ? instead : text.slice(0, 300);
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
    const line = shownOf(`${path}: ${value}`, typed, '');
    if (value !== '' && line !== '') console.log(`  ${line}`);
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

// A certificate is looked at, whatever other programs were allowed.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
if (process.argv.length > 2) stop(words.arguments);
console.log(about);
const typed = await askAll();
checkForms(typed);
const secret = takeSecret(typed.secret);

if (missesProxy(typed.base)) console.error(words.proxy);
console.log(fill(words.asking, typed.base));
let said;
let failed;
let drift;
for (const [method, path, prefix, outcome, judged, good] of requests) {
  const answer = await send({ ...typed, secret }, [method, path, prefix]);
  drift = answer.drift;
  if (!isGood(answer, good)) failed ??= [answer, outcome];
  else if (judged) said = judge(answer.flat, rows, rules, (text) => shownOf(text, typed));
}
if (failed === undefined) said ??= judge([], rows, rules);
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
for (const [name, , , before] of outcomes) {
  const told = [...new Set(name === 'alarm' ? [] : said.get(name))];
  // Where it stands before them, they stand in one line.
  if (before === undefined) for (const line of told) console.log(line);
  else if (told.length > 0) console.log(before + told.join(', '));
}
const [, status, last] = outcomes.find(
  ([name, exit]) => exit !== undefined && (name === 'else' || said.has(name)),
);
console.log(last);
process.exitCode = status;
