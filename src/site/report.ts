/**
 * Address of the form that tells that a page is wrong, filled in with what the page knows.
 *
 * Input: the address of the repository, and the fields of the form by their ids.
 */
export function reportAddress(
  repository: string,
  fields: Readonly<Record<string, string>>,
): string {
  return `${repository}/issues/new?${new URLSearchParams({ template: 'page-wrong.yml', ...fields })}`;
}
