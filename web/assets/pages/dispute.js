// One dispute: its figures over time, its sides with their evidence, why they are held to
// contradict, and what was decided and told.
import { get } from '../core/api.js';
import { note } from '../core/dialog.js';
import { el } from '../core/dom.js';
import { on_key } from '../core/keys.js';
import { neighbours } from '../core/list_keys.js';
import { on_event } from '../core/live.js';
import { ago, at_moment } from '../core/relative_times.js';
import { go, refresh, title } from '../core/router.js';
import { why_not } from '../core/session.js';
import { capital, list, plural } from '../core/words.js';
import { claim_card, together } from '../parts/claim_card.js';
import { course } from '../parts/course.js';
import { decision_buttons, kReasons } from '../parts/decisions.js';
import { apart, news_words, side_words, versus } from '../parts/dispute_row.js';
import { figure_plot } from '../parts/figure_plot.js';
import { mark_changed } from '../parts/follow.js';
import { record_of, silence_list } from '../parts/record.js';
import { severity_mark, state_badge } from '../parts/severity.js';
import { side_key, side_mark } from '../parts/sides.js';
import { verdict_box, verdict_table, worst } from '../parts/verdict_box.js';

const kCards = 3;

function crumbs(dispute) {
  const [before, after] = neighbours(`/disputes/${dispute.id}`);
  return el('div.crumbs', {}, el('a', { href: '/' }, 'All disputes'),
    el('span.steps', {}, before && el('a', { href: before, rel: 'prev' }, '‹ Previous'), after && el('a', { href: after, rel: 'next' }, 'Next ›')));
}

function copy_link(dispute) {
  const address = new URL(dispute.permalink, location.href).href;
  return el('button.link', { type: 'button', on: { click: async () => {
    try {
      await navigator.clipboard.writeText(address);
      note('The link was copied.');
    } catch {
      note(address);
    }
  } } }, 'Copy the link');
}

function head(dispute, done) {
  const distance = apart(dispute.sides);
  return el('header.dispute-head', {},
    el('div', {}, el('h1', {}, capital(dispute.label)), versus(dispute.sides),
      el('p.meta', {}, state_badge(dispute.state), severity_mark(dispute.severity, dispute.severity_label),
        distance && el('span', {}, distance),
        el('span', { title: dispute.new.summary }, news_words(dispute.new), ' ', ago(dispute.changed_at)),
        el('a', { href: `/facts/${dispute.fact}` }, 'History of the fact'), copy_link(dispute)),
      course(dispute)),
    el('div.decide', {}, decision_buttons(dispute, done), why_not()));
}

function dismissal(dispute) {
  if (!dispute.dismissal) return null;
  const { reason, note: words, at } = dispute.dismissal;
  return el('p.dismissal', {}, el('strong', {}, 'Dismissed'), ': ', reason && kReasons[reason]?.[0], words && ` “${words}”`, ', ', at_moment(at));
}

// The first few; what follows them says the same again.
function evidence(claims, side_class) {
  const cards = together(claims).map((each) => claim_card(each, side_class));
  const more = cards.slice(kCards);
  return [el('ol.claims', {}, cards.slice(0, kCards)),
    more.length > 0 && el('details.others', {}, el('summary', {}, `${plural(more.length, 'more article')} on this side`), el('ol.claims', {}, more))];
}

function side_column(side, claims) {
  const origins = [...new Set(side.origins.map(({ name }) => name).filter(Boolean))];
  return el(`section.side.edge-${side_key(side.index)}`, { 'aria-labelledby': `side-${side.index}` },
    el('h3', { id: `side-${side.index}` }, side_mark(side.index), ' ', el(`span.said.side-${side_key(side.index)}`, {}, side_words(side))),
    el('p.hint', {}, `${plural(side.voices, 'independent voice')} in ${plural(side.outlets.length, 'outlet')}`, origins.length > 0 && `: ${list(origins, 4)}`),
    evidence(claims, `side-${side_key(side.index)}`));
}

