/**
 * A text with values put into its places: `Step {n}` and `{ n: '3' }` make `Step 3`.
 *
 * Input: the text with places in braces, and a value for each by its name. Values are put in
 * as they are, once: what looks like a place within them stays, and so does a place without
 * a value. Runs in the browser too.
 */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/gi, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
