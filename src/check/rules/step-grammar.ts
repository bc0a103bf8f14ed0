import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import {
  type Content,
  type ExchangeFolder,
  groupsOf,
  type StepFile,
} from '../../content/content.ts';
import type { FilePlace } from '../../content/place.ts';
import { wordsIn } from '../../i18n/phrase.ts';
import { placeOfNode } from '../../markdown/mdx-nodes.ts';
import {
  type Audience,
  blocksFor,
  blocksOn,
  daysIn,
  everyBlock,
  firstDay,
  type StepBlock,
} from '../../markdown/step-blocks.ts';
import { stepLimits } from '../../site/budgets.ts';
import { isStepId, stepTable } from '../../vocabulary/steps.ts';
import type { Finding, Rule } from '../rule.ts';

export const stepGrammar: Rule = {
  meaning: `A step that creates the key is, in this order, one warning at most (${stepLimits.warningWords} words), one numbered list (1 to ${stepLimits.actions} actions of ${stepLimits.actionWords} words at most, counted through where steps are shown under one title), its screens (${stepLimits.screens} at most) and one fold; what to have ready is one list without numbers (1 to ${stepLimits.ready} lines) and one fold. Everything else stands in the fold, <More>.`,
  mend: 'Move what is no action into <More>, or shorten it.',
  example: 'A paragraph between two actions, or a step with seven actions.',
  check: (content) =>
    content.exchanges.flatMap((exchange) => [
      ...exchange.steps.flatMap(orderIn),
      ...groupsOf(exchange).flatMap((steps) => countsIn(steps, exchange, content)),
    ]),
};

/** What may stand at the top of a step that creates the key, in order. */
const pathOrder = ['warning', 'actions', 'screen', 'more'] as const;
const readyOrder = ['ready', 'more'] as const;

const words: Readonly<Record<StepBlock['kind'], string>> = {
  warning: 'a warning',
  actions: 'a numbered list',
  screen: 'a screen',
  more: 'a fold',
  ready: 'a list without numbers',
  prose: 'text',
  derived: 'a derived part',
  only: 'a part for some readers',
};

function orderOf({ name }: StepFile): readonly StepBlock['kind'][] | undefined {
  if (name === 'check-account') return readyOrder;
  return isStepId(name) && stepTable[name].phase === 'create' ? pathOrder : undefined;
}

/** What stands at the wrong place, or does not belong there at all. */
function orderIn(step: StepFile): Finding[] {
  const order = orderOf(step);
  if (order === undefined || step.mdx.tree === undefined) return [];
  const findings: Finding[] = [];
  let reached = 0;
  const read = (blocks: readonly StepBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === 'only') {
        read(block.blocks);
        continue;
      }
      const place = order.indexOf(block.kind);
      if (place < 0)
        findings.push({
          ...placeIn(step, block),
          message: `The step "${step.name}" has ${words[block.kind]} outside of its fold; expected ${order.map((kind) => words[kind]).join(', then ')}.`,
          help: 'Move it into <More>; if readers must do it, make it an action.',
        });
      else if (place < reached)
        findings.push({
          ...placeIn(step, block),
          message: `The step "${step.name}" has ${words[block.kind]} after ${words[order[reached] ?? 'more']}; expected ${order.map((kind) => words[kind]).join(', then ')}.`,
          help: 'Put the parts into this order.',
        });
      reached = Math.max(reached, place);
      if (block.kind === 'more' || block.kind === 'warning')
        findings.push(...insideOf(step, block));
    }
  };
  read(step.blocks);
  return findings;
}

/** Screens, warnings and folds stand at the top alone. */
function insideOf(
  step: StepFile,
  block: StepBlock & { readonly blocks: readonly StepBlock[] },
): Finding[] {
  return everyBlock(block.blocks)
    .filter(({ kind }) => kind === 'screen' || kind === 'warning' || kind === 'more')
    .map((inner) => ({
      ...placeIn(step, inner),
      message: `The step "${step.name}" has ${words[inner.kind]} within ${words[block.kind]}; expected text.`,
      help: 'Put it at the top of the step, or leave it out.',
    }));
}

