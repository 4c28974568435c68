// Shown where reading needs the token too, and at /sign-in.
import { el } from '../core/dom.js';
import { title } from '../core/router.js';
import { may_write, sign_in } from '../core/session.js';

export function render(root) {
  title('Sign in');
  root.append(el('div.empty', {}, el('h1', {}, may_write() ? 'You are signed in' : 'Sign in to read'),
    el('p', {}, may_write() ? 'Disputes, feeds and alerts can be changed from their pages.' : 'This figured shows its page to those who hold its token.'),
    may_write()
      ? el('p', {}, el('a', { href: '/' }, 'To the disputes'))
      : el('p', {}, el('button.primary', { type: 'button', on: { click: () => sign_in() } }, 'Sign in'))));
}
