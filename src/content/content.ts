import type { z } from 'astro/zod';
import { type ConceptFrontmatter, conceptSchema } from '../schema/concept.ts';
import { type ExchangeFacts, exchangeSchema } from '../schema/exchange.ts';
import { type GuideFrontmatter, guideFrontmatterSchema } from '../schema/guide.ts';
import { type PartnerFacts, partnerSchema } from '../schema/partner.ts';
import { powersSchema, type ReviewedPower } from '../schema/powers.ts';
import { type Redirect, redirectsSchema } from '../site/redirect.ts';
import { type Screen, screensSchema } from '../schema/screens.ts';
import { type UseCase, useCasesSchema } from '../schema/use-case.ts';
import type { ContentFiles } from './content-files.ts';
import { mostCharacters } from './limits.ts';
import { type MdxText, parseMdxText } from './mdx-text.ts';
import { parseYamlText, type YamlText } from './yaml-text.ts';

/** A file that holds data: its YAML, the value where it fits the schema, the issues where not. */
export interface DataFile<Value> {
  /** Path below the content folder. */
  readonly path: string;
  readonly yaml: YamlText;
  /** Undefined where the file does not parse or does not fit. */
  readonly value: Value | undefined;
  readonly issues: readonly z.core.$ZodIssue[];
}

/** An MDX file: data in its frontmatter and a body. */
export interface DocumentFile<Value> extends DataFile<Value> {
  readonly mdx: MdxText;
}

export interface ExchangeFolder {
  readonly slug: string;
  readonly facts: DataFile<ExchangeFacts> | undefined;
  readonly screens: DataFile<{ screens: Screen[] }> | undefined;
  readonly guide: DocumentFile<GuideFrontmatter> | undefined;
}

/** The profile of a partner. */
export interface PartnerFile extends DataFile<PartnerFacts> {
  /** Name of the file without its ending, which is the partner's address on the site. */
  readonly slug: string;
}

/** Content, parsed. */
export interface Content {
  readonly files: ContentFiles;
  readonly exchanges: readonly ExchangeFolder[];
  readonly useCases: DataFile<UseCase[]> | undefined;
  readonly concepts: readonly DocumentFile<ConceptFrontmatter>[];
  readonly redirects: DataFile<Redirect[]> | undefined;
  readonly partners: readonly PartnerFile[];
  /** Labels that a maintainer read again; undefined where there is no such file. */
  readonly powers: DataFile<ReviewedPower[]> | undefined;
  /** Every data file of the above, for the rules that treat all alike. */
  readonly dataFiles: readonly DataFile<unknown>[];
  readonly documents: readonly DocumentFile<unknown>[];
}

/** Names of the files that every exchange folder has. */
export const exchangeFileNames = ['exchange.yaml', 'guide.mdx', 'screens.yaml'] as const;

/** What turns texts into values. Tests that check one tree many times remember the results. */
export interface Readers {
  readonly yaml: typeof parseYamlText;
  readonly mdx: typeof parseMdxText;
}

export const usualReaders: Readers = { yaml: parseYamlText, mdx: parseMdxText };

/** Parses content. Input: the files. Output: parsed values beside every parse and shape problem. */
export function parseContent(files: ContentFiles, readers: Readers = usualReaders): Content {
  const data = <Value>(path: string, schema: z.ZodType<Value>): DataFile<Value> | undefined => {
    const text = readable(files, path);
    return text === undefined ? undefined : fit(path, readers.yaml(text), schema);
  };
  const document = <Value>(
    path: string,
    schema: z.ZodType<Value>,
  ): DocumentFile<Value> | undefined => {
    const text = readable(files, path);
    if (text === undefined) return undefined;
    const mdx = readers.mdx(text);
    // Without frontmatter there is nothing that could fit; a rule of its own tells so.
    if (mdx.frontmatter === undefined)
      return { path, yaml: parseYamlText(''), value: undefined, issues: [], mdx };
    return { ...fit(path, mdx.frontmatter, schema), mdx };
  };

  const exchanges = slugsOf(files).map((slug) => ({
    slug,
    facts: data(`exchanges/${slug}/exchange.yaml`, exchangeSchema),
    screens: data(`exchanges/${slug}/screens.yaml`, screensSchema),
    guide: document(`exchanges/${slug}/guide.mdx`, guideFrontmatterSchema),
  }));
  const useCases = data('use-cases.yaml', useCasesSchema);
  const redirects = data('redirects.yaml', redirectsSchema);
  const powers = data('powers.yaml', powersSchema);
  const concepts = [...files.texts.keys()]
    .filter((path) => /^concepts\/[^/]+\.mdx$/.test(path))
    .flatMap((path) => document(path, conceptSchema) ?? []);
  const partners = [...files.texts.keys()].flatMap((path): PartnerFile[] => {
    const slug = /^partners\/([^/]+)\.yaml$/.exec(path)?.[1];
    const file = slug === undefined ? undefined : data(path, partnerSchema);
    return slug === undefined || file === undefined ? [] : [{ ...file, slug }];
  });
  const documents = [...exchanges.flatMap((exchange) => exchange.guide ?? []), ...concepts];
  const dataFiles = [
    ...(useCases ? [useCases] : []),
    ...(redirects ? [redirects] : []),
    ...(powers ? [powers] : []),
    ...partners,
    ...exchanges.flatMap((exchange) => [exchange.facts ?? [], exchange.screens ?? []].flat()),
    ...documents,
  ];
  return {
    files,
    exchanges,
    useCases,
    concepts,
    redirects,
    partners,
    powers,
    dataFiles,
    documents,
  };
}

function fit<Value>(path: string, yaml: YamlText, schema: z.ZodType<Value>): DataFile<Value> {
  if (yaml.errors.length > 0) return { path, yaml, value: undefined, issues: [] };
  const result = schema.safeParse(yaml.value, { reportInput: true });
  return result.success
    ? { path, yaml, value: result.data, issues: [] }
    : { path, yaml, value: undefined, issues: result.error.issues };
}

/** A text that is not too long to be read; reading a flood could take minutes. */
function readable(files: ContentFiles, path: string): string | undefined {
  const text = files.texts.get(path);
  return text === undefined || text.length > mostCharacters ? undefined : text;
}

function slugsOf(files: ContentFiles): string[] {
  const slugs = new Set<string>();
  for (const path of [...files.texts.keys(), ...files.others]) {
    const slug = /^exchanges\/([^/]+)\//.exec(path)?.[1];
    if (slug !== undefined) slugs.add(slug);
  }
  return [...slugs].sort();
}