/** What is too much on a page, for any use case with or without a partner, on any day. */
function countsIn(
  steps: readonly StepFile[],
  exchange: ExchangeFolder,
  content: Content,
): Finding[] {
  const [first] = steps;
  if (first === undefined || steps.some((step) => orderOf(step) === undefined)) return [];
  if (steps.some(({ mdx, value }) => mdx.tree === undefined || value === undefined)) return [];
  const found = new Map<string, Finding>();
  const useCases = content.useCases?.value ?? [];
  for (const day of [firstDay, ...daysIn(steps.flatMap(({ blocks }) => blocks))])
    for (const useCase of useCases.map(({ id }) => id))
      for (const audience of ['general', 'partner'] as const)
        for (const finding of countsFor(steps, { useCase, audience, day }))
          found.set(`${finding.file}:${finding.line}:${finding.message}`, finding);
  return exchange.facts?.value?.status.state === 'active' ? [...found.values()] : [];
}

interface Reader {
  readonly useCase: string;
  readonly audience: Audience;
  readonly day: string;
}

function countsFor(steps: readonly StepFile[], { useCase, audience, day }: Reader): Finding[] {
  const shown = steps.filter(({ value }) => value?.useCases?.includes(useCase) ?? true);
  const [first] = shown;
  if (first === undefined) return [];
  const blocks = shown.flatMap((step) =>
    blocksFor(blocksOn(step.blocks, day), [useCase], audience).map((block) => ({ step, block })),
  );
  const count = (kind: StepBlock['kind']): number =>
    blocks.filter(({ block }) => block.kind === kind).length;
  const name = shown.map((step) => step.name).join(', ');
  const top = (): FilePlace => first.at(['title']);
  const help = 'Shorten it, or move what is no action into <More>.';
  const actions = blocks.flatMap(({ step, block }) =>
    block.kind === 'actions' ? block.items.map((item) => ({ step, item })) : [],
  );
  const lines = blocks.flatMap(({ block }) => (block.kind === 'ready' ? block.items : []));
  const isReady = first.name === 'check-account';
  const findings: Finding[] = [];
  if (isReady) {
    if (lines.length < 1 || lines.length > stepLimits.ready)
      findings.push({
        ...top(),
        message: `The step "${name}" lists ${lines.length} things to have ready; expected 1 to ${stepLimits.ready}.`,
        help: 'One short line for each thing: "- Your authenticator app".',
      });
  } else if (actions.length < 1 || actions.length > stepLimits.actions)
    findings.push({
      ...top(),
      message: `The step "${name}" has ${actions.length} actions for "${useCase}"; expected 1 to ${stepLimits.actions}.`,
      help: 'Join actions on one thing, or make it two steps.',
    });
  if (count('screen') > stepLimits.screens)
    findings.push({
      ...top(),
      message: `The step "${name}" draws ${count('screen')} screens; expected ${stepLimits.screens} at most.`,
      help: 'Draw what follows as a dialog of the same screen, or leave out what tells nothing.',
    });
  for (const kind of ['warning', 'more'] as const)
    if (count(kind) > (kind === 'more' ? shown.length : 1))
      findings.push({
        ...top(),
        message: `The step "${name}" has ${count(kind)} parts of the kind "${kind}"; expected one.`,
        help: 'Join them, or leave out the lesser one.',
      });
  for (const { step, block } of blocks)
    if (block.kind === 'warning') {
      const found = wordsIn(textOf(block.blocks));
      if (found > stepLimits.warningWords)
        findings.push({
          ...placeIn(step, block),
          message: `The warning has ${found} words; expected ${stepLimits.warningWords} at most.`,
          help,
        });
    }
  for (const { step, item } of actions) {
    const found = wordsIn(item.nodes.map((node) => toString(node)).join(' '));
    if (found > stepLimits.actionWords)
      findings.push({
        ...placeOf(step, item.nodes),
        message: `The action has ${found} words; expected about 20, and ${stepLimits.actionWords} at most.`,
        help,
      });
  }
  return findings;
}

function textOf(blocks: readonly StepBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'prose' ? block.nodes.map((node) => toString(node)) : []))
    .join(' ');
}

function placeIn(step: StepFile, block: StepBlock): FilePlace {
  if ('nodes' in block) return placeOf(step, block.nodes);
  if ('blocks' in block) {
    const [inner] = block.blocks;
    return inner === undefined ? step.at(['title']) : placeIn(step, inner);
  }
  return block.kind === 'ready' ? placeOf(step, block.items[0] ?? []) : step.at(['title']);
}

function placeOf(step: StepFile, nodes: readonly RootContent[]): FilePlace {
  const [node] = nodes;
  return node === undefined ? step.at(['title']) : { file: step.path, ...placeOfNode(node) };
}