function others(dispute) {
  const claims = dispute.all_claims.filter(({ id }) => dispute.side_of[id] === undefined);
  const beyond = dispute.values_left_out;
  return [
    beyond > 0 && el('p.hint.beyond', {}, `Only ${dispute.sides.length} sides are kept. ${capital(plural(beyond, 'more value was', 'more values were'))} given: so many may not be of one fact.`),
    claims.length > 0 && el('details.others', {}, el('summary', {}, `${plural(claims.length, 'more claim')} of this fact${beyond > 0 ? ' on no side' : ', contradicting none'}`),
      el('ol.claims', {}, together(claims).map((each) => claim_card(each, '')))),
  ];
}

function show_claim(claim) {
  const card = document.getElementById(`claim-${claim.id}`);
  const target = card ?? document.querySelector(`a[href^="/articles/${claim.article_id}?"]`);
  if (!target) return go(`/articles/${claim.article_id}?claim=${claim.id}`);
  const closed = target.closest('details:not([open])');
  if (closed) closed.open = true;
  target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
}

const section = (id, words, ...children) =>
  el('section', { 'aria-labelledby': id }, el('div.section-head', {}, el('h2', { id }, words)), children);

function sides_section(dispute) {
  return section('sides', 'Who says what', el('div.sides', {}, dispute.sides.map((side) =>
    side_column(side, dispute.all_claims.filter(({ id }) => dispute.side_of[id] === side.index)))), others(dispute));
}

function why_section(dispute) {
  const verdict = worst(dispute.verdicts);
  const by_id = new Map(dispute.all_claims.map((claim) => [claim.id, claim]));
  return section('why', 'Why they are held to contradict', verdict ? verdict_box(verdict) : el('p.soft', {}, 'The comparison is no longer kept.'),
    dispute.verdicts.length > 1 && el('details', {}, el('summary', {}, `All ${plural(dispute.verdicts.length, 'comparison')}`), verdict_table(dispute.verdicts, by_id)));
}

function keys(dispute, signal) {
  const [before, after] = neighbours(`/disputes/${dispute.id}`);
  on_key('j', 'next dispute of the list', () => after && go(after), signal);
  on_key('k', 'dispute before in the list', () => before && go(before), signal);
  const press = (index) => () => document.querySelectorAll('.decide .buttons button')[index]?.click();
  on_key('d', 'dismiss, or reopen', press(0), signal);
  on_key('c', 'confirm', press(1), signal);
}

// Somebody or something changed it while it is read.
function watch(dispute, root, signal) {
  on_event('dispute', (told) => {
    if (told.id !== dispute.id || told.sequence === dispute.sequence && told.state === dispute.state) return;
    mark_changed(root, 'This dispute', signal);
  }, signal);
}

export async function render(root, { values: [id], signal }) {
  const dispute = await get(`disputes/${id}`, {}, signal);
  title(capital(dispute.label));
  const done = (words) => {
    note(words);
    refresh();
  };
  const plot = await figure_plot({ claims: dispute.all_claims, side_of: dispute.side_of, unit: dispute.unit, choose: show_claim, signal });
  root.append(crumbs(dispute), head(dispute, done), dismissal(dispute) ?? '',
    dispute.silences.length > 0 ? silence_list(dispute.silences, refresh) : '',
    sides_section(dispute), section('time', 'The figure over time', plot), why_section(dispute),
    section('record', 'What was decided and told', record_of(dispute)),
    el('p.hint.follow', {}, 'For programs: ', el('a', { href: `/api/v1/disputes/${dispute.id}` }, 'JSON'), ' · ', el('a', { href: `/api/v1/disputes/${dispute.id}/claimreview` }, 'ClaimReview')));
  keys(dispute, signal);
  watch(dispute, root, signal);
}
