import { matchableExchange } from '../../derive/error-catalog.ts';
import { matchErrors } from '../../derive/error-match.ts';
import type { Finding, Rule } from '../rule.ts';

export const errorFound: Rule = {
  meaning:
    'Every code and every text of an error is found where somebody pastes the answer of the exchange.',
  mend: 'Write the code as the exchange sends it, and enough of the text that it is no everyday word.',
  example: 'messages: ["…"]',
  check: ({ exchanges }) =>
    exchanges.flatMap(({ slug, facts }): Finding[] => {
      if (facts?.value === undefined) return [];
      const among = [matchableExchange({ ...facts.value, slug })];
      const finds = (answer: string, id: string): boolean =>
        matchErrors(`${slug} ${answer}`, among).some((match) => match.id === id);
      return facts.value.troubleshooting.flatMap(({ id, codes = [], messages = [] }, index) => [
        ...codes.flatMap((code, position) =>
          answersWith(code).every((answer) => finds(answer, id))
            ? []
            : [
                {
                  ...facts.at(['troubleshooting', index, 'codes', position]),
                  message: `The code "${code}" is not found in an answer that holds it.`,
                  help: 'Write it as the exchange sends it; a status of HTTP belongs under "http".',
                },
              ],
        ),
        ...messages.flatMap((message, position) =>
          finds(JSON.stringify({ msg: message.replaceAll('…', '203.0.113.10') }), id)
            ? []
            : [
                {
                  ...facts.at(['troubleshooting', index, 'messages', position]),
                  message: `The text "${message}" is not found in an answer that holds it.`,
                  help: 'Write more of the text, letter for letter; "…" stands for what changes.',
                },
              ],
        ),
      ]);
    }),
};

/** Answers that hold a code: one that is a number comes as such, or as text. */
function answersWith(code: string): string[] {
  const values = /^-?\d+$/.test(code) ? [code, `"${code}"`] : [JSON.stringify(code)];
  return values.map((value) => `{"code":${value},"msg":"x"}`);
}
