// An article's text with every figure that was read marked in it.
import { el } from '../core/dom.js';

// Claims by the place of their figure, in the order of the text; what overlaps an earlier
// place is left to it.
function places_of(claims) {
  const places = new Map();
  for (const claim of claims) {
    const key = claim.figure_in_field.join('-');
    places.set(key, [...(places.get(key) ?? []), claim]);
  }
  const sorted = [...places.values()].sort((a, b) => a[0].figure_in_field[0] - b[0].figure_in_field[0]);
  let end = 0;
  return sorted.filter(([{ figure_in_field: [start, stop] }]) => {
    if (start < end || stop <= start) return false;
    end = stop;
    return true;
  });
}

function marker(claims, words, choose) {
  const disputed = claims.some(({ dispute }) => dispute);
  const act = () => choose(claims, node);
  const node = el(disputed ? 'mark.figure.disputed' : 'mark.figure', {
    role: 'button', tabindex: '0', 'aria-pressed': 'false', 'aria-controls': 'claim-panel', data: { claims: claims.map(({ id }) => id).join(' ') },
    on: { click: act, keydown: (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      act();
    } },
  }, words, disputed && el('span.unseen', {}, ' (disputed)'));
  return node;
}

// The text as paragraphs; `choose(claims, mark)` on click and Enter.
export function marked_text(text, claims, choose, tag = 'p') {
  const pieces = [];
  let at = 0;
  for (const place of places_of(claims)) {
    const [start, end] = place[0].figure_in_field;
    pieces.push(text.slice(at, start), marker(place, text.slice(start, end), choose));
    at = end;
  }
  pieces.push(text.slice(at));
  return paragraphs(pieces, tag);
}

function paragraphs(pieces, tag) {
  const made = [el(tag, {})];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      made.at(-1).append(piece);
      continue;
    }
    const lines = piece.split(/\n+/);
    lines.forEach((line, index) => {
      if (index > 0) made.push(el(tag, {}));
      if (line) made.at(-1).append(line);
    });
  }
  return made.filter((node) => node.hasChildNodes());
}
