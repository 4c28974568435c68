// An article with every figure that was read in it, and what its revisions changed.
import { get } from '../core/api.js';
import { el, outward, replace } from '../core/dom.js';
import { on_key } from '../core/keys.js';
import { rename, title } from '../core/router.js';
import { plural } from '../core/words.js';
import { claim_fields } from '../parts/claim_card.js';
import { dated } from '../parts/dated.js';
import { follow } from '../parts/follow.js';
import { marked_text } from '../parts/marked_text.js';
import { comparison_place } from '../parts/revisions.js';

function panel_of(claims) {
  return claims.map((claim) => el('div.read', {}, el('h3', {}, claim.figure.surface), claim_fields(claim),
    el('p.links', {}, el('a', { href: `/facts/${claim.fact}` }, 'The fact it speaks of'), claim.dispute && el('a', { href: `/disputes/${claim.dispute}` }, 'Its dispute'))));
}

function reader(article, revision, chosen) {
  const claims = article.claims.filter((claim) => claim.revision === revision.number);
  const panel = el('aside.panel', { id: 'claim-panel', 'aria-label': 'The claim chosen', 'aria-live': 'polite' });
  const body = el('div.body.text', {});
  const choose = (some, mark) => {
    for (const other of marks()) other.setAttribute('aria-pressed', String(other === mark));
    replace(panel, panel_of(some));
  };
  const of_field = (field) => claims.filter((claim) => claim.field === field);
  const heading = marked_text(revision.title || 'Without a title', of_field('title'), choose, 'h1');
  body.append(...(revision.text === null ? [el('p.hint', {}, 'The text is no longer kept.')] : marked_text(revision.text, of_field('text'), choose)));
  const marks = () => [...heading, body].flatMap((part) => [...part.querySelectorAll('mark')]);
  const first = (chosen && marks().find((mark) => mark.dataset.claims.split(' ').includes(chosen))) ?? null;
  replace(panel, el('p.hint', {}, claims.length ? 'Choose a marked figure to see what was read: click it, or go there with Tab and press Enter.' : 'No figure was read in this revision.'));
  return { heading, node: el('div.reader', {}, body, panel), first, marks };
}

function revision_links(article, shown) {
  if (article.revisions.length < 2) return null;
  const [newest, before] = [article.revisions.at(-1).number, article.revisions.at(-2).number];
  return el('p.meta', {}, 'Revisions: ', article.revisions.map(({ number }) =>
    el('a', { href: `/articles/${article.id}?revision=${number}`, 'aria-current': number === shown ? 'true' : null }, String(number))),
  el('a', { href: `/articles/${article.id}?compare=${before}-${newest}` }, 'Compare them'));
}

function carriers(article) {
  if (article.carriers.length === 0) return null;
  return el('section', { 'aria-labelledby': 'carriers' }, el('div.section-head', {}, el('h2', { id: 'carriers' }, 'Nearly the same text elsewhere')),
    el('ul.plain', {}, article.carriers.map((other) => el('li', {}, el('a', { href: `/articles/${other.id}` }, other.title), el('span.soft', {}, ` · ${other.outlet} · `), dated(other)))));
}

function head(article, heading, shown) {
  const disputed = new Set(article.claims.map(({ dispute }) => dispute).filter(Boolean)).size;
  return [el('div.crumbs', {}, el('a', { href: '/articles' }, 'All articles'), el('a', { href: `/feeds/${article.feed}` }, `Feed of ${article.outlet}`)),
    el('div.article-head', {}, heading,
      el('p.meta', {}, el('strong', {}, article.outlet), dated(article), article.language && el('span', { title: 'The language it declares' }, article.language), article.url && outward(article.url, 'At its source'),
        el('span', {}, plural(article.claims.filter(({ live }) => live).length, 'claim')), disputed > 0 && el('span', {}, plural(disputed, 'disputed fact'))),
      revision_links(article, shown))];
}

// What others carry of it is no change of the article.
const own = ({ carriers: _, ...article }) => article;

export async function render(root, { values: [id], query, signal }) {
  const read = () => get(`articles/${id}`, {}, signal);
  const article = await read();
  title(article.title || 'Article');
  follow(root, 'This article', own(article), async () => own(await read()), signal);
  const compare = query.get('compare')?.split('-').map(Number);
  const wanted = Number(query.get('revision'));
  const revision = article.revisions.find(({ number }) => number === wanted) ?? article.revisions.at(-1);
  if (compare && article.revisions.length > 1) {
    root.append(...head(article, el('h1', {}, article.title), null), comparison_place(article.revisions, compare, (numbers) => rename(`/articles/${id}?compare=${numbers.join('-')}`)));
    return;
  }
  const { heading, node, first, marks } = reader(article, revision, query.get('claim'));
  root.append(...head(article, heading, revision.number), node, carriers(article) ?? '');
  const step = (by) => {
    const all = marks();
    const at = all.findIndex((mark) => mark.getAttribute('aria-pressed') === 'true');
    const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.click();
  };
  on_key('j', 'next figure', () => step(1), signal);
  on_key('k', 'figure before', () => step(-1), signal);
  if (first) {
    first.click();
    setTimeout(() => signal.aborted || first.scrollIntoView({ block: 'center' }));
  }
}
