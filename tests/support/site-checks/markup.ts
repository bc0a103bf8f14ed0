import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltSite } from '../built-site.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    elements: ['html5'],
    // Among them: ids once, headings without gaps and one <h1>, labels of fields,
    // references that lead somewhere, alternatives of pictures, landmarks told apart.
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Titles name exchange, step and site; readers tell tabs apart by their beginning.
      'long-title': 'off',
      // Nothing is loaded from elsewhere; the check of resources holds that.
      'require-sri': 'off',
      // Lists of terms may be named, says HTML-ARIA; that it is "not recommended" is taste.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
    },
  }),
);

/** Every page is valid HTML, by the rules of html-validate that carry meaning. */
export async function markup({ pages }: BuiltSite): Promise<string[]> {
  const faults: string[] = [];
  // The page of an exchange is that of its usual use case, word for word.
  for (const [html, same] of Map.groupBy(pages, (page) => page.html)) {
    const files = same.map(({ file }) => file).join(', ');
    const { results } = await validator.validateString(html, files);
    for (const { line, column, ruleId, message, selector } of results.flatMap(
      ({ messages }) => messages,
    )) {
      // What stands in a template is filled by a script before anybody meets it.
      if (ruleId === 'empty-heading' && /(?:^|> )template\b/.test(selector ?? '')) continue;
      faults.push(`${files}: line ${line}, column ${column}: ${message} (${ruleId})`);
    }
  }
  return faults;
}
