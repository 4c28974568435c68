// Which page an address shows.  Links to this server are followed without a new load, so
// that the live connection stays; each page gets a signal that ends what it began.
import { announce, el, replace } from './dom.js';

const routes = [];  // {pattern, load, section}
let leave = new AbortController();
let places = new Map();  // how far each entry of the history was scrolled

export function route(pattern, section, load) {
  routes.push({ pattern, section, load });
}

const entry = () => history.state?.entry ?? 0;

function mark_section(section) {
  for (const link of document.querySelectorAll('nav [data-section]')) {
    if (link.dataset.section === section) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function show_error(main, error) {
  if (error.status === 401) return show_sign_in();
  const missing = error.status === 404;
  document.title = `${missing ? 'Not here' : 'Went wrong'} · figured`;
  replace(main, el('div.empty', { role: 'alert' },
    el('h1', {}, missing ? 'There is nothing at this address' : 'This page could not be shown'), el('p', {}, error.message),
    el('p', {}, missing ? el('a', { href: '/' }, 'To the disputes') : el('button', { type: 'button', on: { click: () => refresh() } }, 'Try again'))));
}

// A browser keeps in mind that a module did not come, so only a new load of the page helps.
async function page_of(found) {
  try {
    return await found.load();
  } catch (error) {
    globalThis.load_again?.();
    throw new DOMException(error.message, 'AbortError');
  }
}

async function show({ to_top = true } = {}) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  const main = document.getElementById('main');
  const found = routes.find(({ pattern }) => pattern.test(location.pathname));
  mark_section(found?.section);
  main.setAttribute('aria-busy', 'true');
  const fresh = el('div', {});
  try {
    if (!found) throw Object.assign(new Error('Try the front page.'), { status: 404 });
    const page = await page_of(found);
    const values = found.pattern.exec(location.pathname).slice(1).map(decodeURIComponent);
    await page.render(fresh, { values, query: new URLSearchParams(location.search), signal });
    if (signal.aborted) return;
    globalThis.all_came?.();
    const had_focus = main.contains(document.activeElement);
    replace(main, fresh);
    if (had_focus) main.focus({ preventScroll: true });
    announce(document.title);
  } catch (error) {
    if (signal.aborted || error.name === 'AbortError') return;
    show_error(main, error);
  } finally {
    if (!signal.aborted) main.removeAttribute('aria-busy');
  }
  window.scrollTo(0, to_top ? 0 : places.get(entry()) ?? 0);
}

// Goes to a page of ours.
export function go(path) {
  places.set(entry(), window.scrollY);
  history.pushState({ entry: Math.max(0, ...places.keys()) + 1 }, '', path);
  document.getElementById('main').focus({ preventScroll: true });
  return show();
}

// Shows the page anew, where it stands.
export async function refresh() {
  places.set(entry(), window.scrollY);
  await show({ to_top: false });
}

// Another address for what is shown already.
export function rename(path) {
  history.replaceState(history.state, '', path);
}

export function title(text) {
  document.title = `${text} · figured`;
}

function is_ours(link) {
  return link && link.origin === location.origin && !link.target && !link.hasAttribute('download') &&
    routes.some(({ pattern }) => pattern.test(link.pathname)) && !link.getAttribute('href').startsWith('#');
}

export function start() {
  history.scrollRestoration = 'manual';
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href]');
    if (!is_ours(link)) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
  window.addEventListener('popstate', () => show({ to_top: false }));
  return show();
}

// Where nothing may be read before a sign-in: the address stays as it is.
export async function show_sign_in() {
  const { render } = await import('../pages/sign_in.js');
  const main = document.getElementById('main');
  replace(main);
  await render(main);
}
