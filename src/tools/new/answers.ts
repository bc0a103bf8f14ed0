import { z } from 'astro/zod';
import { parameterFault } from '../../check/look-alike.ts';
import { reservedNames, slugOf } from '../../check/rules/folder-name.ts';
import { httpsUrlSchema, idSchema, nameUpTo } from '../../schema/text.ts';

/** What is known about an exchange before anybody has written about it. */
export interface Answers {
  readonly name: string;
  /** Address where customers sign in, without a slash at its end. */
  readonly site: string;
  readonly keyPage: string;
  readonly docs: string;
  readonly useCase: string;
}

/** A name that needs no quotes in YAML and no escapes in Markdown. */
const nameSchema = nameUpTo(60).regex(
  /^[\p{L}\p{N}][\p{L}\p{N} .&+'-]*$/u,
  "Expected a name of letters, digits, spaces and . & + ' -.",
);

const addressSchema = httpsUrlSchema
  .superRefine((url, context) => {
    const fault = parameterFault(url);
    if (fault !== undefined)
      context.addIssue({ code: 'custom', message: `The address ${fault}. Leave that away.` });
  })
  .transform((url) => new URL(url).href);

/**
 * The questions by field, in the order in which they are asked: the flag that answers
 * each, its text, and the schema of an answer.
 */
export const questions = {
  name: { flag: 'name', text: 'Name, as the exchange writes it', schema: nameSchema },
  site: {
    flag: 'site',
    text: 'Main address, where its customers sign in',
    schema: addressSchema.transform((url) => url.replace(/\/$/, '')),
  },
  keyPage: {
    flag: 'key-page',
    text: 'Address of the page that lists API keys',
    schema: addressSchema,
  },
  docs: { flag: 'docs', text: 'Address of the API documentation', schema: addressSchema },
  useCase: { flag: 'use-case', text: 'Use case that most readers have', schema: idSchema },
} as const satisfies Record<
  keyof Answers,
  { flag: string; text: string; schema: z.ZodType<string> }
>;

/**
 * Reads one answer.
 *
 * Input: the field, the text, and the use cases that exist. Output: the value, or the
 * fault as a sentence.
 */
export function readAnswer(
  field: keyof Answers,
  text: string,
  useCases: readonly string[],
): { value: string } | { fault: string } {
  const result = questions[field].schema.safeParse(text.trim());
  if (!result.success) return { fault: result.error.issues[0]?.message ?? 'This does not fit.' };
  if (field === 'useCase' && !useCases.includes(result.data))
    return { fault: `Expected one of ${useCases.join(', ')}.` };
  if (field === 'name') {
    const fault = folderFault(slugOf(result.data));
    if (fault !== undefined) return { fault };
  }
  return { value: result.data };
}

/** Why an exchange cannot have a folder, and with it an address, of this name. */
export function folderFault(slug: string): string | undefined {
  if (!idSchema.safeParse(slug).success)
    return 'Expected a name with Latin letters or digits, of which the address is made.';
  return reservedNames.includes(slug)
    ? `"${slug}" is the address of another page of the site. Use the full name of the exchange.`
    : undefined;
}
