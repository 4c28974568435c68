// Two revisions of an article side by side, with what changed marked in both.
import { el, replace } from '../core/dom.js';
import { moment } from '../core/words.js';
import { changes, draw_version } from './diff.js';

const whole = (revision) => `${revision.title}\n\n${revision.text ?? ''}`;

function version(revision, steps, tag, words) {
  return el('div.version', {}, el('h3', {}, `${words}: revision ${revision.number}`), el('p.hint', {}, `read ${moment(revision.seen)}`),
    revision.text === null && el('p.hint', {}, 'Its text is no longer kept; only the title can be compared.'),
    el('div.body', {}, draw_version(steps, tag)));
}

function count_words(steps) {
  const figures = steps.filter(([kind, text]) => kind !== 'same' && /\d/.test(text)).length;
  const other = steps.filter(([kind]) => kind !== 'same').length - figures;
  if (figures + other === 0) return 'Nothing changed in title and text.';
  return `${figures ? `Figures changed in ${figures === 1 ? 'one place' : `${figures} places`}` : 'No figure changed'}; ${other ? `other words in ${other}` : 'no other words'}.`;
}

// `chosen`: [earlier, later] numbers; `act` runs with them when others are chosen.
export function compare_revisions(revisions, chosen, act) {
  const by_number = (number, fallback) => revisions.find((one) => one.number === number) ?? fallback;
  const before = by_number(chosen?.[0], revisions.at(-2));
  const after = by_number(chosen?.[1], revisions.at(-1));
  const select = (id, words, now) => el('div.field', {}, el('label', { for: id }, words),
    el('select', { id }, revisions.map(({ number, seen }) => el('option', { value: String(number), selected: number === now.number }, `${number} · ${moment(seen)}`))));
  const form = el('div.inline-form', {}, select('compare-before', 'Earlier', before), select('compare-after', 'Later', after));
  form.addEventListener('change', () => act(['compare-before', 'compare-after'].map((id) => Number(form.querySelector(`#${id}`).value))));
  const steps = changes(whole(before), whole(after));
  return el('div.compare', {}, revisions.length > 2 && form, el('p', { role: 'status' }, count_words(steps)),
    el('div.versions', {}, version(before, steps, 'del', 'Before'), version(after, steps, 'ins', 'After')));
}

export function comparison_place(revisions, chosen, rename) {
  const place = el('div', {});
  const show = (numbers) => replace(place, compare_revisions(revisions, numbers, (next) => {
    rename(next);
    show(next);
  }));
  show(chosen);
  return place;
}
