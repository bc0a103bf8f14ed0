import { errorsSchema } from './errors.ts';
import { exchangeSchema } from './exchange.ts';
import { signingSchema } from './signing.ts';
import { sourcesSchema } from './source.ts';

/**
 * The shapes of the files in an exchange's folder whose facts together are one exchange:
 * exchange.yaml, errors.yaml, sources.yaml and signing.yaml.
 */

/** The content of exchange.yaml. */
export const exchangeFileSchema = exchangeSchema.omit({
  troubleshooting: true,
  undocumentedErrors: true,
  sources: true,
  signing: true,
});

/** The content of errors.yaml. */
export const errorsFileSchema = errorsSchema;

/** The content of sources.yaml. */
export const sourcesFileSchema = sourcesSchema;

/** The content of signing.yaml, which an exchange has where its signing is documented. */
export const signingFileSchema = signingSchema;
