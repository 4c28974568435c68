// How the sides of a dispute stand in time, in words: which was told first, and what was told
// since that none of them holds.
import { el } from '../core/dom.js';
import { span } from '../core/words.js';
import { article_path } from './claim_card.js';
import { dated } from './dated.js';
import { side_words } from './dispute_row.js';

const kSoon = 600;  // seconds that are told as the same time

const told = (claim) => Date.parse(claim.published ?? claim.seen);
const meets = (side, { low, high }) => (side.low ?? -Infinity) <= (high ?? Infinity) && (low ?? -Infinity) <= (side.high ?? Infinity);

// Of two sides: {first, later, seconds}, by what was told first of each; null where they are more, or
// a side has no claim that is known any more.
export function order_of({ sides, all_claims, side_of }) {
  if (sides.length !== 2) return null;
  const begun = sides.map(({ index }) => Math.min(...all_claims.filter(({ id }) => side_of[id] === index).map(told)));
  if (!begun.every(Number.isFinite)) return null;
  const [first, later] = begun[0] <= begun[1] ? sides : [sides[1], sides[0]];
  return { first, later, seconds: Math.abs(begun[1] - begun[0]) / 1000 };
}

// The newest claim that is newer than all of the sides and whose figure no side holds; null without any.
export function told_since({ sides, all_claims, side_of }) {
  const on_sides = all_claims.filter(({ id }) => side_of[id] !== undefined);
  const newest = Math.max(...on_sides.map(told));
  const since = all_claims.filter((claim) => claim.live && told(claim) > newest && !sides.some((side) => meets(side, claim.figure)));
  return since.sort((a, b) => told(a) - told(b)).at(-1) ?? null;
}

export function course(dispute) {
  const order = order_of(dispute);
  const since = told_since(dispute);
  if (!order && !since) return null;
  return el('p.course', {},
    order && (order.seconds < kSoon ? 'Both were told at the same time. ' : `${side_words(order.later)} was told ${span(order.seconds)} after ${side_words(order.first)}. `),
    since && ['Since then ', el('a', { href: article_path(since) }, `“${since.figure.surface}”`), ` (${since.outlet ?? 'unnamed outlet'}, `, dated(since), `), which contradicts ${dispute.sides.length === 2 ? 'neither' : 'none of them'}.`]);
}
