// Quotes with the figure marked in them.
import { el } from '../core/dom.js';

// [before, mark, after]: the quote with its figure marked, in the colour of the side.
export function marked_quote(claim, side_class = '') {
  const [start, end] = claim.figure_in_quote;
  if (!(end > start)) return [claim.quote];
  const figure = claim.quote.slice(start, end);
  return [claim.quote.slice(0, start), el(side_class ? `mark.figure.${side_class}` : 'mark.figure', {}, figure), claim.quote.slice(end)];
}

// What stands around a quote, cut where its sentence begins or ends.
const sentence_before = (text) => text.slice(Math.max(text.lastIndexOf('\n') + 1, text.search(/[^.!?]*$/u)));

function sentence_after(text) {
  const end = /[.!?](["”’)]*)(\s|$)|\n/u.exec(text);
  return end ? text.slice(0, end.index + 1 + (end[1]?.length ?? 0)) : text;
}

// The quote within its sentence.
export function quote_in_context(claim, side_class) {
  return el('blockquote', { lang: 'en' }, '“',
    claim.before && el('span.around', {}, sentence_before(claim.before)),
    marked_quote(claim, side_class),
    claim.after && el('span.around', {}, sentence_after(claim.after)), '”');
}
