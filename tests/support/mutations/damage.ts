import { rootFiles } from '../../../src/content/layout.ts';
import type { RuleId } from '../../../src/check/rules/index.ts';
import { type Kind, partnerFile, type Tree } from './kind.ts';

/** The path that the redirects of a tree lead to its exchange. */
export function formerPath(slug: string): string {
  return `/${slug}-before/`;
}

export function redirectLine(from: string, to: string): string {
  return `- { from: ${from}, to: ${to}, why: Former name. }`;
}

/** The redirects of a tree. */
export function redirectsOf(slug: string): string {
  return `${redirectLine(formerPath(slug), `/${slug}/`)}\n`;
}

export const firstPermissionLabel = /(?<=\npermissions:\n(?: .*\n)*? {6}label: ).*/;

export const capabilities = /capabilities:(?:\s+\[[^\]]*\]|(?:\n\s+- [a-z-]+(?=\n))+)/;

/** Kinds that add a paragraph to a step; the damage is reported on that line. */
export function inStep(rule: RuleId, lines: Readonly<Record<string, string>>): Kind[] {
  return Object.entries(lines).map(([name, line]) => ({
    name,
    rule,
    file: 'steps/test-key.mdx',
    // A definition is reported where the address stands.
    damage: (text) => shifted(appendLine(text, line), line.includes('\n\n[there]') ? 2 : 0),
  }));
}

/** A kind that replaces a text of the profile; the damage is reported where it stands. */
export function inProfile(rule: RuleId, name: string, find: string, replace: string): Kind {
  return {
    name,
    rule,
    file: partnerFile,
    damage: (text) => ({
      text: text.replace(find, replace),
      line: lineAt(text, text.indexOf(find)),
    }),
  };
}

/** A kind that links from a step to an address made from an official domain. */
export function onDomain(name: string, address: (domain: string) => string | undefined): Kind {
  return {
    name: `a link to ${name}`,
    rule: 'link-domain',
    file: 'steps/test-key.mdx',
    damage: (text, { facts }) => {
      const url = address(facts.domains.official[0] ?? '');
      return url === undefined ? undefined : appendLine(text, `See [here](${url}).`);
    },
  };
}

/** The line of the title of a step. */
export function titleLine(text: string): number {
  return lineAt(text, text.indexOf('\ntitle: ') + 1);
}

export function nameOf(domain: string): string {
  return domain.split('.')[0] ?? domain;
}

/** A known exchange that the one of the tree may not name. */
export function strangerOf({ facts, texts }: Tree): string {
  const allowed = [facts.names.name, ...facts.names.former, ...facts.names.others].map((name) =>
    typeof name === 'string' ? name : name.name,
  );
  const known = (texts.get(rootFiles.names) ?? '').matchAll(/^- name: (.+)$/gm);
  return [...known].map(([, name = '']) => name).find((name) => !allowed.includes(name)) ?? '';
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, Math.max(index, 0)).split('\n').length;
}

/** Replaces the first match; the line is where it starts. Undefined where nothing matches. */
export function replaceAt(
  text: string,
  find: RegExp,
  replace: string | ((found: string) => string),
  mendRest: (rest: string) => string = (rest) => rest,
): { text: string; line: number } | undefined {
  const match = find.exec(text);
  if (match === null) return undefined;
  const [found] = match;
  const put = typeof replace === 'string' ? replace : replace(found);
  const rest = text.slice(match.index + found.length);
  return {
    text: mendRest(text.slice(0, match.index) + put + rest),
    line: lineAt(text, match.index),
  };
}

export function shifted<Place extends { line: number }>(
  damaged: Place | undefined,
  lines: number,
): Place | undefined {
  return damaged && { ...damaged, line: damaged.line + lines };
}

export function insertLine(text: string, line: string, at: number): { text: string; line: number } {
  const lines = text.split('\n');
  return { text: [...lines.slice(0, at), line, ...lines.slice(at)].join('\n'), line: at + 1 };
}

/** Adds a paragraph (or, with `gap` 1, a line) at the end. */
export function appendLine(text: string, line: string, gap = 2): { text: string; line: number } {
  const before = text.trimEnd() + '\n'.repeat(gap);
  return { text: `${before}${line}\n`, line: lineAt(before, before.length) };
}

export function addOfficial(
  text: string,
  domain: string,
): { text: string; line: number } | undefined {
  return replaceAt(text, /(?<=\n {2}official:\n)(?= {4}- )/, `    - ${domain}\n`);
}
