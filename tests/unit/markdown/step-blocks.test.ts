import { toString } from 'mdast-util-to-string';
import { expect, test } from 'playwright/test';
import { parseMdxText } from '../../../src/content/mdx-text.ts';
import {
  type Audience,
  blocksFor,
  everyBlock,
  screensOf,
  type StepBlock,
  stepBlocksOf,
} from '../../../src/markdown/step-blocks.ts';

/** The pieces of a step, read as its file is. Throws where the text is not valid MDX. */
function blocksOf(body: string): StepBlock[] {
  const { tree, error } = parseMdxText(`---\ntitle: x\n---\n\n${body}\n`);
  if (tree === undefined) throw new Error(error?.message);
  return stepBlocksOf(tree.children);
}

/** A piece in few words: its kind, what it names or says, and what is in it. */
function shown(block: StepBlock): unknown {
  switch (block.kind) {
    case 'actions':
      return [
        'actions',
        ...block.items.map(({ nodes, part }) => [
          ...(part === undefined ? [] : [`<${part} />`]),
          ...nodes.map((node) => toString(node)),
        ]),
      ];
    case 'ready':
      return [
        'ready',
        ...block.items.map((nodes) => nodes.map((node) => toString(node)).join(' ')),
      ];
    case 'screen':
      return ['screen', block.screen];
    case 'derived':
      return ['derived', block.part];
    case 'only':
      return ['only', block.useCases ?? block.audience, ...block.blocks.map(shown)];
    case 'prose':
      return ['prose', ...block.nodes.map((node) => toString(node))];
    default:
      return [block.kind, ...block.blocks.map(shown)];
  }
}

test('actions, screens, parts from the facts and prose, in the order of the file', () => {
  const body = `Have your phone at hand.

1. Press **New key**.
2. Type a name.

   It may hold spaces.

<Screen id="key-list" />

<Options />

| a |
| - |
| b |

- c`;
  expect(blocksOf(body).map(shown)).toEqual([
    ['prose', 'Have your phone at hand.'],
    ['actions', ['Press New key.'], ['Type a name.', 'It may hold spaces.']],
    ['screen', 'key-list'],
    ['derived', 'Options'],
    ['prose', 'ab'],
    ['ready', 'c'],
  ]);
});

test('an action that is worded from the facts, and what follows it', () => {
  const body = `1. <Addresses />
2. Press **Save**.
3. <KeyLabel />

   Without spaces.`;
  expect(blocksOf(body).map(shown)).toEqual([
    ['actions', ['<Addresses />'], ['Press Save.'], ['<KeyLabel />', 'Without spaces.']],
  ]);
});

test('what follows one another as text is one piece', () => {
  expect(blocksOf('a\n\nb\n\n```sh\nc\n```\n\n<Screen id="x" />\n\nd').map(shown)).toEqual([
    ['prose', 'a', 'b', 'c'],
    ['screen', 'x'],
    ['prose', 'd'],
  ]);
});

test('a passage for some use cases holds actions of its own, at any depth', () => {
  const body = `<Only for="read-only  spot-trading">

1. Tick the box.

<Only for="read-only">

2. Leave the rest.

</Only>

</Only>`;
  expect(blocksOf(body).map(shown)).toEqual([
    [
      'only',
      ['read-only', 'spot-trading'],
      ['actions', ['Tick the box.']],
      ['only', ['read-only'], ['actions', ['Leave the rest.']]],
    ],
  ]);
});

test('a list inside a warning or a fold is text: the actions stand at the top', () => {
  for (const [name, kind] of [
    ['Warning', 'warning'],
    ['More', 'more'],
  ] as const) {
    expect(blocksOf(`<${name}>\n\n1. Look.\n\n</${name}>`).map(shown)).toEqual([
      [kind, ['prose', 'Look.']],
    ]);
    const only = `<${name}>\n\n<Only for="x">\n\n1. Look.\n\n</Only>\n\n</${name}>`;
    expect(blocksOf(only).map(shown)).toEqual([[kind, ['only', ['x'], ['prose', 'Look.']]]]);
  }
});

test('a fold holds parts from the facts', () => {
  expect(blocksOf('<More>\n\nOlder forms:\n\n<Options />\n\n</More>').map(shown)).toEqual([
    ['more', ['prose', 'Older forms:'], ['derived', 'Options']],
  ]);
});

test('what the checks refuse is left out', () => {
  const body = `import x from './x.ts'

{fetch('https://evil.example')}

<script>

alert(1)

</script>

<Step id="sign-in">

1. Sign in.

</Step>

<Screen />`;
  expect(blocksOf(body).map(shown)).toEqual([['screen', '']]);
});

test('bullets at the top are what to have ready, and an empty step has no piece', () => {
  expect(blocksOf('- Sign in.').map(shown)).toEqual([['ready', 'Sign in.']]);
  expect(blocksOf('')).toEqual([]);
});

test('every piece with those inside others, in reading order', () => {
  const blocks = blocksOf(
    'a\n\n<More>\n\n<Only on="partner">\n\nb\n\n</Only>\n\n</More>\n\n<TestKey />',
  );
  expect(everyBlock(blocks).map(({ kind }) => kind)).toEqual([
    'prose',
    'more',
    'only',
    'prose',
    'derived',
  ]);
});

test('a reader sees the passages of one use case, without what stands around them', () => {
  const blocks = blocksOf(`<More>

<Only for="a b">

<Screen id="ab" />

<Only for="b">

<Screen id="b" />

</Only>

</Only>

<Screen id="all" />

</More>`);
  const seen = (useCase: string) => blocksFor(blocks, [useCase], 'general').map(shown);
  expect(seen('a')).toEqual([['more', ['screen', 'ab'], ['screen', 'all']]]);
  expect(seen('b')).toEqual([['more', ['screen', 'ab'], ['screen', 'b'], ['screen', 'all']]]);
  expect(seen('c')).toEqual([['more', ['screen', 'all']]]);
  expect(screensOf(blocks)).toEqual(['ab', 'b', 'all']);
});

test('a passage for pages of partners stands on those alone, also within one for a use case', () => {
  const blocks = blocksOf(
    '<Only on="general">\n\nask\n\n</Only>\n\n<Only for="a" on="partner">\n\npaste\n\n</Only>',
  );
  const seen = (useCase: string, audience: Audience) =>
    blocksFor(blocks, [useCase], audience).map(shown);
  expect(seen('a', 'general')).toEqual([['prose', 'ask']]);
  expect(seen('a', 'partner')).toEqual([['prose', 'paste']]);
  expect(seen('b', 'partner')).toEqual([]);
});

test('screens are listed as often as they are placed', () => {
  expect(
    screensOf(blocksOf('<Screen id="x" />\n\n<Screen id="y" />\n\n<Screen id="x" />')),
  ).toEqual(['x', 'y', 'x']);
});
