import type { Exchange } from '../schema/exchange.ts';
import { type PartnerFacts, type ServedExchange, useCasesAt } from '../schema/partner.ts';
import { partnerSetup, type SetupProblem } from '../derive/partner-setup.ts';
import type { Content, PartnerFile } from '../content/content.ts';
import { isPublished } from '../content/layout.ts';

import type { Finding } from './rule.ts';

/** A profile that fits its schema. */
export interface ReadPartner {
  readonly file: PartnerFile;
  readonly facts: PartnerFacts;
}

/** The profiles that fit their schema; what others lack, the rule "schema" tells. */
export function readPartners(files: readonly PartnerFile[]): ReadPartner[] {
  return files.flatMap((file) => (file.value === undefined ? [] : { file, facts: file.value }));
}

/** One exchange of a profile. */
export interface ServedPlace extends ReadPartner {
  readonly served: ServedExchange;
  readonly exchange: Exchange;
  /** Path of its entry in the profile. */
  readonly path: readonly [string, number];
}

/** Every exchange with every profile that serves it; one that cannot be read is left out. */
export function servedPlaces(content: Content): ServedPlace[] {
  const partners = readPartners(content.partners);
  return content.exchanges.flatMap(({ slug, facts }) =>
    facts?.value === undefined || !isPublished(slug)
      ? []
      : partners.flatMap(({ file, facts: partner }) =>
          partner.exchanges.flatMap((served, index) =>
            served.exchange === slug && facts.value !== undefined
              ? {
                  file,
                  facts: partner,
                  served,
                  exchange: { ...facts.value, slug },
                  path: ['exchanges', index] as const,
                }
              : [],
          ),
        ),
  );
}

/**
 * Findings for one kind of problem with the set-ups of all profiles at the exchanges.
 *
 * A profile is judged as of the day on which it was checked: time alone takes addresses
 * away, and never makes a set-up that could be followed into one that cannot.
 */
export function setupFindings<Kind extends SetupProblem['kind']>(
  content: Content,
  kind: Kind,
  describe: (
    problem: Extract<SetupProblem, { kind: Kind }>,
    place: ServedPlace,
  ) => (Pick<Finding, 'message' | 'help'> & { readonly field?: string }) | undefined,
): Finding[] {
  const useCases = content.useCases?.value ?? [];
  return servedPlaces(content).flatMap((place) => {
    const { file, facts, served, exchange, path } = place;
    const wanted = useCasesAt(facts, served);
    if (!wanted.every((id) => useCases.some((useCase) => useCase.id === id))) return [];
    const result = partnerSetup(
      { ...facts, slug: file.slug },
      served,
      exchange,
      useCases,
      facts.checked,
    );
    if (result.ok) return [];
    return result.problems
      .filter((problem) => isOfKind(problem, kind))
      .flatMap((problem) => {
        const description = describe(problem, place);
        if (description === undefined) return [];
        const { field, message, help } = description;
        const at = field === undefined ? file.at([...path, 'exchange']) : file.at([field], 'key');
        return [{ ...at, message, help }];
      });
  });
}

function isOfKind<Kind extends SetupProblem['kind']>(
  problem: SetupProblem,
  kind: Kind,
): problem is Extract<SetupProblem, { kind: Kind }> {
  return problem.kind === kind;
}
