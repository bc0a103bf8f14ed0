import type { RootContent } from 'mdast';
import type { MdxComponentName } from '../schema/mdx-components.ts';
import { textAttribute } from './mdx-nodes.ts';

/** Components that stand for a part derived from the facts. */
export type DerivedPart = Extract<
  MdxComponentName,
  'Addresses' | 'Credentials' | 'Options' | 'Permissions' | 'TestKey'
>;

/** A piece of a step, in the order of its file. */
export type StepBlock =
  | {
      readonly kind: 'actions';
      readonly items: readonly StepAction[];
      /** The numbered list itself. */
      readonly nodes: readonly [RootContent];
    }
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'derived'; readonly part: DerivedPart }
  | {
      readonly kind: 'note' | 'warning' | 'more';
      readonly blocks: readonly StepBlock[];
    }
  | {
      readonly kind: 'only';
      readonly useCases: readonly string[];
      readonly blocks: readonly StepBlock[];
    }
  /** Paragraphs, lists and tables, as Markdown reads them. */
  | { readonly kind: 'prose'; readonly nodes: readonly RootContent[] };

/** One numbered action. */
export interface StepAction {
  readonly nodes: readonly RootContent[];
}

const derivedParts: ReadonlySet<string> = new Set<DerivedPart>([
  'Addresses',
  'Credentials',
  'Options',
  'Permissions',
  'TestKey',
]);

const containers = { Note: 'note', Warning: 'warning', More: 'more' } as const;

/**
 * Reads a step: its numbered actions, screens, warnings and folds, in reading order.
 *
 * Input: the nodes of its file, frontmatter left out. Output: its pieces. What the checks
 * refuse (unknown components, expressions) is left out. A numbered list inside a note, a
 * warning or a fold is prose: the actions of a step stand at its top.
 */
export function stepBlocksOf(nodes: readonly RootContent[], isTop = true): StepBlock[] {
  const blocks: StepBlock[] = [];
  let prose: RootContent[] = [];
  const closeProse = (): void => {
    if (prose.length > 0) blocks.push({ kind: 'prose', nodes: prose });
    prose = [];
  };
  for (const node of nodes) {
    const block = blockOf(node, isTop);
    if (block !== undefined) {
      closeProse();
      blocks.push(block);
    } else if (isText(node)) prose.push(node);
  }
  closeProse();
  return blocks;
}

function blockOf(node: RootContent, isTop: boolean): StepBlock | undefined {
  if (isTop && node.type === 'list' && node.ordered === true) {
    return {
      kind: 'actions',
      items: node.children.map(({ children }) => ({ nodes: children })),
      nodes: [node],
    };
  }
  if (node.type !== 'mdxJsxFlowElement') return undefined;
  const name = node.name ?? '';
  if (name === 'Screen') return { kind: 'screen', screen: textAttribute(node, 'id') ?? '' };
  if (name === 'Only') {
    const useCases = (textAttribute(node, 'for') ?? '').split(/\s+/).filter(Boolean);
    return { kind: 'only', useCases, blocks: stepBlocksOf(node.children, isTop) };
  }
  if (isDerivedPart(name)) return { kind: 'derived', part: name };
  if (isContainer(name))
    return { kind: containers[name], blocks: stepBlocksOf(node.children, false) };
  return undefined;
}

function isDerivedPart(name: string): name is DerivedPart {
  return derivedParts.has(name);
}

function isContainer(name: string): name is keyof typeof containers {
  return Object.hasOwn(containers, name);
}

/** Whether a node is text: neither frontmatter nor anything of a program, which the checks refuse. */
function isText({ type }: RootContent): boolean {
  return !/^(?:yaml|html|mdx)/.test(type);
}

/** Every piece of a step with those inside others, in reading order. */
export function everyBlock(blocks: readonly StepBlock[]): StepBlock[] {
  return blocks.flatMap((block) => [block, ...('blocks' in block ? everyBlock(block.blocks) : [])]);
}

/** The pieces that a reader with one use case sees. */
export function blocksFor(blocks: readonly StepBlock[], useCase: string): StepBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'only')
      return block.useCases.includes(useCase) ? blocksFor(block.blocks, useCase) : [];
    return 'blocks' in block ? { ...block, blocks: blocksFor(block.blocks, useCase) } : block;
  });
}

/** The screens that a step places, in reading order, repeats included. */
export function screensOf(blocks: readonly StepBlock[]): string[] {
  return everyBlock(blocks).flatMap((block) => (block.kind === 'screen' ? [block.screen] : []));
}
