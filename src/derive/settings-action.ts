import type { ExchangeFacts, Permission } from '../schema/exchange.ts';
import type { PermissionRow, PermissionSettings } from './permission-settings.ts';

/** A box with the level at which it is set. */
export interface SetBox {
  readonly label: string;
  /** Label of the level; undefined for a plain box. */
  readonly level: string | undefined;
}

/**
 * What readers do in the list of permissions, as one numbered action: the same rows as the
 * table, by the kind of control.
 */
export interface SettingsAction {
  readonly control: ExchangeFacts['permissions']['control'];
  /** What they set themselves, in the order of the form. */
  readonly set: readonly SetBox[];
  /** On, and nobody can change it. */
  readonly fixed: readonly string[];
  /** On when the form opens, and to be left so. */
  readonly keep: readonly string[];
  /** On when the form opens, and to be switched off. */
  readonly clear: readonly string[];
  /** Rows of choices that are set to the label of their own that says off. */
  readonly none: readonly SetBox[];
  /** What stays off and moves funds out, without the rows of choices. */
  readonly never: readonly string[];
  /** Whether anything else stays off. */
  readonly othersStayOff: boolean;
  /** What a tool or a partner may ask for, and nothing else may switch on. */
  readonly ifAsked: readonly SetBox[];
  /** Boxes that bring a power which nobody can switch off. */
  readonly unavoidable: readonly string[];
}

/**
 * The action of the step about permissions.
 *
 * Input: how the exchange shows its permissions, and the settings of a page. Output: what
 * to do, for a dictionary to word. Fixed boxes need no action and are only mentioned.
 */
export function settingsAction(
  { control }: Pick<ExchangeFacts['permissions'], 'control'>,
  settings: PermissionSettings & { served: true },
): SettingsAction {
  const { rows } = settings;
  const on = rows.filter(({ setting }) => setting === 'on');
  const rest = rows.filter(({ setting }) => setting !== 'on');
  const isFixed = ({ permission, level }: PermissionRow): boolean =>
    level === undefined && permission.fixed;
  const isKept = (row: PermissionRow): boolean =>
    !isFixed(row) && row.level === undefined && row.permission.preset;
  const plain = rest.filter(({ permission }) => permission.off === undefined);
  const never = plain.filter(({ setting }) => setting === 'never').map(labelOf);
  return {
    control,
    set: on.filter((row) => !isFixed(row) && !isKept(row)).map(boxOf),
    fixed: on.filter(isFixed).map(labelOf),
    keep: on.filter(isKept).map(labelOf),
    clear: plain.filter(({ permission }) => permission.preset).map(labelOf),
    none: rest.flatMap(({ permission }) =>
      permission.off === undefined ? [] : [{ label: permission.label, level: permission.off }],
    ),
    never,
    othersStayOff: plain.length > never.length,
    ifAsked: rest.filter(({ setting }) => setting === 'if-asked').map(boxOf),
    unavoidable: [...new Set(settings.unavoidable.map(({ permission }) => permission.label))],
  };
}

function labelOf({ permission }: { readonly permission: Permission }): string {
  return permission.label;
}

function boxOf({ permission, level }: PermissionRow): SetBox {
  return { label: permission.label, level: level?.label };
}
