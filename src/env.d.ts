declare namespace App {
  interface Locals {
    /** The words of the page's language; set for every page by the middleware. */
    t: import('./i18n/index.ts').Dictionary;
    /** The guide page that is being rendered; set by the page, read by MDX components. */
    guidePage?: import('./derive/guide-page.ts').GuidePage<ImageMetadata>;
    /** The only step that is rendered of the guide page; set by pages that embed one. */
    embeddedStep?: import('./vocabulary/steps.ts').StepId;
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
