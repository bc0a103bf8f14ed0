import type { Finding, Rule } from '../rule.ts';

export const dayPassed: Rule = {
  meaning:
    'The day on which an exchange closes, or all keys end, lies ahead. This is a warning: time alone never breaks a build.',
  mend: 'Look what became of it, and say so.',
  example: 'state: closing, with a day that was yesterday.',
  severity: 'warning',
  check: ({ exchanges }, { today }) =>
    exchanges.flatMap(({ facts }): Finding[] => {
      if (facts?.value === undefined) return [];
      const { status, lifetimes } = facts.value;
      const days = [
        ...(status.state === 'closing' ? [{ path: ['status', 'date'], day: status.date }] : []),
        ...(status.state === 'closed' || lifetimes.endsOn === undefined
          ? []
          : [{ path: ['lifetimes', 'endsOn', 'date'], day: lifetimes.endsOn.date }]),
      ];
      return days
        .filter(({ day }) => day < today)
        .map(({ path, day }) => ({
          ...facts.at(path),
          message: `The ${day} has passed, and the facts still speak of it as to come.`,
          help: 'Read the sources again, and say what holds now.',
        }));
    }),
};
