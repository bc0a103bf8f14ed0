import type { Signing } from '../schema/signing.ts';

/** A request that a test program sends, in the order of sending. */
export type TestRequest = Pick<Signing['reading'][number], 'method' | 'path' | 'prefix' | 'holds'>;

/**
 * The requests with which a recipe proves a key for a use case: those that read, then the one
 * that tells the rights of the key.
 *
 * Input: the recipe and the ids of the use cases. Output: the readings and whether rights are
 * asked for. Without either there is nothing to prove, and no program.
 */
export function testRequests(
  { reading, rights }: Pick<Signing, 'reading' | 'rights'>,
  useCaseIds: readonly string[],
): { readonly readings: Signing['reading']; readonly all: readonly TestRequest[] } {
  const readings = reading.filter(
    (request) => request.useCases?.some((id) => useCaseIds.includes(id)) ?? true,
  );
  return { readings, all: rights === undefined ? readings : [...readings, rights] };
}
