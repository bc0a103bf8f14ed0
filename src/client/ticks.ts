/**
 * Keeps a reader's ticks in the browser, one entry of storage for each guide page,
 * and shows how many steps are done.
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
  showProgress(page, boxes);

  function update(): void {
    write(
      key,
      boxes.filter((box) => box.checked).map((box) => box.dataset['tick'] ?? ''),
    );
    showProgress(page, boxes);
  }
}

function showProgress(page: HTMLElement, boxes: readonly HTMLInputElement[]): void {
  const steps = boxes.filter((box) => 'stepTick' in box.dataset);
  const done = steps.filter((box) => box.checked);
  const text = page.querySelector<HTMLElement>('[data-progress-text]');
  const bar = page.querySelector('progress');
  if (text !== null)
    text.textContent = (text.dataset['template'] ?? '').replace('{done}', String(done.length));
  if (bar !== null) bar.value = done.length;
  for (const box of steps) {
    const link = page.querySelector(`.contents a[href="#${box.dataset['tick'] ?? ''}"]`);
    link?.parentElement?.classList.toggle('done', box.checked);
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
