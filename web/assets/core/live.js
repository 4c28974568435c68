// What changes, as it changes: one connection for the page that is looked at.
//
// A browser gives a server few connections, all tabs together, so a hidden page gives its
// own back.  Whoever was away hears "gone": what was missed must be read anew; so does, now
// and then, who is refused a connection.
import { wake_all } from './patience.js';

const kPatience = 30_000;  // ms that a page may be hidden before it lets go
const kRetry = 15_000;     // ms, after the browser has given up
const kEvents = ['dispute', 'alert', 'feed', 'status', 'stored', 'gone'];

const listeners = new Map();  // event → Set of functions
let source = null;
let timer = null;

function tell_state(state, words) {
  const node = document.getElementById('live');
  if (node.dataset.state === state) return;
  node.dataset.state = state;
  node.textContent = words;
}

function tell(name, data) {
  for (const act of listeners.get(name) ?? []) act(data);
}

// `act(data)` for each event of this name, until the signal ends it.
export function on_event(name, act, signal) {
  if (!listeners.has(name)) listeners.set(name, new Set());
  listeners.get(name).add(act);
  signal?.addEventListener('abort', () => listeners.get(name).delete(act));
}

export function connect({ missed = false } = {}) {
  clearTimeout(timer);
  source?.close();
  source = new EventSource('/api/v1/events');
  source.addEventListener('open', () => {
    tell_state('on', 'Live');
    wake_all();
    if (missed) tell('gone', {});
    missed = false;
  });
  source.addEventListener('error', () => {
    tell_state('off', 'Not live');
    if (source.readyState !== EventSource.CLOSED) return;  // the browser tries again
    if (missed) tell('gone', {});
    clearTimeout(timer);
    timer = setTimeout(connect, kRetry, { missed: true });
  });
  for (const name of kEvents) source.addEventListener(name, (event) => tell(name, JSON.parse(event.data || '{}')));
}

function seen_or_hidden() {
  clearTimeout(timer);
  if (document.visibilityState === 'hidden') timer = setTimeout(() => source.close(), kPatience);
  else if (source.readyState === EventSource.CLOSED) connect({ missed: true });
}

export function listen() {
  connect();
  document.addEventListener('visibilitychange', seen_or_hidden);
  window.addEventListener('online', () => source.readyState === EventSource.CLOSED && connect({ missed: true }));
  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', (event) => event.persisted && connect({ missed: true }));
}
