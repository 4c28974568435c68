// Keyboard shortcuts: one key each, none while somebody types, all listed under "?".

const shortcuts = new Map();  // key → {words, act}

// Keys of the page that is shown are given up with its `signal`.
export function on_key(key, words, act, signal) {
  const former = shortcuts.get(key);
  const entry = { words, act };
  shortcuts.set(key, entry);
  signal?.addEventListener('abort', () => {
    if (shortcuts.get(key) !== entry) return;
    if (former) shortcuts.set(key, former);
    else shortcuts.delete(key);
  });
}

export const shortcut_list = () => [...shortcuts].map(([key, { words }]) => ({ key, words }));

const types = (target) => target.closest?.('input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]');

export function listen() {
  let pending = '';  // the first of two: "g d"
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (types(event.target) || document.querySelector('dialog[open]')) return;
    const pair = pending ? `${pending} ${event.key}` : null;
    pending = '';
    const found = shortcuts.get(pair) ?? shortcuts.get(event.key);
    if (found) {
      event.preventDefault();
      found.act(event);
    } else if (event.key === 'g') {
      pending = 'g';
    }
  });
}
