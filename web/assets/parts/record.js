// What was decided and told of a dispute, in order of time.
import { send } from '../core/api.js';
import { el } from '../core/dom.js';
import { ago, at_moment } from '../core/relative_times.js';
import { change, writing_button } from '../core/session.js';
import { capital, list, plural } from '../core/words.js';
import { kReasons } from './decisions.js';

const kTypes = {
  'figure.contradiction': 'contradiction', 'figure.correction': 'correction', 'dispute.widened': 'widened', 'dispute.settled': 'settled',
  'alert.retracted': 'taken back', heartbeat: 'heartbeat', 'feed.failing': 'feed failing', 'feed.recovered': 'feed recovered', 'feed.gone': 'feed gone',
};
export const type_words = (type) => kTypes[type] ?? type;

// "desk delivered, wire waits": what became of the way to each endpoint.
export function delivery_words(deliveries) {
  if (deliveries.length === 0) return 'told nobody: silenced, or no route took it';
  return deliveries.map(({ endpoint, state, attempts }) => `${endpoint}: ${state === 'dead' ? 'given up' : state}${attempts > 1 ? ` after ${plural(attempts, 'attempt')}` : ''}`).join('; ');
}

function decision_line(decision) {
  const reason = decision.reason && kReasons[decision.reason]?.[0];
  return { at: decision.at, line: [el('strong', {}, capital(decision.kind)), reason && `: ${reason}`, decision.note && el('span.soft', {}, ` “${decision.note}”`)] };
}

function alert_line(alert) {
  return { at: alert.created_at, line: ['Told as ', el('a', { href: `/alerts/${alert.id}` }, type_words(alert.type)), el('span.soft', {}, ` · ${delivery_words(alert.deliveries)}`)] };
}

export function record_of(dispute) {
  const lines = [{ at: dispute.opened_at, line: ['Opened'] }, ...dispute.decisions.map(decision_line), ...dispute.alerts.map(alert_line)];
  lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return el('ol.record', {}, lines.map(({ at, line }) => el('li', {}, at_moment(at), el('span', {}, line))));
}

const kMatch = { types: 'type', measures: 'measure', subjects: 'subject', places: 'place', outlets: 'outlet', disputes: 'dispute' };

export function match_words(match) {
  const parts = Object.entries(kMatch).filter(([name]) => match[name]?.length).map(([name, words]) => `${words} ${list(match[name].map(String), 5)}`);
  if (match.min_severity) parts.push(`severity from ${match.min_severity}`);
  if (match.min_score) parts.push(`probability from ${match.min_score}`);
  if (match.min_voices) parts.push(`voices from ${match.min_voices}`);
  return parts.join(' and ') || 'everything';
}

export function silence_list(silences, refresh) {
  return el('ul.silences', {}, silences.map((silence) => el('li', {},
    el('span', {}, el('strong', {}, `Silenced: ${match_words(silence.match)}`), ` · ends `, ago(silence.ends_at), ' · ', silence.reason, silence.author && ` (${silence.author})`), ' ',
    writing_button('button', {}, 'End it now', async () => (await change(() => send('DELETE', `silences/${silence.id}`), 'Ended.')) && refresh()))));
}
