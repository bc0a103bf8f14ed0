import { isPublished } from '../../content/layout.ts';
import type { ErrorKind } from '../../vocabulary/error-kinds.ts';
import type { StepId } from '../../vocabulary/steps.ts';
import type { TroubleshootingEntry } from '../../schema/exchange.ts';
import { quotedList } from '../suggest.ts';
import type { Finding, Rule } from '../rule.ts';

export const errorKind: Rule = {
  meaning:
    'The kind of an error fits it: what is most likely is put right in a step that can. A status of HTTP is a code only where the answer has a text too.',
  mend: 'Correct the kind, or the step of the cause; write a status under "http".',
  example: 'kinds: [clock] — for an entry about a wrong signature.',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ slug, facts }): Finding[] =>
      facts?.value === undefined || !isPublished(slug)
        ? []
        : facts.value.troubleshooting.flatMap((entry, index) => {
            const at = (...path: (string | number)[]) =>
              facts.at(['troubleshooting', index, ...path]);
            return [
              ...statuses(entry).map((position) => ({
                ...at('codes', position),
                message: `"${entry.codes?.[position] ?? ''}" is a status of HTTP, and the entry has no text of an answer that would hold it as a code.`,
                help: 'Write it under "http", or the text of the answer under "messages".',
              })),
              ...misled(entry).map(({ kind, steps }) => ({
                ...at('kinds', 0),
                message: `The kind is "${kind}", but every cause is put right in ${quotedList(steps)}.`,
                help: 'Correct the kind, or the steps of the causes.',
              })),
            ];
          }),
    ),
};

/** Steps in which nothing of a kind can be put right. */
const others = {
  clock: ['restrict-ip', 'set-permissions', 'save-credentials', 'sign-in', 'confirm-identity'],
  address: ['save-credentials', 'set-permissions', 'sign-in', 'confirm-identity'],
  permission: ['save-credentials', 'restrict-ip', 'sign-in', 'confirm-identity'],
  signature: ['restrict-ip', 'set-permissions', 'sign-in', 'confirm-identity'],
  passphrase: ['restrict-ip', 'set-permissions', 'sign-in', 'confirm-identity'],
  rate: ['restrict-ip', 'set-permissions', 'save-credentials', 'sign-in', 'confirm-identity'],
} as const satisfies Partial<Record<ErrorKind, readonly StepId[]>>;

function isPutRight(kind: ErrorKind): kind is keyof typeof others {
  return Object.hasOwn(others, kind);
}

/** The most likely kind, where every cause is put right in a step that has nothing to do with it. */
function misled({
  kinds = [],
  causes,
}: TroubleshootingEntry): { kind: ErrorKind; steps: StepId[] }[] {
  const [kind] = kinds;
  if (kind === undefined || !isPutRight(kind)) return [];
  const steps = [...new Set(causes.map(({ step }) => step))];
  const unable: readonly StepId[] = others[kind];
  return steps.every((step) => unable.includes(step)) ? [{ kind, steps }] : [];
}

/** Statuses that HTTP has (https://www.iana.org/assignments/http-status-codes). */
const httpStatus = /^(?:40\d|41[0-8]|42[1-689]|431|451|50[0-8]|51[01])$/;

/** Codes that are nothing but statuses, by their places. */
function statuses({ codes = [], messages = [] }: TroubleshootingEntry): number[] {
  return messages.length > 0
    ? []
    : codes.flatMap((code, position) => (httpStatus.test(code) ? [position] : []));
}
