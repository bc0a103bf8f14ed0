import {
  type Content,
  type ExchangeFolder,
  parseContent,
  type Readers,
  usualReaders,
} from '../content/content.ts';
import type { ContentFiles } from '../content/content-files.ts';

/** Folder of the exchange that contributors copy. */
export const templateSlug = '_template';

/**
 * What a rule looks at at a time: the folder of one exchange, or everything outside of
 * those folders. Files, exchanges, concepts, redirects, data files and documents are
 * those of the part alone (so at most one exchange).
 */
export interface Part extends Content {
  /** Folder of the exchange; undefined for the part outside of those folders. */
  readonly slug: string | undefined;
  /** Those of all content. */
  readonly useCases: Content['useCases'];
  readonly powers: Content['powers'];
  /** The exchange that contributors copy, whichever part this is. */
  readonly template: ExchangeFolder | undefined;
  /** The profiles of all partners, whichever part this is: an exchange is judged with those that serve it. */
  readonly profiles: Content['partners'];
}

/** The files of a part, and those that every part is judged by. A part is made of nothing else. */
export interface PartFiles {
  readonly slug: string | undefined;
  readonly own: ContentFiles;
  readonly context: ContentFiles;
}

/** Whether every part is judged by a file: keep this short, as a change of one judges all anew. */
function isContext(file: string): boolean {
  return (
    file === 'use-cases.yaml' ||
    file === 'powers.yaml' ||
    file.startsWith('partners/') ||
    file.startsWith(`exchanges/${templateSlug}/`)
  );
}

/** Cuts content into its parts: the one outside of exchanges first, then each exchange. */
export function partsOf(files: ContentFiles): PartFiles[] {
  const texts = Map.groupBy(files.texts, ([file]) => slugOfFile(file));
  const others = Map.groupBy(files.others, slugOfFile);
  const slugs = new Set([...texts.keys(), ...others.keys()].filter((slug) => slug !== undefined));
  const context: ContentFiles = {
    root: files.root,
    texts: new Map([...files.texts].filter(([file]) => isContext(file))),
    others: new Set([...files.others].filter(isContext)),
  };
  return [undefined, ...[...slugs].sort()].map((slug) => ({
    slug,
    own: {
      root: files.root,
      texts: new Map(texts.get(slug)),
      others: new Set(others.get(slug)),
    },
    context,
  }));
}

/** Parses the files of a part. */
export function parsePart(
  { slug, own, context }: PartFiles,
  readers: Readers = usualReaders,
): Part {
  const { useCases, powers, exchanges, partners } = parsedContext(context, readers);
  return {
    ...parseContent(own, readers),
    slug,
    useCases,
    powers,
    template: exchanges[0],
    profiles: partners,
  };
}

/** Every part has the same context, which is parsed once. */
const contexts = new WeakMap<ContentFiles, Content>();

function parsedContext(context: ContentFiles, readers: Readers): Content {
  const known = contexts.get(context);
  if (known !== undefined) return known;
  const parsed = parseContent(context, readers);
  contexts.set(context, parsed);
  return parsed;
}

function slugOfFile(file: string): string | undefined {
  return /^exchanges\/([^/]+)\//.exec(file)?.[1];
}
