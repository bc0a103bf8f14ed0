import type { ExchangeFolder } from '../../content/content.ts';
import { elementsNamed, placeOfNode, textAttribute } from '../../markdown/mdx-nodes.ts';
import type { Finding, Rule } from '../rule.ts';
import { textsOfData } from '../texts.ts';

export const dayPassed: Rule = {
  meaning:
    'The day on which an exchange closes, all keys end, or what the facts say changes, lies ahead. This is a warning: time alone never breaks a build.',
  mend: 'Look what became of it, and say so.',
  example: 'state: closing, with a day that was yesterday.',
  severity: 'warning',
  check: ({ exchanges }, { today }) =>
    exchanges.flatMap((exchange): Finding[] => [
      ...endPassed(exchange, today),
      ...changesPassed(exchange, today),
    ]),
};

function endPassed({ facts }: ExchangeFolder, today: string): Finding[] {
  if (facts?.value === undefined) return [];
  const { status, lifetimes } = facts.value;
  const days = [
    ...(status.state === 'closing' ? [{ path: ['status', 'date'], day: status.date }] : []),
    ...(status.state === 'active' && lifetimes.endsOn !== undefined
      ? [{ path: ['lifetimes', 'endsOn', 'date'], day: lifetimes.endsOn.date }]
      : []),
  ];
  return days
    .filter(({ day }) => day < today)
    .map(({ path, day }) => ({
      ...facts.at(path),
      message: `The ${day} has passed, and the facts still speak of it as to come.`,
      help: 'Read the sources again, and say what holds now.',
    }));
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** Days on which what the facts or a step say changed, and which are over. */
function changesPassed({ facts, guide, steps }: ExchangeFolder, today: string): Finding[] {
  const inData = [facts, guide].flatMap((file) =>
    file === undefined
      ? []
      : textsOfData(file).filter(
          ({ path = [], text }) =>
            (path.at(-1) === 'from' || path.at(-1) === 'until') &&
            // A former name was given up on a day, once and for all.
            path[0] !== 'names' &&
            isDay.test(text),
        ),
  );
  const inSteps = steps.flatMap(({ path, mdx }) =>
    (mdx.tree === undefined ? [] : elementsNamed(mdx.tree, 'Only')).flatMap((element) =>
      ['from', 'until'].flatMap((name) => {
        const text = textAttribute(element, name);
        return text === undefined ? [] : [{ file: path, text, ...placeOfNode(element) }];
      }),
    ),
  );
  return [...inData, ...inSteps]
    .filter(({ text }) => text <= today)
    .map(({ file, line, column, text }) => ({
      file,
      line,
      column,
      message: `The ${text} has come, on which this changed.`,
      help: 'Delete what holds no more, and take the day away from what holds now.',
    }));
}
