import { textsOfSteps } from '../texts.ts';
import type { Rule } from '../rule.ts';

export const toolWords: Rule = {
  meaning:
    'Steps say "your tool": on the page of a partner its name stands there instead, which other words for the tool would contradict.',
  mend: 'Write "your tool", or put the sentence into <Only on="general">.',
  example: "Take the addresses from the tool's own website.",
  check: ({ exchanges }) =>
    exchanges.flatMap(({ steps }) =>
      textsOfSteps({ steps }).flatMap(({ file, text, line, column, kind }) => {
        const found = kind === 'text' ? /\bthe tool\b/i.exec(text)?.[0] : undefined;
        return found === undefined
          ? []
          : [
              {
                file,
                line,
                column,
                message: `"${found}" stays as it is on the page of a partner; expected "your tool".`,
                help: 'Write "your tool": the name of the partner takes its place.',
              },
            ];
      }),
    ),
};
