// One dispute in a list: the fact in words, its competing figures, and who says them.
import { el } from '../core/dom.js';
import { ago } from '../core/relative_times.js';
import { capital, gap, list, long_number, number, plural, range, short_number, with_unit } from '../core/words.js';
import { figure_axis } from './figure_axis.js';
import { severity_mark, state_badge } from './severity.js';
import { side_key, side_mark } from './sides.js';

const kVoices = 4;  // sides whose outlets are named

const kNews = {
  opened: 'opened', widened: 'widened', settled: 'settled', reopened: 'reopened', dismissed: 'dismissed',
  confirmed: 'confirmed', corrected: 'corrected', joined: 'a source joined',
};

// "between 85,000,000 and 90,000,000 usd" is "between $85 million and $90 million".
export function side_words({ label, unit }) {
  const is_money = unit && label.endsWith(` ${unit}`) && with_unit('', unit) !== ` ${unit}`;
  const text = is_money ? label.slice(0, -unit.length - 1) : label;
  return text.replace(/\d[\d,]*(\.\d+)?/g, (digits) => {
    const value = Number(digits.replaceAll(',', ''));
    const words = value >= 1e6 ? long_number(value) : digits;
    return text === label ? words : with_unit(words, unit);
  });
}

// The same where there is little room.
function short_words(side) {
  const words = side_words(side);
  return words.startsWith('between ') && side.low !== null && side.high !== null ? range(side, short_number) : words;
}

// What the axis draws of a side: a mark for each origin where the side's figure stands.
export function axis_side(side) {
  const figure = { low: side.low, high: side.high, bound: side.bound, grain: side.bound === '~' ? 0 : 1 };
  return { low: side.low, high: side.high, words: short_words(side), figures: side.origins.length ? side.origins.map(() => figure) : [figure] };
}

// "4 times as high": between the nearest ends of the two sides that lie farthest apart.
export function apart(sides) {
  const ends = sides.filter(({ low, high }) => low !== null && high !== null).sort((a, b) => a.low - b.low);
  const words = ends.length < 2 ? null : gap(ends[0].high, ends.at(-1).low);
  return words?.endsWith('times') ? `${words} as high` : words;
}

// Where they are many, how far they reach.
export function versus(sides) {
  const said = (side) => el(`span.said.side-${side_key(side.index)}`, {}, side_words(side));
  if (sides.length <= 4) return el('p.versus', {}, sides.map((side, index) => [index > 0 && el('span.soft', {}, ' or '), said(side)]));
  const sorted = [...sides].sort((a, b) => (a.low ?? a.high) - (b.low ?? b.high));
  return el('p.versus', {}, said(sorted[0]), el('span.soft', {}, ' to '), said(sorted.at(-1)), el('span.soft', {}, ` in ${number(sides.length)} different figures`));
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
    el('div.what', {}, el('h2', {}, link), versus(dispute.sides), el('ul.voices', {}, dispute.sides.slice(0, kVoices).map(voices), dispute.sides.length > kVoices && el('li.soft', {}, `and ${plural(dispute.sides.length - kVoices, 'more side')}`))),
    el('div.drawn', {}, axis),
    el('div.facts', {}, severity_mark(dispute.severity, dispute.severity_label),
      distance && el('span.apart', {}, distance),
      dispute.state !== 'open' && state_badge(dispute.state),
      el('span.when', { title: dispute.new.summary }, news_words(dispute.new), ' ', ago(dispute.changed_at)),
      el('span.changed', { hidden: true }, 'changed since')));
}

export const news_words = (news) => kNews[news.kind] ?? news.kind;
