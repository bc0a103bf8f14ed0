import type { Rule } from '../rule.ts';
import { addressLine } from './address-line.ts';
import { allowlistText } from './allowlist-text.ts';
import { altText } from './alt-text.ts';
import { apiBase } from './api-base.ts';
import { bareDomain } from './bare-domain.ts';
import { boldLabel } from './bold-label.ts';
import { calloutText } from './callout-text.ts';
import { captureFile } from './capture-file.ts';
import { causeStep } from './cause-step.ts';
import { clonedGuide } from './cloned-guide.ts';
import { closingDay } from './closing-day.ts';
import { datedFacts } from './dated-facts.ts';
import { dayPassed } from './day-passed.ts';
import { deadLink } from './dead-link.ts';
import { deepNesting } from './deep-nesting.ts';
import { errorFound } from './error-found.ts';
import { errorKind } from './error-kind.ts';
import { expectedSettings } from './expected-settings.ts';
import { fileIgnored } from './file-ignored.ts';
import { fileMissing } from './file-missing.ts';
import { fileSize } from './file-size.ts';
import { folderName } from './folder-name.ts';
import { futureDate } from './future-date.ts';
import { headingOrder } from './heading-order.ts';
import { knownName } from './known-name.ts';
import { labelPower } from './label-power.ts';
import { lifetimeOverlap } from './lifetime-overlap.ts';
import { lifetimeText } from './lifetime-text.ts';
import { linkDomain } from './link-domain.ts';
import { loweredGuard } from './lowered-guard.ts';
import { mdxOnlyContent } from './mdx-only-content.ts';
import { mdxSyntax } from './mdx-syntax.ts';
import { neverOn } from './never-on.ts';
import { officialDomain } from './official-domain.ts';
import { otherExchange } from './other-exchange.ts';
import { outsideStep } from './outside-step.ts';
import { partnerAddress } from './partner-address.ts';
import { partnerAllowlist } from './partner-allowlist.ts';
import { partnerAsked } from './partner-asked.ts';
import { partnerDomain } from './partner-domain.ts';
import { partnerExchange } from './partner-exchange.ts';
import { partnerField } from './partner-field.ts';
import { partnerLabel } from './partner-label.ts';
import { partnerName } from './partner-name.ts';
import { partnerSite } from './partner-site.ts';
import { partnerUseCase } from './partner-use-case.ts';
import { peopleToCall } from './people-to-call.ts';
import { permanence } from './permanence.ts';
import { permissionPower } from './permission-power.ts';
import { publicAddress } from './public-address.ts';
import { redirectChain } from './redirect-chain.ts';
import { redirectSource } from './redirect-source.ts';
import { redirectTarget } from './redirect-target.ts';
import { refusedUseCase } from './refused-use-case.ts';
import { repeatedCode } from './repeated-code.ts';
import { repeatedId } from './repeated-id.ts';
import { repeatedLabel } from './repeated-label.ts';
import { repeatedTitle } from './repeated-title.ts';
import { requestMissing } from './request-missing.ts';
import { reviewedRequest } from './reviewed-request.ts';
import { rightsReadable } from './rights-readable.ts';
import { schema } from './schema.ts';
import { screenForStep } from './screen-for-step.ts';
import { screenPlacement } from './screen-placement.ts';
import { secret } from './secret.ts';
import { sharedDomain } from './shared-domain.ts';
import { signingNames } from './signing-names.ts';
import { sourceKind } from './source-kind.ts';
import { staleForm } from './stale-form.ts';
import { staleSource } from './stale-source.ts';
import { stepGrammar } from './step-grammar.ts';
import { stepMissing } from './step-missing.ts';
import { stepParts } from './step-parts.ts';
import { stepRepeated } from './step-repeated.ts';
import { stepUnknown } from './step-unknown.ts';
import { swappedName } from './swapped-name.ts';
import { tellApart } from './tell-apart.ts';
import { templateLeft } from './template-left.ts';
import { titleNamesExchange } from './title-names-exchange.ts';
import { toolId } from './tool-id.ts';
import { toolMapping } from './tool-mapping.ts';
import { toolWords } from './tool-words.ts';
import { unknownLabel } from './unknown-label.ts';
import { unknownPermission } from './unknown-permission.ts';
import { unknownScreen } from './unknown-screen.ts';
import { unknownSite } from './unknown-site.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownUseCase } from './unknown-use-case.ts';
import { unsafeText } from './unsafe-text.ts';
import { unservedUseCase } from './unserved-use-case.ts';
import { unusedSource } from './unused-source.ts';
import { usualError } from './usual-error.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** Every rule by its id. Ids are permanent: reports and documentation refer to them. */
export const rules = {
  'address-line': addressLine,
  'allowlist-text': allowlistText,
  'alt-text': altText,
  'api-base': apiBase,
  'bare-domain': bareDomain,
  'bold-label': boldLabel,
  'callout-text': calloutText,
  'capture-file': captureFile,
  'cause-step': causeStep,
  'cloned-guide': clonedGuide,
  'closing-day': closingDay,
  'dated-facts': datedFacts,
  'day-passed': dayPassed,
  'dead-link': deadLink,
  'deep-nesting': deepNesting,
  'error-found': errorFound,
  'error-kind': errorKind,
  'expected-settings': expectedSettings,
  'file-ignored': fileIgnored,
  'file-missing': fileMissing,
  'file-size': fileSize,
  'folder-name': folderName,
  'future-date': futureDate,
  'heading-order': headingOrder,
  'known-name': knownName,
  'label-power': labelPower,
  'lifetime-overlap': lifetimeOverlap,
  'lifetime-text': lifetimeText,
  'link-domain': linkDomain,
  'lowered-guard': loweredGuard,
  'mdx-only-content': mdxOnlyContent,
  'mdx-syntax': mdxSyntax,
  'never-on': neverOn,
  'official-domain': officialDomain,
  'other-exchange': otherExchange,
  'outside-step': outsideStep,
  'partner-address': partnerAddress,
  'partner-allowlist': partnerAllowlist,
  'partner-asked': partnerAsked,
  'partner-domain': partnerDomain,
  'partner-exchange': partnerExchange,
  'partner-field': partnerField,
  'partner-label': partnerLabel,
  'partner-name': partnerName,
  'partner-site': partnerSite,
  'partner-use-case': partnerUseCase,
  'people-to-call': peopleToCall,
  permanence,
  'permission-power': permissionPower,
  'public-address': publicAddress,
  'redirect-chain': redirectChain,
  'redirect-source': redirectSource,
  'redirect-target': redirectTarget,
  'refused-use-case': refusedUseCase,
  'repeated-code': repeatedCode,
  'repeated-id': repeatedId,
  'repeated-label': repeatedLabel,
  'repeated-title': repeatedTitle,
  'request-missing': requestMissing,
  'reviewed-request': reviewedRequest,
  'rights-readable': rightsReadable,
  schema,
  'screen-for-step': screenForStep,
  'screen-placement': screenPlacement,
  secret,
  'shared-domain': sharedDomain,
  'signing-names': signingNames,
  'source-kind': sourceKind,
  'stale-form': staleForm,
  'stale-source': staleSource,
  'step-grammar': stepGrammar,
  'step-missing': stepMissing,
  'step-parts': stepParts,
  'step-repeated': stepRepeated,
  'step-unknown': stepUnknown,
  'swapped-name': swappedName,
  'tell-apart': tellApart,
  'template-left': templateLeft,
  'title-names-exchange': titleNamesExchange,
  'tool-id': toolId,
  'tool-mapping': toolMapping,
  'tool-words': toolWords,
  'unknown-label': unknownLabel,
  'unknown-permission': unknownPermission,
  'unknown-screen': unknownScreen,
  'unknown-site': unknownSite,
  'unknown-source': unknownSource,
  'unknown-use-case': unknownUseCase,
  'unsafe-text': unsafeText,
  'unserved-use-case': unservedUseCase,
  'unused-source': unusedSource,
  'usual-error': usualError,
  'yaml-syntax': yamlSyntax,
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
