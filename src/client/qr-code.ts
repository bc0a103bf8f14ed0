/** Modules of margin that readers of codes ask for, and the error correction (ISO/IEC 18004). */
const settings = { ecc: 'M', border: 4 } as const;

/** Pixels of the saved picture for each module: sharp when it is printed. */
const pixelsPerModule = 16;

/**
 * Draws a QR code here in the browser, as the first thing in its place, and offers it as
 * files. The library is fetched when a code is first wanted.
 *
 * Input: the place, with its buttons to save the files, and the address that the code holds.
 */
export async function drawQrCode(place: HTMLElement, url: string): Promise<void> {
  place.dataset['wanted'] = url;
  const { encode, renderSVG } = await import('uqr');
  // A choice that was made in the meantime is drawn by itself.
  if (place.dataset['wanted'] !== url) return;
  const svg = `data:image/svg+xml,${encodeURIComponent(renderSVG(url, settings))}`;
  const image = place.querySelector('img') ?? new Image();
  image.alt = place.dataset['qrPicture'] ?? '';
  image.src = svg;
  place.prepend(image);
  const { data } = encode(url, settings);
  const name = nameFor(url);
  save(place, 'svg', name, svg);
  save(place, 'png', name, pngOf(data));
}

function save(place: HTMLElement, kind: string, name: string, address: string | undefined): void {
  const button = place.querySelector<HTMLButtonElement>(`[data-save="${kind}"]`);
  if (button === null) return;
  button.hidden = address === undefined;
  button.onclick = () => {
    const link = document.createElement('a');
    link.href = address ?? '';
    link.download = `${name}.${kind}`;
    link.click();
  };
}

/** A file name from the path and the anchor of an address: letters, digits and hyphens. */
function nameFor(url: string): string {
  const { pathname, hash } = new URL(url);
  return `${pathname}${hash}`.replaceAll(/[^a-z0-9]+/gi, '-').replaceAll(/^-+|-+$/g, '') || 'link';
}

/** The code as a picture; undefined where the browser draws none. */
function pngOf(data: readonly (readonly boolean[])[]): string | undefined {
  const canvas = document.createElement('canvas');
  // The margin is among the rows.
  canvas.width = data.length * pixelsPerModule;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries())
      if (isDark)
        context.fillRect(
          x * pixelsPerModule,
          y * pixelsPerModule,
          pixelsPerModule,
          pixelsPerModule,
        );
  return canvas.toDataURL('image/png');
}
