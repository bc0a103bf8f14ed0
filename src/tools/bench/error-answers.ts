import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerErrors, type CcxtTables, type ErrorIndex } from '../../derive/errors/answer.ts';
import { isCcxtTables, isErrorIndex } from '../../derive/errors/shapes.ts';
import { paths } from '../../site/urls.ts';

/** What somebody could paste to make the page stand still. */
const bait = [
  ['1 MB of "IP "', 'IP '.repeat(350_000)],
  ['1 MB of quotes', '\\"'.repeat(500_000)],
  ['1 MB of "code": 4', '"code": 4 '.repeat(100_000)],
] as const;

/** How long the answer to a pasted text takes, as lines for people. Input: a built site. */
export async function errorAnswerTimes(site: string): Promise<string> {
  const index = await load(site, paths.errorIndex, isErrorIndex);
  const ccxt = await load(site, paths.ccxtErrors, isCcxtTables);
  const [first] = index.exchanges;
  const line = `AuthenticationError: ${first?.name} {"code":"${first?.errors[0]?.codes?.[0]}"}`;
  return [['a line of a log', line] as const, ...bait]
    .map(([name, text]) => `answer to ${name}: ${timeOf(text, index, ccxt).toFixed(1)} ms`)
    .join('\n');
}

/** Milliseconds of one answer: the middle of nine, the first few of which warm up. */
function timeOf(text: string, index: ErrorIndex, ccxt: CcxtTables): number {
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    answerErrors(text, index, ccxt);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return times[4] ?? Number.NaN;
}

async function load<Value>(
  site: string,
  file: string,
  isValue: (value: unknown) => value is Value,
): Promise<Value> {
  const value: unknown = JSON.parse(await readFile(path.join(site, file), 'utf8'));
  if (!isValue(value)) throw new Error(`${file} of the built site has another form.`);
  return value;
}
