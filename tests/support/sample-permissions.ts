import { type Capability, capabilities, movesOut } from '../../src/vocabulary/capabilities.ts';
import { type Permission, permissionSchema } from '../../src/schema/exchange.ts';
import { type UseCase, useCaseSchema } from '../../src/schema/use-case.ts';

/** What every use case must forbid. */
export const movesOutCapabilities = capabilities.filter(movesOut);

/** A plain box. */
export function box(
  id: string,
  grants: readonly Capability[],
  more: { fixed?: boolean; excludes?: string[] } = {},
): Permission {
  return permissionSchema.parse({ id, label: `Label of ${id}`, capabilities: grants, ...more });
}

/** A permission with levels, weakest first, as entries of id and capabilities. */
export function levelled(
  id: string,
  levels: Readonly<Record<string, readonly Capability[]>>,
  more: { fixed?: boolean; excludes?: string[] } = {},
): Permission {
  return permissionSchema.parse({
    id,
    label: `Label of ${id}`,
    levels: Object.entries(levels).map(([levelId, grants]) => ({
      id: levelId,
      label: `Label of ${levelId}`,
      capabilities: grants,
    })),
    ...more,
  });
}

/** A use case with the id `sample`. It forbids what moves funds out, and more if asked to. */
export function useCaseThat(
  needs: readonly Capability[],
  alsoForbids: readonly Capability[] = [],
): UseCase {
  return useCaseSchema.parse({
    id: 'sample',
    label: 'Sample',
    purpose: 'for samples',
    who: 'For tests.',
    needs,
    forbids: [...alsoForbids, ...movesOutCapabilities],
  });
}
