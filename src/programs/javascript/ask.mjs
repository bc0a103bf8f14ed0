// What asks for the values, and looks at them before anything is sent.

import readline from 'node:readline';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { baseVariable, credentials, places, words } from './data.mjs';

let hidden = false;
const shown = new Writable({
  write(chunk, encoding, done) {
    if (!hidden) process.stdout.write(chunk);
    done();
  },
});
const isTerminal = process.stdin.isTTY === true;
const input = readline.createInterface({
  input: process.stdin,
  output: shown,
  terminal: isTerminal,
  historySize: 0,
});
const lines = [];
let isOver = false;
let arrived = () => {};
input.on('SIGINT', () => process.exit(130));
input.on('line', (line) => {
  lines.push(line);
  arrived();
});
input.on('close', () => {
  isOver = true;
  arrived();
});

export function stop(message) {
  console.error(message);
  process.exit(1);
}

export function fill(text, value) {
  return text.split('%s').join(value);
}

// The next line; nothing at the end of the input.
async function nextLine() {
  while (lines.length === 0 && !isOver) {
    await new Promise((resolve) => {
      arrived = resolve;
    });
  }
  return lines.shift();
}

// What was pasted behind the line that was taken; people do not type so fast.
async function restOfPaste() {
  if (!isTerminal) return '';
  await wait(100);
  const rest = [...lines.splice(0), input.line].join('').trim();
  input.write(null, { ctrl: true, name: 'e' });
  input.write(null, { ctrl: true, name: 'u' });
  return rest;
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
  chosen = Number(await nextLine());
  if (places[chosen - 1] === undefined) stop(words.badNumber);
  // [[/places]]
  return places[chosen - 1][1];
}

// What is typed, and whether more lines came with it.
async function askHidden(label) {
  process.stdout.write(`${fill(words.hidden, label)}: `);
  hidden = true;
  let answer = await nextLine();
  if (answer === undefined) stop(`\n${fill(words.empty, label)}`);
  // [[private-key]]
  while (answer.includes('-----BEGIN') && !answer.includes('-----END')) {
    const line = await nextLine();
    if (line === undefined) break;
    answer += `\n${line}`;
  }
  // [[/private-key]]
  const rest = await restOfPaste();
  hidden = false;
  console.log();
  return [answer, rest !== ''];
}

function clean(label, answer, ends) {
  const cleaned = answer.replace(ends, '');
  if (cleaned !== '' && cleaned !== answer) console.error(fill(words.spacesRemoved, label));
  return cleaned;
}

function cleanWord(label, answer) {
  // [[private-key]]
  // Whole, without what stands around it, and with line breaks as such.
  const [key] = /-----BEGIN.*-----END[A-Z ]*-----/s.exec(answer) ?? [];
  if (key !== undefined) return key.replaceAll('\\r', '').replaceAll('\\n', '\n');
  if (answer.includes('-----BEGIN')) stop(words.wrongSecret);
  // [[/private-key]]
  // As a file in JSON holds it.
  const [, quoted] = /^[^!-~]*(?:"\w+"\s*:\s*)?"([^"]+)",?[^!-~]*$/.exec(answer) ?? [];
  if (quoted !== undefined) console.error(fill(words.spacesRemoved, label));
  const cleaned = clean(label, quoted ?? answer, /^[^!-~]+|[^!-~]+$/g);
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

async function ask(label, variable, kind) {
  const given = process.env[variable];
  if (given) return cleaners[kind](label, given) || stop(fill(words.empty, label));
  for (;;) {
    const [answer, hasMore] = await askHidden(label);
    const cleaned = hasMore ? '' : cleaners[kind](label, answer);
    if (cleaned !== '') return cleaned;
    console.error(fill(hasMore ? words.pasted : words.empty, label));
  }
}

// Where to ask, and what with: values by their names.
export async function askAll() {
  const typed = { base: await chooseBase() };
  for (const [name, label, variable, kind] of credentials) {
    typed[name] = await ask(label, variable, kind);
  }
  input.close();
  return typed;
}

// Ends where a value is certainly another one, before it is sent: two that are the same, or one
// that has the form of another and not its own.
export function checkForms(typed) {
  for (const [other, label, , , own] of credentials) {
    const value = typed[other].replaceAll('\n', '');
    const isOwn = own !== '' && new RegExp(own).test(value);
    for (const [name, , , , form] of credentials) {
      if (name === other) continue;
      if (name === 'secret' && typed[name] === typed[other]) stop(fill(words.same, label));
      if (form === '' || isOwn || !new RegExp(form).test(value)) continue;
      const isInPlace = new RegExp(form).test(typed[name].replaceAll('\n', ''));
      if (own !== '' || !isInPlace) stop(fill(words.swapped, label));
    }
  }
}
