// The figure over time: when it was published against what it says.  A range is a bar,
// a bound an arrow, a vague count an open mark on a soft bar, corrections are steps, and a
// mark with a number stands for so many copies.  Everything in it can be reached by arrow
// keys, and stands in a table beside it.
import { el, replace, svg } from '../core/dom.js';
import { plural, range, short_number } from '../core/words.js';
import { load_d3 } from './d3.js';
import { date_words } from './dated.js';
import { is_vague } from './figure_axis.js';
import { middle, points_of, steps_of } from './plot_points.js';
import { marked_quote } from './quote.js';
import { shape, side_key, side_letter } from './sides.js';

const kHeight = 280;
const known = (value) => value !== null && value !== undefined;
const side_class = (side) => (side === null ? 'side-none' : `side-${side_key(side)}`);
const side_words = (side) => (side === null ? 'on no side' : `side ${side_letter(side)}`);

function value_scale(d3, values, from, to) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  if (least > 0 && most / least > 60) return d3.scaleLog().domain([least / 1.5, most * 1.5]).range([from, to]);
  const spread = most - least || Math.abs(most) || 1;
  const zero = least >= 0 && least < most * 0.4;
  return d3.scaleLinear().domain([zero ? 0 : least - spread * 0.25, most + spread * 0.2]).nice(5).range([from, to]);
}

function time_scale(d3, points, from, to) {
  const first = Math.min(...points.map((point) => point.first));
  const last = Math.max(...points.map((point) => point.last));
  const rest = Math.max((last - first) * 0.06, 20 * 60_000);
  return d3.scaleUtc().domain([first - rest, last + rest]).range([from, to]);
}

function extent(point, y, [bottom, top]) {
  const { low, high } = point.figure;
  const open = known(low) !== known(high);
  if (!open && low === high) return null;
  const ends = [known(low) ? y(low) : bottom, known(high) ? y(high) : top];
  if (!open) {
    const tall = Math.max(3, ends[0] - ends[1]);
    return svg(is_vague(point.figure) ? 'rect.vague' : 'rect.band', { x: -5, y: ends[1] - y(middle(point.figure)), width: 10, height: tall, rx: is_vague(point.figure) ? 5 : 1 });
  }
  const by = known(low) ? -34 : 34;
  return [svg('line.arrow', { y2: by }), svg('path.head', { transform: `translate(0 ${by})${by > 0 ? ' rotate(180)' : ''}`, d: 'M-4 6 0-1 4 6z' })];
}

function words_of(point) {
  const [claim] = point.claims;
  const outlets = [...new Set(point.claims.map(({ outlet }) => outlet))];
  return `${claim.figure.surface || range(claim.figure)}, ${side_words(point.side)}, ${outlets.join(', ')}${claim.origin ? `, ${claim.origin}` : ''}, ${date_words(claim)}`;
}

function draw_point(point, x, y, bounds) {
  const outlets = new Set(point.claims.map(({ article_id }) => article_id)).size;
  const open = is_vague(point.figure) || known(point.figure.low) !== known(point.figure.high);
  const tail = x(point.last) - x(point.first);
  return svg(`g.point.${side_class(point.side)}`, { transform: `translate(${x(point.first)} ${y(middle(point.figure))})`, role: 'button', tabindex: '-1', 'aria-label': words_of(point) },
    tail > 1 && svg('line.tail', { x2: tail }),
    extent(point, y, bounds),
    svg('circle.halo', { r: 11 }),
    point.side === null ? svg(open ? 'circle.shape.open' : 'circle.shape', { r: 3.5 }) : shape(point.side, { open }),
    outlets > 1 && svg('text.copies', { x: 0, y: 17, 'text-anchor': 'middle' }, `×${outlets}`));
}

// A value holds until the next one is said.
const step_path = (steps, x, y) => steps.map(({ time, value }, index) => (index ? `H${x(time)}V${y(value)}` : `M${x(time)} ${y(value)}`)).join('');

// Values beside their marks, where no other stands already.
function labels(points, x, y, width) {
  const taken = points.map((point) => ({ left: x(point.first) - 6, right: x(point.first) + 6, y: y(middle(point.figure)) }));
  return points.map((point) => {
    const words = point.claims[0].figure.surface;
    const wide = words.length * 7.2 + 4;
    const at = { x: x(point.first), y: y(middle(point.figure)) };
    if (taken.some((other) => other.words === words && Math.abs(other.y - at.y) < 2 && other.left < at.x + wide && other.right > at.x - wide)) return null;
    const place = [[at.x + 9, 'start'], [at.x - 9, 'end']].find(([edge, anchor]) => {
      const box = { left: anchor === 'start' ? edge : edge - wide, right: anchor === 'start' ? edge + wide : edge, y: at.y };
      const free = box.left > 0 && box.right < width && !taken.some((other) => Math.abs(other.y - box.y) < 13 && other.left < box.right && other.right > box.left);
      if (free) taken.push({ ...box, words });
      return free;
    });
    return place && svg(`text.value.${side_class(point.side)}`, { x: place[0], y: at.y + 4, 'text-anchor': place[1] }, words);
  });
}

// Midnight tells the day, everything else the hour, by the 24-hour clock.
function time_tick(d3) {
  const [year, of_day, of_hour] = ['%Y', '%-d %b', '%H:%M'].map((words) => d3.utcFormat(words));
  return (date) => (d3.utcDay(date) < date ? of_hour(date) : d3.utcYear(date) < date ? of_day(date) : year(date));
}

