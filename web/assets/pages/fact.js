// One fact: every figure that was given of it, in time.
import { get } from '../core/api.js';
import { el } from '../core/dom.js';
import { go, title } from '../core/router.js';
import { capital, plural } from '../core/words.js';
import { claim_card, outlets_of, together } from '../parts/claim_card.js';
import { figure_plot } from '../parts/figure_plot.js';
import { follow } from '../parts/follow.js';
import { state_badge } from '../parts/severity.js';

function show_claim(claim) {
  const card = document.getElementById(`claim-${claim.id}`);
  if (!card) return go(`/articles/${claim.article_id}?claim=${claim.id}`);
  card.scrollIntoView({ block: 'center' });
  card.focus({ preventScroll: true });
}

// Where it is disputed, marks keep the sides they have there.
async function sides_of(fact, signal) {
  if (!fact.dispute) return {};
  return (await get(`disputes/${fact.dispute.id}`, {}, signal)).side_of;
}

export async function render(root, { values: [id], signal }) {
  const read = () => get(`facts/${id}`, {}, signal);
  const fact = await read();
  title(capital(fact.label));
  const side_of = await sides_of(fact, signal);
  const plot = await figure_plot({ claims: fact.claims, side_of, unit: fact.unit, choose: show_claim, signal });
  root.append(
    el('div.crumbs', {}, el('a', { href: '/facts' }, 'All facts')),
    el('div.head', {}, el('h1', {}, capital(fact.label || fact.measure)),
      fact.dispute ? el('p', {}, el('a', { href: `/disputes/${fact.dispute.id}` }, 'Its figures disagree'), ' ', state_badge(fact.dispute.state)) : el('p.hint', {}, 'Nobody disagrees')),
    el('p.meta', {}, plural(fact.claims.length, 'claim'), fact.claims.length > 0 && ` of ${outlets_of(fact.claims)}`, fact.left_out > 0 && `; ${plural(fact.left_out, 'older claim')} left out`),
    el('section', { 'aria-labelledby': 'time' }, el('div.section-head', {}, el('h2', { id: 'time' }, 'The figure over time')), plot),
    el('section', { 'aria-labelledby': 'words' }, el('div.section-head', {}, el('h2', { id: 'words' }, 'In their words')),
      el('ol.claims.wide', {}, together([...fact.claims].reverse()).map((each) => claim_card(each, '')))));
  follow(root, 'This fact', fact, read, signal);
}
