import type { Rule } from '../rule.ts';
import { altText } from './alt-text.ts';
import { calloutText } from './callout-text.ts';
import { captureFile } from './capture-file.ts';
import { fileMissing } from './file-missing.ts';
import { linkDomain } from './link-domain.ts';
import { mdxOnlyContent } from './mdx-only-content.ts';
import { mdxSyntax } from './mdx-syntax.ts';
import { outsideStep } from './outside-step.ts';
import { repeatedId } from './repeated-id.ts';
import { schema } from './schema.ts';
import { screenForStep } from './screen-for-step.ts';
import { screenPlacement } from './screen-placement.ts';
import { stepMissing } from './step-missing.ts';
import { stepOrder } from './step-order.ts';
import { stepRepeated } from './step-repeated.ts';
import { stepUnknown } from './step-unknown.ts';
import { unknownPermission } from './unknown-permission.ts';
import { unknownScreen } from './unknown-screen.ts';
import { unknownSite } from './unknown-site.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownUseCase } from './unknown-use-case.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule by its id. Ids are permanent: reports and documentation refer to them. */
export const rules = {
  'alt-text': altText,
  'callout-text': calloutText,
  'capture-file': captureFile,
  'file-missing': fileMissing,
  'link-domain': linkDomain,
  'mdx-only-content': mdxOnlyContent,
  'mdx-syntax': mdxSyntax,
  'outside-step': outsideStep,
  'repeated-id': repeatedId,
  schema,
  'screen-for-step': screenForStep,
  'screen-placement': screenPlacement,
  'step-missing': stepMissing,
  'step-order': stepOrder,
  'step-repeated': stepRepeated,
  'step-unknown': stepUnknown,
  'unknown-permission': unknownPermission,
  'unknown-screen': unknownScreen,
  'unknown-site': unknownSite,
  'unknown-source': unknownSource,
  'unknown-use-case': unknownUseCase,
  'yaml-syntax': yamlSyntax,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
