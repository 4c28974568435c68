// When articles and claims are of.  What has no date is told by when it was read, and says so; so
// does the date of an article whose time zone nobody knows.
import { el } from '../core/dom.js';
import { ago, at_moment } from '../core/relative_times.js';
import { moment } from '../core/words.js';

const kAssumed = 'Its date names no time zone and was read in UTC: it may be hours off';

export function date_of({ published, published_zone, seen }) {
  if (!published) return { before: 'read ', at: seen, behind: '' };
  return { before: '', at: published, behind: published_zone === 'assumed' ? ' (zone assumed)' : '' };
}

function shown(item, show) {
  const { before, at, behind } = date_of(item);
  return el('span', behind ? { title: kAssumed } : {}, before, show(at), behind);
}

export const dated = (item) => shown(item, at_moment);
export const dated_ago = (item) => shown(item, ago);

export function date_words(item) {
  const { before, at, behind } = date_of(item);
  return before + moment(at) + behind;
}
