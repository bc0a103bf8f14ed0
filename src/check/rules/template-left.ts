import { toString } from 'mdast-util-to-string';
import type { ExchangeFolder } from '../../content/content.ts';
import { nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import { isPublished, templateSlug } from '../../content/layout.ts';
import type { FilePlace } from '../../content/place.ts';
import type { Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

/** Sentences with fewer words than this can stand in any guide. */
const fewestWords = 6;

export const templateLeft: Rule = {
  meaning: `A published guide holds nothing of the template (exchanges/${templateSlug}): not its name, not its domain, none of its sentences.`,
  mend: 'Write what your sources say about this exchange; delete an optional field where none does.',
  example: 'without: Write what happens to a key without addresses: whether it ends by itself.',
  check: ({ exchanges, template }) => {
    if (template === undefined) return [];
    const { marks, sentences } = traitsOf(template);
    return exchanges
      .filter(({ slug }) => isPublished(slug))
      .flatMap((exchange) => {
        const own = ownMarks(exchange);
        return passagesOf(exchange).flatMap((passage) => {
          const mark = marks.find((part) => !own.includes(part) && passage.text.includes(part));
          const sentence = sentencesOf(passage.text, own).find(({ words }) => sentences.has(words));
          if (mark === undefined && sentence === undefined) return [];
          return [
            {
              // The place of a text in YAML is looked up when it is asked for, which takes long.
              file: passage.file,
              line: passage.line,
              column: passage.column,
              message:
                mark === undefined
                  ? `This sentence is one of the template: "${sentence?.written ?? ''}"`
                  : `This names "${mark}", which stands for the exchange in the template.`,
              help: 'Write what your sources say about this exchange, or delete the field if it is optional.',
            },
          ];
        });
      });
  },
};

/** What tells that a text is of the template. */
interface Traits {
  readonly marks: readonly string[];
  /** As bare words. */
  readonly sentences: ReadonlySet<string>;
}

/** Every part is compared with one template, which is read once. */
const traitsByTemplate = new WeakMap<ExchangeFolder, Traits>();

function traitsOf(template: ExchangeFolder): Traits {
  const known = traitsByTemplate.get(template);
  if (known !== undefined) return known;
  const marks = ownMarks(template);
  const sentences = new Set(
    passagesOf(template).flatMap(({ text }) => sentencesOf(text, marks).map(({ words }) => words)),
  );
  const traits = { marks, sentences };
  traitsByTemplate.set(template, traits);
  return traits;
}

interface Passage extends FilePlace {
  readonly text: string;
}

/** Every text of the facts, the screens and the frontmatter, and every paragraph and cell of the body. */
function passagesOf({ facts, screens, guide, steps }: ExchangeFolder): Passage[] {
  const inData = [facts, screens, guide]
    .flatMap((file) => (file === undefined ? [] : textsOfData(file)))
    // Titles of steps are short instructions that many guides share.
    .filter(({ path }) => path?.[0] !== 'steps');
  const inBody = steps.flatMap(({ path, mdx }) =>
    (mdx.tree === undefined ? [] : nodesOf(mdx.tree))
      .filter(({ type }) => type === 'paragraph' || type === 'tableCell' || type === 'heading')
      .map((node) => ({ file: path, text: toString(node), ...placeOfNode(node) })),
  );
  return [...inData, ...inBody];
}

/** The name and the domains of an exchange, which differ between the template and its copy. */
function ownMarks({ facts }: ExchangeFolder): string[] {
  const value = facts?.value;
  return value === undefined ? [] : [value.names.name, ...value.domains.official];
}

/** The longer sentences of a text, as written and as bare words without the marks of the exchange. */
function sentencesOf(text: string, marks: readonly string[]): { written: string; words: string }[] {
  // Most texts are names and labels.
  if (text.length < 2 * fewestWords - 1) return [];
  return text.split(/(?<=[.!?])\s+/).flatMap((written) => {
    const unmarked = marks.reduce((rest, mark) => rest.replaceAll(mark, ' '), written);
    const words = unmarked.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length < fewestWords ? [] : [{ written, words: words.join(' ') }];
  });
}
