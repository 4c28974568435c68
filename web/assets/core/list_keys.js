// Moving through a list by j and k or the arrows, and from one of its things to the next.
import { on_key } from './keys.js';

let remembered = [];  // paths, in the order in which they were listed

export function remember(paths) {
  remembered = paths;
}

// [before, after] of a path in the list it was last seen in; null where there is none.
export function neighbours(path) {
  const index = remembered.indexOf(path);
  return index < 0 ? [null, null] : [remembered[index - 1] ?? null, remembered[index + 1] ?? null];
}

// j and k go through what `links()` gives; arrows too, while one of them has the focus.
export function walk(links, what, signal) {
  const step = (by) => {
    const all = [...links()];
    const index = all.indexOf(document.activeElement);
    const next = all[index < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, index + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  };
  on_key('j', `next ${what}`, () => step(1), signal);
  on_key('k', `${what} before`, () => step(-1), signal);
  document.addEventListener('keydown', (event) => {
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || ![...links()].includes(document.activeElement)) return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  }, { signal });
}
