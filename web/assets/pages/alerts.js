// What was told, to whom, and what waits; endpoints and silences.
import { get, query_of, send } from '../core/api.js';
import { announce, el, replace } from '../core/dom.js';
import { on_key } from '../core/keys.js';
import { walk } from '../core/list_keys.js';
import { on_event } from '../core/live.js';
import { ago, due } from '../core/relative_times.js';
import { go, refresh, title } from '../core/router.js';
import { change, why_not, writing_button } from '../core/session.js';
import { capital, plural } from '../core/words.js';
import { silence } from '../parts/decisions.js';
import { silence_list, type_words } from '../parts/record.js';

const kStates = [['', 'All'], ['pending', 'Waiting'], ['delivered', 'Delivered'], ['dead', 'Given up']];
const kKinds = { delivered: 'good', pending: 'warn', dead: 'bad' };

export function delivery_badge(delivery) {
  const words = { delivered: 'delivered', pending: 'waits', dead: 'given up' }[delivery.state];
  return el(`span.badge.${kKinds[delivery.state]}`, {}, words);
}

function delivery_line(delivery) {
  return el('li', {}, delivery_badge(delivery), ` ${delivery.endpoint}`, delivery.attempts > 1 && `, ${plural(delivery.attempts, 'attempt')}`,
    delivery.last_error && el('span.soft', {}, ` · ${delivery.last_error}`), delivery.next_attempt && [' · again ', due(delivery.next_attempt)]);
}

function row(alert) {
  return el('li.row', { data: { id: alert.id } },
    el('h2', {}, el('a', { href: `/alerts/${alert.id}` }, capital(alert.summary || type_words(alert.type)))),
    el('p.hint', {}, type_words(alert.type), ' · ', ago(alert.created_at), alert.dispute > 0 && [' · ', el('a', { href: `/disputes/${alert.dispute}` }, 'the dispute')]),
    alert.deliveries.length ? el('ul.deliveries', {}, alert.deliveries.map(delivery_line)) : el('p.hint', {}, 'Told nobody: silenced, or no route took it'));
}

function endpoint_row(endpoint) {
  const path = `endpoints/${encodeURIComponent(endpoint.name)}`;
  const test = () => change(async () => {
    const answer = await send('POST', `${path}/test`);
    if (!answer.taken) throw new Error(`${endpoint.name}: ${answer.error ?? `HTTP ${answer.status}`}`);
    return { done: `Taken by ${endpoint.name}: HTTP ${answer.status}.` };
  });
  const enable = async () => (await change(() => send('POST', `${path}/enable`))) && refresh();
  return el('tr', {}, el('th', { scope: 'row' }, endpoint.name, el('p.hint.address', {}, [endpoint.kind ?? 'no longer in the configuration', endpoint.address].filter(Boolean).join(' · '))),
    el('td', {}, endpoint.disabled_at ? [el('span.badge.bad', {}, 'disabled'), ' ', ago(endpoint.disabled_at), el('p.words', {}, endpoint.reason)] : el('span.badge.good', {}, 'takes alerts')),
    el('td', {}, plural(endpoint.pending, 'waits', 'wait'), endpoint.dead > 0 && `, ${endpoint.dead} given up`),
    el('td', {}, endpoint.fallback || '–'),
    el('td', {}, el('div.buttons.small', {}, writing_button('button', { 'aria-label': `Test ${endpoint.name}` }, 'Test', test), endpoint.disabled_at && writing_button('button', { 'aria-label': `Enable ${endpoint.name}` }, 'Enable', enable))));
}

function endpoints(items) {
  return el('section', { 'aria-labelledby': 'endpoints' }, el('div.section-head', {}, el('h2', { id: 'endpoints' }, 'Endpoints')),
    items.length === 0 ? el('p.soft', {}, 'The configuration names no endpoint: nobody is told.') : el('div.table', { tabindex: '0', role: 'region', 'aria-label': 'Endpoints' }, el('table', {},
      el('thead', {}, el('tr', {}, ['Endpoint', 'State', 'Deliveries', 'Fallback', ''].map((words) => el('th', { scope: 'col' }, words || el('span.unseen', {}, 'Change it'))))),
      el('tbody', {}, items.map(endpoint_row)))), why_not());
}

function silences(items) {
  const add = writing_button('button', {}, 'Silence some alerts…', () => silence(null, 'Silence alerts', () => refresh()));
  return el('section', { 'aria-labelledby': 'silences' }, el('div.section-head', {}, el('h2', { id: 'silences' }, 'Silences'), el('p.hint', {}, 'of one dispute: on its page')),
    items.length ? silence_list(items, refresh) : el('p.soft', {}, 'None holds.'), el('p', {}, add));
}

function tabs(state) {
  return el('nav.tabs', { 'aria-label': 'Which alerts' }, kStates.map(([value, words]) =>
    el('a', { href: `/alerts${query_of({ state: value })}`, 'aria-current': value === state ? 'page' : null }, words)));
}

export async function render(root, { query, signal }) {
  title('Alerts');
  const state = query.get('state') ?? '';
  const wanted = { state, dispute: query.get('dispute') ?? '', endpoint: query.get('endpoint') ?? '', limit: 30 };
  const [page, told, quiet] = await Promise.all([get('alerts', wanted, signal), get('endpoints', {}, signal), get('silences', {}, signal)]);
  const rows = el('ol.rows', { 'aria-label': 'Alerts' }, page.items.map(row));
  const foot = el('div.pager', {});
  const more = (next) => replace(foot, next && el('button', { type: 'button', on: { click: async () => {
    const older = await get('alerts', { ...wanted, cursor: next }, signal);
    rows.append(...older.items.map(row));
    more(older.next);
  } } }, 'Older alerts'));
  more(page.next);
  const marker = el('button.marker', { type: 'button', hidden: true, on: { click: () => refresh() } });
  root.append(el('div.head', {}, el('h1', {}, 'Alerts'), tabs(state)), el('div.marker-place', {}, marker), rows,
    page.items.length ? '' : el('div.empty', {}, el('strong', {}, state ? 'None is in this state' : 'Nothing was told yet')), foot, endpoints(told.items), silences(quiet.items));
  const fresh = new Set();
  on_event('alert', (alert) => {
    const known = rows.querySelector(`[data-id="${CSS.escape(alert.id)}"]`);
    if (known && !known.contains(document.activeElement)) return known.replaceWith(row(alert));
    if (known) return;
    fresh.add(alert.id);
    marker.textContent = `${fresh.size} new`;
    marker.append(el('span.unseen', {}, ': show'));
    marker.hidden = false;
    announce(`${plural(fresh.size, 'new alert')}, press n`);
  }, signal);
  on_event('gone', () => window.scrollY === 0 && !root.contains(document.activeElement) && refresh(), signal);
  on_key('n', 'show what is new', () => fresh.size && go(`/alerts${query_of({ state })}`), signal);
  walk(() => rows.querySelectorAll('h2 a'), 'alert', signal);
}
