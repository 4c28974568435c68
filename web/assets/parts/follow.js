// A page of one thing follows it.  Nothing moves under the reader: a marker says that the thing has
// changed, and shows it as it is now when that is asked for.
import { announce, el } from '../core/dom.js';
import { on_key } from '../core/keys.js';
import { on_event } from '../core/live.js';
import { refresh } from '../core/router.js';

const kRest = 3_000;  // ms between two questions, however much is stored meanwhile

// Says it once; `what` is "This dispute".
export function mark_changed(root, what, signal) {
  if (root.querySelector('.marker')) return;
  root.prepend(el('div.marker-place', {}, el('button.marker', { type: 'button', on: { click: () => refresh() } }, `${what} has changed: show`)));
  on_key('n', 'show what is new', () => refresh(), signal);
  announce(`${what} has changed, press n`);
}

// Reads the thing again, by `ask`, whenever figured has stored something, until it is another than
// `shown`.
export function follow(root, what, shown, ask, signal) {
  const seen = JSON.stringify(shown);
  let timer = null;
  let again = false;  // something was stored since it was asked last
  const look = async () => {
    again = false;
    timer = setTimeout(rested, kRest);
    try {
      if (JSON.stringify(await ask()) !== seen && !signal.aborted) mark_changed(root, what, signal);
    } catch {
      // It was left, or is no longer there: what is shown stays, as it would in print.
    }
  };
  const rested = () => {
    timer = null;
    if (again) look();
  };
  const stored = () => {
    if (root.querySelector('.marker')) return;
    again = true;
    if (timer === null) look();
  };
  for (const name of ['stored', 'dispute', 'gone']) on_event(name, stored, signal);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
