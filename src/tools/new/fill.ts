import { parse } from 'tldts';
import type { Answers } from './answers.ts';

/** What the template has in the place of each answer. */
const placeholders = {
  name: 'Template Exchange',
  site: 'https://www.template.example',
  host: 'www.template.example',
  keyPage: 'https://www.template.example/account/api-keys',
  docs: 'https://docs.template.example/api',
  domains: '[template.example]',
  day: '2026-11-20',
  useCase: 'defaultUseCase: spot-trading',
} as const;

/** Texts of the template that say no more than the answers do. */
const settled = ['', '/', 'Create an API key on'];

/**
 * Puts the answers into a text of the template. Addresses that no answer gives stay as
 * they are: nothing is guessed.
 *
 * Input: the text, the answers and the present day (`2026-11-20`). Output: the text.
 */
export function fillTemplate(text: string, answers: Answers, day: string): string {
  const { name, site, keyPage, docs, useCase } = answers;
  return replaceAll(text, {
    name,
    site,
    host: new URL(site).hostname,
    keyPage,
    docs,
    domains: `[${domainsOf(answers).join(', ')}]`,
    day,
    useCase: `defaultUseCase: ${useCase}`,
  });
}

/** Whether a value of the template is known once the answers are filled in. */
export function isSettled(value: string): boolean {
  const empty = { name: '', site: '', host: '', keyPage: '', docs: '', domains: '', day: '' };
  return settled.includes(
    replaceAll(value.replace(/^template\.example$/, ''), { ...empty, useCase: '' }).trim(),
  );
}

/** The domains on which the addresses stand, each once: as registered, such as "gate.com". */
export function domainsOf({ site, keyPage, docs }: Answers): string[] {
  const domains = [site, keyPage, docs].map((url) => {
    const { hostname } = new URL(url);
    // A project page such as "name.github.io" belongs to one owner; "github.io" does not.
    return parse(hostname, { allowPrivateDomains: true }).domain ?? hostname;
  });
  return [...new Set(domains)];
}

function replaceAll(text: string, values: Record<keyof typeof placeholders, string>): string {
  // The longest first: some placeholders start with others.
  const pairs = [
    [placeholders.keyPage, values.keyPage],
    [placeholders.docs, values.docs],
    [placeholders.site, values.site],
    [placeholders.host, values.host],
    [placeholders.domains, values.domains],
    [placeholders.useCase, values.useCase],
    [placeholders.name, values.name],
    [placeholders.day, values.day],
  ] as const;
  const pattern = pairs.map(([from]) => from.replaceAll(/[.[\]]/g, '\\$&')).join('|');
  const byPlaceholder = new Map<string, string>(pairs);
  return text.replaceAll(new RegExp(pattern, 'g'), (found) => byPlaceholder.get(found) ?? found);
}
