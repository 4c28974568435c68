// The front: what disagrees now, the newest change first.  What changes while somebody
// looks is counted in a quiet marker; the list moves only when it is asked for.
import { get, query_of } from '../core/api.js';
import { note } from '../core/dialog.js';
import { announce, el, replace } from '../core/dom.js';
import { on_key } from '../core/keys.js';
import { on_event } from '../core/live.js';
import { remember, walk } from '../core/list_keys.js';
import { ago, set_server_time } from '../core/relative_times.js';
import { rename, title } from '../core/router.js';
import { number, plural } from '../core/words.js';
import { dispute_row } from '../parts/dispute_row.js';
import { filter_form, fits, follow_links, read_filters, renew_choices } from '../parts/filters.js';

const kPage = 40;
const kStateHolds = 60_000;  // ms

// Who left the page did not fail at it.
const not_ended = (error) => error.name !== 'AbortError' && note(error.message, 'bad');

class Front {
  constructor(filters, signal) {
    this.filters = filters;
    this.signal = signal;
    this.turn = 0;
    this.on_list = () => {};  // called with each list that is shown anew
    this.changed = new Map();  // id → whether the row is on the page
    this.count = el('span.count.number', {});
    this.rows = el('ol.disputes', { 'aria-label': 'Disputes' });
    this.foot = el('div.pager', {});
    this.follow = el('p.hint.follow', {});
    this.marker = el('button.marker', { type: 'button', hidden: true, on: { click: () => this.take_changes().catch(not_ended) } });
  }

  links() {
    return this.rows.querySelectorAll('h2 a');
  }

  remember() {
    remember([...this.links()].map((link) => link.getAttribute('href')));
  }

  async load() {
    const turn = ++this.turn;
    const page = await get('disputes', { ...this.filters, limit: kPage }, this.signal);
    if (turn !== this.turn) return page;  // somebody typed on meanwhile
    this.changed.clear();
    this.marker.hidden = true;
    replace(this.rows, page.items.map(dispute_row));
    this.count.textContent = page.total === null ? '' : number(page.total);
    this.on_list();
    replace(this.follow, 'Follow this list: ', follow_links(this.filters));
    this.show_foot(page);
    if (page.items.length === 0) await this.show_empty(page);
    this.remember();
    return page;
  }

  show_foot({ next }) {
    replace(this.foot, next && el('button', { type: 'button', on: { click: () => this.load_more(next) } }, 'Older disputes'));
  }

  async load_more(cursor) {
    const page = await get('disputes', { ...this.filters, limit: kPage, cursor }, this.signal);
    const rows = page.items.map(dispute_row);
    this.rows.append(...rows);
    this.show_foot(page);
    this.remember();
    rows[0]?.querySelector('h2 a').focus();
  }

  async show_empty({ next }) {
    if (Object.values(this.filters).some(Boolean)) {
      return replace(this.foot, el('div.empty', {}, el('strong', {}, 'No dispute fits these filters'),
        next ? el('button', { type: 'button', on: { click: () => this.load_more(next) } }, 'Look further back') : 'Take one of them away, or ask for all states.'));
    }
    const status = await get('status', {}, this.signal);
    replace(this.foot, el('div.empty', {},
      status.feeds === 0
        ? [el('strong', {}, 'No feed is read yet'), el('a', { href: '/feeds' }, 'Add a feed'), ' and what disagrees in it will stand here.']
        : [el('strong', {}, 'No figures disagree'), `${plural(status.articles, 'article')} of ${plural(status.feeds, 'feed')} were read, `, ago(status.last_poll), ' the last time.']));
  }

  async use(filters) {
    this.filters = filters;
    rename(`/${query_of(filters)}`);
    const page = await this.load();
    announce(page.total === null ? 'The list was filtered' : plural(page.total, 'dispute'));
  }

  // Told of by the server: marks the row, moves nothing.
  note_change(dispute) {
    const row = this.rows.querySelector(`[data-id="${Number(dispute.id)}"]`);
    if (!row && !fits(dispute, this.filters)) return;
    this.changed.set(dispute.id, Boolean(row));
    if (row) row.querySelector('.changed').hidden = false;
    const fresh = [...this.changed.values()].filter((known) => !known).length;
    const old = this.changed.size - fresh;
    this.marker.textContent = [fresh && `${fresh} new`, old && `${old} changed`].filter(Boolean).join(', ');
    this.marker.append(el('span.unseen', {}, ': show'));
    this.marker.hidden = false;
    announce(`${this.marker.textContent}, press n`);
  }

  // What was missed while nobody told of it.
  async catch_up() {
    const { items } = await get('disputes', { ...this.filters, limit: kPage }, this.signal);
    for (const dispute of items) {
      const row = this.rows.querySelector(`[data-id="${Number(dispute.id)}"]`);
      if (row?.dataset.sequence !== String(dispute.sequence)) this.note_change(dispute);
    }
  }

  async take_changes() {
    const ids = [...this.changed.keys()];
    if (ids.length === 0) return;
    await this.load();
    for (const id of ids) this.rows.querySelector(`[data-id="${Number(id)}"]`)?.classList.add('arrived');
    window.scrollTo({ top: 0 });
    this.links()[0]?.focus({ preventScroll: true });
  }
}

// How much is read, and whether anything stands in the way.
function state_of(status) {
  if (status.daemon?.paused) return el('strong.paused', {}, `Nothing is taken in: ${status.daemon.paused}`);
  return [plural(status.feeds, 'feed'), status.feeds_failing > 0 && [', ', el('a', { href: '/feeds' }, `${number(status.feeds_failing)} failing`)], ' · last polled ', ago(status.last_poll)];
}

export async function render(root, { query, signal }) {
  title('Disputes');
  const front = new Front(read_filters(query), signal);
  const form = filter_form(front.filters, (filters) => front.use(filters).catch(not_ended));
  const state = el('p.hint', {});
  const read_state = async () => {
    const status = await get('status', {}, signal);
    set_server_time(status.now);
    replace(state, state_of(status));
  };
  const read_choices = async () => renew_choices(form, await get('facets', {}, signal));
  front.on_list = () => read_choices().catch(not_ended);
  // The list waits for neither: each comes when it comes.
  read_state().catch(not_ended);
  await front.load();
  root.append(el('div.head', {}, el('h1', {}, 'Figures that disagree ', front.count), state), form,
    el('div.marker-place', {}, front.marker), front.rows, front.foot, front.follow);
  const timer = setInterval(() => document.visibilityState === 'visible' && read_state().catch(not_ended), kStateHolds);
  signal.addEventListener('abort', () => clearInterval(timer));
  on_event('dispute', (dispute) => front.note_change(dispute), signal);
  on_event('status', () => read_state().catch(not_ended), signal);
  on_event('gone', () => front.catch_up().catch(not_ended), signal);
  walk(() => front.links(), 'dispute', signal);
  on_key('n', 'show what is new', () => front.take_changes().catch(not_ended), signal);
}
