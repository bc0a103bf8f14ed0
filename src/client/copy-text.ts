/**
 * Lets buttons copy the text that stands beside them, exactly as it is shown. Without a
 * clipboard the text is selected, ready to be copied by hand.
 *
 * Input: the element that holds the boxes.
 */
export function copyTexts(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const source = button.closest('[data-copy-box]')?.querySelector('code, pre');
    if (source) button.addEventListener('click', () => void copy(button, source));
  }
}

async function copy(button: HTMLButtonElement, source: Element): Promise<void> {
  try {
    await navigator.clipboard.writeText(source.textContent);
    say(button);
  } catch {
    getSelection()?.selectAllChildren(source);
  }
}

/** Words of the buttons before they said that something is copied. */
const before = new WeakMap<HTMLElement, string>();

/** Says on a button that its text is copied, until another one is used. */
function say(button: HTMLButtonElement): void {
  for (const other of document.querySelectorAll<HTMLButtonElement>('button[data-said]')) {
    const words = other.querySelector('span');
    if (words !== null) words.textContent = before.get(other) ?? words.textContent;
    delete other.dataset['said'];
  }
  const words = button.querySelector('span');
  if (words === null) return;
  before.set(button, words.textContent);
  words.textContent = button.dataset['copied'] ?? '';
  button.dataset['said'] = '';
}
