// How a feed does, in a badge, a bar and words; and what can be done with it.
import { send } from '../core/api.js';
import { el, svg } from '../core/dom.js';
import { change, writing_button } from '../core/session.js';
import { number, percent } from '../core/words.js';

const kKinds = { fine: 'good', new: '', late: 'warn', paused: '', failing: 'bad', gone: 'bad' };

export function health_badge(feed) {
  const kind = kKinds[feed.health];
  return el(kind ? `span.badge.${kind}` : 'span.badge', { title: feed.health_words }, feed.health);
}

export function share(part) {
  if (part === null) return el('span.soft', {}, 'not polled yet');
  return el('span.share', { title: 'How many polls brought the answer that nothing changed (HTTP 304)' },
    svg('svg', { width: 48, height: 8, 'aria-hidden': 'true' }, svg('rect.whole', { width: 48, height: 8, rx: 2 }), svg('rect.part', { width: (48 * part).toFixed(1), height: 8, rx: 2 })),
    el('span.number', {}, percent(part)));
}

export function lateness_words(ms) {
  if (ms === null || ms === undefined) return '';
  return ms < 1000 ? `${number(ms)} ms after it was due` : `${number(Math.round(ms / 100) / 10)} s after it was due`;
}

export function feed_buttons(feed, refresh) {
  const name = feed.outlet || feed.url;
  const act = (verb, done) => async () => (await change(() => send('POST', `feeds/${feed.id}/${verb}`), done)) && refresh();
  return el('div.buttons.small', { role: 'group', 'aria-label': `Change ${name}` },
    feed.state === 'polled'
      ? [writing_button('button', { 'aria-label': `Poll now: ${name}` }, 'Poll now', act('poll', 'It is polled now.')),
        writing_button('button', { 'aria-label': `Pause ${name}` }, 'Pause', act('pause', 'Paused.'))]
      : writing_button('button', { 'aria-label': `Resume ${name}` }, 'Resume', act('resume', 'Resumed: it is polled at once.')));
}
