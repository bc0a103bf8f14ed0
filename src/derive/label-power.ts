import type { ExchangeFacts } from '../schema/exchange.ts';
import type { ReviewedPower } from '../schema/powers.ts';
import type { UseCase } from '../schema/use-case.ts';
import { type Capability, movesOut, severityOf } from '../vocabulary/capabilities.ts';
import { labelWords } from './label-words.ts';
import { allCapabilities, permissionSettings } from './permission-settings.ts';

/**
 * Whether the words of a permission go with what it can do by the facts. One wrong
 * capability is enough to make a page tell readers to switch withdrawals on; the label,
 * which readers see, speaks against it.
 */

/** A permission or one of its levels whose label does not go with its capabilities. */
export interface LabelProblem {
  /** Where it stands in the list of permissions. */
  readonly index: number;
  /** Where its level stands; undefined for the permission itself. */
  readonly level: number | undefined;
  /** The label, and that of the level. */
  readonly labels: readonly string[];
  readonly fault: LabelFault;
}

export type LabelFault =
  /** The label names a power that none of the capabilities is. */
  | {
      readonly kind: 'names-more';
      readonly power: 'out' | 'transfer';
      readonly word: string;
      readonly capabilities: readonly Capability[];
    }
  /** The label says that it reads, and its capabilities trade or move funds out. */
  | { readonly kind: 'reads-more'; readonly capabilities: readonly Capability[] }
  /** It is switched on although it names a power that no reader needs. */
  | { readonly kind: 'on-names-out'; readonly word: string; readonly useCases: readonly string[] }
  /** It is switched on although it names neither reading nor trading. */
  | { readonly kind: 'on-names-nothing'; readonly useCases: readonly string[] };

export interface LabelPower {
  /** What nobody reviewed, in the order of the permissions. */
  readonly problems: readonly LabelProblem[];
  /** Reviewed lines that no label of the exchange needs (any more). */
  readonly needless: readonly ReviewedPower[];
}

/**
 * Compares the labels of an exchange's permissions with their capabilities.
 *
 * Input: the permissions, every use case, and the reviewed lines of this exchange. Output:
 * the problems, one for each permission or level, and the lines that are not needed.
 * Never throws.
 */
export function labelPower(
  permissions: ExchangeFacts['permissions'],
  useCases: readonly UseCase[],
  reviewed: readonly ReviewedPower[],
): LabelPower {
  const found = [...namingMore(permissions), ...switchedOn(permissions, useCases)];
  const lineOf = ({ index, labels }: LabelProblem): ReviewedPower | undefined =>
    reviewed.find(
      (line) =>
        line.permission === permissions.items[index]?.id &&
        line.labels.join('\n') === labels.join('\n'),
    );
  const used = new Set(found.map(lineOf));
  const unreviewed = found.filter((problem) => lineOf(problem) === undefined);
  return {
    // A label that names more than it has is one fault, wherever it is switched on.
    problems: unreviewed
      .filter(
        ({ index, level }, position) =>
          !unreviewed
            .slice(0, position)
            .some(
              (other) =>
                other.index === index && (other.level === level || other.level === undefined),
            ),
      )
      .sort((a, b) => a.index - b.index || (a.level ?? -1) - (b.level ?? -1)),
    needless: reviewed.filter((line) => !used.has(line)),
  };
}

/** Labels that name a power without having it; a permission is judged over all its levels. */
function namingMore({ items }: ExchangeFacts['permissions']): LabelProblem[] {
  return items.flatMap((permission, index): LabelProblem[] => {
    const unavoidable = (permission.unavoidable ?? []).flatMap((power) => power.capabilities);
    const fitting = (label: string, capabilities: readonly Capability[]): LabelFault | undefined =>
      unbacked(label, capabilities) ?? readingMore(label, capabilities, unavoidable);
    const whole =
      permission.levels === undefined
        ? fitting(permission.label, permission.capabilities ?? [])
        : unbacked(permission.label, allCapabilities(permission));
    const levels = (permission.levels ?? []).flatMap((level, position): LabelProblem[] => {
      const fault = fitting(level.label, level.capabilities);
      return fault === undefined
        ? []
        : [{ index, level: position, labels: [permission.label, level.label], fault }];
    });
    return whole === undefined
      ? levels
      : [{ index, level: undefined, labels: [permission.label], fault: whole }];
  });
}

function unbacked(label: string, capabilities: readonly Capability[]): LabelFault | undefined {
  const words = labelWords(label);
  const [out, transfer] = [words.get('out') ?? words.get('keys'), words.get('transfer')];
  if (out !== undefined && !capabilities.some(movesOut))
    return { kind: 'names-more', power: 'out', word: out, capabilities };
  if (transfer !== undefined && !capabilities.some(moves))
    return { kind: 'names-more', power: 'transfer', word: transfer, capabilities };
  return undefined;
}

/** Labels that begin with reading and name nothing else. */
const readsAlone =
  /^(?:read|view|query|see|show)\b(?!.*\b(?:write|trad(?:e|ing)|create|modify|manage|place|cancel|edit)\b)/i;

/** What a label that only speaks of reading lets a key do beyond it. */
function readingMore(
  label: string,
  capabilities: readonly Capability[],
  unavoidable: readonly Capability[],
): LabelFault | undefined {
  const more = capabilities.filter(
    (capability) =>
      (movesOut(capability) || severityOf(capability) === 'trades') &&
      !unavoidable.includes(capability),
  );
  return readsAlone.test(label) && more.length > 0
    ? { kind: 'reads-more', capabilities: more }
    : undefined;
}

/** A deposit address moves nothing, although whoever pays to it does. */
function moves(capability: Capability): boolean {
  return (
    movesOut(capability) ||
    (severityOf(capability) === 'moves-own' && capability !== 'create-deposit-address')
  );
}

/** Labels that are switched on for some use case and do not sound like it. */
function switchedOn(
  permissions: ExchangeFacts['permissions'],
  useCases: readonly UseCase[],
): LabelProblem[] {
  const settings = useCases.map((useCase) => permissionSettings(permissions, useCase));
  return permissions.items.flatMap((permission, index) => {
    const levels: readonly (number | undefined)[] = permission.levels?.map(
      (_, position) => position,
    ) ?? [undefined];
    return levels.flatMap((level): LabelProblem[] => {
      const chosen = level === undefined ? undefined : permission.levels?.[level];
      const on = settings.flatMap((setting) => {
        const row = setting.served ? setting.rows[index] : undefined;
        return row?.setting === 'on' && row.level?.id === chosen?.id ? [setting.useCase.id] : [];
      });
      if (on.length === 0) return [];
      const labels = [permission.label, ...(chosen === undefined ? [] : [chosen.label])];
      const words = labelWords(labels.join(' '));
      const out = words.get('out') ?? words.get('keys');
      if (out !== undefined)
        return [{ index, level, labels, fault: { kind: 'on-names-out', word: out, useCases: on } }];
      return words.has('reading') || words.has('trading')
        ? []
        : [{ index, level, labels, fault: { kind: 'on-names-nothing', useCases: on } }];
    });
  });
}
