import { z } from 'astro/zod';
import { stepIdSchema } from '../vocabulary/steps.ts';
import { codeUpTo, daySchema, idSchema, wordsSchema, wordsUpTo } from './text.ts';

export const verificationMethods = ['documentation', 'live-account'] as const;

export const verificationSchema = z.strictObject({
  date: daySchema.describe('Day of the check.'),
  method: z
    .enum(verificationMethods)
    .describe('Read from sources, or walked through by a person with an account.'),
  site: idSchema.describe('Site of the exchange that was checked, from sites in exchange.yaml.'),
  interface: z.enum(['web', 'app']).describe('Which interface the steps describe.'),
});

export type Verification = z.infer<typeof verificationSchema>;

/**
 * Schema of the frontmatter of guide.mdx.
 *
 * `file` is the schema of a path to an image: Astro's `image()` on the site, plain
 * text in the checks, so that both read the same shape.
 */
export function guideSchema<File extends z.ZodType>(file: File) {
  return z.strictObject({
    title: wordsSchema.describe('Title without the use case: "Create an API key on Gate".'),
    summary: wordsUpTo(200).describe('One sentence for lists and search results.'),
    minutes: z.int().positive().max(60).describe('How long a first-time reader needs.'),
    defaultUseCase: idSchema.describe('Use case of the address without one.'),
    verification: verificationSchema,
    steps: z
      .array(
        z.strictObject({
          id: stepIdSchema,
          title: wordsSchema.describe('What the reader does, as an instruction.'),
          screens: z.array(idSchema).default([]).describe('Drawn screens placed in the step.'),
          useCases: z
            .array(idSchema)
            .min(1)
            .optional()
            .describe('Only for these use cases; all where it is left out.'),
        }),
      )
      .min(1)
      .describe('The steps in the order of this exchange.'),
    captures: z
      .array(
        z.strictObject({
          screen: idSchema.describe('Drawn screen that the capture replaces.'),
          file: file.describe('Image beside the guide, such as ./captures/create-form.png.'),
          alt: wordsSchema.describe('What the picture tells the reader to do.'),
          date: daySchema.describe('Day on which the screenshot was made.'),
        }),
      )
      .default([])
      .describe('Real screenshots in place of drawings.'),
    checklist: z
      .array(z.strictObject({ id: idSchema, text: wordsSchema }))
      .default([])
      .describe('Points for the security checklist beyond those derived from the facts.'),
  });
}

/** The frontmatter as the checks read it: images are paths. */
export const guideFrontmatterSchema = guideSchema(codeUpTo(200));

export type GuideFrontmatter = z.infer<typeof guideFrontmatterSchema>;
export type GuideStep = GuideFrontmatter['steps'][number];

/** The steps of a guide that a reader with this use case goes through, in order. */
export function stepsForUseCase<Step extends Pick<GuideStep, 'useCases'>>(
  steps: readonly Step[],
  useCaseId: string,
): Step[] {
  return steps.filter((step) => step.useCases === undefined || step.useCases.includes(useCaseId));
}
