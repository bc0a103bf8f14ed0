import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { labelWords } from '../../derive/label-words.ts';
import { permissionSettings } from '../../derive/permission-settings.ts';
import type { Content, ExchangeFolder } from '../../content/content.ts';
import type { FilePlace } from '../../content/place.ts';
import { nodesOf, placeOfNode } from '../../markdown/mdx-nodes.ts';
import type { StepBlock } from '../../markdown/step-blocks.ts';
import type { Finding, Rule } from '../rule.ts';
import { hasLabel, saysOff, sentencesOf, switchedOn } from '../switching-on.ts';
import { textsOfData } from '../texts.ts';

export const neverOn: Rule = {
  meaning:
    'What a use case never switches on, no text switches on: in actions, points of the checklist, text alternatives and mends its label stands only in sentences that say so ("Leave Withdraw off", "Withdraw is off", "Set Withdraw to No access", "Never tick Withdraw"); nowhere does a text tell readers to switch on withdrawing, sending or paying, and no drawn box of it is on. Guides for leaving an exchange that closes are exempt.',
  mend: 'Write that it stays off, or leave the sentence out.',
  example: '1. Tick **Withdraw**, so that the tool can pay itself.',
  check: (content) =>
    content.exchanges.flatMap((exchange) => {
      if (exchange.facts?.value === undefined || exchange.facts.value.status.state !== 'active')
        return [];
      // Without the use cases, nobody knows which labels stay off.
      if (content.useCases?.value === undefined) return [];
      const never = neverLabels(exchange, content);
      const all = [...new Set([...never.values()].flat())];
      return [
        ...textsOf(exchange, never).flatMap((text) => findingOf(text) ?? []),
        ...drawnOn(exchange, all),
      ];
    }),
};

/** A text, with what stays off for those who read it. */
interface JudgedText {
  readonly text: string;
  /** Whether a label may stand in it only in a sentence that says off. */
  readonly strict: boolean;
  readonly labels: readonly string[];
  place(): FilePlace;
}

function findingOf({ text, strict, labels, place }: JudgedText): Finding | undefined {
  for (const sentence of sentencesOf(text)) {
    const on = switchedOn(sentence, labels);
    if (on !== undefined)
      return {
        ...place(),
        message: `"${shortened(sentence)}" tells readers to switch on "${on}", which stays off.`,
        help: 'Write that it stays off, such as "Leave it off", or leave the sentence out.',
      };
    const named = strict
      ? labels.find((label) => hasLabel(sentence, label) && !saysOff(sentence, label))
      : undefined;
    if (named !== undefined)
      return {
        ...place(),
        message: `"${shortened(sentence)}" names "${named}", which stays off, and does not say so.`,
        help: `Write "Leave ${named} off", "${named} is off", "Set ${named} to No access" or "Never switch ${named} on", or do not name it here.`,
      };
  }
  return undefined;
}

function shortened(sentence: string): string {
  return sentence.length <= 80 ? sentence : `${sentence.slice(0, 79)}…`;
}

/** The labels that each served use case never switches on, also without what stands in brackets. */
function neverLabels(
  { facts }: ExchangeFolder,
  { useCases }: Content,
): ReadonlyMap<string, string[]> {
  const permissions = facts?.value?.permissions;
  return new Map(
    (useCases?.value ?? []).flatMap((useCase): [string, string[]][] => {
      const settings =
        permissions === undefined ? undefined : permissionSettings(permissions, useCase);
      if (settings?.served !== true) return [];
      const rows = settings.rows.filter(({ setting }) => setting === 'never');
      const labels = rows.flatMap(({ permission: { label } }) => [
        label,
        label.replace(/ \(.*\)$/, ''),
      ]);
      return [[useCase.id, [...new Set(labels)]]];
    }),
  );
}

