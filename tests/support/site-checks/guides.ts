import path from 'node:path/posix';
import { type BuiltPage, textOf, within } from '../built-site.ts';
import { canonicalOf } from './head.ts';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** What only a page that makes a key has. */
const ofKeys = '.bar, .meta, .steps .step, .programs, [id="done"], [id="checklist"]';

/** Pages that teach no new key lead to what can be done, and to nothing else. */
export const withoutKey: SiteCheck = onEachPage((page, site) => {
  const { kind } = page;
  if (kind !== 'refused' && kind !== 'closing') return [];
  const stray =
    kind === 'refused' ? `${ofKeys}, .do, .rows` : `${ofKeys}, .uses, [id="create-key"]`;
  const ways = page
    .all('.steps:has(> [id="refusal"]) li a')
    .map(({ attribs }) => site.page(attribs['href'] ?? '')?.kind);
  const lead = textOf(page.all('.lead > .care')[0]);
  return [
    ...(kind === 'refused' && !(ways.length > 0 && ways.every((way) => way === 'guide'))
      ? ['leads to no guide that serves the reader']
      : []),
    ...(kind === 'closing' && !/ is closing| closed /.test(lead)
      ? ['does not lead with the closing']
      : []),
    ...(kind === 'closing' ? lookAfterFaults(page) : []),
    ...page
      .all(stray)
      .map(({ name, attribs }) => `has a <${name} class="${attribs['class'] ?? ''}">`),
  ];
});

/** Where no key is made any more, the steps that are left stand open. */
function lookAfterFaults(page: BuiltPage): string[] {
  const rows = page.all('.rows > details');
  return [
    ...(page.all('.rows > details > [id="revoke-key"]').length === 1
      ? []
      : ['does not say how to delete a key']),
    ...rows
      .filter((row) => !('open' in row.attribs) || within(row, '.do > li').length === 0)
      .map((row) => `does not show "${textOf(within(row, 'summary')[0])}"`),
  ];
}

/** The programs beside the page of an exchange are those of its usual use case. */
export const programs: SiteCheck = (site) => {
  const fileOf = (address: string): string => address.slice(site.base.length);
  return site.pages
    .filter(({ kind }) => kind === 'guide')
    .flatMap((page) => {
      const kept = (canonicalOf(page) ?? '').slice(site.origin.length);
      if (kept === page.address) return [];
      const own = [...site.files].filter(
        (file) => path.dirname(file) === path.dirname(page.file) && file.includes('test-key.'),
      );
      return own
        .map((file) => [file, fileOf(kept) + path.basename(file)] as const)
        .filter(([file, same]) => !site.files.has(same) || site.text(file) !== site.text(same))
        .map(([file, same]) => `${file}: is another than ${same}`);
    });
};
