// The competing figures of a dispute on one axis: a lane a side.  A range is a bar, a
// bound an arrow, a vague count a soft band, each origin a mark.
import { svg } from '../core/dom.js';
import { range, short_number } from '../core/words.js';
import { scale_of } from './scale.js';
import { shape, side_key, side_letter } from './sides.js';

const kLane = 22;
const kNarrow = 15;  // lanes of many
const kFoot = 18;
const kSoft = 18;  // by which a vague count fades out on either side, px
const kBeside = 4;  // marks of one value
const kMany = 5;

const known = (value) => value !== null && value !== undefined;
const at = (fraction) => `${(3 + 94 * Math.min(1, Math.max(0, fraction))).toFixed(2)}%`;

export const is_vague = (figure) => figure.bound === '~' || (figure.bound === 'range' && figure.grain === 0);

function band(scale, figure, y, key) {
  const from = known(figure.low) ? scale.at(figure.low) : 0;
  const to = known(figure.high) ? scale.at(figure.high) : 1;
  const width = `${(94 * Math.max(0, Math.min(1, to) - Math.max(0, from))).toFixed(2)}%`;
  if (!is_vague(figure)) return svg('svg', { x: at(from), y: y - 4, width, height: 8 }, svg('rect.band', { width: '100%', height: '100%', rx: 2, fill: `url(#pattern-${key})` }));
  return svg('g.vague', {}, svg('rect', { x: at(from), y: y - 7, width, height: 14, fill: 'currentColor' }),
    soft_edge(from, -kSoft, y, `url(#edge-left-${key})`), soft_edge(to, 0, y, `url(#edge-right-${key})`));
}

const soft_edge = (end, x, y, fill) => svg('svg', { x: at(end), y: y - 7, overflow: 'visible' }, svg('rect', { x, width: kSoft, height: 14, fill }));

function arrow(scale, figure, y) {
  const up = !known(figure.high);
  const from = at(scale.at(up ? figure.low : figure.high));
  const end = up ? '100%' : '0%';
  return [svg('line.arrow', { x1: from, x2: end, y1: y, y2: y }),
    svg('svg', { x: end, y, overflow: 'visible' }, svg('path.head', { d: up ? 'M-7-4 0 0-7 4z' : 'M7-4 0 0 7 4z' }))];
}

// Marks of one value stand beside each other.
function marks(scale, figures, y, index) {
  const by_place = new Map();
  for (const figure of figures) {
    const value = known(figure.low) && known(figure.high) ? (figure.low + figure.high) / 2 : figure.low ?? figure.high;
    const place = at(scale.at(value));
    by_place.set(place, [...(by_place.get(place) ?? []), figure].slice(0, kBeside));
  }
  return [...by_place].map(([place, some]) => svg('svg', { x: place, y, overflow: 'visible' }, some.map((figure, nth) =>
    svg('g', { transform: `translate(${(nth - (some.length - 1) / 2) * 7} 0)` }, shape(index, { open: is_vague(figure) || !known(figure.low) || !known(figure.high) })))));
}

function label(scale, side, y) {
  const end = scale.at(side.high ?? side.low ?? 0);
  const left = scale.at(side.low ?? side.high ?? 0);
  const aside = 11 + (Math.min(kBeside, side.figures.length) - 1) * 3.5 + (side.figures.some(is_vague) ? 8 : 0);
  const outside = end < 0.62;
  return svg('svg', { x: at(outside ? end : left), y, overflow: 'visible' },
    svg('text.value', { x: outside ? aside : -aside, y: 4, 'text-anchor': outside ? 'start' : 'end' }, side.words));
}

function lane(scale, side, index, y) {
  const key = side_key(index);
  const spread = side.figures.filter((figure) => known(figure.low) && known(figure.high) && figure.high > figure.low);
  const open = side.figures.filter((figure) => known(figure.low) !== known(figure.high));
  return svg(`g.lane.side-${key}`, {},
    spread.map((figure) => band(scale, figure, y, key)),
    open.map((figure) => arrow(scale, figure, y)),
    marks(scale, side.figures, y, index), label(scale, side, y));
}

// `sides`: [{low, high, words, figures: [{low, high, bound, grain}]}], in the order of
// their letters.  null where no side has a number.
export function figure_axis(sides, { unit = '' } = {}) {
  const values = sides.flatMap((side) => [side, ...side.figures]).flatMap(({ low, high }) => [low, high]).filter(known);
  if (values.length === 0) return null;
  const scale = scale_of(values);
  const high = sides.length > kMany ? kNarrow : kLane;
  const foot = sides.length * high + 4;
  const words = sides.map((side, index) => `side ${side_letter(index)}: ${side.words}`).join('; ');
  return svg('svg.figure-axis', { role: 'img', 'aria-label': `On one axis, ${words}${scale.logarithmic ? '; each step is ten times the one before' : ''}`, height: foot + kFoot, width: '100%' },
    scale.ticks.map((tick) => [
      svg('line.grid', { x1: at(scale.at(tick)), x2: at(scale.at(tick)), y1: 0, y2: foot }),
      svg('text.tick', { x: at(scale.at(tick)), y: foot + 13, 'text-anchor': 'middle' }, range({ low: tick, high: tick, unit: unit === 'usd' ? unit : '' }, short_number))]),
    svg('line.base', { x1: 0, x2: '100%', y1: foot, y2: foot }),
    sides.map((side, index) => lane(scale, side, index, high / 2 + 2 + index * high)));
}
