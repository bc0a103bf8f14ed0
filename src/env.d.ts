declare namespace App {
  interface Locals {
    /** The guide page that is being rendered; set by the page, read by MDX components. */
    guidePage?: import('./model/guide-page.ts').GuidePage<ImageMetadata>;
    /** Every published exchange, by name; set by concept pages, read by MDX components. */
    exchanges?: readonly {
      readonly slug: string;
      readonly name: string;
      readonly steps: readonly import('./model/steps.ts').StepId[];
    }[];
  }
}
