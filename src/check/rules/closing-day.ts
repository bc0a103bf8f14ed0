import type { Finding, Rule } from '../rule.ts';

export const closingDay: Rule = {
  meaning:
    'A day on which an exchange closes, or all keys end, lay ahead when the guide was last verified; one on which it closed lay behind.',
  mend: 'Correct the day, or write "state: closed".',
  example: 'state: closing, date: 2020-01-31 — in a guide that was verified in 2026.',
  check: ({ exchanges }, { today }) =>
    exchanges.flatMap(({ facts, guide }): Finding[] => {
      if (facts?.value === undefined || guide?.value === undefined) return [];
      const { status, lifetimes } = facts.value;
      const verified = guide.value.verification.date;
      // A verification to come is a matter of another rule.
      if (verified > today) return [];
      const { endsOn } = lifetimes;
      return [
        ...(status.state === 'closing' && status.date < verified
          ? [
              {
                ...facts.at(['status', 'date']),
                message: `The exchange is said to be closing on ${status.date}, which was past when the guide was verified (${verified}).`,
                help: 'Correct the day, or write "state: closed".',
              },
            ]
          : []),
        ...((status.state === 'closed' || status.state === 'keys-ended') && status.date > verified
          ? [
              {
                ...facts.at(['status', 'date']),
                message: `${status.state === 'closed' ? 'The exchange is said to have closed' : 'The keys are said to have ended'} on ${status.date}, which lay ahead when the guide was verified (${verified}).`,
                help: `Correct the day, or write ${status.state === 'closed' ? '"state: closing"' : '"lifetimes.endsOn"'}.`,
              },
            ]
          : []),
        ...(status.state !== 'closed' &&
        status.state !== 'keys-ended' &&
        endsOn !== undefined &&
        endsOn.date < verified
          ? [
              {
                ...facts.at(['lifetimes', 'endsOn', 'date']),
                message: `Every key is said to end on ${endsOn.date}, which was past when the guide was verified (${verified}).`,
                help: 'Correct the day, or take "endsOn" away and say what holds now.',
              },
            ]
          : []),
      ];
    }),
};
