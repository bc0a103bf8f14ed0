import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ConceptFile, Content, ExchangeFolder } from '../content/content.ts';
import type { FilePlace } from '../content/place.ts';
import { nodesOf, placeOfNode } from '../markdown/mdx-nodes.ts';
import { sentencesOf } from './switching-on.ts';
import { textsOfData } from './texts.ts';

/** A sentence about one exchange, somewhere in the content. */
export interface Statement {
  /** Without the marks of Markdown. */
  readonly sentence: string;
  /** The group of the facts in which it stands; undefined in steps, guides and concepts. */
  readonly group: string | undefined;
  /** The name of the step in which it stands. */
  readonly step: string | undefined;
  place(): FilePlace;
}

/** Several rules read the sentences about one exchange, which are gathered once. */
const statementsByExchange = new WeakMap<ExchangeFolder, readonly Statement[]>();

/**
 * Everything that the content says of an exchange in words of ours: its steps, facts and
 * frontmatter, and the sentences of concepts that name it.
 *
 * Input: the exchange and all content. Output: one entry a sentence. Texts that the exchange
 * itself wrote (labels, messages) are among them where they stand in its facts.
 */
export function statementsAbout(exchange: ExchangeFolder, content: Content): readonly Statement[] {
  const known = statementsByExchange.get(exchange);
  if (known !== undefined) return known;
  const { facts, guide, steps } = exchange;
  const own = [
    ...steps.flatMap(({ path, name, mdx }) =>
      mdx.tree === undefined
        ? []
        : blocksOf(mdx.tree).flatMap((block) =>
            sentencesIn(toString(block), { step: name, place: () => placed(path, block) }),
          ),
    ),
    ...[facts, guide].flatMap((file) =>
      file === undefined
        ? []
        : textsOfData(file)
            .filter(({ path = [] }) => !path.some((key) => unspoken.has(String(key))))
            .flatMap((piece) =>
              sentencesIn(piece.text, {
                group: file === facts ? String(piece.path?.[0]) : undefined,
                place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
              }),
            ),
    ),
  ];
  const name = facts?.value?.names.name;
  const beside =
    name === undefined
      ? []
      : content.concepts
          .flatMap(statementsOfConcept)
          .filter(({ sentence }) => hasWord(sentence, name));
  const all = [...own, ...beside];
  statementsByExchange.set(exchange, all);
  return all;
}

/** Fields that hold no sentence of ours. */
const unspoken = new Set(['sources', 'messages', 'codes', 'label', 'captures']);

/** Every exchange asks for the sentences of a concept, which are gathered once. */
const statementsByConcept = new WeakMap<ConceptFile, readonly Statement[]>();

function statementsOfConcept(concept: ConceptFile): readonly Statement[] {
  const known = statementsByConcept.get(concept);
  if (known !== undefined) return known;
  const inBody = concept.mdx.tree === undefined ? [] : blocksOf(concept.mdx.tree);
  const all = [
    ...inBody.flatMap((block) =>
      sentencesIn(toString(block), { place: () => placed(concept.path, block) }),
    ),
    ...textsOfData(concept)
      .filter(({ path }) => path?.[0] !== 'sources')
      .flatMap((piece) =>
        sentencesIn(piece.text, {
          place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
        }),
      ),
  ];
  statementsByConcept.set(concept, all);
  return all;
}

/** What holds words directly: paragraphs, headings, cells. */
function blocksOf(tree: Nodes): Nodes[] {
  return nodesOf(tree).filter(
    ({ type }) => type === 'paragraph' || type === 'heading' || type === 'tableCell',
  );
}

function placed(file: string, node: Nodes): FilePlace {
  return { file, ...placeOfNode(node) };
}

function sentencesIn(
  text: string,
  at: { readonly group?: string | undefined; readonly step?: string; place(): FilePlace },
): Statement[] {
  return sentencesOf(text).map((sentence) => ({
    sentence,
    group: at.group,
    step: at.step,
    place: at.place,
  }));
}

function hasWord(text: string, word: string): boolean {
  const start = text.indexOf(word);
  return (
    start >= 0 &&
    !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[start + word.length] ?? '')
  );
}
