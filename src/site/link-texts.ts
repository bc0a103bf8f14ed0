/** Texts that a linker pastes into an e-mail, a chat or a page; pure, and run in the browser. */

/** A page to link to. */
export interface LinkTarget {
  readonly title: string;
  /** Whole address, with the step as its fragment. */
  readonly url: string;
}

/**
 * A text with the values of a link put in.
 *
 * Input: the text with `{title}` and `{url}`, and the link. Values are put in as they
 * are, once: what looks like a place within them stays.
 */
export function filledIn(template: string, { title, url }: LinkTarget): string {
  return template.replaceAll(/\{(title|url)\}/g, (_, name) => (name === 'title' ? title : url));
}

/** The link in Markdown. */
export function markdownLink({ title, url }: LinkTarget): string {
  const text = title.replaceAll(/[\\[\]*_`<>&]/g, (sign) => `\\${sign}`);
  // Brackets would end the address.
  const address = url.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${text}](${address})`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The link in HTML. */
export function htmlLink({ title, url }: LinkTarget): string {
  const escaped = (text: string): string =>
    text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  return `<a href="${escaped(url)}">${escaped(title)}</a>`;
}
