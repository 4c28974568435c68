// Times that say how long ago they are, kept true while the page stands.
import { el } from './dom.js';
import { age, moment } from './words.js';

let late = 0;  // by which this machine's clock is ahead of the server's, in ms

export function set_server_time(iso) {
  late = Date.now() - Date.parse(iso);
}

const now = () => Date.now() - late;

export function ago(iso, attributes = {}) {
  if (!iso) return el('span', attributes, 'never');
  return el('time', { datetime: iso, title: moment(iso), ...attributes, data: { relative: '' } }, age(iso, now()));
}

// When something is to be done: a moment that has passed is due.
export const due = (iso) => (Date.parse(iso) > now() + 1000 ? ago(iso) : el('span', {}, 'due now'));

// The moment itself, as a record has it.
export const at_moment = (iso) => (iso ? el('time', { datetime: iso }, moment(iso)) : el('span', {}, 'never'));

function renew() {
  for (const node of document.querySelectorAll('time[data-relative]')) {
    const words = age(node.getAttribute('datetime'), now());
    if (node.textContent !== words) node.textContent = words;
  }
}

export function keep_true() {
  setInterval(renew, 10_000);
}
