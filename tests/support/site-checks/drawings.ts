import { stepLimits } from '../../../src/site/budgets.ts';
import { type BuiltPage, type PageElement, textOf, within, wordsOf } from '../built-site.ts';
import { actionsOf, isGuide, numberedSteps } from './paths.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/**
 * Every numbered step shows one or two drawings or captures. Drawings say what they show,
 * carry the numbers of the actions beside them, and the addresses that the reader was told
 * to look for; they can be neither pressed nor reached by keyboard, and hold neither real
 * addresses nor credentials.
 */
export const drawings: SiteCheck = onEachPage((page) => {
  if (!isGuide(page)) return [];
  const hosts = page.all('.lead .pill').map(textOf);
  const figures = page.all('main figure');
  const shown = figures.map(wordsOf).join(' ');
  const addresses = shown.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? [];
  const own = partnerTexts(page).join(' ');
  const secrets = shown.replaceAll(/[\w.-]+\.[a-z]{2,}/g, '').match(/[A-Za-z0-9+/]{24,}/g) ?? [];
  return [
    ...(hosts.length > 0 ? [] : ['does not say what the address bar must say']),
    ...numberedSteps(page).flatMap((step) => {
      const count = within(step, '.shots > figure').length;
      const id = step.attribs['id'] ?? '';
      return [
        ...(count > 0 ? [] : [`shows no picture in ${id}`]),
        ...(count <= stepLimits.screens ? [] : [`shows ${count} pictures in ${id}`]),
        ...numberFaults(step).map((fault) => `${fault} in ${id}`),
      ];
    }),
    ...figures.flatMap(figureFaults),
    ...page
      .all('main figure .url')
      .map(textOf)
      .filter((host) => !hosts.includes(host))
      .map((host) => `draws the address ${host}, not one of ${hosts.join(', ')}`),
    ...addresses
      .filter((address) => !address.startsWith('203.0.113.') && !own.includes(address))
      .map((address) => `draws ${address}, which is no address for documentation`),
    ...secrets.map((text) => `draws "${text}"`),
  ];
});

/** Numbers of drawings that stand for no action of their step, or twice in one drawing. */
function numberFaults(step: PageElement): string[] {
  const most = actionsOf(step).length;
  return within(step, '.shot').flatMap((figure) => {
    const numbers = within(figure, '[data-n]').map(({ attribs }) => Number(attribs['data-n']));
    return [
      ...(numbers.length > 0 ? [] : ['has a drawing without a number']),
      ...numbers
        .filter((number) => !(Number.isInteger(number) && number >= 1 && number <= most))
        .map((number) => `has the number ${number} beside ${most} actions`),
      ...(new Set(numbers).size === numbers.length
        ? []
        : [`has a number twice among ${numbers.join(', ')}`]),
    ];
  });
}

function figureFaults(figure: PageElement): string[] {
  const isDrawing = figure.attribs['class'] === 'shot';
  const says = isDrawing
    ? (figure.attribs['aria-label'] ?? '')
    : (within(figure, 'img')[0]?.attribs['alt'] ?? '');
  const caption = textOf(within(figure, 'figcaption')[0]);
  return [
    ...(/\S+ \S+ \S+/.test(says) && (!isDrawing || figure.attribs['role'] === 'img')
      ? []
      : ['has a drawing without words']),
    ...(isDrawing || /\d{1,2} \w+ \d{4}/.test(caption)
      ? []
      : [`does not say of when "${says}" is`]),
    ...within(figure, 'a, button, input, select, textarea, [tabindex]').map(
      ({ name }) => `has a <${name}> in "${says}"`,
    ),
  ];
}

/** What the partner of a page has the reader copy. */
export function partnerTexts(page: BuiltPage): string[] {
  return page.all('main .steps .copy.theirs code').map(textOf);
}
