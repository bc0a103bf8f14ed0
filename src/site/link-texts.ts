/** Texts that a linker pastes into an e-mail, a chat or a page; pure, and run in the browser. */

/** A page to link to. */
export interface LinkTarget {
  readonly title: string;
  /** Whole address, with the step as its fragment. */
  readonly url: string;
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
