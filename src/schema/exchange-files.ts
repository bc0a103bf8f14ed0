import { z } from 'astro/zod';
import { exchangeSchema } from './exchange.ts';

/**
 * The shapes of the files in an exchange's folder whose facts together are one exchange:
 * exchange.yaml, errors.yaml, sources.yaml and signing.yaml.
 */

const { troubleshooting, undocumentedErrors, sources, signing } = exchangeSchema.shape;

/** The content of exchange.yaml. */
export const exchangeFileSchema = exchangeSchema.omit({
  troubleshooting: true,
  undocumentedErrors: true,
  sources: true,
  signing: true,
});

/** The content of errors.yaml. */
export const errorsFileSchema = z.strictObject({
  entries: troubleshooting,
  undocumented: undocumentedErrors,
});

/** The content of sources.yaml. */
export const sourcesFileSchema = sources;

/** The content of signing.yaml, which an exchange has where its signing is documented. */
export const signingFileSchema = signing.unwrap();
