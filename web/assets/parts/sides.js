// How the sides of a dispute are told apart: a letter, a colour, a shape and a pattern
// each, so that no two of them need be seen for it.
import { el, svg } from '../core/dom.js';

const kLetters = 'ABCDEF';

// The sixth and all later sides look alike; their letters differ.
export const side_key = (index) => kLetters[Math.min(index, 5)].toLowerCase();
export const side_letter = (index) => String.fromCharCode(65 + (index % 26));

const kShapes = {
  a: () => svg('circle', { r: 5 }),
  b: () => svg('rect', { x: -4.5, y: -4.5, width: 9, height: 9 }),
  c: () => svg('path', { d: 'M0-6.2 6.2 0 0 6.2-6.2 0z' }),
  d: () => svg('path', { d: 'M0-5.6 5.8 4.6H-5.8z' }),
  e: () => svg('path', { d: 'M0 5.6 5.8-4.6H-5.8z' }),
  f: () => svg('path', { d: 'M-5-2H-2V-5H2V-2H5V2H2V5H-2V2H-5z' }),
};

// The mark of a side, drawn around (0, 0).  `open`: only its outline.
export function shape(index, { open = false } = {}) {
  const node = kShapes[side_key(index)]();
  node.setAttribute('class', open ? 'shape open' : 'shape');
  return node;
}

// The mark with its letter, for text.
export function side_mark(index) {
  return el(`span.side-mark.side-${side_key(index)}`, {},
    svg('svg', { viewBox: '-7 -7 14 14', width: 14, height: 14, 'aria-hidden': 'true' }, shape(index)),
    el('span', {}, el('span.unseen', {}, 'side '), side_letter(index)));
}

const kPatterns = { a: '', b: 'M0 6 6 0', c: 'M3 0V6', d: 'M0 3H6', e: 'M0 0 6 6', f: 'M0 3H6M3 0V6' };

// How a soft band fades out on either side.
function edge(key, side) {
  const stop = (offset, opacity) => svg('stop', { offset, 'stop-color': 'currentColor', 'stop-opacity': opacity });
  return svg('linearGradient', { id: `edge-${side}-${key}`, class: `side-${key}` }, side === 'left' ? [stop(0, 0), stop(1, 1)] : [stop(0, 1), stop(1, 0)]);
}

// The patterns that bands are filled with, once in the document.
export function put_patterns() {
  if (document.getElementById('patterns')) return;
  document.body.append(svg('svg', { id: 'patterns', width: 0, height: 0, 'aria-hidden': 'true', class: 'unseen' },
    svg('defs', {}, Object.entries(kPatterns).map(([key, d]) =>
      svg('pattern', { id: `pattern-${key}`, class: `side-${key}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
        svg('rect', { width: 6, height: 6, class: 'pattern-ground' }), svg('path.pattern-line', { d }))),
    Object.keys(kPatterns).flatMap((key) => [edge(key, 'left'), edge(key, 'right')]))));
}
