import type { Answers } from '../../../src/schema/answers.ts';
import type { Signing } from '../../../src/schema/signing.ts';
import {
  type Arrived,
  type FakeExchange,
  type Reply,
  startFakeExchange,
} from '../fake-exchange.ts';
import type { Reference } from './reference.ts';

/** A refusal of answers.yaml as a server sends it. */
export function refusalOf({ refusals }: Answers, kind: string): Reply {
  const refusal = refusals[kind];
  if (refusal === undefined) throw new Error(`answers.yaml has no refusal "${kind}".`);
  return { status: refusal.status, body: refusal.body };
}

/**
 * Answers signed requests as the exchange documents it, others with its refusal.
 *
 * Input: the recipe, the documented answers, what signs, and the answer about rights.
 */
export function playExchange(
  { rights: request }: Signing,
  answers: Answers,
  reference: Reference,
  rights: unknown,
): (request: Arrived) => Promise<Reply> {
  return async (arrived) => {
    if (!(await reference.isSigned(arrived))) return refusalOf(answers, 'signature');
    const target = arrived.path.split('?')[0] ?? '';
    if (target === request?.path) return { status: 200, body: rights };
    return Object.hasOwn(answers.reading, target)
      ? { status: 200, body: answers.reading[target] }
      : { status: 404, body: 'No such path' };
  };
}

/** Starts a fake exchange for as long as something is done with it. */
export async function withExchange(
  reply: (request: Arrived) => Reply | Promise<Reply>,
  use: (exchange: FakeExchange) => Promise<void>,
): Promise<void> {
  const exchange = await startFakeExchange(reply);
  try {
    await use(exchange);
  } finally {
    exchange.close();
  }
}
