/** A rectangle in a picture, in whole pixels from its left upper corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box as people write it: `left,top,width,height`. */
export function formatBox({ x, y, width, height }: Box): string {
  return `${x},${y},${width},${height}`;
}

/** The smallest box around others. Throws where there are none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new Error('[box] There is no box to go around.');
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Whether two boxes share at least one pixel. */
export function boxesOverlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A box in a picture of another scale, widened to whole pixels. */
export function scaledBox(box: Box, factor: number): Box {
  const x = Math.floor(box.x * factor);
  const y = Math.floor(box.y * factor);
  return {
    x,
    y,
    width: Math.ceil((box.x + box.width) * factor) - x,
    height: Math.ceil((box.y + box.height) * factor) - y,
  };
}

/** A box with a margin on each side, within a picture of this size. */
export function boxWithMargin(
  box: Box,
  margin: number,
  size: { readonly width: number; readonly height: number },
): Box {
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  return {
    x,
    y,
    width: Math.min(size.width, box.x + box.width + margin) - x,
    height: Math.min(size.height, box.y + box.height + margin) - y,
  };
}
