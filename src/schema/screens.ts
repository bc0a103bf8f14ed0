import { z } from 'astro/zod';
import { sourceIdsSchema } from './source.ts';
import {
  httpsUrlSchema,
  idSchema,
  labelSchema,
  monthSchema,
  quoteSchema,
  wordsSchema,
} from './text.ts';

/**
 * Drawn screens: one dialog or page of an exchange as typed blocks. Blocks that
 * show facts (permissions, addresses, key label, credentials) hold no values of
 * their own; they are filled from the facts and the settings of the page's use
 * case, so that picture, table and text cannot disagree.
 */

const markSchema = z
  .int()
  .positive()
  .max(9)
  .optional()
  .describe('Number of the action in the step that this part of the picture belongs to.');

/** A label as the screen of the exchange shows it. */
const shownSchema = labelSchema.describe('Text as the exchange shows it.');
const optionalLabelSchema = labelSchema.optional().describe('Text beside or above it, if any.');

const menuItemSchema = z.strictObject({ label: shownSchema, mark: markSchema });

const leafBlocks = [
  z.strictObject({
    type: z.literal('heading').describe('A heading.'),
    text: quoteSchema.describe('Text as the exchange shows it.'),
  }),
  z.strictObject({
    type: z.literal('text').describe('A line of text.'),
    text: quoteSchema.describe('Text as the exchange shows it.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z
      .literal('address-bar')
      .describe('The address bar of the browser, with the address of the screen.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('filler').describe('Grey lines for content that does not matter here.'),
    lines: z.int().positive().max(4).default(2).describe('How many.'),
  }),
  z.strictObject({
    type: z.literal('field').describe('A field in which the reader types.'),
    label: shownSchema,
    value: labelSchema.optional().describe('What is typed in; never a real credential.'),
    hidden: z.boolean().default(false).describe('Whether the value shows as dots.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('key-label').describe('Field for the name of the key.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('choice').describe('Options of which one is chosen.'),
    label: optionalLabelSchema,
    options: z
      .array(
        z.strictObject({
          label: shownSchema,
          chosen: z.boolean().default(false).describe('Whether it is the one that is chosen.'),
          mark: markSchema,
        }),
      )
      .min(2)
      .describe('Each with `label`, `chosen` and `mark`.'),
  }),
  z.strictObject({
    type: z.literal('select').describe('A closed drop-down list.'),
    label: shownSchema,
    value: labelSchema.describe('What is chosen.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('permissions').describe('The list of permissions, filled from the settings.'),
    label: optionalLabelSchema,
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('addresses').describe('The address allowlist, filled from the facts.'),
    choiceMark: markSchema.describe(
      'Number of the action that chooses to bind, if there is a choice.',
    ),
    mark: markSchema.describe('Number of the action that enters the addresses.'),
    choice: z
      .enum(['above', 'below'])
      .default('above')
      .describe('Where the choice to bind stands, if there is one: above the field, or below.'),
  }),
  z.strictObject({
    type: z.literal('credentials').describe('The values to save, with fake contents.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('notice').describe('A box with a remark or a warning of the exchange.'),
    tone: z.enum(['info', 'warning']).default('info').describe('How it looks.'),
    text: quoteSchema.describe('Text as the exchange shows it.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('checkbox').describe('A box or a switch that grants no permission.'),
    look: z.enum(['box', 'switch']).default('box').describe('How it looks.'),
    label: shownSchema,
    checked: z.boolean().default(false).describe('Whether it is ticked or on.'),
    mark: markSchema,
  }),
  z.strictObject({
    type: z.literal('row').describe('A line of a list, such as an existing key with its actions.'),
    label: shownSchema,
    actions: z.array(menuItemSchema).min(1).describe('Each with `label` and `mark`.'),
  }),
  z.strictObject({
    type: z.literal('buttons').describe('Buttons in a row.'),
    items: z
      .array(
        z.strictObject({
          label: shownSchema,
          primary: z.boolean().default(false).describe('Whether it stands out.'),
          mark: markSchema,
        }),
      )
      .min(1)
      .describe('Each with `label`, `primary` and `mark`.'),
  }),
] as const;

const leafSchema = z.discriminatedUnion('type', leafBlocks);

const dialogSchema = z.strictObject({
  type: z.literal('dialog').describe('A box over the page.'),
  title: shownSchema,
  blocks: z.array(leafSchema).min(1).describe('What stands in it, from top to bottom.'),
});

const pageSchema = z.strictObject({
  type: z.literal('page').describe('A page with a menu beside it or dropped down.'),
  menu: z
    .strictObject({
      placement: z.enum(['side', 'dropdown']).describe('Beside the page, or dropped down.'),
      title: menuItemSchema.optional().describe('What is clicked to open it.'),
      items: z.array(menuItemSchema).min(1).describe('Each with `label` and `mark`.'),
    })
    .optional()
    .describe('Its `placement`, `title` and `items`.'),
  title: labelSchema.optional().describe('Heading of the page, if any.'),
  blocks: z.array(leafSchema).default([]).describe('What stands in it, from top to bottom.'),
});

const blockSchema = z.discriminatedUnion('type', [...leafBlocks, dialogSchema, pageSchema]);

export const screenSchema = z.strictObject({
  id: idSchema.describe('Name by which steps place it.'),
  address: httpsUrlSchema.describe('Address that the browser shows; on an official domain.'),
  alt: wordsSchema.describe(
    'What the picture tells the reader to do, for those who do not see it.',
  ),
  blocks: z.array(blockSchema).min(1).describe('From top to bottom.'),
  note: wordsSchema.optional().describe('What is known to differ, such as older labels.'),
  seen: monthSchema
    .optional()
    .describe('Month in which the newest published picture of the dialog shows it.'),
  described: monthSchema
    .optional()
    .describe(
      'Month of the newest text that names its labels, where it is newer than any picture.',
    ),
  sources: sourceIdsSchema,
});

/** The content of screens.yaml. */
export const screensSchema = z.strictObject({ screens: z.array(screenSchema).min(1) });

export type Screen = z.infer<typeof screenSchema>;
export type Block = Screen['blocks'][number];
export type LeafBlock = z.infer<typeof leafSchema>;
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;
export type MenuItem = z.infer<typeof menuItemSchema>;

/** Whether a block is of a type, or has one of it inside. */
export function holdsBlock(block: Block, type: Block['type']): boolean {
  if (block.type === type) return true;
  return (
    (block.type === 'page' || block.type === 'dialog') &&
    block.blocks.some((inner) => holdsBlock(inner, type))
  );
}

/** Every number that a screen marks, in reading order, repeats included. */
export function marksOf(screen: Screen): number[] {
  return screen.blocks.flatMap(marksOfBlock);
}

function marksOfBlock(block: Block): number[] {
  const own = 'mark' in block && block.mark !== undefined ? [block.mark] : [];
  switch (block.type) {
    case 'page': {
      const menu = block.menu
        ? [...(block.menu.title ? [block.menu.title] : []), ...block.menu.items]
        : [];
      return [...marksOfItems(menu), ...block.blocks.flatMap(marksOfBlock)];
    }
    case 'dialog':
      return block.blocks.flatMap(marksOfBlock);
    case 'choice':
      return marksOfItems(block.options);
    case 'addresses':
      return [...marksOfItems([{ mark: block.choiceMark }]), ...own];
    case 'row':
      return marksOfItems(block.actions);
    case 'buttons':
      return marksOfItems(block.items);
    default:
      return own;
  }
}

function marksOfItems(items: readonly { mark?: number | undefined }[]): number[] {
  return items.flatMap((item) => (item.mark === undefined ? [] : [item.mark]));
}
