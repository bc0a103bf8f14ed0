import type { Part } from './parts.ts';
import type { ComparingRule, Finding, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

/** What the rules found in one part, and what the comparing ones have to know of it. JSON can hold it. */
export interface PartResult {
  /** Folder of the exchange; undefined for the part outside. */
  readonly slug?: string | undefined;
  readonly findings: readonly { readonly rule: string; readonly finding: Finding }[];
  /** Digests by their names. */
  readonly digests: Readonly<Record<string, unknown>>;
}

/** Runs every rule that looks at one part alone, and takes the digests for the others. */
export function checkPart(part: Part): PartResult {
  const findings: { rule: string; finding: Finding }[] = [];
  const digests: Record<string, unknown> = {};
  for (const [id, rule] of Object.entries<Rule | ComparingRule>(rules)) {
    if ('check' in rule) {
      for (const finding of rule.check(part)) findings.push({ rule: id, finding });
    } else {
      digests[rule.digest.name] ??= rule.digest.of(part);
    }
  }
  return { slug: part.slug, findings, digests };
}
