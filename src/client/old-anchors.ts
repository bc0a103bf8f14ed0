/**
 * Leads anchors that the page had before record and path parted to where their text stands
 * now: one rule by the beginning of the anchor.
 *
 * Input: the element of the page, which names the record and the errors of its exchange.
 */
export function leadOnAnchors({ dataset }: HTMLElement): void {
  const anchor = location.hash.slice(1);
  if (anchor === '' || document.getElementById(anchor) !== null) return;
  const page = /^(?:error-|troubleshooting$)/.test(anchor)
    ? dataset['errors']
    : /^(?:source-|question-|(?:sites|sources|questions|limits|lifetimes|test-environment)$)/.test(
          anchor,
        )
      ? dataset['record']
      : undefined;
  if (page !== undefined) location.replace(page + location.hash);
}
