import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { presentPermalinks } from '../../check/permalinks.ts';
import { type Content, parseContent } from '../../content/content.ts';
import type { ContentFiles } from '../../content/content-files.ts';
import { exchangeFileNames, exchangeOf, isPublished, rootFiles } from '../../content/layout.ts';
import { outlineOf } from '../../content/outline.ts';

/**
 * Content with as many exchanges as wanted: copies of the real ones, in turns, each with a
 * name, domains and words of its own, so that no rule takes one for a copy. Two partners
 * serve the first copies.
 */

/** A published exchange that is copied. */
interface Model {
  readonly slug: string;
  readonly name: string;
  readonly domains: readonly string[];
}

/** Makes content. Input: the real files, and how many exchanges are wanted. */
export function manyExchanges(real: ContentFiles, count: number): ContentFiles {
  const content = parseContent(real);
  const models = content.exchanges.flatMap(({ slug, facts }): Model[] =>
    !isPublished(slug) || facts?.value === undefined
      ? []
      : [{ slug, name: facts.value.names.name, domains: facts.value.domains.official }],
  );
  const copies = Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length];
    if (model === undefined) throw new Error('There is no exchange to copy.');
    return { model, index, slug: `${model.slug}${markOf(index)}` };
  });
  const texts = new Map(
    [...real.texts].filter(([file]) => {
      const slug = exchangeOf(file);
      return slug === undefined || !isPublished(slug);
    }),
  );
  for (const { model, index, slug } of copies)
    for (const [file, text] of copyOf(real, model, index, slug)) texts.set(file, text);
  withFirstCopies(texts, models);
  const forCopies = <Line extends { readonly exchange: string }>(lines: readonly Line[]): string =>
    stringify([
      ...lines.filter(({ exchange }) => !isPublished(exchange)),
      ...copies.flatMap(({ model, slug }) =>
        lines
          .filter(({ exchange }) => exchange === model.slug)
          .map((line) => ({ ...line, exchange: slug })),
      ),
    ]);
  texts.set(
    rootFiles.domains,
    stringify([
      ...(content.domains?.value ?? []),
      ...copies.flatMap(({ model, index, slug }) =>
        (content.domains?.value ?? [])
          .filter(({ exchange }) => exchange === model.slug)
          .map((line) => ({
            ...line,
            domain: mover(model.domains, index)(line.domain),
            exchange: slug,
          })),
      ),
    ]),
  );
  texts.set(rootFiles.requests, forCopies(content.requests?.value ?? []));
  texts.set(rootFiles.powers, forCopies(content.powers?.value ?? []));
  // What was published of the real ones is no promise of the copies.
  texts.delete(rootFiles.permalinks);
  const made = { root: real.root, texts, others: new Set<string>() };
  texts.set(rootFiles.permalinks, permalinksOf(parseContent(made)));
  return made;
}

function permalinksOf(content: Content): string {
  return presentPermalinks(outlineOf(content)).join('\n');
}

/** The files of one copy. */
function copyOf(
  { texts }: ContentFiles,
  { slug, name, domains }: Model,
  index: number,
  to: string,
): [string, string][] {
  const rename = renamer(name, index);
  const move = mover(domains, index);
  const lower = name.toLowerCase();
  const lowercase = (line: string): string => line.replaceAll(lower, lower + markOf(index));
  const vary = (file: string, text: string): string => {
    // Sources are named as they are, and some titles are as long as they may be.
    if (path.posix.basename(file) === exchangeFileNames.sources)
      return movedSources(text, move, (line) => lowercase(rename(line)), to);
    const renamed = withIds(rename(move(ownLinks(text, slug, to))), name, index);
    // Guides are told apart by the words of their steps.
    return file.endsWith('.mdx') ? otherWordsOfBody(renamed, index) : renamed;
  };
  return [...texts]
    .filter(([file]) => exchangeOf(file) === slug)
    .map(([file, text]) => [file.replace(`/${slug}/`, `/${to}/`), vary(file, text)]);
}

/** Links to the pages of an exchange, led to those of a copy. */
function ownLinks(text: string, slug: string, to: string): string {
  return text.replaceAll(new RegExp(`(?<=\\]\\(/(?:errors/)?)${slug}(?=/)`, 'g'), to);
}

