// One dispute in a list: the fact in words, its competing figures, and who says them.
import { el } from '../core/dom.js';
import { ago } from '../core/relative_times.js';
import { capital, gap, list, plural, with_unit } from '../core/words.js';
import { figure_axis } from './figure_axis.js';
import { severity_mark, state_badge } from './severity.js';
import { side_key, side_mark } from './sides.js';

const kNews = {
  opened: 'opened', widened: 'widened', settled: 'settled', reopened: 'reopened', dismissed: 'dismissed',
  confirmed: 'confirmed', corrected: 'corrected', joined: 'a source joined',
};

// "85,000,000 usd" is "$85,000,000".
export const side_words = ({ label, unit }) => (unit && with_unit('', unit) !== ` ${unit}` ? label.replace(/([\d.,]+) [a-z]{3}$/, (_, value) => with_unit(value, unit)) : label);

// What the axis draws of a side: a mark for each origin where the side's figure stands.
export function axis_side(side) {
  const figure = { low: side.low, high: side.high, bound: side.bound, grain: side.bound === '~' ? 0 : 1 };
  return { low: side.low, high: side.high, words: side_words(side), figures: side.origins.length ? side.origins.map(() => figure) : [figure] };
}

// "4 times as high": between the nearest ends of the two sides that lie farthest apart.
export function apart(sides) {
  const ends = sides.filter(({ low, high }) => low !== null && high !== null).sort((a, b) => a.low - b.low);
  const words = ends.length < 2 ? null : gap(ends[0].high, ends.at(-1).low);
  return words?.endsWith('times') ? `${words} as high` : words;
}

export function versus(sides) {
  const shown = sides.slice(0, 4);
  return el('p.versus', {}, shown.map((side, index) => [
    index > 0 && el('span.soft', {}, ' or '),
    el(`span.said.side-${side_key(side.index)}`, {}, side_words(side))]),
  sides.length > shown.length && el('span.soft', {}, ` and ${plural(sides.length - shown.length, 'more figure')}`));
}

function voices(side) {
  const origins = side.origins.map(({ name }) => name).filter(Boolean);
  return el('li', {}, side_mark(side.index), ' ', list(side.outlets, 2),
    origins.length > 0 && el('span.soft', {}, ` · ${list([...new Set(origins)], 2)}`));
}

export function dispute_row(dispute) {
  const link = el('a', { href: `/disputes/${dispute.id}` }, capital(dispute.label));
  const distance = apart(dispute.sides);
  const axis = figure_axis(dispute.sides.map(axis_side), { unit: dispute.unit });
  return el('li.dispute', { data: { id: dispute.id, sequence: dispute.sequence } },
    el('div.what', {}, el('h2', {}, link), versus(dispute.sides), el('ul.voices', {}, dispute.sides.slice(0, 4).map(voices))),
    el('div.drawn', {}, axis),
    el('div.facts', {}, severity_mark(dispute.severity, dispute.severity_label),
      distance && el('span.apart', {}, distance),
      dispute.state !== 'open' && state_badge(dispute.state),
      el('span.when', { title: dispute.new.summary }, news_words(dispute.new), ' ', ago(dispute.changed_at)),
      el('span.changed', { hidden: true }, 'changed since')));
}

export const news_words = (news) => kNews[news.kind] ?? news.kind;
