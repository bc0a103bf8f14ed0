import { type BuiltPage, textOf, within } from '../built-site.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

const copied = '[data-copy-box] code';

/**
 * A partner's page says the same in its overview, in the step, in the drawing and in the
 * checklist, marks what is the partner's own word, and leads to the partner's domain alone.
 */
export const partnerPages: SiteCheck = onEachPage((page, site) => {
  if (page.kind !== 'partner-guide') return [];
  const name = nameOf(page);
  const boxed = page.all(`section.partner ${copied}`).map(textOf);
  const inStep = page.all(`[id="restrict-ip"] ${copied}`).map(textOf);
  const addresses = boxed.slice(0, inStep.length);
  const labels = boxed.slice(inStep.length);
  const drawn = page.all('.s-input').map((field) => textOf(within(field, 'span')[0]));
  const checklist = page.all('.checklist').map(textOf).join(' ');
  const credentials = page.all('[id="save-credentials"] table tbody tr');
  const outside = page
    .all('section.partner a')
    .map(({ attribs }) => new URL(attribs['href'] ?? '', site.origin + page.address))
    .filter(({ origin }) => origin !== site.origin);
  return [
    ...(textOf(page.all('.lead .who')[0]).startsWith(`${name} asks you for a key`)
      ? []
      : ['does not say who asks']),
    ...(addresses.length > 0 ? [] : ['has no addresses to copy']),
    ...(addresses.join('\n') === inStep.join('\n')
      ? []
      : [
          `has ${addresses.join(' and ')} in its overview, and ${inStep.join(' and ')} in the step`,
        ]),
    ...[...addresses, ...labels]
      // Of several keys, the drawing shows the first.
      .filter((_, index) => index === 0 || index === addresses.length)
      .filter((text) => !drawn.includes(text))
      .map((text) => `does not draw "${text}"`),
    ...(page.all('[id="restrict-ip"]').some((step) => textOf(step).includes('for documentation'))
      ? ['has examples beside the addresses of the partner']
      : []),
    ...(checklist.includes(`This key is for ${name} alone.`)
      ? []
      : ['does not bind the key to the partner in its checklist']),
    ...credentials
      .filter((row) => !/Goes into “.+” in the form/.test(textOf(within(row, '.partner-field')[0])))
      .map((row) => `does not say where "${textOf(within(row, 'th')[0])}" goes`),
    ...page
      .all('.partner-box')
      .filter((box) => textOf(within(box, '.from')[0]) !== `From ${name}`)
      .map(() => 'has words of the partner without its name'),
    ...(page.all('.partner-box').length > 1 ? [] : ['marks next to nothing as the partner’s word']),
    ...(page.all('.never-asks li').some((item) => textOf(item).includes('withdraw'))
      ? []
      : ['does not say that nobody needs withdrawals']),
    ...(new Set(outside.map(({ hostname }) => hostname.split('.').slice(-2).join('.'))).size === 1
      ? []
      : [
          `leads to ${outside.map(({ hostname }) => hostname).join(', ') || 'no page of the partner'}`,
        ]),
  ];
});

function nameOf(page: BuiltPage): string {
  return textOf(page.all('h1')[0]).replace(/^.* for (?=[^ ])/, '');
}
