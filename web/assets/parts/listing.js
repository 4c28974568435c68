// A list that comes in pages, with a search form above it whose words are in the address.
import { get, query_of } from '../core/api.js';
import { announce, el, replace } from '../core/dom.js';
import { walk } from '../core/list_keys.js';
import { rename } from '../core/router.js';
import { plural } from '../core/words.js';

// {path: of the API and of the page, fields: [{name, label, placeholder}], row, what, empty}
export async function listing(root, { path, fields, row, what, empty, query, signal, after = () => null }) {
  const rows = el('ol.rows', { 'aria-label': what });
  const foot = el('div.pager', {});
  const extra = el('p.hint', {});
  let wanted = Object.fromEntries(fields.map(({ name }) => [name, query.get(name) ?? '']));

  // Pages of a search may be empty before its end.
  async function take(cursor, tries = 5) {
    const page = await get(path, { ...wanted, cursor, limit: 40 }, signal);
    if (page.items.length === 0 && page.next && tries > 0) return take(page.next, tries - 1);
    return page;
  }
  function show(page, fresh) {
    const made = page.items.map(row);
    if (fresh) replace(rows, made);
    else rows.append(...made);
    replace(extra, after(page));
    const none = rows.childElementCount === 0;
    replace(foot,
      none && el('div.empty', {}, empty),
      page.next && el('button', { type: 'button', on: { click: async () => show(await take(page.next), false)?.querySelector('a')?.focus() } }, none ? 'Look further back' : 'More'));
    return made[0];
  }
  async function search() {
    wanted = Object.fromEntries(fields.map(({ name }) => [name, form.elements[name].value.trim()]));
    rename(`/${path}${query_of(wanted)}`);
    const page = await take();
    show(page, true);
    announce(`${plural(page.items.length, 'result')}${page.next ? ' and more' : ''}`);
  }

  const form = el('form.inline-form.search-form', { role: 'search' }, fields.map(({ name, label, placeholder }, index) => el('div.field', {},
    el('label', { for: `search-${name}` }, label),
    el('input', { id: `search-${name}`, name, type: index ? 'text' : 'search', value: wanted[name], placeholder, autocomplete: 'off' }))),
  el('button.primary', { type: 'submit' }, 'Search'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search().catch((error) => error.name !== 'AbortError' && announce(error.message));
  });
  show(await take(), true);
  root.append(form, extra, rows, foot);
  walk(() => rows.querySelectorAll('li > a, h2 > a'), what, signal);
}
