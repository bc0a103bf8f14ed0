declare namespace App {
  interface Locals {
    /** The words of the page's language; set for every page by the middleware. */
    t: import('./i18n/index.ts').Dictionary;
    /** Whether a step is rendered alone, under a title of its own. */
    isEmbedded?: boolean;
    /** Every published exchange, by name; set by concept pages, read by MDX components. */
    exchanges?: readonly {
      readonly slug: string;
      readonly name: string;
      readonly steps: readonly import('./vocabulary/steps.ts').StepId[];
    }[];
  }
}

interface Window {
  /** Lets the page around a frame size it anew: Chrome 154, css-sizing-4. */
  requestResize?(): void;
}
