// What a plot of claims shows, before anything is drawn: pure.
//
// One point stands for all claims that give one figure and come from one article, of one
// source, or in the same words, so that a wire's copies do not look like many voices.

const known = (value) => value !== null && value !== undefined;

export const time_of = (claim) => Date.parse(claim.published ?? claim.seen);
export const middle = ({ low, high }) => (known(low) && known(high) ? (low + high) / 2 : low ?? high);

const same_figure = (a, b) => a.low === b.low && a.high === b.high && a.bound === b.bound;
const same_voice = (a, b) => a.article_id === b.article_id || (a.origin && a.origin === b.origin) || a.quote === b.quote;

// [{claims, first, last, side, figure}], the earliest first.  `side` is null off the sides.
export function points_of(claims, side_of = {}) {
  const points = [];
  const on_side = ({ id }) => (side_of[id] === undefined ? 1 : 0);
  const drawable = claims.filter((claim) => known(middle(claim.figure)));
  for (const claim of drawable.sort((a, b) => time_of(a) - time_of(b) || on_side(a) - on_side(b))) {
    const side = side_of[claim.id] ?? null;
    const found = points.find((point) => (point.side === side || side === null) && same_figure(point.figure, claim.figure) && point.claims.some((other) => same_voice(other, claim)));
    if (found) {
      found.claims.push(claim);
      found.last = time_of(claim);
    } else {
      points.push({ claims: [claim], first: time_of(claim), last: time_of(claim), side, figure: claim.figure });
    }
  }
  return points;
}

// A line for each outlet that gave several figures one after another: its changes.
export function steps_of(claims, side_of = {}) {
  const outlets = Map.groupBy ? Map.groupBy(claims, ({ outlet }) => outlet) : group(claims);
  return [...outlets.values()].map((said) => {
    const steps = [];
    for (const claim of [...said].sort((a, b) => time_of(a) - time_of(b))) {
      const value = middle(claim.figure);
      if (known(value) && steps.at(-1)?.value !== value) steps.push({ time: time_of(claim), value, side: side_of[claim.id] ?? null });
    }
    return steps;
  }).filter((steps) => steps.length > 1 && steps.at(-1).time > steps[0].time);
}

function group(claims) {
  const groups = new Map();
  for (const claim of claims) groups.set(claim.outlet, [...(groups.get(claim.outlet) ?? []), claim]);
  return groups;
}
