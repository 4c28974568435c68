// The filters of the front page.  They live in the address, so that a view can be sent
// to a colleague or followed as a feed.
import { query_of } from '../core/api.js';
import { el, replace } from '../core/dom.js';
import { capital } from '../core/words.js';

export const kNames = ['text', 'measure', 'place', 'outlet', 'severity', 'state'];

export const read_filters = (query) => Object.fromEntries(kNames.map((name) => [name, query.get(name) ?? '']));

const measure_words = (value) => value.replaceAll('.', ' ').replaceAll('_', ' ');

const option = (value, words, chosen) => el('option', { value, selected: value === chosen }, words);

function options_of(first, options, chosen) {
  const missing = chosen && !options.some(([value]) => value === chosen);
  return [option('', first, chosen), options.map(([value, words]) => option(value, words, chosen)), missing ? option(chosen, chosen, chosen) : []];
}

function select(name, label, first, options, chosen) {
  return el('div.field', {}, el('label', { for: `filter-${name}` }, label),
    el('select', { id: `filter-${name}`, name }, options_of(first, options, chosen)));
}

// A class of measures holds those under it.
function measures(facets) {
  const roots = [...new Set(facets.map(({ value }) => value.split('.')[0]))];
  return roots.flatMap((root) => {
    const under = facets.filter(({ value }) => value === root || value.startsWith(`${root}.`));
    const each = under.map(({ value, count }) => [value, `${capital(measure_words(value))} (${count})`]);
    return under.length > 1 && !under.some(({ value }) => value === root) ? [[root, `${capital(measure_words(root))}, all`], ...each] : each;
  });
}

const counted = (facets) => facets.map(({ value, count }) => [value, `${value} (${count})`]);
const named = (facets) => facets.map(({ value }) => [value, value]);

const kSeverities = [['0.25', 'moderate and up'], ['0.5', 'serious and up'], ['0.75', 'grave only']];
const kStates = [['all', 'all'], ['open', 'open'], ['widened', 'widened'], ['reopened', 'reopened'], ['settled', 'settled'], ['dismissed', 'dismissed']];

// What can be chosen, as it stands now; what is chosen stays so.
export function renew_choices(form, facets) {
  const choices = { measure: measures(facets.measures), place: counted(facets.places), outlet: named(facets.outlets) };
  for (const [name, options] of Object.entries(choices)) {
    const node = form.elements[name];
    replace(node, options_of('any', options, node.value));
  }
}

// The form; `act(filters)` runs when somebody changes one of them.  What can be chosen of
// measures, places and outlets is told later.
export function filter_form(filters, act) {
  const set = kNames.slice(1).filter((name) => filters[name]).length;
  const fold = el('button.fold', { type: 'button', 'aria-expanded': 'false', on: { click: () => {
    const open = form.classList.toggle('unfolded');
    fold.setAttribute('aria-expanded', String(open));
  } } }, set ? `Filters (${set})` : 'Filters');
  const form = el('form.filters', { role: 'search', 'aria-label': 'Filter disputes' },
    el('div.field', {}, el('label', { for: 'filter-text' }, 'Words of the fact'),
      el('input', { id: 'filter-text', name: 'text', type: 'search', value: filters.text, autocomplete: 'off', 'aria-keyshortcuts': '/', placeholder: 'killed Zerafan' })),
    fold,
    select('measure', 'Measure', 'any', [], filters.measure),
    select('place', 'Place', 'any', [], filters.place),
    select('outlet', 'Outlet', 'any', [], filters.outlet),
    select('severity', 'Severity', 'any', kSeverities, filters.severity),
    select('state', 'State', 'standing', kStates, filters.state));
  const read = () => Object.fromEntries(kNames.map((name) => [name, form.elements[name].value.trim()]));
  let later = null;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(later);
    act(read());
  });
  form.addEventListener('input', (event) => {
    clearTimeout(later);
    later = setTimeout(() => act(read()), event.target.name === 'text' ? 300 : 0);
  });
  return form;
}

// The same filters as feeds for any reader.
export function follow_links(filters) {
  const query = query_of(filters);
  return [el('a', { href: `/disputes.atom${query}` }, 'Atom'), ' · ', el('a', { href: `/disputes.json${query}` }, 'JSON Feed')];
}

// Whether a dispute that was told of belongs to the list shown.
export function fits(dispute, filters) {
  const same = (a, b) => a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0;
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  const standing = ['open', 'widened', 'reopened'].includes(dispute.state);
  return words.every((word) => dispute.label.toLowerCase().includes(word)) &&
    (!filters.measure || dispute.measure === filters.measure || dispute.measure.startsWith(`${filters.measure}.`)) &&
    (!filters.place || same(dispute.place, filters.place)) &&
    (!filters.outlet || dispute.outlets.some((outlet) => same(outlet, filters.outlet))) &&
    dispute.severity >= Number(filters.severity || 0) &&
    (filters.state === 'all' || (filters.state ? dispute.state === filters.state : standing));
}
