/**
 * Keeps a reader's ticks in the browser, one entry of storage for each guide page.
 *
 * Input: the element with `data-guide`, which names the exchange and use case.
 */
export function keepTicks(page: HTMLElement): void {
  const key = `ticks:${page.dataset['guide'] ?? ''}`;
  const boxes = [...page.querySelectorAll<HTMLInputElement>('input[data-tick]')];
  const kept = read(key);
  for (const box of boxes) {
    box.checked = kept.has(box.dataset['tick'] ?? '');
    box.addEventListener('change', update);
  }
  page.querySelector('[data-clear-ticks]')?.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    update();
  });

  function update(): void {
    write(
      key,
      boxes.filter((box) => box.checked).map((box) => box.dataset['tick'] ?? ''),
    );
  }
}

function read(key: string): Set<string> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);
  } catch {
    // Storage can be switched off, or hold something else: no ticks then.
    return new Set();
  }
}

function write(key: string, ticks: readonly string[]): void {
  try {
    if (ticks.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(ticks));
  } catch {
    // Storage can be switched off; the ticks then last for this page.
  }
}