/** Every text that tells readers something. What the exchange itself shows is no advice. */
function textsOf(
  { facts, guide, screens, steps }: ExchangeFolder,
  never: ReadonlyMap<string, string[]>,
): JudgedText[] {
  const all = [...new Set([...never.values()].flat())];
  const data = [facts, guide, screens].flatMap((file) =>
    file === undefined ? [] : textsOfData(file),
  );
  return [
    ...data
      .filter(({ path }) => isAdvice(path ?? []))
      .map((piece) => ({
        text: piece.text,
        strict: isStrict(piece.path ?? []),
        labels: all,
        place: () => ({ file: piece.file, line: piece.line, column: piece.column }),
      })),
    ...steps.flatMap(({ name, path, blocks }) =>
      ofBlocks(blocks, path, all, never).map((piece) =>
        name === 'create-subaccount' ? { ...piece, text: withoutOpening(piece.text) } : piece,
      ),
    ),
  ];
}

/**
 * Buttons that open a sub-account, and its usual type, hold the label of a permission at
 * some exchanges ("Create Subaccount"), and grant nothing.
 */
function withoutOpening(text: string): string {
  return text.replaceAll(/\b(?:create|standard) sub-? ?accounts?\b/gi, 'account');
}

const quoted = new Set(['label', 'value', 'address', 'url', 'match', 'messages', 'id']);

function isAdvice(path: readonly PropertyKey[]): boolean {
  return (
    path[0] !== 'sources' &&
    path[0] !== 'names' &&
    path[0] !== 'signing' &&
    !path.includes('blocks') &&
    !quoted.has(String(path.findLast((part) => typeof part === 'string')))
  );
}

function isStrict(path: readonly PropertyKey[]): boolean {
  return (
    (path[0] === 'checklist' && path.at(-1) === 'text') ||
    ['alt', 'mend'].includes(String(path.at(-1)))
  );
}

function ofBlocks(
  blocks: readonly StepBlock[],
  file: string,
  labels: readonly string[],
  never: ReadonlyMap<string, string[]>,
): JudgedText[] {
  const judged = (node: RootContent, strict: boolean): JudgedText[] =>
    nodesOf(node)
      .filter(({ type }) => type === 'paragraph' || type === 'tableRow' || type === 'heading')
      .map((part) => ({
        text:
          part.type === 'tableRow'
            ? part.children.map((cell) => toString(cell)).join(' is ')
            : toString(part),
        strict: strict && part.type !== 'tableRow',
        labels,
        place: () => ({ file, ...placeOfNode(part) }),
      }));
  return blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.nodes.flatMap((node) => judged(node, true));
    if (block.kind === 'prose') return block.nodes.flatMap((node) => judged(node, false));
    if (block.kind === 'only') {
      const theirs = [
        ...new Set((block.useCases ?? [...never.keys()]).flatMap((id) => never.get(id) ?? [])),
      ];
      return ofBlocks(block.blocks, file, theirs, never);
    }
    return 'blocks' in block ? ofBlocks(block.blocks, file, labels, never) : [];
  });
}

/** Boxes and options that are drawn as on. */
function drawnOn({ screens }: ExchangeFolder, labels: readonly string[]): Finding[] {
  return (screens === undefined ? [] : textsOfData(screens)).flatMap((piece): Finding[] => {
    const path = piece.path ?? [];
    const block = valueAt(screens?.value, path.slice(0, -1));
    if (path.at(-1) !== 'label' || typeof block !== 'object' || block === null) return [];
    const isOn =
      ('checked' in block && block.checked === true) ||
      ('chosen' in block && block.chosen === true);
    const label = isOn
      ? (labels.find((never) => hasLabel(piece.text, never)) ?? labelWords(piece.text).get('out'))
      : undefined;
    return label === undefined
      ? []
      : [
          {
            file: piece.file,
            line: piece.line,
            column: piece.column,
            message: `The drawn "${piece.text}" is on, and "${label}" stays off.`,
            help: 'Draw it as off, or leave it out: the block "permissions" draws what is set.',
          },
        ];
  });
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}
