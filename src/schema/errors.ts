import { z } from 'astro/zod';
import { errorKinds } from '../vocabulary/error-kinds.ts';
import { stepIdSchema } from '../vocabulary/steps.ts';
import { sourceIdsSchema } from './source.ts';
import { codeSchema, idSchema, proseSchema, quoteSchema, wordsSchema } from './text.ts';

/** What goes wrong with a key of an exchange: symptoms, answers of its API, and mends. */

/** By what a program can recognise an error. */
interface Recognisable {
  readonly codes?: readonly string[] | undefined;
  readonly messages?: readonly string[] | undefined;
  readonly http?: readonly number[] | undefined;
}

/** Whether an entry has something that the answer of the exchange holds: a code, a text or a status. */
export function isRecognisable({ codes, messages, http }: Recognisable): boolean {
  return codes !== undefined || messages !== undefined || http !== undefined;
}

export const troubleshootingEntrySchema = z
  .strictObject({
    id: idSchema.describe('Anchor of the entry on the page.'),
    codes: z
      .array(codeSchema)
      .min(1)
      .optional()
      .describe('Error codes exactly as the exchange sends them, the usual one first.'),
    messages: z
      .array(quoteSchema)
      .min(1)
      .optional()
      .describe(
        'Texts of the answer exactly as the exchange sends them; "…" stands for what changes.',
      ),
    http: z
      .array(z.int().min(400).max(599))
      .min(1)
      .optional()
      .describe('HTTP statuses that come with it.'),
    kinds: z
      .array(z.enum(errorKinds))
      .min(1)
      .optional()
      .describe('What is wrong, most likely first; for an entry that a program can recognise.'),
    symptom: wordsSchema.describe('What the reader sees.'),
    tellApart: proseSchema
      .optional()
      .describe('How readers find out which of the causes, or of the entries, is theirs.'),
    causes: z
      .array(
        z.strictObject({
          id: idSchema.describe('Name of the cause in this entry.'),
          cause: proseSchema.describe('Why it happens.'),
          mend: proseSchema.describe('What to do.'),
          step: stepIdSchema.describe('Step that puts it right.'),
        }),
      )
      .min(1)
      .describe('Most likely first.'),
    sources: sourceIdsSchema,
  })
  .refine((entry) => isRecognisable(entry) === (entry.kinds !== undefined), {
    message:
      'Expected "kinds" exactly where there are "codes", "messages" or "http", by which a program recognises the error.',
  });

export const undocumentedErrorsSchema = z
  .array(
    z.strictObject({
      kind: z.enum(errorKinds).describe('What is wrong.'),
      text: proseSchema.describe('What is known about the answer in this case.'),
      sources: sourceIdsSchema,
    }),
  )
  .min(1);

/** The content of errors.yaml. */
export const errorsSchema = z.strictObject({
  entries: z.array(troubleshootingEntrySchema).min(1).describe('Symptoms and error codes.'),
  undocumented: undocumentedErrorsSchema
    .optional()
    .describe('Usual errors for which no source says what the exchange answers.'),
});

export type ErrorFacts = z.infer<typeof errorsSchema>;
export type TroubleshootingEntry = ErrorFacts['entries'][number];

/** By what readers recognise an error: its codes, or else the texts of the answer. */
export function errorNames(
  entry: Pick<TroubleshootingEntry, 'codes' | 'messages'>,
): readonly string[] {
  return entry.codes ?? entry.messages ?? [];
}

/** Texts of the answer that neither {@link errorNames} nor the symptom shows. */
export function furtherMessages(
  entry: Pick<TroubleshootingEntry, 'codes' | 'messages' | 'symptom'>,
): readonly string[] {
  const shown = errorNames(entry);
  return (entry.messages ?? []).filter(
    (message) => !shown.includes(message) && !entry.symptom.includes(message),
  );
}
