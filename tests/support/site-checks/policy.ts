import { createHash } from 'node:crypto';
import type { BuiltPage, PageElement } from '../built-site.ts';
import { DomUtils } from 'htmlparser2';
import { onEachPage, type SiteCheck } from './site-check.ts';

/** What the policy of every page must say; the hashes come on top. */
const directives = {
  'default-src': "'none'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
} as const;

/**
 * The content security policy of every page allows its own scripts and styles, each by its
 * hash, and nothing else; no element has a style or a handler of its own.
 */
export const policy: SiteCheck = onEachPage((page) => {
  const written = page.attribute('meta[http-equiv="content-security-policy"]', 'content');
  if (written === undefined) return ['has no content security policy'];
  const said = new Map(
    written
      .split(';')
      .map((directive): [string, string[]] => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values];
      })
      .filter(([name]) => name !== ''),
  );
  const wanted = new Map<string, string>(Object.entries(directives));
  wanted.set('script-src', ["'self'", ...hashesOf(page, 'script:not([src])')].join(' '));
  wanted.set('style-src', ["'self'", ...hashesOf(page, 'style')].join(' '));
  return [
    ...[...wanted]
      .filter(([name, value]) => !sameWords(said.get(name) ?? [], value.split(' ')))
      .map(([name, value]) => `says ${name} ${said.get(name)?.join(' ') ?? ''}, not ${value}`),
    ...[...said.keys()]
      .filter((name) => !wanted.has(name))
      .map((name) => `says ${name}, which no page needs`),
    ...page.all('*').flatMap(attributeFaults),
  ];
});

function attributeFaults({ name, attribs }: PageElement): string[] {
  return Object.entries(attribs)
    .filter(
      ([attribute, value]) =>
        attribute === 'style' || attribute.startsWith('on') || /^\s*javascript:/i.test(value),
    )
    .map(([attribute, value]) => `<${name} ${attribute}="${value}"> is style or script in place`);
}

function hashesOf(page: BuiltPage, selector: string): string[] {
  return page
    .all(selector)
    .map((element) => createHash('sha256').update(DomUtils.textContent(element)).digest('base64'))
    .map((hash) => `'sha256-${hash}'`);
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && left.isSubsetOf(right);
}

/**
 * No page has a field that could take a secret. The fields for text are for error messages
 * and for the name of an exchange; they have no name, belong to no form and send nothing.
 */
export const fields: SiteCheck = onEachPage((page) => [
  ...page
    .all(
      'form, [contenteditable], input[name][type="search"], input:not([type="checkbox"], [type="radio"], [data-finder] [type="search"])',
    )
    .map(({ name }) => `has a <${name}> that takes text`),
  ...page
    .all('textarea')
    .filter(({ attribs }) => page.kind !== 'errors' || attribs['name'] !== undefined)
    .map(() => 'has a field for text'),
]);
