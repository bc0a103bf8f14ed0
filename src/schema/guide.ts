import { z } from 'astro/zod';
import { type StepId, stepIdSchema } from '../vocabulary/steps.ts';
import { countUpTo } from './numbers.ts';
import { periodShape } from './period.ts';
import { codeUpTo, daySchema, idSchema, nameSchema, wordsSchema, wordsUpTo } from './text.ts';

export const verificationMethods = ['documentation', 'live-account'] as const;

const verificationShape = z.strictObject({
  date: daySchema.describe('Day of the check.'),
  method: z
    .enum(verificationMethods)
    .describe('Read from sources, or walked through by a person with an account.'),
  site: idSchema.describe('Site of the exchange that was checked, from sites in exchange.yaml.'),
  interface: z.enum(['web', 'app']).describe('Which interface the steps describe.'),
  by: nameSchema
    .optional()
    .describe('Who walked through it with an account, by the name of theirs on GitHub.'),
});

/** A walk-through has somebody who can be asked; who only read has the sources. */
export const verificationSchema = verificationShape
  .refine(({ method, by }) => method !== 'live-account' || by !== undefined, {
    message: 'Expected the name of who walked through it, for "live-account".',
    path: ['by'],
  })
  .refine(({ method, by }) => method === 'live-account' || by === undefined, {
    message: 'Nobody walked through a guide that was read from documentation. Take it away.',
    path: ['by'],
  });

export type Verification = z.infer<typeof verificationSchema>;

/** Steps that pages show as one, each with its own file and anchor. */
const stepGroupSchema = z.strictObject({
  title: wordsSchema.describe('Title of them all, as an instruction.'),
  steps: z.array(stepIdSchema).min(2).describe('Neighbours, in order.'),
});

/** A step, or several under one title. */
const listedStepSchema = z.union([stepIdSchema, stepGroupSchema]);

/** Schema of the frontmatter of guide.mdx. */
export const guideFrontmatterSchema = z.strictObject({
  title: wordsSchema.describe('Title without the use case: "Create an API key on Gate".'),
  summary: wordsUpTo(200).describe('One sentence for lists and search results.'),
  minutes: countUpTo(60, 'minutes').describe('How long a first-time reader needs.'),
  defaultUseCase: idSchema.describe('Use case of the address without one.'),
  verification: verificationSchema,
  steps: z
    .array(listedStepSchema)
    .min(1)
    .describe(
      'The steps in the order of this exchange, each a file in steps/; neighbours that are shown together under one title.',
    ),
  captures: z
    .array(
      z.strictObject({
        screen: idSchema.describe('Drawn screen that the capture replaces.'),
        file: codeUpTo(200).describe('Image beside the guide, such as ./captures/create-form.png.'),
        alt: wordsSchema.describe('What the picture tells the reader to do.'),
        date: daySchema.describe('Day on which the screenshot was made.'),
      }),
    )
    .default([])
    .describe('Real screenshots in place of drawings.'),
  checklist: z
    .array(z.strictObject({ id: idSchema, text: wordsSchema, ...periodShape }))
    .default([])
    .describe('Points for the security checklist beyond those derived from the facts.'),
});

export type GuideFrontmatter = z.infer<typeof guideFrontmatterSchema>;

/** Schema of the frontmatter of a file in steps/, whose name is the id of the step. */
export const stepFrontmatterSchema = z.strictObject({
  title: wordsSchema.describe('What the reader does, as an instruction.'),
  useCases: z
    .array(idSchema)
    .min(1)
    .optional()
    .describe('Only for these use cases; all where it is left out.'),
});

export type StepFrontmatter = z.infer<typeof stepFrontmatterSchema>;

/** A step of a guide. */
export interface GuideStep extends StepFrontmatter {
  readonly id: StepId;
  /** Drawn screens that its text places, in reading order. */
  readonly screens: readonly string[];
}

/** A guide: what its frontmatter says, with its steps in the order of the exchange. */
export interface Guide extends Omit<GuideFrontmatter, 'steps'> {
  /** The steps as the frontmatter lists them, also one that has no file. */
  readonly order: readonly StepId[];
  /** The same as pages show them: most alone, some neighbours under one title. */
  readonly groups: readonly StepGroup[];
  readonly steps: readonly GuideStep[];
}

/** Steps that are shown as one. */
export interface StepGroup {
  /** Undefined for a step that stands alone, which has its own title. */
  readonly title: string | undefined;
  readonly steps: readonly StepId[];
}

/** The steps of a frontmatter as pages show them. */
export function stepGroupsOf(steps: GuideFrontmatter['steps']): StepGroup[] {
  return steps.map((step) =>
    typeof step === 'string' ? { title: undefined, steps: [step] } : step,
  );
}

/** The steps of a guide that a reader with these use cases goes through, in order. */
export function stepsForUseCase<Step extends Pick<GuideStep, 'useCases'>>(
  steps: readonly Step[],
  useCaseIds: readonly string[],
): Step[] {
  return steps.filter((step) => step.useCases?.some((id) => useCaseIds.includes(id)) ?? true);
}
