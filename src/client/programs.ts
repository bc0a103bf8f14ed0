/**
 * Turns the programs of a guide into tabs, and loads the text of a program when somebody
 * wants to read it. Without scripts they stand one below the other, to be downloaded.
 *
 * Input: the element of the guide page.
 */
export function showPrograms(page: HTMLElement): void {
  for (const box of page.querySelectorAll<HTMLElement>('[data-programs]')) makeTabs(box);
  for (const details of page.querySelectorAll<HTMLDetailsElement>('details[data-source]')) {
    details.addEventListener('toggle', () => void load(details));
  }
}

function makeTabs(box: HTMLElement): void {
  const panels = [...box.querySelectorAll<HTMLElement>('[data-program]')];
  const list = document.createElement('div');
  list.role = 'tablist';
  list.className = 'program-tabs';
  list.ariaLabel = box.ariaLabel;
  const tabs = panels.map((panel, index) => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.role = 'tab';
    tab.id = `program-tab-${index}`;
    tab.textContent = panel.dataset['program'] ?? '';
    panel.id = `program-${index}`;
    panel.role = 'tabpanel';
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', () => choose(index));
    return tab;
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      step === undefined
        ? { Home: 0, End: tabs.length - 1 }[event.key]
        : (at + step + tabs.length) % tabs.length;
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    choose(next);
    tabs[next]?.focus();
  });
  const choose = (chosen: number): void => {
    for (const [index, tab] of tabs.entries()) {
      tab.ariaSelected = String(index === chosen);
      tab.tabIndex = index === chosen ? 0 : -1;
      const panel = panels[index];
      if (panel !== undefined) panel.hidden = index !== chosen;
    }
  };
  list.append(...tabs);
  box.prepend(list);
  box.dataset['tabs'] = '';
  choose(0);
}

async function load(details: HTMLDetailsElement): Promise<void> {
  const target = details.querySelector('pre');
  const address = details.dataset['source'];
  if (!details.open || target === null || address === undefined || target.textContent !== '')
    return;
  const answer = await fetch(address);
  if (answer.ok) target.textContent = await answer.text();
}
