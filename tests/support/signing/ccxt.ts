import ccxt, { Exchange as CcxtExchange } from 'ccxt';
import type { Exchange } from '../../../src/schema/exchange.ts';
import { namesUsed } from '../../../src/programs/recipe.ts';
import type { Signing } from '../../../src/schema/signing.ts';
import type { Arrived } from '../fake-exchange.ts';
import { isRecord } from '../nested-values.ts';
import { headerOf, installedVersion, isNow, type Reference } from './reference.ts';

/**
 * Signatures as CCXT (https://github.com/ccxt/ccxt) makes them, for whichever exchange it
 * knows by the id in its facts. CCXT is told the moment and the random parts of the request
 * that arrived, and must come to the same request.
 */

/** CCXT refuses Gemini's master keys by their names; no other exchange looks at it. */
const apiKey = 'account-EXAMPLE-KEY';
/** Passphrases can hold spaces and letters of any language. */
const passphrase = 'EXAMPLE pass ÄÖ 🔑';

/** Secrets by their form; those in base64 sign with their bytes, of which no text holds all. */
const secrets = {
  text: ['EXAMPLE-SECRET', 'another-secret'],
  base64: [base64((index) => index * 4), base64(() => 7)],
} as const;

function base64(byte: (index: number) => number): string {
  return Buffer.from(Array.from({ length: 64 }, (_, index) => byte(index))).toString('base64');
}

/** Seconds by which the clock of a program may differ from ours on a busy machine. */
const present = 120;

/**
 * CCXT as a reference for an exchange.
 *
 * Input: its facts. Output: undefined where CCXT does not support it, or where a private key
 * signs. Throws where CCXT does not know the id.
 */
export function ccxtReference({
  connecting,
  credentials,
  signing,
}: Exchange): Reference | undefined {
  const tool = connecting?.find((connection) => connection.tool === 'ccxt');
  if (signing === undefined || tool?.supported !== true) return undefined;
  if (signing.secret !== 'text' && signing.secret !== 'base64') return undefined;
  const [id] = tool.ids;
  if (id === undefined) return undefined;
  const [secret, wrongSecret] = secrets[signing.secret];
  const values = { 'api-key': apiKey, secret, passphrase, memo: 'memo' };
  const roles = credentials.items.flatMap(({ role }) =>
    role === 'public-key' || role === 'private-key' ? [] : [role],
  );
  const exchange = ccxtExchange(
    id.id,
    Object.fromEntries(roles.map((role) => [tool.fields[role] ?? role, values[role]])),
  );
  const clerk: Clerk = {
    exchange,
    signing,
    json: exchange.json,
    sections: sectionsOf(exchange.describe()),
    calls: new Map(),
  };
  return {
    compared: [{ reference: 'CCXT', version: installedVersion('ccxt') }],
    credentials: roles.map((role) => values[role]),
    wrongSecret,
    secretAt: roles.indexOf('secret'),
    isSigned: (request) =>
      momentsOf(request).some((moment) => {
        // Numbers that grow may count seconds or milliseconds.
        const nonces = [moment, Math.floor(moment / 1000)];
        return callsFor(clerk, request).some((call) =>
          nonces.some((nonce) => {
            tell(exchange, { moment, nonce, random: randomOf(signing, request) });
            return agrees(signed(clerk, call, request), signing, request);
          }),
        );
      }),
  };
}

function ccxtExchange(id: string, config: Record<string, string>): CcxtExchange {
  const found = Object.entries(ccxt).find(([name]) => name === id)?.[1];
  const made: unknown = typeof found === 'function' ? Reflect.construct(found, [config]) : found;
  if (made instanceof CcxtExchange) return made;
  throw new Error(
    `CCXT ${installedVersion('ccxt')} knows no exchange "${id}". Correct its id in "connecting".`,
  );
}

/** Methods as CCXT lists requests by them. */
const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'] as const;

