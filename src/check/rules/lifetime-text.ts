import type { Content, ExchangeFolder } from '../../content/content.ts';
import { isPublished } from '../../content/layout.ts';
import type { ExchangeFacts } from '../../schema/exchange.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Statement, statementsAbout } from '../statements.ts';
import { toldEndless, toldSpans } from '../told-lifetimes.ts';

export const lifetimeText: Rule = {
  meaning:
    'Where a text says after what time a key ends by itself, or that it never does, the lifetimes in the facts say so too.',
  mend: 'Correct the text, or the lifetimes with their source.',
  example:
    'lifetimes of 90 days — and in a step: "A key without addresses is deleted after one month."',
  check: (content) => content.exchanges.flatMap((exchange) => findingsOf(exchange, content)),
};

function findingsOf(exchange: ExchangeFolder, content: Content): Finding[] {
  const { slug, facts } = exchange;
  if (facts?.value === undefined || !isPublished(slug)) return [];
  const { lifetimes, permissions } = facts.value;
  const days = [...new Set(lifetimes.items.map((item) => item.days))];
  return statementsAbout(exchange, content).flatMap((statement): Finding[] => {
    const { sentence, group } = statement;
    const spans = group === 'lifetimes' || group === 'sources' ? [] : toldSpans(sentence);
    const endless = endlessFault(statement, { lifetimes, permissions });
    return [
      ...spans
        .filter(({ least, most }) => !days.some((known) => known >= least && known <= most))
        .map(({ text }) => ({
          ...statement.place(),
          message:
            days.length === 0
              ? `The text ends a key after ${text}, but ${facts.path} has no lifetime.`
              : `The text ends a key after ${text}, but the lifetimes in ${facts.path} are ${days.join(' and ')} days.`,
          help: 'Correct the one that is wrong.',
        })),
      ...(endless === undefined
        ? []
        : [
            {
              ...statement.place(),
              message: `The text says "${endless}", but by ${facts.path} ${
                lifetimes.items.length === 0 && lifetimes.endsOn === undefined
                  ? 'no end is documented, which is not the same'
                  : 'keys end by themselves'
              }.`,
              help: 'Say of which keys it holds, or correct the one that is wrong.',
            },
          ]),
    ];
  });
}

const bound = /\b(?:bound|addresses|address|IPs?|allow ?list)\b/iu;

/** What a sentence says that never ends, where it is not said of the keys that do not. */
function endlessFault(
  { sentence }: Statement,
  { lifetimes, permissions }: Pick<ExchangeFacts, 'lifetimes' | 'permissions'>,
): string | undefined {
  const told = toldEndless(sentence);
  if (told === undefined) return undefined;
  const { items, endsOn } = lifetimes;
  const isOfBound = items.length > 0 && items.every(({ keys }) => keys === 'unbound');
  const isOfSome = items.length > 0 && items.every((item) => item.permissions !== undefined);
  const namesBound =
    bound.test(sentence) && !/\bwithout (?:an |bound )?(?:address|IP)/iu.test(sentence);
  const namesSome = permissions.items.some(({ label }) => sentence.includes(label));
  return endsOn === undefined && ((isOfBound && namesBound) || (isOfSome && namesSome))
    ? undefined
    : told;
}
