// What changed between two versions of a text, word by word.  Pure but for the last
// function, which draws it.
import { el } from '../core/dom.js';

const words_of = (text) => text.match(/\s+|[^\s]+/g) ?? [];
const kMost = 4_000_000;  // cells of the table; above it the changed middle counts as one change

function table_of(before, after) {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; --i) {
    for (let j = after.length - 1; j >= 0; --j) {
      longest[i * width + j] = before[i] === after[j]
        ? longest[(i + 1) * width + j + 1] + 1
        : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  return { longest, width };
}

function middle(before, after) {
  if (before.length * after.length > kMost) return [['cut', before], ['new', after]];
  const { longest, width } = table_of(before, after);
  const steps = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      steps.push(['same', [before[i++]]]);
      ++j;
    } else if (j >= after.length || (i < before.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) {
      steps.push(['cut', [before[i++]]]);
    } else {
      steps.push(['new', [after[j++]]]);
    }
  }
  return steps;
}

// [[kind, text]...], kind one of same, cut, new; neighbours of one kind are one.
export function changes(before_text, after_text) {
  const before = words_of(before_text);
  const after = words_of(after_text);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) ++head;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) ++tail;
  const steps = [['same', before.slice(0, head)],
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ['same', before.slice(before.length - tail)]];
  const joined = [];
  for (const [kind, words] of steps) {
    if (words.length === 0) continue;
    if (joined.at(-1)?.[0] === kind) joined.at(-1)[1] += words.join('');
    else joined.push([kind, words.join('')]);
  }
  return joined;
}

// Figures among what changed stand out from words.
function pieces(text, tag) {
  return text.split(/(\S*\d\S*)/).map((part, index) => (index % 2 ? el(`${tag}.figure`, {}, part) : part && el(tag, {}, part)));
}

// One version of the two: `tag` is del (what was cut) or ins (what came).
export function draw_version(steps, tag) {
  const kind = tag === 'del' ? 'cut' : 'new';
  return steps.filter(([of]) => of === 'same' || of === kind)
    .map(([of, text]) => (of === 'same' ? text : pieces(text, tag)));
}
