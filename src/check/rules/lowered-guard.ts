import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import type { Content } from '../../content/content.ts';
import type { FilePlace } from '../../content/place.ts';
import { nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import { loweredGuard as loweredGuardIn } from '../guards.ts';
import type { Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

export const loweredGuard: Rule = {
  meaning:
    'No text lowers the guard of readers: none leads to programs of others, to commands or a console, to somebody at the reader’s screen, past a warning of the browser, or switches off what protects an account.',
  mend: 'Leave it out; write "never …" where a text warns of it.',
  example: 'Too hard? Install AnyDesk, and let the desk set it up for you.',
  check: (content) =>
    textsOfContent(content).flatMap(({ text, place }) => {
      const found = loweredGuardIn(text);
      return found === undefined
        ? []
        : [
            {
              ...place(),
              message: `"${found}" lowers the guard of readers: thieves ask for the same.`,
              help: 'Leave it out; write "never …" where the text warns of it.',
            },
          ];
    }),
};

interface ReadText {
  readonly text: string;
  place(): FilePlace;
}

/** What people read: data, and whole paragraphs, in which a word may change its emphasis. */
function textsOfContent({ exchanges, concepts, partners }: Content): ReadText[] {
  const data = [
    ...exchanges.flatMap(({ facts, screens, guide }) => [facts, screens, guide]),
    ...concepts,
    ...partners,
  ].flatMap((file) => (file === undefined ? [] : textsOfData(file)));
  const bodies = [...exchanges.flatMap(({ steps }) => steps), ...concepts];
  return [
    ...data
      .filter(
        ({ path = [] }) =>
          !['sources', 'signing'].includes(String(path[0])) &&
          !['match', 'messages', 'url'].includes(
            String(path.findLast((part) => typeof part === 'string')),
          ),
      )
      .map((piece) => ({
        text: piece.text,
        place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
      })),
    ...bodies.flatMap(({ path, mdx }) =>
      mdx.tree === undefined
        ? []
        : blocksOf(mdx.tree).map((node) => ({
            text: node.type === 'code' ? node.value : toString(node),
            place: () => ({ file: path, ...placeOfNode(node) }),
          })),
    ),
  ];
}

function blocksOf(tree: Nodes): Nodes[] {
  return nodesOf(tree).filter(({ type }) =>
    ['paragraph', 'heading', 'tableCell', 'code'].includes(type),
  );
}
