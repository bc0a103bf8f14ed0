declare namespace App {
  interface Locals {
    /** The guide page that is being rendered; set by the page, read by MDX components. */
    guidePage?: import('./model/guide-page.ts').GuidePage<ImageMetadata>;
  }
}
