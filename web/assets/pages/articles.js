// What was read: articles by their words, newest first.
import { el } from '../core/dom.js';
import { title } from '../core/router.js';
import { plural } from '../core/words.js';
import { dated_ago } from '../parts/dated.js';
import { listing } from '../parts/listing.js';

function row(article) {
  return el('li.row', {}, el('h2', {}, el('a', { href: `/articles/${article.id}` }, article.title || 'Without a title')),
    el('p.hint', {}, el('strong', {}, article.outlet), ' · ', dated_ago(article), article.revision > 1 && ` · ${plural(article.revision, 'revision')}`),
    el('p.excerpt', {}, article.excerpt));
}

export async function render(root, context) {
  title('Articles');
  root.append(el('div.head', {}, el('h1', {}, 'Articles'), el('p.hint', {}, 'Search reads titles and texts; a word that ends in * stands for all that begin so')));
  await listing(root, {
    ...context, path: 'articles', row, what: 'article',
    fields: [{ name: 'text', label: 'Words', placeholder: 'earthquake Belkut' }, { name: 'outlet', label: 'Outlet', placeholder: 'Meridian Ledger' }],
    empty: [el('strong', {}, 'No article has these words'), 'All the words must stand in it; try fewer.'],
    after: ({ not_searched }) => (not_searched > 0 ? `${plural(not_searched, 'revision')} will be searched soon: the index is being made.` : null),
  });
}
