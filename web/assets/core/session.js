// Who may write, and the controls that need it.  A control that may not be used stays
// where it is and says why.
import { get, send, use_csrf } from './api.js';
import { ask, field, note } from './dialog.js';
import { el } from './dom.js';

let session = { signed_in: false, reading: true, writing: 'off' };
const controls = new Set();

const kWhy = {
  off: 'This figured takes no changes from its page: no token is set in its configuration.',
  'sign-in': 'Sign in with a token to do this.',
};

export const may_write = () => session.writing === 'on';

function show_state() {
  const button = document.getElementById('sign-in');
  button.textContent = session.signed_in ? 'Sign out' : 'Sign in';
  button.hidden = session.writing === 'off' && session.reading && !session.signed_in;
  for (const control of controls) {
    if (control.isConnected) mark(control);
    else if (control.was_shown) controls.delete(control);
    else mark(control);
  }
}

function mark(control) {
  const why = kWhy[session.writing];
  control.was_shown ||= control.isConnected;
  if (why) {
    control.setAttribute('aria-disabled', 'true');
    control.title = why;
  } else {
    control.removeAttribute('aria-disabled');
    control.removeAttribute('title');
  }
}

function take(answer) {
  session = answer;
  use_csrf(answer.csrf);
  show_state();
  return session;
}

export const load_session = async () => take(await get('session'));

// A button whose act changes something.  Without the right to, it says why and offers
// the sign-in.
export function writing_button(what, attributes, words, act) {
  const control = el(what, { type: 'button', ...attributes, on: { click: (event) => {
    if (may_write()) return act(event);
    if (session.writing === 'sign-in') return sign_in(kWhy['sign-in']);
    note(kWhy[session.writing]);
  } } }, words);
  controls.add(control);
  mark(control);
  return control;
}

// For a page: why nothing can be changed here; null where it can.
export function why_not() {
  if (may_write()) return null;
  if (session.writing === 'off') return el('p.hint', {}, kWhy.off);
  return el('p.hint', {}, 'To change anything, ', el('button.link', { type: 'button', on: { click: () => sign_in() } }, 'sign in with a token'), '.');
}

let then = () => {};
export function when_session_changes(act) {
  then = act;
}

export function sign_in(why) {
  const token = el('input', { id: 'token', name: 'token', type: 'password', required: true, autocomplete: 'current-password', spellcheck: 'false' });
  ask({
    title: 'Sign in',
    body: [el('p', {}, why ?? 'Changes need the token of this figured.'), field('Token', token, 'It stands in the credential that [page] names in the configuration.')],
    verb: 'Sign in',
    act: async (data) => {
      take(await send('POST', 'session', { token: data.get('token').trim() }));
      note('Signed in.');
      then();
    },
  });
}

async function sign_out() {
  take(await send('DELETE', 'session'));
  note('Signed out.');
  then();
}

export function listen() {
  document.getElementById('sign-in').addEventListener('click', () =>
    (session.signed_in ? sign_out().catch((error) => note(error.message, 'bad')) : sign_in()));
}

// Runs a write and tells how it went; false where it failed.
export async function change(act, done) {
  try {
    const answer = await act();
    note(done ?? answer?.done ?? 'Done.');
    return true;
  } catch (error) {
    note(error.message, 'bad');
    if (error.status === 401) await load_session();
    return false;
  }
}
