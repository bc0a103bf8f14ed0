import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ccxt from 'ccxt';
import manifest from '../../package.json' with { type: 'json' };
import { format } from 'prettier';
import { stringify } from 'yaml';
import { contentFolder } from '../content/content-folder.ts';
import { rootFiles } from '../content/layout.ts';
import { type CcxtErrors, ccxtErrorKinds } from '../schema/ccxt-errors.ts';

/**
 * Writes what CCXT knows of refusals into content: `npm run ccxt-errors`. Only classes of
 * errors that are about the key, the address, the clock, the account or the exchange itself
 * are taken; the rest of its tables are errors of orders, and its codes are shared by many
 * exchanges, so that they count only where a text names the exchange.
 */

type Kind = (typeof ccxtErrorKinds)[number];

/** What CCXT's classes say; undefined for errors of orders. */
const kindOfClass: Readonly<Record<string, Kind>> = {
  AuthenticationError: 'key',
  PermissionDenied: 'permission',
  InvalidNonce: 'clock',
  RateLimitExceeded: 'rate',
  DDoSProtection: 'rate',
  RestrictedLocation: 'region',
  AccountSuspended: 'account',
  AccountNotEnabled: 'product',
  ExchangeNotAvailable: 'down',
  OnMaintenance: 'down',
};

/** What a text says more exactly than its class, the first that fits. */
const kindOfText: readonly (readonly [RegExp, Kind])[] = [
  [/pass ?phrase/i, 'passphrase'],
  [/\bIPs?\b|white ?list/, 'address'],
  [/\btimestamp|recv ?window|\bnonce|\btonce|expired? (?:timestamp|time)|time ?out of/i, 'clock'],
  [/sign(?:ature)?\b/i, 'signature'],
  [/region|country|jurisdiction|location/i, 'region'],
  [/maintenance/i, 'down'],
];

const read: CcxtErrors['exchanges'] = {};
for (const id of ccxt.exchanges.toSorted()) {
  const answers = answersOf(id);
  if (answers.size > 0)
    read[id] = Object.fromEntries(
      ccxtErrorKinds.flatMap((kind) => {
        const list = answers.get(kind);
        return list === undefined ? [] : [[kind, [...list].sort()]];
      }),
    );
}
const file = path.join(contentFolder(), rootFiles.ccxtErrors);
const head = [
  '# yaml-language-server: $schema=../public/schemas/ccxt-errors.json',
  '# Codes and texts with which exchanges refuse a key, after the tables of CCXT (MIT licence).',
  '# Written by "npm run ccxt-errors" from the pinned package; never by hand.',
].join('\n');
const value: CcxtErrors = { version: manifest.devDependencies.ccxt, exchanges: read };
await writeFile(
  file,
  await format(`${head}\n${stringify(value, { lineWidth: 0 })}`, {
    parser: 'yaml',
    printWidth: 100,
  }),
);
console.log(`${rootFiles.ccxtErrors}: ${Object.keys(read).length} exchanges.`);

function answersOf(id: string): Map<Kind, Set<string>> {
  const make = Object.entries(ccxt).find(([name]) => name === id)?.[1];
  const found = new Map<Kind, Set<string>>();
  if (typeof make !== 'function') return found;
  const exchange: unknown = Reflect.construct(make, []);
  for (const [answer, name] of tableOf(exchange)) {
    const kind = kindOfClass[name];
    if (kind === undefined || answer.length > 200 || answer !== answer.trim()) continue;
    // Anything that a sentence may hold says nothing.
    if (!/^-?\w{2,}$|\s/.test(answer) || /^\d{3}$/.test(answer)) continue;
    const exact = kindOfText.find(([pattern]) => pattern.test(answer))?.[1] ?? kind;
    found.set(exact, (found.get(exact) ?? new Set()).add(answer));
  }
  return found;
}

/** Every code and text of the tables of an exchange, with the name of the class. */
function tableOf(value: unknown): [answer: string, className: string][] {
  const exceptions: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'exceptions') : undefined;
  const walk = (table: unknown): [string, string][] =>
    typeof table !== 'object' || table === null
      ? []
      : Object.entries(table).flatMap(([key, item]: [string, unknown]): [string, string][] =>
          typeof item === 'function' ? [[key, item.name]] : walk(item),
        );
  return walk(exceptions);
}
