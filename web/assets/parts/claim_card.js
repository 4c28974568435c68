// A claim as evidence: its words in context, who says it, where and when, and what was
// read out of it.
import { el, outward } from '../core/dom.js';
import { at_moment } from '../core/relative_times.js';
import { day, list, percent, range } from '../core/words.js';
import { dated } from './dated.js';
import { quote_in_context } from './quote.js';

const joined = (values) => (values?.length ? values.join(', ') : null);

function time_words(text) {
  if (!text) return null;
  return text.split('/').map((part) => (part.length > 10 ? at_moment(part) : day(part))).flatMap((part, index) => (index ? [' to ', part] : [part]));
}

// Every field of the claim, as a list of terms.
export function claim_fields(claim) {
  const rows = [
    ['Figure', range(claim.figure)], ['As written', claim.figure.surface],
    ['Also given as', claim.restated && `${claim.restated.surface}${claim.restated_agrees === false ? ' (does not agree)' : ''}`],
    ['Counts', claim.noun], ['Measure', claim.measure], ['Subject', claim.subject], ['Part of the whole', joined(claim.scope)],
    ['Place', claim.place], ['Setting', claim.setting], ['As of', time_words(claim.as_of)], ['Happened', time_words(claim.event_time)],
    ['Speaker', claim.speaker], ['Origin', claim.origin], ['Said as', `${claim.modality}${claim.polarity === 'negative' ? ', denied' : ''}`],
    ['Confidence of reading', percent(claim.confidence)],
  ];
  return el('dl.fields', {}, rows.filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

export const article_path = (claim) =>
  `/articles/${claim.article_id}?claim=${claim.id}${claim.revision ? `&revision=${claim.revision}` : ''}`;

function who(claim) {
  if (!claim.origin && !claim.speaker) return 'nobody is named';
  if (!claim.speaker || claim.speaker === claim.origin) return claim.origin ?? claim.speaker;
  return `${claim.speaker}, after ${claim.origin ?? 'nobody named'}`;
}

const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// Claims of one article, and word-for-word copies elsewhere, stand together:
// [{first, same_article: [...], copies: [...]}], the earliest first.
export function together(claims) {
  const groups = [];
  for (const claim of claims) {
    const own = groups.find(({ first }) => first.article_id === claim.article_id);
    const copied = groups.find(({ first }) => first.article_id !== claim.article_id && plain(first.quote) === plain(claim.quote));
    if (own) own.same_article.push(claim);
    else if (copied) copied.copies.push(claim);
    else groups.push({ first: claim, same_article: [], copies: [] });
  }
  for (const each of groups) prefer_text(each);
  return groups;
}

// The text says more than the headline.
function prefer_text(each) {
  const index = each.first.field === 'title' ? each.same_article.findIndex(({ field, live }) => field === 'text' && live === each.first.live) : -1;
  if (index >= 0) [each.first, each.same_article[index]] = [each.same_article[index], each.first];
}

function more(each) {
  return [
    each.same_article.map((claim) => el('p.also', {}, el('span.soft', {}, claim.field === 'title' ? 'In its headline: ' : 'Also in it: '),
      el('a', { href: article_path(claim) }, claim.quote), !claim.live && ' (since changed)')),
    each.copies.length > 0 && el('p.also', {}, el('span.soft', {}, 'Word for word in: '),
      each.copies.map((claim, index) => [index > 0 && ', ', el('a', { href: article_path(claim) }, claim.outlet ?? claim.title)])),
  ];
}

export function claim_card(each, side_class) {
  const claim = each.first;
  return el('li.claim', { id: `claim-${claim.id}`, tabindex: '-1' },
    quote_in_context(claim, side_class),
    el('p.source', {}, el('strong', {}, claim.outlet ?? 'Unnamed outlet'), ' · ', who(claim), ' · ', dated(claim)),
    more(each),
    el('p.links', {}, el('a', { href: article_path(claim) }, 'In the article'),
      claim.revision > 1 && el('a', { href: `/articles/${claim.article_id}?compare=${claim.revision - 1}-${claim.revision}` }, 'What its revision changed'),
      claim.url && outward(claim.url, `At ${claim.outlet ?? 'its source'}`),
      !claim.live && el('span.badge.warn', {}, 'since changed by its outlet')),
    el('details', {}, el('summary', {}, 'What was read'), claim_fields(claim)));
}

export const outlets_of = (claims) => list([...new Set(claims.map(({ outlet }) => outlet).filter(Boolean))], 4);
