import path from 'node:path';
import { presentPermalinks } from '../../../src/check/permalinks.ts';
import { type Content, parseContent } from '../../../src/content/content.ts';
import { type ContentFiles, readContentFiles } from '../../../src/content/content-files.ts';
import type { Readers } from '../../../src/content/data-file.ts';
import { isPublished, requiredRootFiles, rootFiles } from '../../../src/content/layout.ts';
import { outlineOf } from '../../../src/content/outline.ts';
import { redirectsOf } from './damage.ts';
import { type Damaged, type Kind, partnerFile, partnerText, type Tree } from './kind.ts';

/** A tree, and the kinds of damage that are tried on it. */
export interface Trial {
  readonly tree: Tree;
  readonly kinds: readonly Kind[];
}

/**
 * What is tried: every kind on the made-up exchange and on the real one that most kinds
 * apply to; what applies to neither, on another. So every kind is tried, and an exchange
 * more adds no work.
 *
 * Input: the kinds, and how files are read. Throws where content cannot be read.
 */
export async function trialsOf(kinds: readonly Kind[], readers: Readers): Promise<Trial[]> {
  const [madeUp, real] = await Promise.all([
    trialsBelow('tests/fixtures/content', kinds, readers),
    trialsBelow('content', kinds, readers),
  ]);
  const trials = [...madeUp.slice(0, 1), ...real.slice(0, 1)];
  for (const { tree, kinds: applying } of real) {
    const tried = new Set(trials.flatMap((trial) => trial.kinds));
    const left = applying.filter((kind) => !tried.has(kind));
    if (left.length > 0) trials.push({ tree, kinds: left });
  }
  return trials;
}

/** What applies to each exchange of a folder; those that most applies to come first. */
async function trialsBelow(
  folder: string,
  kinds: readonly Kind[],
  readers: Readers,
): Promise<Trial[]> {
  return (await treesBelow(folder, readers))
    .map((tree) => ({
      tree,
      kinds: kinds.filter((kind) => damageOf(kind, tree) !== undefined),
    }))
    .toSorted((a, b) => b.kinds.length - a.kinds.length);
}

/** The file that a kind damages in a tree, and what becomes of it; undefined where it does not apply. */
export function damageOf(
  kind: Kind,
  tree: Tree,
): { readonly file: string; readonly text: string; readonly damaged: Damaged } | undefined {
  const apart = [...Object.values<string>(rootFiles), partnerFile].includes(kind.file);
  const file = apart ? kind.file : `exchanges/${tree.slug}/${kind.file}`;
  const text = tree.texts.get(file);
  const damaged = text === undefined ? undefined : kind.damage(text, tree);
  return text === undefined || damaged === undefined ? undefined : { file, text, damaged };
}

/** The files of a tree, as the check takes them. */
export function treeFiles({ others }: Tree, texts: ReadonlyMap<string, string>): ContentFiles {
  return { root: 'content', texts, others };
}

/** Each exchange with the next one beside it: enough for the rules that compare. */
async function treesBelow(folder: string, readers: Readers): Promise<Tree[]> {
  const files = await readContentFiles(path.resolve(folder));
  const published = parseContent(files, readers).exchanges.filter(({ slug }) => isPublished(slug));
  return published.map((exchange, index) => {
    const next = published[(index + 1) % published.length];
    if (next === undefined || next === exchange)
      throw new Error(`${folder}/exchanges/${exchange.slug} stands alone.`);
    return treeOf(files, exchange, next, readers);
  });
}

/** A text whose links to pages that are not in the tree lead to the first exchange of the tree. */
function withLinksInside(text: string, slugs: readonly [string, string]): string {
  return text.replaceAll(/(?<=\]\()\/([a-z-]+)\/[^)]*(?=\))/g, (link, first: string) =>
    slugs.includes(first) ? link : `/${slugs[0]}/`,
  );
}

type Exchange = Content['exchanges'][number];

function treeOf(files: ContentFiles, exchange: Exchange, next: Exchange, readers: Readers): Tree {
  const { slug } = exchange;
  const facts = factsOf(exchange);
  const ours = [
    ...requiredRootFiles,
    rootFiles.powers,
    `exchanges/${slug}/`,
    `exchanges/${next.slug}/`,
  ];
  const texts = new Map(
    [...files.texts]
      .filter(([file]) => ours.some((part) => file.startsWith(part)))
      .map(([file, text]) => [file, withLinksInside(text, [slug, next.slug])]),
  );
  texts.set('redirects.yaml', redirectsOf(slug));
  if (facts.status.state === 'active') texts.set(partnerFile, partnerText(slug, facts));
  const neighbour = { slug: next.slug, facts: factsOf(next) };
  const tree = { slug, facts, neighbour, texts, others: files.others };
  const content = parseContent(treeFiles(tree, texts), readers);
  texts.set('permalinks.txt', `${presentPermalinks(outlineOf(content)).join('\n')}\n`);
  return tree;
}

function factsOf({ slug, facts }: Exchange): Tree['facts'] {
  if (facts?.value === undefined) throw new Error(`The facts of ${slug} cannot be read.`);
  return facts.value;
}