/** A section of CCXT's list of requests. */
interface Section {
  /** As CCXT passes it on: "private", ["private", "spot"]. */
  readonly name: string | string[];
  /** The requests that it lists: "GET accounts". */
  readonly requests: ReadonlySet<string>;
}

function sectionsOf(description: unknown): Section[] {
  const sections = new Map<string, { name: string[]; requests: Set<string> }>();
  const walk = (node: unknown, name: readonly string[]): void => {
    if (!isRecord(node)) return;
    for (const [key, below] of Object.entries(node)) {
      if (!/^(get|post|put|delete|patch)$/i.test(key)) {
        walk(below, [...name, key]);
        continue;
      }
      const section = sections.get(name.join('.')) ?? { name: [...name], requests: new Set() };
      sections.set(name.join('.'), section);
      const paths = Array.isArray(below)
        ? below.map(String)
        : Object.keys(isRecord(below) ? below : {});
      for (const path of paths) section.requests.add(`${key.toUpperCase()} ${path}`);
    }
  };
  walk(isRecord(description) ? description['api'] : undefined, []);
  return [...sections.values()].map(({ name, requests }) => ({
    name: name.length === 1 ? name.join('') : name,
    requests,
  }));
}

/** CCXT, ready to sign for one exchange. */
interface Clerk {
  readonly exchange: CcxtExchange;
  readonly signing: Signing;
  /** How CCXT writes JSON by itself. */
  readonly json: CcxtExchange['json'];
  readonly sections: readonly Section[];
  /** Calls by the request that they make. */
  readonly calls: Map<string, Call[]>;
}

