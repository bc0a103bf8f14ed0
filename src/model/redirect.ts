import { z } from 'astro/zod';
import { lineSchema } from './text.ts';

const pathSchema = z
  .string()
  .regex(
    /^\/(?:[a-z0-9._-]+\/)*(?:#[a-z0-9-]+)?$/,
    'Expected a path of the site such as "/gate/" or "/gate/#restrict-ip".',
  );

export const redirectSchema = z.strictObject({
  from: pathSchema.describe('Path that was published, or that people type.'),
  to: pathSchema.describe('Path that takes its place.'),
  why: lineSchema.describe('Why it moved.'),
});

/** The content of redirects.yaml. */
export const redirectsSchema = z.array(redirectSchema);

export type Redirect = z.infer<typeof redirectSchema>;
