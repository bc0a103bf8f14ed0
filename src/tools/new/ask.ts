import { createInterface } from 'node:readline/promises';

/** Asks people at a terminal, or reads the lines of a pipe. */
export interface Asker {
  /**
   * Asks until an answer fits.
   *
   * Input: the question, the answer that an empty line stands for (if any), and what
   * reads an answer. Output: the value. Throws where the input ends first.
   */
  ask(
    text: string,
    fallback: string | undefined,
    read: (answer: string) => { value: string } | { fault: string },
  ): Promise<string>;
  close(): void;
}

/** Starts to ask on standard input and output. */
export function startAsking(): Asker {
  const reader = createInterface({ input: process.stdin, output: process.stdout });
  // Lines of a pipe arrive faster than they are asked for; the iterator keeps them.
  const lines = reader[Symbol.asyncIterator]();
  return {
    async ask(text, fallback, read) {
      for (;;) {
        reader.setPrompt(`${text}${fallback === undefined ? '' : ` [${fallback}]`}: `);
        reader.prompt();
        const line = await lines.next();
        if (line.done === true)
          throw new Error(`\nThe input ended before this was answered: ${text}. Nothing was made.`);
        const result = read(line.value.trim() === '' ? (fallback ?? '') : line.value);
        if ('value' in result) return result.value;
        console.log(`  ${result.fault}`);
      }
    },
    close: () => reader.close(),
  };
}
