// Why two figures are held to contradict: the sentence, the tests that held, those that
// could not be made.
import { el } from '../core/dom.js';
import { at_moment } from '../core/relative_times.js';
import { percent } from '../core/words.js';

const kTests = { measure: 'measure', noun: 'what is counted', unit: 'unit', place: 'place', scope: 'part of the whole', modality: 'how it is said', event: 'event', subject: 'subject', 'event time': 'time of the event' };
const kTags = {
  'same-origin': 'one source gives both values', 'within-article': 'both stand in one article', 'silent-edit': 'changed without a word',
  'lost-digit': 'a digit may be lost', 'swapped-digits': 'digits may be swapped', 'wrong-unit': 'a unit may be mistaken',
};
const kRelations = {
  contradicts: 'contradict', tension: 'stand in tension', updates: 'update', corrects: 'correct', agrees: 'agree', compatible: 'are compatible',
};

export function worst(verdicts) {
  const contradictions = verdicts.filter(({ relation }) => relation === 'contradicts');
  return (contradictions.length ? contradictions : verdicts).reduce((best, one) => (!best || one.score > best.score ? one : best), null);
}

const tests = (names, what) => names.map((name) => el(`li.test.${what}`, {}, el('span.unseen', {}, what === 'passed' ? 'held: ' : 'not to be made: '), kTests[name] ?? name));

export function verdict_box(verdict) {
  return el('div.verdict', {},
    el('p', {}, verdict.why, verdict.tags.map((tag) => [' ', el('span.badge.warn', {}, kTags[tag] ?? tag)])),
    el('p.hint', {}, 'Taken for one fact with a probability of ', el('strong.number', {}, percent(verdict.score)), '. Tests of sameness:'),
    el('ul.tests', {}, tests(verdict.passed, 'passed'), tests(verdict.missing, 'missing')));
}

// All comparisons that were stored, for those who want to see each.
export function verdict_table(verdicts, by_id) {
  const name = (id) => {
    const claim = by_id.get(id);
    return claim ? `${claim.figure.surface} · ${claim.outlet ?? ''}` : `claim ${id}`;
  };
  return el('div.table', { tabindex: '0', role: 'region', 'aria-label': 'Every comparison' }, el('table', {},
    el('thead', {}, el('tr', {}, ['Earlier', 'Later', 'They', 'Probability', 'Why', 'Judged'].map((words) => el('th', { scope: 'col' }, words)))),
    el('tbody', {}, verdicts.map((verdict) => el('tr', {},
      el('td', {}, name(verdict.earlier_claim)), el('td', {}, name(verdict.later_claim)),
      el('td', {}, kRelations[verdict.relation] ?? verdict.relation), el('td.number', {}, percent(verdict.score)),
      el('td', {}, verdict.why), el('td', {}, at_moment(verdict.at)))))));
}
