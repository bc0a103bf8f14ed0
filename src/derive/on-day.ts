import { blocksOn, daysIn, type StepBlock } from '../markdown/step-blocks.ts';
import type { Exchange, ExchangeFacts } from '../schema/exchange.ts';
import type { Guide } from '../schema/guide.ts';
import { holdsOn, type Period } from '../schema/period.ts';
import type { StepId } from '../vocabulary/steps.ts';

/** What a path is made from: it changes on the days that facts name. */
export interface Dated {
  readonly exchange: Exchange;
  readonly guide: Guide;
  readonly blocks: ReadonlyMap<StepId, readonly StepBlock[]>;
}

/**
 * Content as it holds on one day: what holds before or after that day alone is left out, and
 * where all keys of the exchange have ended, none is made there any more.
 *
 * Input: the content of an exchange, and the day, `2026-11-20`. Output: the same for that day.
 */
export function onDay<Whole extends Dated>(whole: Whole, day: string): Whole {
  const { exchange, guide, blocks } = whole;
  const inForce = <Item extends Period>(items: readonly Item[]): Item[] =>
    items.filter((item) => holdsOn(item, day));
  return {
    ...whole,
    exchange: {
      ...exchange,
      status: statusOn(exchange, day),
      permissions: {
        ...exchange.permissions,
        refusals: inForce(exchange.permissions.refusals),
        caveats: inForce(exchange.permissions.caveats),
      },
      ...(exchange.options === undefined
        ? {}
        : { options: { ...exchange.options, items: inForce(exchange.options.items) } }),
      questions: inForce(exchange.questions),
    },
    guide: { ...guide, checklist: inForce(guide.checklist) },
    blocks: new Map([...blocks].map(([id, pieces]) => [id, blocksOn(pieces, day)])),
  };
}

/** The status on a day: from the announced end of all keys on, none is made. */
export function statusOn(
  { status, lifetimes: { endsOn, sources } }: Pick<ExchangeFacts, 'status' | 'lifetimes'>,
  day: string,
): ExchangeFacts['status'] {
  return status.state === 'active' && endsOn !== undefined && endsOn.date <= day
    ? { state: 'keys-ended', date: endsOn.date, note: endsOn.after, sources }
    : status;
}

/**
 * The days on which the content of an exchange changes by itself, in order, none twice.
 */
export function daysOfChange({ exchange, guide, blocks }: Dated): string[] {
  const { permissions, options, questions, lifetimes } = exchange;
  const periods: Period[] = [
    ...permissions.refusals,
    ...permissions.caveats,
    ...(options?.items ?? []),
    ...questions,
    ...guide.checklist,
    { from: lifetimes.endsOn?.date },
  ];
  const days = periods.flatMap(({ from, until }) =>
    [from, until].filter((day) => day !== undefined),
  );
  return [...new Set([...days, ...daysIn([...blocks.values()].flat())])].sort();
}
