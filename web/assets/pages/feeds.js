// The feeds: how each does, when it is polled next and why.
import { ApiError, get, send } from '../core/api.js';
import { note } from '../core/dialog.js';
import { announce, el, replace } from '../core/dom.js';
import { walk } from '../core/list_keys.js';
import { on_event } from '../core/live.js';
import { ago, due } from '../core/relative_times.js';
import { go, refresh, title } from '../core/router.js';
import { why_not, writing_button } from '../core/session.js';
import { number, plural } from '../core/words.js';
import { feed_buttons, health_badge, lateness_words, share } from '../parts/feed_health.js';

const kOrder = ['failing', 'gone', 'late', 'new', 'paused', 'fine'];

const kHolds = 20_000;  // ms that what is said of polls is taken to hold
const kHead = ['Feed', 'Health', 'Last poll', 'Unchanged', 'Next poll, and why', 'Articles', ''];

// Roles are named since narrow screens show the rows as blocks, which would end the table
// for those who hear it.
const cell = (index, ...children) => el(kHead[index] === 'Articles' ? 'td.right.number' : 'td', { role: 'cell', data: { label: kHead[index] } }, children);

function row(feed) {
  return el('tr', { role: 'row', data: { id: feed.id } },
    el('th', { scope: 'row', role: 'rowheader' }, el('a', { href: `/feeds/${feed.id}` }, feed.outlet || feed.title || feed.url), el('p.hint.address', {}, feed.url)),
    cell(1, health_badge(feed), feed.health !== 'fine' && el('p.words', {}, feed.health_words), feed.last_error && el('p.words.soft', {}, feed.last_error)),
    cell(2, ago(feed.last_poll), el('p.hint', {}, lateness_words(feed.lateness_ms))),
    cell(3, share(feed.not_modified_share), el('p.hint', {}, plural(feed.polls, 'poll'))),
    cell(4, feed.state === 'polled' ? due(feed.next_poll) : 'not polled', el('p.hint', {}, feed.next_poll_why)),
    cell(5, number(feed.articles)),
    cell(6, feed_buttons(feed, refresh)));
}

// Something about a feed has changed: its row is read anew, but not under somebody's hand.
async function renew(root, id, signal) {
  const feed = await get(`feeds/${id}`, {}, signal);
  const old = root.querySelector(`tr[data-id="${Number(id)}"]`);
  if (!old) return note(`Another feed is polled: ${feed.outlet || feed.url}`);
  if (old.contains(document.activeElement)) return;
  const was = old.querySelector('.badge').textContent;
  old.replaceWith(row(feed));
  if (was !== feed.health) announce(`${feed.outlet || feed.url}: ${feed.health_words}`);
}

// Polls that bring nothing new are told of by no event.
async function renew_all(root, signal) {
  const { items } = await get('feeds', {}, signal);
  for (const feed of items) {
    const old = root.querySelector(`tr[data-id="${Number(feed.id)}"]`);
    if (old && !old.contains(document.activeElement)) old.replaceWith(row(feed));
  }
}

function table(feeds) {
  return el('div.table.feeds', { tabindex: '0', role: 'region', 'aria-label': 'Feeds' }, el('table', { role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, kHead.map((words) => el(words === 'Articles' ? 'th.right' : 'th', { scope: 'col', role: 'columnheader' }, words || el('span.unseen', {}, 'Change it'))))),
    el('tbody', { role: 'rowgroup' }, feeds.map(row))));
}

// What came back where no feed is, and what can be done about it: each feed that the page
// names, or the address all the same.
function offer(error, wanted, add) {
  const named = error.body?.feeds;
  const button = (words, label, source) => el('button', { type: 'button', 'aria-label': label, on: { click: () => add(source) } }, words);
  return el('div.offer', { role: 'alert' }, el('p.wrong', {}, error.message),
    named?.length > 0 && el('ul.plain', { 'aria-label': 'Feeds that it names' }, named.map((feed) => el('li', {},
      button('Add this', `Add ${feed.title || feed.url}`, { ...wanted, url: feed.url }), ' ', el('strong', {}, feed.title || 'Without a title'), ' ', el('span.hint.address', {}, feed.url)))),
    named && el('p.hint', {}, 'Does it only fail now? ', button('Add it all the same', 'Add the address all the same', { ...wanted, unchecked: true })));
}

function add_form() {
  const field = (name, label, attributes) => el('div.field', {}, el('label', { for: `feed-${name}` }, label), el('input', { id: `feed-${name}`, name, autocomplete: 'off', ...attributes }));
  const form = el('form.inline-form', { id: 'add-feed', 'aria-label': 'Add a feed' },
    field('url', 'Address of a feed, or of a page that names one', { type: 'url', required: true, placeholder: 'https://news.example.org/world.rss' }),
    field('outlet', 'Outlet, if not as the feed says', {}),
    field('minutes', 'Minutes between polls', { type: 'number', min: 1, max: 10080, placeholder: '5' }),
    field('zone', 'Time zone of dates that name none', { placeholder: 'Asia/Kolkata' }));
  const answer = el('div', {});
  async function add(wanted) {
    form.setAttribute('aria-busy', 'true');
    replace(answer, el('p.hint', { role: 'status' }, 'Its server is asked …'));
    try {
      const { id } = await send('POST', 'feeds', wanted);
      note('Added: it is polled at once.');
      go(`/feeds/${id}`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      replace(answer, offer(error, wanted, add));
    } finally {
      form.removeAttribute('aria-busy');
    }
  }
  const begin = () => {
    if (!form.reportValidity() || form.hasAttribute('aria-busy')) return;
    const wanted = { url: form.elements.url.value.trim(), outlet: form.elements.outlet.value.trim() };
    if (form.elements.minutes.value) wanted.interval = Number(form.elements.minutes.value) * 60;
    if (form.elements.zone.value) wanted.zone = form.elements.zone.value.trim();
    add(wanted);
  };
  form.append(writing_button('button.primary', { type: 'submit' }, 'Add', begin));
  form.addEventListener('submit', (event) => event.preventDefault());
  return el('section', { 'aria-labelledby': 'add' }, el('div.section-head', {}, el('h2', { id: 'add' }, 'Add a feed')), form, answer, why_not());
}

export async function render(root, { signal }) {
  title('Feeds');
  const { items } = await get('feeds', {}, signal);
  items.sort((a, b) => kOrder.indexOf(a.health) - kOrder.indexOf(b.health) || a.outlet.localeCompare(b.outlet));
  const failing = items.filter(({ health }) => health === 'failing' || health === 'gone').length;
  root.append(el('div.head', {}, el('h1', {}, 'Feeds ', el('span.count.number', {}, number(items.length))),
    el('p.hint', {}, failing ? `${number(failing)} ${failing === 1 ? 'needs' : 'need'} a look` : 'All of them answer')),
  items.length ? table(items) : el('div.empty', {}, el('strong', {}, 'No feed is read yet'), 'Add one below, or name some in the configuration.'), add_form());
  const timer = setInterval(() => document.visibilityState === 'visible' && renew_all(root, signal).catch(() => {}), kHolds);
  signal.addEventListener('abort', () => clearInterval(timer));
  on_event('feed', ({ id }) => renew(root, id, signal).catch(() => {}), signal);
  on_event('gone', () => !root.contains(document.activeElement) && refresh(), signal);
  walk(() => root.querySelectorAll('tbody th a'), 'feed', signal);
}
