// What a person says of a dispute, and the dialogs by which they say it.
import { get, send } from '../core/api.js';
import { ask, choices, field } from '../core/dialog.js';
import { el } from '../core/dom.js';
import { change, writing_button } from '../core/session.js';
import { capital } from '../core/words.js';

export const kReasons = {
  'same-fact': ['the figures do not contradict', 'both can be right of this one fact'],
  'different-event': ['another event', 'two events were taken for one'],
  'different-scope': ['another part of the whole', 'one counts the city, one the province'],
  'different-time': ['another time', 'each was right when it was said'],
  misread: ['misread', 'a text does not say this'],
};

const kSpans = [['3600', '1 hour'], ['21600', '6 hours'], ['86400', '1 day'], ['604800', '1 week'], ['2592000', '30 days']];

const input = (name, attributes = {}) => el('input', { id: `ask-${name}`, name, autocomplete: 'off', ...attributes });

export function dismiss(dispute, done) {
  ask({
    title: `Dismiss “${capital(dispute.label)}”`,
    body: [choices('reason', 'Why is this no contradiction?', Object.entries(kReasons).map(([value, [words, more]]) => ({ value, words: capital(words), more }))),
      field('A note, if you like', input('note', { maxlength: 1000 }), 'Dismissed disputes stay quiet until they are reopened; what was told is taken back.')],
    verb: 'Dismiss',
    act: async (data) => {
      await send('POST', `disputes/${dispute.id}/dismiss`, { reason: data.get('reason'), note: data.get('note') });
      done('Dismissed.');
    },
  });
}

function with_note(dispute, verb, words, hint, done) {
  ask({
    title: words, body: field('A note, if you like', input('note', { maxlength: 1000 }), hint), verb: capital(verb),
    act: async (data) => {
      await send('POST', `disputes/${dispute.id}/${verb}`, { note: data.get('note') });
      done(verb === 'confirm' ? 'Confirmed.' : 'Reopened.');
    },
  });
}

// What a silence is to match, where nothing is given: all that is filled in.
const match_fields = () => [field('Measure', input('measures', { placeholder: 'people.killed' })), field('Place', input('places')), field('Outlet', input('outlets'))];

function read_match(data) {
  const given = ['measures', 'places', 'outlets'].filter((name) => data.get(name)?.trim());
  return given.length ? Object.fromEntries(given.map((name) => [name, [data.get(name).trim()]])) : { measures: ['*'] };
}

// Who asks is asked once.
function author_field() {
  let known = '';
  try {
    known = sessionStorage.getItem('figured-author') ?? '';
  } catch {
    // Storage is forbidden here: they are asked each time.
  }
  return field('Who asks for it', input('author', { required: true, maxlength: 100, value: known }));
}

function author_of(data) {
  const author = data.get('author').trim();
  try {
    sessionStorage.setItem('figured-author', author);
  } catch {
    // As above.
  }
  return author;
}

// Alerts that match `match`, or, with null, what the dialog then asks for.
export function silence(match, title, done) {
  ask({
    title,
    body: [match === null && match_fields(), field('For how long', el('select', { id: 'ask-seconds', name: 'seconds' }, kSpans.map(([value, words]) => el('option', { value, selected: value === '86400' }, words)))),
      field('Why', input('reason', { required: true, maxlength: 500 })), author_field(),
      el('p.hint', {}, `${match === null ? 'With nothing filled in above, every alert matches. ' : ''}Alerts that match are told nobody until it ends. The page goes on to show everything.`)],
    verb: 'Silence',
    act: async (data) => {
      await send('POST', 'silences', { match: match ?? read_match(data), seconds: Number(data.get('seconds')), reason: data.get('reason'), author: author_of(data) });
      done('Silenced.');
    },
  });
}

// Sends a test alert to an endpoint of the reader's choice.
async function test_send(done) {
  const { items } = await get('endpoints');
  ask({
    title: 'Send a test alert',
    body: items.length
      ? [choices('endpoint', 'To which endpoint?', items.map(({ name, kind, address }) => ({ value: name, words: name, more: [kind, address].filter(Boolean).join(' · ') }))),
        el('p.hint', {}, 'It is marked as a test, and is not written down as told.')]
      : el('p', {}, 'The configuration names no endpoint.'),
    verb: 'Send',
    act: async (data) => {
      if (!data.get('endpoint')) return;
      const answer = await send('POST', `endpoints/${encodeURIComponent(data.get('endpoint'))}/test`);
      if (!answer.taken) throw new Error(answer.error ?? `It answered ${answer.status}.`);
      done(`Taken by ${data.get('endpoint')}: HTTP ${answer.status}.`);
    },
  });
}

// The buttons of a dispute's head.
export function decision_buttons(dispute, done) {
  const dismissed = dispute.state === 'dismissed';
  const confirmed = dispute.decisions.at(-1)?.kind === 'confirmed';
  return el('div.buttons', { role: 'group', 'aria-label': 'Decide' },
    dismissed
      ? writing_button('button.primary', {}, 'Reopen…', () => with_note(dispute, 'reopen', 'Reopen this dispute', 'It is judged and told again.', done))
      : writing_button('button.primary', { 'aria-keyshortcuts': 'd', id: 'dismiss' }, 'Dismiss…', () => dismiss(dispute, done)),
    !dismissed && writing_button('button', { 'aria-keyshortcuts': 'c' }, confirmed ? 'Confirmed' : 'Confirm…', () => with_note(dispute, 'confirm', 'These figures do contradict', 'It teaches figured what to tell.', done)),
    writing_button('button', {}, 'Silence…', () => silence({ disputes: [dispute.id] }, `Silence “${capital(dispute.label)}”`, done)),
    writing_button('button', {}, 'Test alert…', () => change_quietly(done)));
}

const change_quietly = (done) => test_send(done).catch((error) => change(() => Promise.reject(error)));
