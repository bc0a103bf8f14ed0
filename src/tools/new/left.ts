import type { z } from 'astro/zod';
import { toString } from 'mdast-util-to-string';
import { parseMdxText } from '../../content/mdx-text.ts';
import { parseYamlText, type YamlText } from '../../content/yaml-text.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import { type ContentSchemaName, jsonSchemaOf } from '../schemas.ts';
import type { Answers } from './answers.ts';
import { fillTemplate, isSettled } from './fill.ts';

/** A place of a copy that still holds what the template has there. */
export interface Left {
  /** Name of the file in the folder. */
  readonly file: string;
  readonly line: number;
  /** The field, such as `sites.items.0.label`, or the step. */
  readonly what: string;
  /** What belongs there. */
  readonly advice: string;
}

/** Texts of a folder by the names of their files. */
export type FolderTexts = ReadonlyMap<string, string>;

/** Every file of a folder that a schema describes, in the order in which it is filled in. */
const schemaByFile: Readonly<Record<string, ContentSchemaName>> = {
  'exchange.yaml': 'exchange',
  'errors.yaml': 'errors',
  'signing.yaml': 'signing',
  'sources.yaml': 'sources',
  'screens.yaml': 'screens',
  'guide.mdx': 'guide',
};

/** Fields that only hold a file together, and the shape of a drawing. */
const plumbing: readonly string[] = [
  'id',
  'step',
  'sources',
  'screens',
  'useCases',
  'defaultUseCase',
  'type',
  'tone',
  'look',
  'placement',
  'mark',
  'choiceMark',
  'lines',
  'hidden',
  'primary',
  'chosen',
  'checked',
];

/** What belongs into a text of a drawing, and elsewhere, where the schema says nothing. */
const drawnText = 'Text exactly as the source shows it.';
const documented = 'As the documentation of the exchange has it.';

/**
 * What a copy still has from the template, by the fields of its data and the steps of
 * its body.
 *
 * Input: the texts of the template and of the copy, the answers that were filled in,
 * and the day that was. Output: the places in the order of the files.
 */
export function placesLeft(
  template: FolderTexts,
  copy: FolderTexts,
  answers: Answers,
  day: string,
): Left[] {
  const inData = Object.entries(schemaByFile).flatMap(([file, schema]) => {
    const [from, to] = [template.get(file), copy.get(file)];
    if (from === undefined || to === undefined) return [];
    const [raw, filled, now] = [from, fillTemplate(from, answers, day), to].map((text) =>
      file.endsWith('.mdx') ? parseMdxText(text).frontmatter : parseYamlText(text),
    );
    return raw === undefined || filled === undefined || now === undefined
      ? []
      : fieldsLeft({ raw, filled, now }, schema).map((left) => ({ file, ...left }));
  });
  return [...inData, ...stepsLeft(template, copy, answers, day)];
}

function fieldsLeft(
  yaml: { raw: YamlText; filled: YamlText; now: YamlText },
  schema: ContentSchemaName,
): Omit<Left, 'file'>[] {
  const filled = new Map(leavesOf(yaml.filled.value).map(({ name, shown }) => [name, shown]));
  const now = new Map(leavesOf(yaml.now.value).map(({ name, shown }) => [name, shown]));
  return leavesOf(yaml.raw.value)
    .filter(({ path }) => !plumbing.includes(String(path.at(-1))))
    .filter(({ name, shown }) => !isSettled(shown) && filled.get(name) === now.get(name))
    .map(({ path, name }) => ({
      line: yaml.now.placeOf(path).line,
      what: name,
      advice: descriptionAt(
        jsonSchemaOf(schema),
        path,
        path.includes('blocks') ? drawnText : documented,
      ),
    }));
}

/** The steps whose text is that of the template. */
function stepsLeft(
  template: FolderTexts,
  copy: FolderTexts,
  answers: Answers,
  day: string,
): Left[] {
  return [...copy].flatMap(([file, text]) => {
    const step = /^steps\/([a-z-]+)\.mdx$/.exec(file)?.[1];
    const from = template.get(file);
    if (step === undefined || !isStepId(step) || from === undefined) return [];
    const [before, now] = [fillTemplate(from, answers, day), text].map((written) => {
      const { tree } = parseMdxText(written);
      return tree === undefined ? written : toString(tree);
    });
    return before === now ? [{ file, line: 1, what: step, advice: stepTable[step].purpose }] : [];
  });
}

/** Every value of data that is not a group; a list of plain values is one. */
function leavesOf(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; name: string; shown: string }[] {
  if (typeof value !== 'object' || value === null)
    return [{ path, name: path.map(String).join('.'), shown: String(value) }];
  const entries: [string, unknown][] = Object.entries(value);
  if (Array.isArray(value) && entries.every(([, item]) => typeof item !== 'object'))
    return [{ path, name: path.map(String).join('.'), shown: value.join(', ') }];
  return entries.flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * What a schema says about the field at a path. Where it says nothing: what it says about
 * the closest group around the field, or, for a drawing and without such a group, `otherwise`.
 */
function descriptionAt(
  schema: JsonSchema,
  path: readonly PropertyKey[],
  otherwise: string,
): string {
  let around = '';
  let own: string | undefined;
  let candidates: JsonSchema[] = [schema];
  for (const key of path) {
    candidates = candidates.flatMap(shapesOf).flatMap((shape) => {
      const next = typeof key === 'number' ? shape.items : shape.properties?.[String(key)];
      return typeof next === 'object' && !Array.isArray(next) ? [next] : [];
    });
    own = candidates.find(({ description }) => description)?.description;
    around = own ?? around;
  }
  return own ?? (otherwise === drawnText || around === '' ? otherwise : around);
}

function shapesOf(schema: JsonSchema): JsonSchema[] {
  const inner = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(
    (option) => typeof option === 'object',
  );
  return inner.length === 0 ? [schema] : inner.flatMap(shapesOf);
}
