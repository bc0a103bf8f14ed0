import { z } from 'astro/zod';
import type { PartResult } from './check-part.ts';
import type { ContentFiles } from '../content/content-files.ts';
import type { KeptTexts } from './kept-texts.ts';
import { frontmatterRange } from '../content/mdx-text.ts';
import type { Part } from './parts.ts';
import type { Place } from './problem.ts';
import type {
  ComparedFinding,
  ComparingRule,
  Digested,
  Finding,
  Rule,
  UnplacedFinding,
} from './rule.ts';
import { rules } from './rules/index.ts';
import { parseYamlText, type YamlText } from '../content/yaml-text.ts';

/** What comparing rules are run with. */
export interface Comparison {
  readonly files: ContentFiles;
  readonly today: string;
  /** The result of each part. */
  readonly results: readonly PartResult[];
  /** Parses a part anew. */
  readonly partOf: (slug: string | undefined) => Part;
  /** Where looked-up places are kept between runs; undefined for nowhere. */
  readonly kept: KeptTexts | undefined;
}

/** Runs every rule that compares parts or judges them by the day. */
export function compareParts({
  files,
  today,
  results,
  partOf,
  kept,
}: Comparison): PartResult['findings'] {
  const digestsByName = new Map<string, readonly Digested<unknown>[]>();
  const found = Object.entries<Rule | ComparingRule>(rules).flatMap(([rule, comparing]) => {
    if ('check' in comparing) return [];
    const { name } = comparing.digest;
    const digests = digestsByName.get(name) ?? digestsNamed(name, results);
    digestsByName.set(name, digests);
    return comparing
      .compare(digests, { today, files, partOf })
      .map((finding) => ({ rule, finding }));
  });
  const places = lookUp(
    found.flatMap(({ finding }) => ('path' in finding ? [finding] : [])),
    files,
    kept,
  );
  return found.map(({ rule, finding }) => ({ rule, finding: placed(finding, places) }));
}

function digestsNamed(name: string, results: readonly PartResult[]): Digested<unknown>[] {
  return results.flatMap(({ slug, digests }) => {
    const digest = digests[name];
    return digest === undefined ? [] : [{ slug, digest }];
  });
}

type Places = Map<string, Place>;

function placed(finding: ComparedFinding, places: ReadonlyMap<string, Places>): Finding {
  if (!('path' in finding)) return finding;
  const { file, path, message, help } = finding;
  const place = places.get(file)?.get(JSON.stringify(path)) ?? { line: 1, column: 1 };
  return { file, ...place, message, help };
}

/**
 * Looks up the places of findings, by file and path. A file is parsed once, for as long as
 * its places are taken: a tree with places is large.
 */
function lookUp(
  findings: readonly UnplacedFinding[],
  files: ContentFiles,
  kept: KeptTexts | undefined,
): Map<string, Places> {
  const byFile = Map.groupBy(findings, ({ file }) => file);
  return new Map(
    [...byFile].map(([file, inFile]) => {
      const text = files.texts.get(file) ?? '';
      const key = kept?.keyOf(['places', file, text]) ?? '';
      const places = readPlaces(kept?.get(key));
      const missing = inFile.filter(({ path }) => !places.has(JSON.stringify(path)));
      if (missing.length > 0) {
        const yaml = yamlIn(file, text);
        for (const { path } of missing) places.set(JSON.stringify(path), yaml.placeOf(path));
        kept?.set(key, JSON.stringify([...places]));
      }
      return [file, places];
    }),
  );
}

const placesSchema = z.array(
  z.tuple([z.string(), z.strictObject({ line: z.int(), column: z.int() })]),
);

function readPlaces(text: string | undefined): Places {
  return new Map(text === undefined ? [] : placesSchema.parse(JSON.parse(text)));
}

/** The YAML of a file: all of it, or the frontmatter of a document. */
function yamlIn(file: string, text: string): YamlText {
  if (!file.endsWith('.mdx')) return parseYamlText(text);
  const { start, end } = frontmatterRange(text) ?? { start: 0, end: 0 };
  return parseYamlText(text.slice(start, end), 1);
}
