import type { FilePlace } from '../../content/place.ts';
import type { ExchangeFolder } from '../../content/content.ts';
import { screensOf } from '../../markdown/step-blocks.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import type { Finding, Rule } from '../rule.ts';

/** Hosts that the address line of a path names at most: nobody compares with a longer list. */
const mostHosts = 2;

export const addressLine: Rule = {
  meaning:
    'The line "your address bar must always say" is true on every screen of the path: no screen shows the host of another site of the exchange, and there are two hosts at most.',
  mend: 'Correct the address of the screen, or the site that the guide was checked on.',
  example: 'address: https://my.okx.com/ (in a guide that was checked on www.okx.com)',
  check: ({ exchanges }) => exchanges.flatMap(findingsIn),
};

function findingsIn({ facts, guide, screens, steps }: ExchangeFolder): Finding[] {
  if (!facts?.value || !guide?.value || !screens?.value) return [];
  const { items } = facts.value.sites;
  const own = items.find(({ id }) => id === guide.value?.verification.site);
  if (own === undefined) return [];
  const host = hostOf(own.address);
  const others = items.filter((site) => hostOf(site.address) !== host);
  const onPath = new Set(
    steps.flatMap(({ name, blocks }) =>
      isStepId(name) && stepTable[name].phase === 'create' ? screensOf(blocks) : [],
    ),
  );
  const seen = new Set([host]);
  return screens.value.screens.flatMap((screen, index): Finding[] => {
    if (!onPath.has(screen.id)) return [];
    const shown = hostOf(screen.address);
    const isNew = !seen.has(shown);
    seen.add(shown);
    const place = (): FilePlace => screens.at(['screens', index, 'address']);
    const foreign = others.find((site) => hostOf(site.address) === shown);
    if (foreign !== undefined)
      return [
        {
          ...place(),
          message: `The screen "${screen.id}" shows ${shown}, which is "${foreign.label}"; the guide was checked on "${own.label}" (${host}).`,
          help: 'Show the address of the site that the guide walks through.',
        },
      ];
    return isNew && seen.size > mostHosts
      ? [
          {
            ...place(),
            message: `The screen "${screen.id}" shows ${shown}; the path then has ${seen.size} hosts, expected ${mostHosts} at most.`,
            help: 'Correct the address; readers compare each with the line at the top.',
          },
        ]
      : [];
  });
}

function hostOf(address: string): string {
  return new URL(address).host;
}
