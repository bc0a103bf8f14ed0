import type { Content, ExchangeFolder } from '../../content/content.ts';
import { rootFiles } from '../../content/layout.ts';
import type { FilePlace } from '../../content/place.ts';
import type { Signing } from '../../schema/signing.ts';
import type { Finding, Rule } from '../rule.ts';
import { piecesOf } from '../../schema/signing.ts';

export const reviewedRequest: Rule = {
  meaning: `The programs that test a key send only requests that ${rootFiles.requests} lists for the exchange: they read, and none orders, withdraws or transfers, listed or not. They go to the API of the exchange and nowhere else: the address is the path alone, no header leads elsewhere or turns GET into another method, and GET has no body. A line that no recipe uses goes.`,
  mend: `Correct the path, or ask a maintainer for a line in ${rootFiles.requests} with what the documentation says of the request.`,
  example: 'reading: [{ method: POST, path: /v2/withdrawal, proves: it works }]',
  check: (content) => [
    ...content.exchanges.flatMap((exchange) => unlisted(exchange, content)),
    ...content.exchanges.flatMap(otherwiseSent),
    ...needless(content),
  ],
};

/** Words in a path that move or bind money, wherever they stand in it. */
const moving = /order|withdraw|transfer/i;
/** Those that stand in other words too, and count alone: "send", but not "resend-limit". */
const movingAlone = new Set([
  'send',
  'pay',
  'payout',
  'convert',
  'borrow',
  'repay',
  'redeem',
  'cancel',
  'buy',
  'sell',
  'swap',
  'stake',
  'unstake',
  'subscribe',
  'purchase',
  'move',
  'sweep',
  'dust',
  'gift',
  'giftcard',
  'close',
  'execute',
  'create',
  'add',
  'new',
  'set',
  'update',
  'edit',
  'modify',
  'amend',
  'delete',
  'remove',
]);

/** Headers by which a request goes elsewhere, or becomes another one, whatever its address says. */
const steering =
  /^(?:host|forwarded|via|connection|upgrade|te|trailer|expect|transfer-encoding|content-length|proxy-.*|x-forwarded-.*|x-http-method.*|x-method-override|x-original-.*|x-rewrite-.*)$/i;

interface SentRequest {
  readonly method: string;
  /** Path in the address, with the prefix. */
  readonly path: string;
  place(): FilePlace;
}

function unlisted({ slug, facts }: ExchangeFolder, { requests }: Content): Finding[] {
  if (facts?.value?.signing === undefined) return [];
  const lines = (requests?.value ?? []).filter(({ exchange }) => exchange === slug);
  return sentBy(facts.value.signing, (path) => facts.at(path)).flatMap(
    ({ method, path, place }): Finding[] => {
      if (moves(path))
        return [
          {
            ...place(),
            message: `${method} ${path} orders, withdraws or transfers by its name; a test only reads.`,
            help: 'Name a request that returns something and changes nothing.',
          },
        ];
      const isListed = lines.some((line) => line.method === method && line.path === path);
      return isListed || requests?.value === undefined
        ? []
        : [
            {
              ...place(),
              message: `${method} ${path} is not among the requests that ${rootFiles.requests} lists for ${slug}.`,
              help: `Correct it, or ask a maintainer for a line there: "- { exchange: ${slug}, method: ${method}, path: ${path}, why: … }".`,
            },
          ];
    },
  );
}

/** What makes of a listed request another one: its address, its headers, its body. */
function otherwiseSent({ facts }: ExchangeFolder): Finding[] {
  const signing = facts?.value?.signing;
  if (facts === undefined || signing === undefined) return [];
  const { url, headers, body } = signing.send;
  const help = 'Write it as the documentation of the exchange has it.';
  const [first, ...rest] = url.replace(/^\{prefix\}(?=\{path\})/, '').split('{path}');
  const isPathAlone = first === '' && rest.length === 1 && /^(?:\?|$)/.test(rest[0] ?? '');
  const moved = [
    ...(body === undefined ? [] : [{ path: ['send', 'body'], template: body }]),
    ...signing.values.flatMap((value, index) =>
      'of' in value ? [{ path: ['values', index, 'of'], template: value.of }] : [],
    ),
  ].filter(({ template }) =>
    piecesOf(template).some((piece) => 'text' in piece && moves(piece.text)),
  );
  const requests = sentBy(signing, (path) => facts.at(path));
  return [
    ...(isPathAlone
      ? []
      : [
          {
            ...facts.at(['signing', 'send', 'url']),
            message: `The address "${url}" is not the path of the request alone; another host or another request could stand behind it.`,
            help: 'Write "{path}" or "{prefix}{path}", and what follows only behind a "?".',
          },
        ]),
    ...Object.keys(headers)
      .filter((name) => steering.test(name))
      .map((name) => ({
        ...facts.at(['signing', 'send', 'headers', name], 'key'),
        message: `The header "${name}" leads a request elsewhere, or makes another one of it.`,
        help: 'Take it away: no exchange needs it for a signature.',
      })),
    ...(body !== undefined && body !== '' && requests.every(({ method }) => method === 'GET')
      ? [
          {
            ...facts.at(['signing', 'send', 'body']),
            message: 'Every request is a GET, which has no body.',
            help: 'Take "body" away.',
          },
        ]
      : []),
    ...moved.map(({ path, template }) => ({
      ...facts.at(['signing', ...path]),
      message: `"${template}" orders, withdraws or transfers by its words; a test only reads.`,
      help,
    })),
  ];
}

/** Every request of a recipe, with where it stands in the facts. */
function sentBy(
  { reading, rights }: Signing,
  at: (path: readonly PropertyKey[]) => FilePlace,
): SentRequest[] {
  const whole = (prefix: string | undefined, path: string): string => `${prefix ?? ''}${path}`;
  return [
    ...reading.map(({ method, prefix, path }, index) => ({
      method,
      path: whole(prefix, path),
      place: () => at(['signing', 'reading', index, 'path']),
    })),
    ...(rights === undefined
      ? []
      : [
          {
            method: rights.method,
            path: whole(rights.prefix, rights.path),
            place: () => at(['signing', 'rights', 'path']),
          },
        ]),
  ];
}

/** Whether a path tells by its words that the request does more than read. */
function moves(path: string): boolean {
  const words = path.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/);
  return moving.test(path) || words.some((word) => movingAlone.has(word.toLowerCase()));
}

/** Lines that no recipe of their exchange uses; of exchanges that are not here, nothing is said. */
function needless({ exchanges, requests }: Content): Finding[] {
  return (requests?.value ?? []).flatMap((line, index) => {
    const facts = exchanges.find(({ slug }) => slug === line.exchange)?.facts;
    if (requests === undefined || facts?.value === undefined) return [];
    const { signing } = facts.value;
    const sent = signing === undefined ? [] : sentBy(signing, facts.at);
    return sent.some(({ method, path }) => method === line.method && path === line.path)
      ? []
      : [
          {
            ...requests.at([index, 'path']),
            message: `No recipe of ${line.exchange} sends ${line.method} ${line.path}.`,
            help: 'Remove the line.',
          },
        ];
  });
}