/** Sources as a copy has them: at its domains and in its repositories, published under its name. */
function movedSources(
  text: string,
  move: (text: string) => string,
  rename: (text: string) => string,
  owner?: string,
): string {
  return text
    .split(/(?=^ *- id: )/m)
    .map((entry) => {
      const moved = entry
        .replaceAll(/(?<=^[ -]*url: ).*/gm, move)
        .replaceAll(/(?<=^[ -]*publisher: ).*/gm, rename);
      return owner !== undefined && moved.includes('kind: official-repo')
        ? moved.replace(/(?<=:\/\/github\.com\/)[^/\s]+/, owner)
        : moved;
    })
    .join('');
}

/** Names of a copy in tools, which no other exchange has. */
function withIds(text: string, name: string, index: number): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return text
    .replaceAll(/(?<=\{ id: )[a-z0-9]+(?=, for: )/g, (id) =>
      id.replace(plain, plain + markOf(index)),
    )
    .replaceAll(new RegExp(`\\b${plain}(?=_[a-z])`, 'g'), plain + markOf(index));
}

/** Lets redirects, partners and concepts name the first copy of each exchange. */
function withFirstCopies(texts: Map<string, string>, models: readonly Model[]): void {
  for (const [file, text] of texts) {
    const isConcept = file.startsWith('concepts/');
    if (file !== rootFiles.redirects && !file.startsWith('partners/') && !isConcept) {
      // A copy leads to its own pages, and to the first copy of any other exchange.
      const led = models.reduce(
        (whole, { slug }, index) => ownLinks(whole, slug, `${slug}${markOf(index)}`),
        text,
      );
      texts.set(file, led);
      continue;
    }
    const renamed = models.reduce(
      (whole, { slug, name, domains }, index) =>
        (isConcept
          ? ownLinks(
              movedSources(mover(domains, index)(whole), (url) => url, renamer(name, index)),
              slug,
              `${slug}${markOf(index)}`,
            )
          : whole
        )
          .replaceAll(new RegExp(`(?<=[ /]to: '?/)${slug}(?=/)`, 'g'), `${slug}${markOf(index)}`)
          .replaceAll(new RegExp(`(?<=exchange: )${slug}$`, 'gm'), `${slug}${markOf(index)}`),
      text,
    );
    texts.set(file, renamed);
  }
}

/**
 * What a copy has behind its name and its domains: three letters a digit, so that no two are
 * so close that one could be taken for the other.
 */
function markOf(index: number): string {
  return String(index)
    .padStart(2, '0')
    .replaceAll(/\d/g, (digit) => ('abcdefghij'[Number(digit)] ?? '').repeat(3));
}

/** Gives an exchange a name of its own. */
function renamer(name: string, index: number): (text: string) => string {
  const whole = new RegExp(`(?<![\\w-])${name}(?![A-Za-z0-9])`, 'g');
  return (text) => text.replaceAll(whole, `${name}${markOf(index)}`);
}

/** Gives an exchange domains of its own. */
function mover(domains: readonly string[], index: number): (text: string) => string {
  const words = [...domains]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'));
  const domain = new RegExp(`(?<![\\w-])(?:${words.join('|')})(?![\\w-])`, 'g');
  return (text) =>
    text.replaceAll(domain, (found) => found.replace(/\.(?=[^.]*$)/, `${markOf(index)}.`));
}

/** Other words in the body of a document; commands, components, links and labels stay. */
function otherWordsOfBody(text: string, index: number): string {
  const end = text.indexOf('\n---\n', 4) + 5;
  const parts = text.slice(end).split(/(```[\s\S]*?```)/);
  return (
    text.slice(0, end) +
    parts.map((part) => (part.startsWith('```') ? part : otherWords(part, index))).join('')
  );
}

/** Words by which a text says that something stays off, which a rule asks for. */
const kept = new Set(['key', 'off', 'empty', 'never', 'not', 'leave', 'that', 'and', 'are']);

function otherWords(text: string, index: number): string {
  const ending = index.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  return text.replaceAll(
    /<[^>]*>|\*\*[^*]*\*\*|`[^`]*`|\]\([^)]*\)|"[^"]*"|\S*[.@/]\S+|(?<![\w'-])[a-z]{3,}(?![\w'-])/g,
    (found) =>
      // As long as before: some texts are as long as they may be.
      /^[a-z]{3,}$/.test(found) && !kept.has(found)
        ? found.slice(0, -ending.length) + ending
        : found,
  );
}

/** Puts content into a folder, and nothing beside it. */
export async function layOut(folder: string, { texts }: ContentFiles): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [file, content] of texts) {
    const full = path.join(folder, file);
    await mkdir(path.dirname(full), { recursive: true });
    await writeFile(full, content);
  }
}
