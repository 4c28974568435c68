// One feed: how it does, what was learned of it, its latest fetches.
import { get, send } from '../core/api.js';
import { el, outward } from '../core/dom.js';
import { on_event } from '../core/live.js';
import { ago, due } from '../core/relative_times.js';
import { go, refresh, title } from '../core/router.js';
import { change, why_not, writing_button } from '../core/session.js';
import { number, plural, size, span } from '../core/words.js';
import { feed_buttons, health_badge, lateness_words, share } from '../parts/feed_health.js';

function facts(feed) {
  const wanted = [feed.by_config && 'the configuration', feed.by_hand && 'hand'].filter(Boolean).join(' and ');
  const rows = [
    ['Last poll', ago(feed.last_poll)], ['Last success', ago(feed.last_success)], ['Next poll', feed.state === 'polled' ? [due(feed.next_poll), ', ', feed.next_poll_why] : 'not polled'],
    ['Interval', span(feed.interval)], ['Lateness, median', lateness_words(feed.lateness_ms) || 'not known yet'], ['Unchanged answers', share(feed.not_modified_share)],
    ['Polls', number(feed.polls)], ['Failures in a row', number(feed.failures)],
    ['Articles', el('a', { href: `/articles?outlet=${encodeURIComponent(feed.outlet)}` }, number(feed.articles))],
    ['Usual gap between articles', feed.gap > 0 && span(feed.gap)], ['Newest article came', feed.last_arrival && ago(feed.last_arrival)],
    ['Group', feed.group], ['Dates without a zone are in', feed.zone], ['Wanted by', wanted], ['Moved to', feed.address],
    ['Redirects to', feed.redirect && `${feed.redirect.to} (${plural(feed.redirect.sightings, 'time')}, not believed yet)`],
    ['Asks for a rest of', feed.ttl > 0 && span(feed.ttl)],
  ];
  return el('dl.fields.large', {}, rows.filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function fetch_row(fetch) {
  return el('tr', {}, el('td.number', {}, el('time', { datetime: fetch.at }, fetch.at.replace(/[TZ]/g, ' ').trim())),
    el('td', {}, el(fetch.error ? 'span.badge.bad' : 'span.badge', {}, fetch.code), fetch.status > 0 && ` ${fetch.status}`),
    el('td.right.number', {}, fetch.bytes ? size(fetch.bytes) : '–'), el('td.right.number', {}, fetch.items ? number(fetch.items) : '–'),
    el('td.right.number', {}, fetch.new ? number(fetch.new) : '–'), el('td.right.number', {}, fetch.revised ? number(fetch.revised) : '–'),
    el('td.right.number', {}, `${number(fetch.late_ms)} ms`), el('td.right.number', {}, `${number(fetch.took_ms)} ms`),
    el('td', {}, fetch.error && el('p.words', {}, fetch.error), fetch.notes.map((words) => el('p.words.soft', {}, words)), el('p.hint', {}, `Next: ${fetch.why}`)));
}

function history(fetches) {
  if (fetches.length === 0) return el('p.soft', {}, 'It was not fetched yet.');
  const head = ['When', 'Answer', 'Bytes', 'Items', 'New', 'Revised', 'Late', 'Took', 'What was to say'];
  return el('div.table', { tabindex: '0', role: 'region', 'aria-label': 'Latest fetches' }, el('table', {},
    el('thead', {}, el('tr', {}, head.map((words, index) => el('th', { scope: 'col', class: index >= 2 && index <= 7 ? 'right' : null }, words)))),
    el('tbody', {}, fetches.map(fetch_row))));
}

export async function render(root, { values: [id], signal }) {
  const feed = await get(`feeds/${id}`, {}, signal);
  title(feed.outlet || feed.url);
  const forget = async () => (await change(() => send('DELETE', `feeds/${id}`))) && go('/feeds');
  root.append(el('div.crumbs', {}, el('a', { href: '/feeds' }, 'All feeds')),
    el('div.head', {}, el('h1', {}, feed.outlet || feed.title || feed.url, ' ', health_badge(feed)),
      el('div.buttons', {}, feed_buttons(feed, refresh), feed.by_hand && writing_button('button', {}, 'Remove', forget))),
    el('p', {}, outward(feed.url, feed.url)), el('p', {}, feed.health_words), feed.last_error ? el('p.wrong', {}, feed.last_error) : '', why_not() ?? '',
    el('section', { 'aria-label': 'How it does' }, facts(feed)),
    el('section', { 'aria-labelledby': 'fetches' }, el('div.section-head', {}, el('h2', { id: 'fetches' }, 'Latest fetches')), history(feed.fetches)));
  on_event('feed', (told) => told.id === feed.id && !root.contains(document.activeElement) && refresh(), signal);
}
