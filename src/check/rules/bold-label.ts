import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { ExchangeFolder } from '../../content/content.ts';
import { nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import { parseProse } from '../../markdown/prose.ts';
import type { Finding, Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

/** Longest text of the facts that can be a label: longer ones are sentences of ours. */
const longestLabel = 120;

/** How a bold text shows that it is no label: it ends as a sentence, begins small, or is a number. */
const noLabel = /[.:,;?!]$|^\p{Ll}|^\d+$/u;

export const boldLabel: Rule = {
  meaning:
    'In steps and facts, bold means a label of the exchange and nothing else; what is only stressed is written with underscores.',
  mend: 'Write _stressed words_ with one underscore on each side.',
  example: '**Was the tool breached?** Delete the key.',
  check: ({ exchanges }) =>
    exchanges.flatMap((exchange) => {
      const known = labelsOf(exchange);
      const isLabel = (text: string): boolean =>
        !noLabel.test(text) ||
        known.includes(text) ||
        known.includes(text.replace(/[.:,;?!]$/, ''));
      return [...boldInSteps(exchange), ...boldInFacts(exchange)]
        .filter(({ text }) => !isLabel(text))
        .map(({ text, place }) => ({
          ...place(),
          message: `The bold text "${text}" is no label of the exchange.`,
          help: `Write _${text}_ where it is only stressed.`,
        }));
    }),
};

interface Bold {
  readonly text: string;
  place(): Pick<Finding, 'file' | 'line' | 'column'>;
}

/** Everything that may be a label, in one text. */
function labelsOf({ facts, screens }: ExchangeFolder): string {
  return [facts, screens]
    .flatMap((file) => (file === undefined ? [] : textsOfData(file)))
    .map(({ text }) => text)
    .filter((text) => text.length <= longestLabel && !text.includes('**'))
    .join('\n');
}

function boldInSteps({ steps }: ExchangeFolder): Bold[] {
  return steps.flatMap(({ path, mdx }) =>
    mdx.tree === undefined
      ? []
      : boldIn(mdx.tree).map(({ text, node }) => ({
          text,
          place: () => ({ file: path, ...placeOfNode(node) }),
        })),
  );
}

function boldInFacts({ facts }: ExchangeFolder): Bold[] {
  return (facts === undefined ? [] : textsOfData(facts))
    .filter(({ text }) => text.includes('**'))
    .flatMap((piece) =>
      boldIn(parseProse(piece.text)).map(({ text }) => ({
        text,
        place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
      })),
    );
}

function boldIn(tree: Nodes): { text: string; node: Nodes }[] {
  return nodesOf(tree).flatMap((node) =>
    node.type === 'strong' ? { text: toString(node).replaceAll(/\s+/g, ' '), node } : [],
  );
}
