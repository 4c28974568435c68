// The page's beginning: its routes, the keys that work everywhere, and the frame.
import { ApiError } from './core/api.js';
import { note, show as show_dialog } from './core/dialog.js';
import { el } from './core/dom.js';
import * as keys from './core/keys.js';
import * as live from './core/live.js';
import { keep_true } from './core/relative_times.js';
import * as router from './core/router.js';
import * as session from './core/session.js';
import { put_patterns } from './parts/sides.js';

const page = (name) => () => import(`./pages/${name}.js`);
const kThemes = ['system', 'light', 'dark'];

router.route(/^\/$/, 'disputes', page('front'));
router.route(/^\/disputes$/, 'disputes', page('front'));
router.route(/^\/disputes\/(\d+)$/, 'disputes', page('dispute'));
router.route(/^\/facts$/, 'facts', page('facts'));
router.route(/^\/facts\/(\d+)$/, 'facts', page('fact'));
router.route(/^\/articles$/, 'articles', page('articles'));
router.route(/^\/articles\/(\d+)$/, 'articles', page('article'));
router.route(/^\/feeds$/, 'feeds', page('feeds'));
router.route(/^\/feeds\/(\d+)$/, 'feeds', page('feed'));
router.route(/^\/alerts$/, 'alerts', page('alerts'));
router.route(/^\/alerts\/(alr_[a-z0-9]+)$/, 'alerts', page('alert'));
router.route(/^\/sign-in$/, 'sign-in', page('sign_in'));

function stored_theme() {
  try {
    return localStorage.getItem('figured-theme') ?? 'system';
  } catch {
    return 'system';
  }
}

function use_theme(name) {
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  try {
    localStorage.setItem('figured-theme', name);
  } catch {
    // Then it holds for this page only.
  }
  const button = document.getElementById('theme');
  const words = { system: 'as the system', light: 'light', dark: 'dark' }[name];
  button.textContent = { system: '◐', light: '☀︎', dark: '☾' }[name];
  button.setAttribute('aria-label', `Colours: ${words}. Change`);
  button.title = `Colours: ${words}`;
}

function next_theme() {
  use_theme(kThemes[(kThemes.indexOf(stored_theme()) + 1) % kThemes.length]);
}

function show_shortcuts() {
  show_dialog('Keyboard shortcuts', el('div.keys', {}, keys.shortcut_list().map(({ key, words }) =>
    [el('span', {}, key.split(' ').map((one, index) => [index ? ' ' : '', el('kbd', {}, one)])), el('span', {}, words)])));
}

function to_search() {
  const input = document.querySelector('#main input[type="search"]');
  if (input) input.focus();
  else router.go('/facts').then(() => document.querySelector('#main input[type="search"]')?.focus());
}

// Also while the next page is still being read.
function to_list() {
  const list = document.querySelector('nav [aria-current]')?.getAttribute('href') ?? '/';
  if (location.pathname !== list) router.go(list);
}

// What nobody else said of a question that failed.
function tell_failure(event) {
  if (event.reason instanceof ApiError) note(event.reason.message, 'bad');
  if (event.reason instanceof ApiError || event.reason?.name === 'AbortError') event.preventDefault();
}

keys.on_key('?', 'show these shortcuts', show_shortcuts);
keys.on_key('/', 'search, or filter this list', to_search);
keys.on_key('g d', 'go to disputes', () => router.go('/'));
keys.on_key('g f', 'go to facts', () => router.go('/facts'));
keys.on_key('g a', 'go to articles', () => router.go('/articles'));
keys.on_key('g s', 'go to feeds (sources)', () => router.go('/feeds'));
keys.on_key('g t', 'go to alerts (told)', () => router.go('/alerts'));
keys.on_key('u', 'back to the list', to_list);
keys.on_key('t', 'change the colours: system, light, dark', next_theme);

use_theme(stored_theme());
document.getElementById('theme').addEventListener('click', next_theme);
document.getElementById('help').addEventListener('click', show_shortcuts);
window.addEventListener('unhandledrejection', tell_failure);
keys.listen();
session.listen();
session.when_session_changes(() => {
  live.connect();
  router.refresh();
});
put_patterns();
keep_true();

const may = await session.load_session().catch(() => ({ reading: true }));
if (may.reading) {
  live.listen();
  await router.start();
} else {
  session.when_session_changes(() => location.reload());
  await router.show_sign_in();
}
