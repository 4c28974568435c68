// One alert: every attempt to bring it, and what is posted.
import { get, send } from '../core/api.js';
import { el } from '../core/dom.js';
import { on_event } from '../core/live.js';
import { at_moment, due } from '../core/relative_times.js';
import { refresh, title } from '../core/router.js';
import { change, why_not, writing_button } from '../core/session.js';
import { capital, plural } from '../core/words.js';
import { type_words } from '../parts/record.js';
import { delivery_badge } from './alerts.js';

function delivery_row(alert, delivery) {
  const again = async () => (await change(() => send('POST', `alerts/${alert.id}/replay`, { endpoint: delivery.endpoint }))) && refresh();
  return el('tr', {}, el('th', { scope: 'row' }, delivery.endpoint), el('td', {}, delivery_badge(delivery)), el('td', {}, plural(delivery.attempts, 'attempt')),
    el('td', {}, delivery.last_status > 0 ? `HTTP ${delivery.last_status}` : delivery.attempts ? 'no answer' : '–', delivery.last_error && el('p.words', {}, delivery.last_error)),
    el('td', {}, delivery.delivered_at ? at_moment(delivery.delivered_at) : delivery.next_attempt ? ['again ', due(delivery.next_attempt)] : '–'),
    el('td', {}, writing_button('button', { 'aria-label': `Send again to ${delivery.endpoint}` }, 'Send again', again)));
}

function deliveries(alert) {
  if (alert.deliveries.length === 0) return el('p.soft', {}, 'Told nobody: silenced, or no route took it.');
  return el('div.table', { tabindex: '0', role: 'region', 'aria-label': 'Deliveries' }, el('table', {},
    el('thead', {}, el('tr', {}, ['Endpoint', 'State', 'Attempts', 'Last answer', 'When', ''].map((words) => el('th', { scope: 'col' }, words || el('span.unseen', {}, 'Change it'))))),
    el('tbody', {}, alert.deliveries.map((delivery) => delivery_row(alert, delivery)))));
}

function attempts(alert) {
  if (alert.attempts.length === 0) return el('p.soft', {}, 'None yet.');
  return el('ol.record', {}, alert.attempts.map((attempt) => el('li', {}, at_moment(attempt.at),
    el('span', {}, `${attempt.endpoint}: `, attempt.status > 0 ? `HTTP ${attempt.status}` : 'no answer', attempt.error && el('span.soft', {}, ` · ${attempt.error}`)))));
}

const section = (id, words, ...children) => el('section', { 'aria-labelledby': id }, el('div.section-head', {}, el('h2', { id }, words)), children);

export async function render(root, { values: [id], signal }) {
  const alert = await get(`alerts/${id}`, {}, signal);
  title(alert.summary || 'Alert');
  root.append(el('div.crumbs', {}, el('a', { href: '/alerts' }, 'All alerts')),
    el('h1.long', {}, capital(alert.summary || type_words(alert.type))),
    el('p.meta', {}, el('span.badge', {}, type_words(alert.type)), at_moment(alert.created_at), el('span', {}, `number ${alert.sequence}`),
      alert.dispute > 0 && el('a', { href: `/disputes/${alert.dispute}` }, `its dispute, alert ${alert.dispute_sequence} of it`),
      alert.previous_id && el('a', { href: `/alerts/${alert.previous_id}` }, 'the alert before')),
    section('deliveries', 'Deliveries', deliveries(alert), why_not()), section('attempts', 'Every attempt', attempts(alert)),
    section('body', 'What is posted', el('details', {}, el('summary', {}, 'The body, as JSON'), el('pre.code', { tabindex: '0' }, JSON.stringify(alert.body, null, 2)))));
  on_event('alert', (told) => told.id === alert.id && !root.contains(document.activeElement) && refresh(), signal);
}
