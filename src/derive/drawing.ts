import type { Exchange } from '../schema/exchange.ts';
import type { Block, BlockOf, LeafBlock, MenuItem, Screen } from '../schema/screens.ts';
import { exampleAddresses, formatAddresses } from './allowlist.ts';
import type { GuidePage, PagePartner } from './guide-page.ts';
import type { PermissionRow } from './permission-settings.ts';
import { hostOnSite } from './words-instead.ts';

/**
 * A screen as a page draws it: cropped to what carries a number, with its neighbours, and
 * filled with the facts and settings of the page. Numbers are those of the actions beside it.
 */

/** A place to choose from: radio buttons, or boxes to tick. */
export interface DrawnOption {
  readonly label: string;
  readonly isChosen: boolean;
}

/** A box, switch or role of the list of permissions. */
export interface DrawnBox {
  readonly label: string;
  readonly isOn: boolean;
  readonly isNever: boolean;
  /** Its levels, where it is on and has some. */
  readonly levels: readonly DrawnOption[];
}

type DrawnShape = 'box' | 'switch' | 'radio';

/** One row of a drawing. */
export type DrawnRow = {
  /** Of the action that it belongs to; undefined where none does. */
  readonly number: number | undefined;
  /** Whether the number stands beside it: of several rows with one number, beside the first. */
  readonly showsNumber?: boolean;
} & (
  | { readonly kind: 'address-bar'; readonly host: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | {
      readonly kind: 'field';
      readonly label: string;
      readonly value: string;
      readonly isList: boolean;
      /** Whether the value is a partner's. */
      readonly isTheirs: boolean;
    }
  | {
      readonly kind: 'options';
      readonly label: string | undefined;
      readonly shape: 'radio' | 'box';
      readonly options: readonly DrawnOption[];
    }
  | {
      readonly kind: 'boxes';
      readonly shape: DrawnShape;
      readonly label: string | undefined;
      readonly boxes: readonly DrawnBox[];
    }
  | { readonly kind: 'buttons'; readonly items: readonly DrawnItem[] }
  /** What is clicked to open a menu: drawn as a picture of a person where it is one. */
  | { readonly kind: 'opener'; readonly label: string; readonly isIcon: boolean }
  | { readonly kind: 'menu'; readonly items: readonly DrawnItem[] }
);

/** A button or an entry of a menu; marked where an action names it. */
export interface DrawnItem {
  readonly label: string;
  readonly isMarked: boolean;
}

/** A page or a window. */
export interface DrawnPane {
  readonly rows: readonly DrawnRow[];
  /** Whether the screen goes on below what is drawn. */
  readonly isCut: boolean;
}

/** What fills a drawing. */
export interface DrawingFacts extends Pick<
  GuidePage,
  'exchange' | 'guide' | 'partner' | 'settings' | 'site'
> {
  /** What stands in place of credentials. */
  readonly fake: { readonly 'api-key': string; readonly other: string };
}

const dots = '••••••••';
/** Rows of a list of permissions that stay off, at most: the picture is no copy of the form. */
const mostOffRows = 6;

/**
 * Draws a screen.
 *
 * Input: the screen; how many actions stand beside it, whose numbers its marks are; what
 * fills it. Output: its pages and windows, each cropped; one at least. Throws where a screen
 * draws the field for the key's name and the facts have none.
 */
export function drawnPanes(screen: Screen, actions: number, facts: DrawingFacts): DrawnPane[] {
  const panes = panesOf(
    screen,
    (mark) => (mark !== undefined && mark <= actions ? mark : undefined),
    facts,
  );
  const cropped = panes.flatMap((rows) => croppedPane(rows) ?? []);
  const [first] = panes;
  // A screen without a number tells nothing, which a check reports; it is drawn all the same.
  return cropped.length > 0 || first === undefined
    ? cropped
    : [{ rows: first.flatMap((row) => row ?? []).slice(0, 4), isCut: first.length > 4 }];
}

/** A row; undefined for what is never drawn, which only tells that the screen goes on. */
type RowOrGap = DrawnRow | undefined;
type NumberOf = (mark: number | undefined) => number | undefined;

function panesOf(screen: Screen, numberOf: NumberOf, facts: DrawingFacts): RowOrGap[][] {
  const panes: RowOrGap[][] = [[]];
  for (const block of screen.blocks) {
    if (block.type === 'dialog') {
      const rows = block.blocks.flatMap((inner) => rowsOf(inner, screen, numberOf, facts));
      panes.push([{ kind: 'heading', text: block.title, number: undefined }, ...rows], []);
    } else {
      // A page that follows another is the next window.
      if (
        block.type === 'page' &&
        panes.at(-1)?.some((row) => row?.kind !== 'address-bar') === true
      )
        panes.push([]);
      panes.at(-1)?.push(...rowsOfBlock(block, screen, numberOf, facts));
    }
  }
  return panes.filter((rows) => rows.length > 0);
}

function rowsOfBlock(
  block: Exclude<Block, BlockOf<'dialog'>>,
  screen: Screen,
  numberOf: NumberOf,
  facts: DrawingFacts,
): RowOrGap[] {
  if (block.type !== 'page') return rowsOf(block, screen, numberOf, facts);
  const { menu, title } = block;
  const heading: RowOrGap[] =
    title === undefined ? [] : [{ kind: 'heading', text: title, number: undefined }];
  const opener: RowOrGap[] =
    menu?.title === undefined
      ? []
      : [
          {
            kind: 'opener',
            label: menu.title.label,
            isIcon: /^\(.*\)$/.test(menu.title.label),
            number: numberOf(menu.title.mark),
          },
        ];
  return [
    ...opener,
    ...(menu === undefined ? [] : [menuRow(menu.items, numberOf)]),
    ...heading,
    ...block.blocks.flatMap((inner) => rowsOf(inner, screen, numberOf, facts)),
  ];
}

/** The marked entry of a menu with those beside it. */
function menuRow(items: readonly MenuItem[], numberOf: NumberOf): RowOrGap {
  const at = items.findIndex(({ mark }) => numberOf(mark) !== undefined);
  if (at < 0) return undefined;
  return {
    kind: 'menu',
    number: numberOf(items[at]?.mark),
    items: items
      .slice(Math.max(0, at - 1), at + 2)
      .map((item) => ({ label: item.label, isMarked: item === items[at] })),
  };
}

function rowsOf(
  block: LeafBlock,
  screen: Screen,
  numberOf: NumberOf,
  facts: DrawingFacts,
): RowOrGap[] {
  const { exchange, partner } = facts;
  switch (block.type) {
    case 'filler':
      return [undefined];
    case 'heading':
      return [{ kind: 'heading', text: block.text, number: undefined }];
    case 'address-bar':
      return [
        {
          kind: 'address-bar',
          host: hostOnSite(facts, new URL(screen.address).host),
          number: numberOf(block.mark),
        },
      ];
    case 'text':
    case 'notice':
      return [{ kind: block.type, text: block.text, number: numberOf(block.mark) }];
    case 'field':
      return [field(block.label, block.hidden ? dots : (block.value ?? ''), numberOf(block.mark))];
    case 'select':
      return [{ ...field(block.label, block.value, numberOf(block.mark)), isList: true }];
    case 'key-label':
      return [keyLabelRow(exchange, partner, numberOf(block.mark))];
    case 'credentials':
      return exchange.credentials.items
        .filter(({ delivery }) => delivery !== 'pasted')
        .map(({ label, role }) =>
          field(
            label,
            role === 'api-key' ? facts.fake['api-key'] : facts.fake.other,
            numberOf(block.mark),
          ),
        );
    case 'choice':
      return [
        {
          kind: 'options',
          shape: 'radio',
          label: block.label,
          options: block.options.map(({ label, chosen }) => ({ label, isChosen: chosen })),
          number: numberOf(block.options.find(({ mark }) => numberOf(mark) !== undefined)?.mark),
        },
      ];
    case 'checkbox':
      return [
        {
          kind: 'boxes',
          shape: block.look,
          label: undefined,
          boxes: [{ label: block.label, isOn: block.checked, isNever: false, levels: [] }],
          number: numberOf(block.mark),
        },
      ];
    case 'addresses':
      return addressRows(block, numberOf, facts);
    case 'permissions':
      return permissionRows(block, numberOf, facts);
    case 'row':
      return [
        { kind: 'text', text: block.label, number: undefined },
        ...buttonRows(block.actions, numberOf),
      ];
    case 'buttons':
      return buttonRows(block.items, numberOf);
  }
}

function field(
  label: string,
  value: string,
  number: number | undefined,
): DrawnRow & { kind: 'field' } {
  return { kind: 'field', label, value, isList: false, isTheirs: false, number };
}

function keyLabelRow(
  exchange: Exchange,
  partner: PagePartner | undefined,
  number: number | undefined,
): DrawnRow {
  const { labelField } = exchange;
  if (labelField === undefined)
    throw new Error(
      `[key-label] A screen of ${exchange.slug} draws the field for the name of the key, but exchange.yaml has no "labelField". Add it, or remove the block.`,
    );
  const theirs = partner?.key.label;
  return {
    ...field(labelField.label, theirs ?? labelField.example, number),
    isTheirs: theirs !== undefined,
  };
}

function addressRows(
  block: BlockOf<'addresses'>,
  numberOf: NumberOf,
  { exchange: { allowlist }, partner }: DrawingFacts,
): RowOrGap[] {
  const theirs = partner?.key.text;
  const text = theirs ?? formatAddresses(allowlist, exampleAddresses(allowlist));
  const { options } = allowlist;
  const choice: RowOrGap[] =
    options === undefined
      ? []
      : [
          {
            kind: 'options',
            shape: 'radio',
            label: undefined,
            options: [
              { label: options.bind, isChosen: true },
              ...(options.open === undefined ? [] : [{ label: options.open, isChosen: false }]),
            ],
            number: numberOf(block.choiceMark ?? block.mark),
          },
        ];
  const entry: DrawnRow = {
    ...field(allowlist.label, text, numberOf(block.mark)),
    isTheirs: theirs !== undefined,
  };
  return block.choice === 'above' ? [...choice, entry] : [entry, ...choice];
}

function permissionRows(
  block: BlockOf<'permissions'>,
  numberOf: NumberOf,
  { exchange: { permissions }, settings }: DrawingFacts,
): RowOrGap[] {
  const rows = settings.served ? settings.rows : [];
  const number = numberOf(block.mark);
  const isChoice = rows.every(({ permission }) => permission.off !== undefined);
  if (isChoice)
    return rows.map((row): DrawnRow => {
      const off = { label: row.permission.off ?? '', isChosen: row.setting !== 'on' };
      const levels = levelsOf(row, permissions.strongestFirst);
      return {
        kind: 'options',
        shape: 'radio',
        label: row.permission.label,
        options: [off, ...levels],
        number,
      };
    });
  const shape: DrawnShape =
    permissions.control === 'checkbox'
      ? 'box'
      : permissions.control === 'role'
        ? 'radio'
        : 'switch';
  const box = (row: PermissionRow): DrawnBox => ({
    label: row.permission.label,
    isOn: row.setting === 'on',
    isNever: row.setting === 'never',
    levels: row.setting === 'on' ? levelsOf(row, permissions.strongestFirst) : [],
  });
  const on = rows.filter(({ setting }) => setting === 'on');
  const off = shownOff(rows.filter(({ setting }) => setting !== 'on'));
  const hidden = rows.length - on.length - off.length;
  return [
    { kind: 'boxes', shape, label: block.label, boxes: on.map(box), number },
    ...(off.length === 0
      ? []
      : [
          {
            kind: 'boxes' as const,
            shape,
            label: undefined,
            boxes: off.map(box),
            number,
          },
        ]),
    ...(hidden > 0 ? [undefined] : []),
  ];
}

/** Those that must never be on, and as many others as fit, in the order of the form. */
function shownOff(rows: readonly PermissionRow[]): PermissionRow[] {
  const never = rows.filter(({ setting }) => setting === 'never').slice(0, mostOffRows);
  const others = rows
    .filter(({ setting }) => setting !== 'never')
    .slice(0, mostOffRows - never.length);
  return rows.filter((row) => never.includes(row) || others.includes(row));
}

function levelsOf(row: PermissionRow, strongestFirst: boolean): DrawnOption[] {
  const levels = row.permission.levels ?? [];
  return (strongestFirst ? levels.toReversed() : levels).map(({ id, label }) => ({
    label,
    isChosen: row.setting === 'on' && id === row.level?.id,
  }));
}

/** Buttons in a row; where actions name several, each has a row of its own for its number. */
function buttonRows(
  items: readonly (MenuItem & { readonly primary?: boolean })[],
  numberOf: NumberOf,
): RowOrGap[] {
  const marked = items.filter(({ mark }) => numberOf(mark) !== undefined);
  const [first, ...others] = marked;
  if (first === undefined) return [undefined];
  return [
    {
      kind: 'buttons',
      number: numberOf(first.mark),
      items: items
        .filter((item) => !others.includes(item))
        .map((item) => ({ label: item.label, isMarked: item === first })),
    },
    ...others.map((item): DrawnRow => ({
      kind: 'buttons',
      number: numberOf(item.mark),
      items: [{ label: item.label, isMarked: true }],
    })),
  ];
}

/** A pane without what carries no number; undefined where nothing does. */
function croppedPane(all: readonly RowOrGap[]): DrawnPane | undefined {
  const last = all.findLastIndex((row) => row?.number !== undefined);
  if (last < 0) return undefined;
  const seen = new Set<number>();
  const rows = all.flatMap((row, index): DrawnRow[] => {
    if (row === undefined) return [];
    if (row.number !== undefined) {
      const showsNumber = !seen.has(row.number);
      seen.add(row.number);
      return [{ ...row, showsNumber }];
    }
    return index < last && (row.kind === 'heading' || row.kind === 'opener') ? [row] : [];
  });
  return { rows, isCut: all.slice(last + 1).some((row) => row?.kind !== 'heading') };
}
