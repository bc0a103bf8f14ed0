import { brotliCompressSync, constants } from 'node:zlib';
import path from 'node:path/posix';
import sharp from 'sharp';
import { firstVisit, pathBytes, sharePictureBytes } from '../../../src/site/budgets.ts';
import type { BuiltPage, BuiltSite, PageKind } from '../built-site.ts';
import type { SiteCheck } from './site-check.ts';

/** Pages that nobody visits first in a browser of their own. */
const exempt: readonly (PageKind | undefined)[] = ['embedded-step', 'moved'];

/**
 * The first visit of every page stays within its budget: HTML, styles and scripts with
 * what they import at once, as a host with brotli sends them. Pictures load when they
 * come into view.
 */
export const firstVisits: SiteCheck = (site) => {
  const sizes = new Map<string, number>();
  return site.pages
    .filter(({ kind }) => !exempt.includes(kind))
    .flatMap((page) => {
      const others = [...firstFiles(site, page)].filter((file) => file !== page.file);
      const rest = others.reduce((sum, file) => {
        const size = sizes.get(file) ?? brotliSize(site.bytes(file));
        sizes.set(file, size);
        return sum + size;
      }, 0);
      const bytes = rest + sizeWithin(Buffer.from(page.html), firstVisit.bytes - rest);
      const requests = others.length + 1;
      return [
        ...(bytes > firstVisit.bytes
          ? [`${page.file}: loads ${bytes} bytes, more than ${firstVisit.bytes}`]
          : []),
        ...(requests > firstVisit.requests
          ? [`${page.file}: loads ${requests} files, more than ${firstVisit.requests}`]
          : []),
      ];
    });
};

/** Pages of the path, which people open on telephones. */
const ofPath: readonly (PageKind | undefined)[] = ['guide', 'partner-guide', 'refused', 'closing'];

/** The page of a path with its styles, and its scripts, are each within what they may be. */
export const pathSizes: SiteCheck = (site) => {
  const sizes = new Map<string, number>();
  const sizeOf = (files: readonly string[]): number =>
    files.reduce((sum, file) => {
      const size = sizes.get(file) ?? brotliSize(site.bytes(file));
      sizes.set(file, size);
      return sum + size;
    }, 0);
  return site.pages
    .filter(({ kind }) => ofPath.includes(kind))
    .flatMap((page) => {
      const files = [...firstFiles(site, page)].filter((file) => file !== page.file);
      const scripts = sizeOf(files.filter((file) => file.endsWith('.js')));
      const rest = sizeOf(files.filter((file) => !file.endsWith('.js')));
      const bytes = rest + sizeWithin(Buffer.from(page.html), pathBytes.page - rest);
      return [
        ...(bytes > pathBytes.page
          ? [`${page.file}: has ${bytes} bytes of HTML and styles, more than ${pathBytes.page}`]
          : []),
        ...(scripts > pathBytes.scripts
          ? [`${page.file}: has ${scripts} bytes of scripts, more than ${pathBytes.scripts}`]
          : []),
      ];
    });
};

function brotliSize(bytes: Buffer, quality = constants.BROTLI_MAX_QUALITY): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    .length;
}

/** The size, or one above it that is still within: full effort takes twenty times as long. */
function sizeWithin(bytes: Buffer, most: number): number {
  const quick = brotliSize(bytes, 5);
  return quick <= most ? quick : brotliSize(bytes);
}

/** The files that a browser fetches before anybody does anything. */
function firstFiles(site: BuiltSite, page: BuiltPage): Set<string> {
  const files = new Set<string>();
  const add = (address: string): void => {
    const file = address.slice(site.base.length);
    if (files.has(file) || !site.files.has(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, imported = ''] of site
      .text(file)
      .matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g))
      add(path.join(path.dirname(address), imported));
  };
  for (const { attribs } of page.all('script[src]')) add(attribs['src'] ?? '');
  for (const { attribs } of page.all('link[rel="stylesheet"], link[rel="modulepreload"]'))
    add(attribs['href'] ?? '');
  return files;
}

/** Every share picture is a PNG of the announced size, small, and named by a page. */
export const sharePictures: SiteCheck = async (site) => {
  const named = new Set(
    site.pages.map((page) => page.attribute('meta[property="og:image"]', 'content')),
  );
  const pictures = [...site.files].filter((file) => /^og\/.*\.png$/.test(file));
  const faults = await Promise.all(
    pictures.map(async (file) => {
      const bytes = site.bytes(file);
      const { width, height, format } = await sharp(bytes)
        .metadata()
        // A file that is no picture has neither form nor size.
        .catch(() => ({ width: 0, height: 0, format: 'no picture' }));
      return [
        ...(format === 'png' && width === 1200 && height === 630
          ? []
          : [`${file}: is ${format}, ${width} × ${height}`]),
        ...(bytes.length < sharePictureBytes ? [] : [`${file}: has ${bytes.length} bytes`]),
        ...(named.has(`${site.origin}${site.base}${file}`) ? [] : [`${file}: no page names it`]),
      ];
    }),
  );
  return [...(pictures.length > 3 ? [] : ['og/: has no pictures']), ...faults.flat()];
};
