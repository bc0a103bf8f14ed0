import type { ExchangeFolder } from '../../content/content.ts';
import { everyBlock, type StepBlock } from '../../markdown/step-blocks.ts';
import type { StepId } from '../../vocabulary/steps.ts';
import type { Finding, Rule } from '../rule.ts';

/** The actions that are worded from the facts, and the step that each belongs to. */
const places = [
  { part: 'KeyLabel', step: undefined },
  { part: 'Addresses', step: 'restrict-ip' },
  { part: 'Permissions', step: 'set-permissions' },
  { part: 'Credentials', step: 'save-credentials' },
] as const satisfies { part: string; step: StepId | undefined }[];

export const stepParts: Rule = {
  meaning:
    'The actions that are worded from the facts stand in a guide, each in its step: <Permissions /> in set-permissions, <Addresses /> in restrict-ip, <Credentials /> in save-credentials, <KeyLabel /> in one step where the form has a field for the name; and <TestKey /> in test-key where there is a recipe.',
  mend: 'Write the component as an action of its own, in place of own words for it.',
  example: '1. Enter the addresses. (in place of 1. <Addresses />)',
  check: ({ exchanges }) => exchanges.flatMap(findingsIn),
};

function findingsIn({ facts, guide, steps }: ExchangeFolder): Finding[] {
  if (facts?.value?.status.state !== 'active' || guide?.value === undefined) return [];
  const isRead =
    guide.value.order.every((id) => steps.some(({ name }) => name === id)) &&
    steps.every(({ mdx }) => mdx.tree !== undefined);
  if (!isRead) return [];
  const { labelField, signing } = facts.value;
  const missing = places.flatMap(({ part, step }): Finding[] => {
    if (part === 'KeyLabel' && labelField === undefined) return [];
    const holding = steps.filter(({ blocks }) =>
      everyBlock(blocks).some((block) => partsOf(block).includes(part)),
    );
    const right = step ?? holding[0]?.name;
    const wrong = holding.find(({ name }) => name !== right);
    const file =
      steps.find(({ name }) => name === right) ?? steps.find(({ name }) => name === 'create-key');
    if (wrong !== undefined)
      return [
        {
          ...wrong.at(['title']),
          message: `<${part} /> stands in "${wrong.name}"; expected it in "${right ?? ''}" alone.`,
          help: 'Move it there: readers follow it once.',
        },
      ];
    if (holding.length > 0 || file === undefined) return [];
    return [
      {
        ...file.at(['title']),
        message: `The step "${file.name}" has no action <${part} />.`,
        help: `Write "1. <${part} />": it says what to do from the facts, also on the pages of partners.`,
      },
    ];
  });
  const test = steps.find(({ name }) => name === 'test-key');
  const hasPrograms =
    test !== undefined &&
    everyBlock(test.blocks).some((block) => block.kind === 'derived' && block.part === 'TestKey');
  return signing === undefined || test === undefined || hasPrograms
    ? missing
    : [
        ...missing,
        {
          ...test.at(['title']),
          message: 'The step "test-key" has no <TestKey />, although signing.yaml has a recipe.',
          help: 'Write <TestKey />: it offers the programs.',
        },
      ];
}

function partsOf(block: StepBlock): readonly string[] {
  return block.kind === 'actions' ? block.items.flatMap(({ part }) => part ?? []) : [];
}
