import type { ExchangeFacts } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';

export const apiBase: Rule = {
  meaning:
    'The base address of an API is an address and a path without a query; nothing in the path stands twice, and the requests of the recipe begin with it.',
  mend: 'Write the address as the documentation of the exchange has it.',
  example: 'apiBase: https://api.gate.com/api/v4/api/v4',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ facts }) => {
      if (facts?.value === undefined) return [];
      const { sites, testEnvironment, signing } = facts.value;
      const bases = [
        ...sites.items.map(({ id, apiBase: url }, index) => ({
          url,
          path: ['sites', 'items', index, 'apiBase'],
          requests: signing?.sites.includes(id) === true ? requestsOf(signing) : [],
        })),
        {
          url: testEnvironment?.apiBase,
          path: ['testEnvironment', 'apiBase'],
          requests: [],
        },
      ];
      return bases.flatMap(({ url, path, requests }): Finding[] => {
        const fault = url === undefined ? undefined : faultOf(new URL(url), requests);
        return fault === undefined
          ? []
          : [
              {
                ...facts.at(path),
                message: fault,
                help: 'Write the address as the documentation of the exchange has it.',
              },
            ];
      });
    }),
};

/** Paths of the requests that programs send, with what stands before them. */
function requestsOf({ reading, rights }: NonNullable<ExchangeFacts['signing']>): string[] {
  return [...reading, ...(rights === undefined ? [] : [rights])].map(
    ({ prefix = '', path }) => `${prefix}${path}`,
  );
}

function faultOf(base: URL, requests: readonly string[]): string | undefined {
  if (base.search !== '' || base.hash !== '') return 'The base address has a query or an anchor.';
  const twice = /(\/[^/]+(?:\/[^/]+)*?)\1(?=\/|$)/.exec(base.pathname)?.[1];
  if (twice !== undefined) return `"${twice}" stands twice in the path of the base address.`;
  const path = base.pathname.replace(/\/$/, '');
  const [other] = requests;
  const isBegin = requests.some((request) => request.startsWith(`${path}/`));
  return path === '' || other === undefined || isBegin
    ? undefined
    : `The path of the base address is ${path}, but the recipe sends ${other}.`;
}