function axes(d3, node, { x, y, left, right, bottom, unit }) {
  const money = unit === 'usd' ? { unit } : {};
  d3.select(node).append('g').attr('class', 'axis').attr('aria-hidden', 'true').attr('transform', `translate(0 ${bottom})`)
    .call(d3.axisBottom(x).ticks(Math.max(2, Math.floor((right - left) / 110))).tickFormat(time_tick(d3)).tickSizeOuter(0));
  d3.select(node).append('g').attr('class', 'axis values').attr('aria-hidden', 'true').attr('transform', `translate(${left} 0)`)
    .call(d3.axisLeft(y).ticks(5, y.base ? '~s' : undefined).tickFormat((value) => range({ low: value, high: value, ...money }, short_number)).tickSize(-(right - left)));
}

function draw(d3, points, steps, width, unit) {
  const left = 58;
  const right = width - 14;
  const top = 14;
  const bottom = kHeight - 26;
  const ends = points.flatMap(({ figure }) => [figure.low, figure.high]).filter(known);
  const x = time_scale(d3, points, left, right);
  const y = value_scale(d3, ends, bottom, top);
  const node = svg('svg.figure-plot', { width, height: kHeight, role: 'group', 'aria-label': 'The figure over time. Arrow keys go from mark to mark.' });
  axes(d3, node, { x, y, left, right, bottom, unit });
  node.append(
    ...steps.map((one) => svg(`path.steps.${side_class(one.at(-1).side)}`, { d: step_path(one, x, y), 'aria-hidden': 'true' })),
    ...labels(points, x, y, width).filter(Boolean).map((label) => (label.setAttribute('aria-hidden', 'true'), label)));
  const marks = points.map((point) => draw_point(point, x, y, [bottom, top]));
  node.append(...marks);
  return { node, marks };
}

function readout_of(point) {
  const [claim] = point.claims;
  const others = point.claims.slice(1).map(({ outlet }) => outlet).filter((outlet) => outlet !== claim.outlet);
  return [el('p.quoted', {}, '“', marked_quote(claim, side_class(point.side)), '”'),
    el('p.soft', {}, [claim.outlet, claim.origin, date_words(claim)].filter(Boolean).join(' · '),
      others.length > 0 && ` · the same from ${[...new Set(others)].join(', ')}`)];
}

function table(points) {
  return el('details', {}, el('summary', {}, 'The same as a table'),
    el('div.table', { tabindex: '0', role: 'region', 'aria-label': 'Figures over time' }, el('table', {},
      el('thead', {}, el('tr', {}, ['Published', 'Figure', 'Side', 'Outlets', 'Source', 'Words'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, points.map((point) => el('tr', {},
        el('td', {}, date_words(point.claims[0])),
        el('th', { scope: 'row' }, range(point.figure)),
        el('td', {}, point.side === null ? 'none' : side_letter(point.side)),
        el('td', {}, [...new Set(point.claims.map(({ outlet }) => outlet))].join(', ')),
        el('td', {}, point.claims[0].origin ?? ''),
        el('td', {}, point.claims[0].quote)))))));
}

// One tab stop; arrows go on from there.  `choose(claim)` runs on Enter and click.
function wire(marks, points, readout, choose) {
  let current = marks.length - 1;
  const look = (index) => {
    marks.forEach((mark, at) => mark.setAttribute('tabindex', at === index ? '0' : '-1'));
    marks.forEach((mark, at) => mark.classList.toggle('looked', at === index));
    current = index;
    replace(readout, readout_of(points[index]));
  };
  const by_key = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  marks.forEach((mark, index) => {
    mark.addEventListener('focus', () => look(index));
    mark.addEventListener('pointerenter', () => look(index));
    mark.addEventListener('click', () => choose(points[index].claims[0]));
    mark.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose(points[index].claims[0]);
      } else if (by_key[event.key]) {
        event.preventDefault();
        marks[Math.min(marks.length - 1, Math.max(0, current + by_key[event.key]))].focus();
      }
    });
  });
  look(current);
}

// The plot with what it needs around it; `choose(claim)` when a mark is taken.
export async function figure_plot({ claims, side_of = {}, unit = '', choose = () => {}, signal }) {
  const d3 = await load_d3();
  const points = points_of([...claims], side_of);
  if (points.length === 0) return el('p.soft', {}, 'No figure of it has a number that could be drawn.');
  const steps = steps_of(claims, side_of);
  const canvas = el('div.canvas', {});
  const readout = el('div.readout', { 'aria-live': 'off' });
  let width = 0;
  const fit = () => {
    const now = Math.floor(canvas.clientWidth);
    if (now < 120 || now === width) return;
    width = now;
    const drawn = draw(d3, points, steps, width, unit);
    replace(canvas, drawn.node);
    wire(drawn.marks, points, readout, choose);
  };
  const watch = new ResizeObserver(fit);
  watch.observe(canvas);
  signal?.addEventListener('abort', () => watch.disconnect());
  return el('figure.over-time', {}, canvas, readout,
    el('figcaption.hint', {}, `${plural(points.length, 'mark')} for ${plural(claims.length, 'claim')}. Bars are ranges, arrows are bounds, open marks are vague or bounded; steps join what one outlet said one after another.`),
    table(points));
}
