import type { RootContent } from 'mdast';
import { holdsOn, type Period } from '../schema/period.ts';
import { actionPartNames, type MdxComponentName } from '../schema/mdx-components.ts';
import { textAttribute } from './mdx-nodes.ts';

/** Components that stand for a whole numbered action, worded from the facts. */
export type ActionPart = (typeof actionPartNames)[number];

/** Components that stand for a part derived from the facts, outside of actions. */
export type DerivedPart = Extract<MdxComponentName, 'Options' | 'TestKey'>;

/** Who reads a piece: everybody, or those on pages with or without a partner. */
export type Audience = 'general' | 'partner';

/** A piece of a step, in the order of its file. */
export type StepBlock =
  | {
      readonly kind: 'actions';
      readonly items: readonly StepAction[];
      /** The numbered list itself. */
      readonly nodes: readonly [RootContent];
    }
  /** Lines of what to have ready: a list without numbers at the top of a step. */
  | { readonly kind: 'ready'; readonly items: readonly (readonly RootContent[])[] }
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'derived'; readonly part: DerivedPart }
  | { readonly kind: 'warning' | 'more'; readonly blocks: readonly StepBlock[] }
  | {
      readonly kind: 'only';
      /** Undefined where it is for every use case. */
      readonly useCases: readonly string[] | undefined;
      /** Undefined where it is for every page. */
      readonly audience: Audience | undefined;
      readonly period: Period;
      readonly blocks: readonly StepBlock[];
    }
  /** Paragraphs, lists and tables, as Markdown reads them. */
  | { readonly kind: 'prose'; readonly nodes: readonly RootContent[] };

/** One numbered action. */
export interface StepAction {
  /** What authors wrote; beside a derived part, what follows it. */
  readonly nodes: readonly RootContent[];
  readonly part: ActionPart | undefined;
}

const derivedParts: ReadonlySet<string> = new Set<DerivedPart>(['Options', 'TestKey']);
const actionParts: ReadonlySet<string> = new Set(actionPartNames);
const containers = { Warning: 'warning', More: 'more' } as const;

/**
 * Reads a step: its numbered actions, screens, warnings and folds, in reading order.
 *
 * Input: the nodes of its file, frontmatter left out. Output: its pieces. What the checks
 * refuse (unknown components, expressions) is left out. A list inside a warning or a fold
 * is prose: the actions of a step stand at its top.
 */
export function stepBlocksOf(nodes: readonly RootContent[]): StepBlock[] {
  return read(nodes, true);

  function read(siblings: readonly RootContent[], isTop: boolean): StepBlock[] {
    const blocks: StepBlock[] = [];
    let prose: RootContent[] = [];
    const closeProse = (): void => {
      if (prose.length > 0) blocks.push({ kind: 'prose', nodes: prose });
      prose = [];
    };
    for (const node of siblings) {
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
    if (isTop && node.type === 'list') {
      if (node.ordered !== true)
        return { kind: 'ready', items: node.children.map(({ children }) => children) };
      const items = node.children.map(({ children }): StepAction => {
        const part = partOf(children[0]);
        return { nodes: part === undefined ? children : children.slice(1), part };
      });
      return { kind: 'actions', items, nodes: [node] };
    }
    if (node.type !== 'mdxJsxFlowElement') return undefined;
    const name = node.name ?? '';
    if (name === 'Screen') return { kind: 'screen', screen: textAttribute(node, 'id') ?? '' };
    if (name === 'Only') {
      const useCases = textAttribute(node, 'for')?.split(/\s+/).filter(Boolean);
      const on = textAttribute(node, 'on');
      const audience = on === 'general' || on === 'partner' ? on : undefined;
      const period = { from: textAttribute(node, 'from'), until: textAttribute(node, 'until') };
      return { kind: 'only', useCases, audience, period, blocks: read(node.children, isTop) };
    }
    if (isDerivedPart(name)) return { kind: 'derived', part: name };
    if (isContainer(name)) return { kind: containers[name], blocks: read(node.children, false) };
    return undefined;
  }
}

function partOf(node: RootContent | undefined): ActionPart | undefined {
  if (node?.type !== 'mdxJsxFlowElement') return undefined;
  const name = node.name ?? '';
  return isActionPart(name) ? name : undefined;
}

function isActionPart(name: string): name is ActionPart {
  return actionParts.has(name);
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

/**
 * The pieces that a reader sees.
 *
 * Input: the pieces of a step; the ids of the use cases and the kind of page. Output: the same without
 * what is for others, and with nothing wrapped.
 */
export function blocksFor(
  blocks: readonly StepBlock[],
  useCases: readonly string[],
  audience: Audience,
): StepBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'only') {
      const isFor =
        (block.useCases?.some((id) => useCases.includes(id)) ?? true) &&
        (block.audience ?? audience) === audience;
      return isFor ? blocksFor(block.blocks, useCases, audience) : [];
    }
    return 'blocks' in block
      ? { ...block, blocks: blocksFor(block.blocks, useCases, audience) }
      : block;
  });
}

/** The pieces that stand there on a day, `2026-11-20`; those for some readers alone stay marked as such. */
export function blocksOn(blocks: readonly StepBlock[], day: string): StepBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'only' && !holdsOn(block.period, day)) return [];
    return 'blocks' in block ? { ...block, blocks: blocksOn(block.blocks, day) } : block;
  });
}

/** The days on which pieces change, in order, none twice; before the first of them they are as at any time. */
export function daysIn(blocks: readonly StepBlock[]): string[] {
  const days = everyBlock(blocks).flatMap((block) =>
    block.kind === 'only'
      ? [block.period.from, block.period.until].filter((day) => day !== undefined)
      : [],
  );
  return [...new Set(days)].sort();
}

/** A day before all others. */
export const firstDay = '0000-01-01';

/** The screens that a step places, in reading order, repeats included. */
export function screensOf(blocks: readonly StepBlock[]): string[] {
  return everyBlock(blocks).flatMap((block) => (block.kind === 'screen' ? [block.screen] : []));
}
