/** What the link maker knows of an exchange; runs in the browser, so it needs nothing else. */

/** A place beside the steps that a link can lead to. */
export interface LinkPlace {
  /** Its name in the address of the link maker; the same for ever, as its anchor is. */
  readonly id: string;
  readonly title: string;
  /** With the base path and the anchor. */
  readonly path: string;
}

/** Where links to an exchange can lead, besides whole pages. */
export interface LinkTargets {
  /** Titles of the steps, by their ids. */
  readonly steps: Readonly<Record<string, string>>;
  readonly questions: readonly LinkPlace[];
  readonly errors: readonly LinkPlace[];
  readonly facts: readonly LinkPlace[];
}

/** Whether a value has the form of targets, which a script fetches. */
export function isLinkTargets(value: unknown): value is LinkTargets {
  if (typeof value !== 'object' || value === null) return false;
  const { steps, ...lists } = Object.fromEntries(Object.entries(value));
  return (
    typeof steps === 'object' &&
    steps !== null &&
    Object.values(steps).every((title) => typeof title === 'string') &&
    ['questions', 'errors', 'facts'].every(
      (name) => Array.isArray(lists[name]) && lists[name].every(isLinkPlace),
    )
  );
}

function isLinkPlace(value: unknown): value is LinkPlace {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const path = fields.get('path');
  return (
    ['id', 'title'].every((name) => typeof fields.get(name) === 'string') &&
    typeof path === 'string' &&
    path.startsWith('/') &&
    !path.startsWith('//')
  );
}
