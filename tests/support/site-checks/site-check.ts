import type { BuiltPage, BuiltSite } from '../built-site.ts';

/**
 * Something that must hold on every page of a built site. Output: a line for each place
 * where it does not, beginning with the file; none where all is well.
 */
export type SiteCheck = (site: BuiltSite) => string[] | Promise<string[]>;

/** A check that looks at one page at a time. Input of `faultsOf`: the page and its site. */
export function onEachPage(
  faultsOf: (page: BuiltPage, site: BuiltSite) => readonly string[],
): SiteCheck {
  return (site) =>
    site.pages.flatMap((page) => faultsOf(page, site).map((fault) => `${page.file}: ${fault}`));
}
