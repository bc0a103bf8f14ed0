import { type Capability, capabilities, movesOut } from '../../src/vocabulary/capabilities.ts';
import { type Permission, permissionSchema } from '../../src/schema/exchange.ts';
import type { Asked } from '../../src/schema/exchange/further-powers.ts';
import { type UseCase, useCaseSchema } from '../../src/schema/use-case.ts';

/** What every use case must forbid. */
export const movesOutCapabilities = capabilities.filter(movesOut);

/** What a sample permission can have besides its powers. */
export interface MoreOfPermission {
  readonly fixed?: boolean;
  readonly excludes?: readonly string[];
  readonly asked?: readonly Omit<Asked, 'sources'>[];
  /** Capabilities that nobody can switch off. */
  readonly unavoidable?: readonly Capability[];
}

/** A plain box. */
export function box(
  id: string,
  grants: readonly Capability[],
  more: MoreOfPermission = {},
): Permission {
  return permissionSchema.parse({
    id,
    label: `Label of ${id}`,
    capabilities: grants,
    ...fileOf(more),
  });
}

/** A permission with levels, weakest first, as entries of id and capabilities. */
export function levelled(
  id: string,
  levels: Readonly<Record<string, readonly Capability[]>>,
  more: MoreOfPermission = {},
): Permission {
  return permissionSchema.parse({
    id,
    label: `Label of ${id}`,
    levels: Object.entries(levels).map(([levelId, grants]) => ({
      id: levelId,
      label: `Label of ${levelId}`,
      capabilities: grants,
    })),
    ...fileOf(more),
  });
}

/** The same as a contributor writes it. */
function fileOf({ asked = [], unavoidable = [], ...more }: MoreOfPermission): object {
  return {
    ...more,
    asked: asked.map((entry) => ({ ...entry, sources: ['docs'] })),
    unavoidable:
      unavoidable.length === 0
        ? []
        : [
            {
              id: 'power',
              capabilities: unavoidable,
              brief: 'what comes along',
              note: 'It comes along.',
              sources: ['docs'],
            },
          ],
  };
}

/** A use case with the id `sample`. It forbids what moves funds out, and more if asked to. */
export function useCaseThat(
  needs: readonly Capability[],
  alsoForbids: readonly Capability[] = [],
): UseCase {
  return useCaseSchema.parse({
    id: 'sample',
    label: 'Sample',
    short: 'Sample',
    purpose: 'for samples',
    who: 'For tests.',
    needs,
    forbids: [...alsoForbids, ...movesOutCapabilities],
  });
}