/** How CCXT is asked for a request. */
interface Call {
  readonly section: Section;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A request as CCXT would send it. */
interface Signed {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The ways in which CCXT can be asked for a request: any of its sections, with an end of the
 * path and perhaps a version, that lead to the path of the request. What CCXT lists must have
 * its method and its whole path. What it does not list must be signed with its path: there the
 * end of the address is enough, because another path would give another signature.
 */
function callsFor(clerk: Clerk, request: Arrived): Call[] {
  const { signing, sections, calls } = clerk;
  const [target = ''] = request.path.split('?');
  const name = `${request.method} ${target}`;
  const before = calls.get(name);
  if (before !== undefined) return before;
  const segments = target.split('/').slice(1);
  const signsPath = namesUsed({ ...signing, send: { url: '', headers: {} } }).has('path');
  const candidates = segments.flatMap((_, start) => {
    const end = segments.slice(start).join('/');
    return [end, end.replace(/\.\w+$/, '')].flatMap((path) =>
      [1, 2, 0].flatMap((length) => {
        if (length > start) return [];
        const version = segments.slice(start - length, start).join('/');
        const parameters: Record<string, string> = length === 0 ? {} : { version };
        return sections.map((section) => ({ section, path, parameters }));
      }),
    );
  });
  const found = candidates.filter((call) => {
    const made = signed(clerk, call, request);
    if (made === undefined) return false;
    const { pathname } = new URL(made.url);
    const isListed = (method: string, { requests }: Section): boolean =>
      requests.has(`${method} ${call.path}`);
    if (sections.some((section) => verbs.some((verb) => isListed(verb, section))))
      return pathname === target && isListed(request.method, call.section);
    const version = call.parameters['version'];
    return (
      signsPath &&
      (pathname === target ||
        (version !== undefined && pathname.endsWith(`/${version}/${call.path}`)))
    );
  });
  calls.set(name, found);
  return found;
}

/** Every moment that a request names, in milliseconds, if it is the present; else the present. */
function momentsOf(request: Arrived): number[] {
  const text = textsOf(request).join('\n');
  const moments = [
    ...[...text.matchAll(/(?<!\d)\d{10}(?!\d)/g)].map(([digits]) => Number(digits) * 1000),
    ...[...text.matchAll(/(?<!\d)\d{13}(?!\d)/g)].map(([digits]) => Number(digits)),
    ...[...text.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([iso]) => Date.parse(iso)),
  ];
  if (moments.length === 0) return [Date.now()];
  return [...new Set(moments)].filter((moment) => isNow(moment, present));
}

/** What a request holds, and what is base64 in it. */
function textsOf({ path, headers, body }: Arrived): string[] {
  const plain = [path, body, ...Object.values(headers)];
  return [...plain, ...payloadsOf(headers)];
}

function payloadsOf(headers: Arrived['headers']): string[] {
  return Object.values(headers)
    .map((value) => Buffer.from(value, 'base64').toString())
    .filter((text) => text.startsWith('{') && text.endsWith('}'));
}

/** The random value of a request, where a header has it. */
function randomOf({ values, send }: Signing, request: Arrived): string {
  const name = values.find(({ make }) => make === 'random')?.name;
  const header = Object.entries(send.headers).find(([, template]) => template === `{${name}}`);
  return header === undefined ? '' : headerOf(request, header[0]);
}

/** Tells CCXT the moment, the number that grows, and the random part, which it may ask for in two. */
function tell(
  exchange: CcxtExchange,
  { moment, nonce, random }: { moment: number; nonce: number; random: string },
): void {
  exchange.milliseconds = () => moment;
  exchange.seconds = () => Math.floor(moment / 1000);
  exchange.nonce = () => nonce;
  exchange.uuid = () => random;
  exchange.uuid22 = () => random;
  exchange.uuid16 = () => '';
}

/** What CCXT makes of a call; undefined where it has none. */
function signed(
  { exchange, json }: Clerk,
  { section, path, parameters }: Call,
  request: Arrived,
): Signed | undefined {
  const [payload] = payloadsOf(request.headers);
  // CCXT may write a number as text: where it means the same, it signs what arrived.
  exchange.json = (value: unknown) =>
    payload !== undefined && meansTheSame(value, payload) ? payload : json(value);
  try {
    const made: unknown = exchange.sign(path, section.name, request.method, { ...parameters });
    if (!isRecord(made) || typeof made['url'] !== 'string' || !URL.canParse(made['url'])) return;
    const headers = Object.entries(isRecord(made['headers']) ? made['headers'] : {});
    return {
      url: made['url'],
      method: String(made['method']),
      body: typeof made['body'] === 'string' ? made['body'] : '',
      headers: Object.fromEntries(
        headers.map(([name, value]) => [name.toLowerCase(), String(value)]),
      ),
    };
  } catch {
    // CCXT has no such call.
    return undefined;
  }
}

function meansTheSame(value: unknown, payload: string): boolean {
  const parsed: unknown = JSON.parse(payload);
  if (!isRecord(value) || !isRecord(parsed)) return false;
  const pairs = (record: Record<string, unknown>): string =>
    JSON.stringify(Object.entries(record).map(([name, part]) => [name, String(part)]));
  return pairs(value) === pairs(parsed);
}

/** Whether CCXT's request is the one that arrived: everything in it that a value is part of. */
function agrees(made: Signed | undefined, { send }: Signing, request: Arrived): boolean {
  if (made === undefined) return false;
  const { search } = new URL(made.url);
  const query = request.path.slice(request.path.split('?')[0]?.length ?? 0);
  const carries = (template: string | undefined): boolean => /\{[a-zA-Z]+\}/.test(template ?? '');
  return (
    made.method === request.method &&
    search === query &&
    (!carries(send.body) || made.body === request.body) &&
    Object.entries(send.headers)
      .filter(([, template]) => carries(template))
      .every(
        ([name]) =>
          // Node gives the bytes of a header as Latin-1; CCXT writes text.
          made.headers[name.toLowerCase()] ===
          Buffer.from(headerOf(request, name), 'latin1').toString(),
      )
  );
}
