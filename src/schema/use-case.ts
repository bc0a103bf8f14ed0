import { z } from 'astro/zod';
import { capabilities, capabilitySchema, movesOut } from '../vocabulary/capabilities.ts';
import { idSchema, wordsSchema, wordsUpTo } from './text.ts';

/** What stands beside the use cases in addresses: `/gate/facts/` is the record. */
const reservedUseCaseIds: readonly string[] = ['facts'];

export const useCaseSchema = z
  .strictObject({
    id: idSchema
      .refine((id) => !reservedUseCaseIds.includes(id), {
        message: `Expected none of ${reservedUseCaseIds.join(', ')}: that is the address of another page of every exchange.`,
      })
      .describe('Name in addresses and files. Never changes.'),
    label: wordsSchema.describe('Short label on the switch, such as "Spot trading".'),
    short: wordsUpTo(12).describe('One word for lists, such as "Spot".'),
    purpose: wordsSchema.describe('Finishes the title "Create an API key on Gate …".'),
    who: wordsSchema.describe('One sentence: who needs a key like this.'),
    needs: z.array(capabilitySchema).min(1).describe('What the key must be able to do.'),
    forbids: z
      .array(capabilitySchema)
      .min(1)
      .describe('What the key must not be able to do; withdrawing is always among it.'),
  })
  .refine((useCase) => !useCase.needs.some((need) => useCase.forbids.includes(need)), {
    message: 'A use case cannot forbid what it needs.',
    path: ['forbids'],
  })
  .refine(
    (useCase) => capabilities.filter(movesOut).every((out) => useCase.forbids.includes(out)),
    {
      message: `Every use case forbids what can take funds out: ${capabilities.filter(movesOut).join(', ')}.`,
      path: ['forbids'],
    },
  );

/** What use-cases.yaml says of a use case. */
export type UseCaseFacts = z.infer<typeof useCaseSchema>;

/** A use case, or several in one key. */
export interface UseCase extends UseCaseFacts {
  /** Those that it is made of; undefined for one of the list. */
  readonly parts?: readonly string[];
}

/** The ids of the list that a use case stands for: its own, or those that it is made of. */
export function partsOf({ id, parts }: UseCase): readonly string[] {
  return parts ?? [id];
}

/**
 * Several use cases in one key: it needs what any of them needs, and must not be able to do
 * what one of them forbids and none needs. Throws where there is none.
 */
export function joinedUseCase(useCases: readonly UseCase[]): UseCase {
  const [first, ...others] = useCases;
  if (first === undefined) throw new Error('[use case] There is none to join.');
  if (others.length === 0) return first;
  const needs = [...new Set(useCases.flatMap((useCase) => useCase.needs))];
  const forbids = [...new Set(useCases.flatMap((useCase) => useCase.forbids))];
  return {
    ...first,
    id: useCases.map(({ id }) => id).join('-and-'),
    label: useCases.map(({ label }) => label).join(' + '),
    needs,
    forbids: forbids.filter((capability) => !needs.includes(capability)),
    parts: useCases.map(({ id }) => id),
  };
}

/** The content of use-cases.yaml: every use case, in the order of the switch. */
export const useCasesSchema = z.array(useCaseSchema).min(1);
