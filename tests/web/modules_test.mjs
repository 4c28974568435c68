// The page's pure parts, as tables: words, scales, differences, points.  Node alone.
import assert from 'node:assert/strict';
import test from 'node:test';

import { page_module } from './support/page_modules.mjs';

const words = await page_module('core/words.js');
const { web_address } = await page_module('core/dom.js');
const { may_pass, rest_before } = await page_module('core/patience.js');
const { scale_of } = await page_module('parts/scale.js');
const { changes } = await page_module('parts/diff.js');
const { points_of, steps_of } = await page_module('parts/plot_points.js');
const { date_of } = await page_module('parts/dated.js');
const { fits } = await page_module('parts/filters.js');
const { side_words } = await page_module('parts/dispute_row.js');
const { together } = await page_module('parts/claim_card.js');
const { order_of, told_since } = await page_module('parts/course.js');

function table(name, act, rows) {
  test(name, async (t) => {
    for (const [what, given, wanted] of rows) await t.test(what, () => assert.deepEqual(act(...given), wanted));
  });
}

table('a figure in words', words.range, [
  ['one value', [{ low: 42, high: 42 }], '42'],
  ['thousands', [{ low: 21000, high: 21000 }], '21,000'],
  ['a range', [{ low: 40, high: 53 }], '40–53'],
  ['open above', [{ low: 40, high: null }], 'at least 40'],
  ['open below', [{ low: null, high: 12 }], 'at most 12'],
  ['money', [{ low: 85e6, high: 85e6, unit: 'usd' }], '$85,000,000'],
  ['percent', [{ low: 3.5, high: 3.5, unit: '%' }], '3.5%'],
  ['another unit', [{ low: 10, high: 10, unit: 'km' }], '10 km'],
  ['none', [{ low: null, high: null }], 'no number'],
]);

const kNow = Date.parse('2026-11-22T12:00:00Z');
table('how long ago', (iso) => words.age(iso, kNow), [
  ['now', ['2026-11-22T11:59:58Z'], 'just now'],
  ['seconds', ['2026-11-22T11:59:20Z'], '40 seconds ago'],
  ['a minute', ['2026-11-22T11:58:50Z'], '1 minute ago'],
  ['hours', ['2026-11-22T08:30:00Z'], '3 hours ago'],
  ['days', ['2026-11-20T11:00:00Z'], '2 days ago'],
  ['in the future', ['2026-11-22T12:05:00Z'], 'in 5 minutes'],
  ['never', [null], 'never'],
]);

table('how far apart', words.gap, [
  ['times', [21000, 56000], '2.7 times'],
  ['many times', [3, 4200], '1,400 times'],
  ['near', [31, 42], '11 apart'],
  ['the same', [42, 42], null],
  ['none below', [0, 42], null],
]);

table('lists of names', words.list, [
  ['one', [['a']], 'a'],
  ['two', [['a', 'b']], 'a and b'],
  ['more than are shown', [['a', 'b', 'c', 'd', 'e'], 2], 'a, b and 3 more'],
]);

table('addresses of the web', web_address, [
  ['https', ['https://a.example/x?y=1'], 'https://a.example/x?y=1'],
  ['script', ['javascript:alert(1)'], null],
  ['script in capitals with a tab', ['JAVA\tSCRIPT:alert(1)'], null],
  ['data', ['data:text/html,<script>1</script>'], null],
  ['file', ['file:///etc/passwd'], null],
  ['no address', ['//'], null],
]);

test('a scale holds every value, and tells far apart by powers of ten', () => {
  for (const values of [[31, 42], [0, 7], [500, 500], [3, 90000], [-5, 5], [1e9, 1.1e9]]) {
    const scale = scale_of(values);
    for (const value of values) assert.ok(scale.at(value) >= 0 && scale.at(value) <= 1, `${value} of ${values}`);
    assert.ok(scale.ticks.length >= 1 && scale.ticks.length <= 8, `${scale.ticks} of ${values}`);
  }
  assert.equal(scale_of([3, 90000]).logarithmic, true);
  assert.equal(scale_of([21000, 56000]).ticks[0], 0);
  assert.ok(scale_of([31, 42]).ticks[0] > 0);
});

const kRead = '2026-11-22T10:05:00Z';
const kDated = '2026-11-22T08:00:00Z';
table('when an article is of', date_of, [
  ['by its date', [{ published: kDated, published_zone: 'given', seen: kRead }], { before: '', at: kDated, behind: '' }],
  ['in the feed\'s zone', [{ published: kDated, published_zone: 'feed', seen: kRead }], { before: '', at: kDated, behind: '' }],
  ['in a zone that nobody knows', [{ published: kDated, published_zone: 'assumed', seen: kRead }], { before: '', at: kDated, behind: ' (zone assumed)' }],
  ['without a date', [{ published: null, published_zone: null, seen: kRead }], { before: 'read ', at: kRead, behind: '' }],
]);

table('what changed', changes, [
  ['nothing', ['a b', 'a b'], [['same', 'a b']]],
  ['a figure', ['killed 42 people', 'killed 46 people'], [['same', 'killed '], ['cut', '42'], ['new', '46'], ['same', ' people']]],
  ['words at the end', ['42 dead', '42 dead, 7 hurt'], [['same', '42 '], ['cut', 'dead'], ['new', 'dead, 7 hurt']]],
  ['all of it', ['', 'new'], [['new', 'new']]],
]);

table('a side in words', side_words, [
  ['a count', [{ label: 'about 9,000', unit: '' }], 'about 9,000'],
  ['money', [{ label: 'at least 85,000,000 usd', unit: 'usd' }], 'at least $85 million'],
  ['a range of money', [{ label: 'between 1,200,000,000 and 1,450,000,000 usd', unit: 'usd' }], 'between $1.2 billion and $1.45 billion'],
  ['every digit where they count', [{ label: '1,234,567', unit: '' }], '1,234,567'],
  ['millions of people', [{ label: 'about 4,500,000', unit: '' }], 'about 4.5 million'],
  ['percent', [{ label: '3.5 %', unit: '%' }], '3.5%'],
  ['words', [{ label: 'dozens', unit: '' }], 'dozens'],
  ['another unit', [{ label: '10 km', unit: 'km' }], '10 km'],
]);

let ids = 0;
const claim = (value, outlet, minute, more = {}) => ({
  id: ++ids, article_id: more.article ?? ids, outlet, origin: more.origin ?? null, quote: more.quote ?? `${ids}`, field: more.field ?? 'text', live: true,
  figure: { low: value, high: value, bound: '=', grain: 1, surface: String(value) }, published: `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`,
});

test('copies are one point', () => {
  const first = claim(42, 'Ledger', 0, { origin: 'Tarhan', quote: 'killed 42' });
  const copies = [claim(42, 'Courier', 5, { quote: 'killed 42' }), claim(42, 'Daily', 9, { origin: 'Tarhan' }), claim(42, 'Ledger', 0, { article: first.article_id })];
  const apart = [claim(42, 'Radio', 7, { origin: 'ministry' }), claim(31, 'Ledger', 8, { origin: 'Tarhan' })];
  const points = points_of([first, ...copies, ...apart], { [first.id]: 0 });
  assert.deepEqual(points.map((point) => point.claims.length), [4, 1, 1]);
  assert.equal(points[0].side, 0);
  assert.equal(points[0].last - points[0].first, 9 * 60_000);
});

test('what one outlet said one after another is a step', () => {
  const said = [claim(42, 'Ledger', 0), claim(42, 'Ledger', 3), claim(46, 'Ledger', 9), claim(31, 'Radio', 4)];
  assert.deepEqual(steps_of(said).map((steps) => steps.map(({ value }) => value)), [[42, 46]]);
});

test('claims of an article and its copies stand together', () => {
  const title = claim(42, 'Ledger', 0, { field: 'title', quote: '42 killed' });
  const text = claim(42, 'Ledger', 0, { article: title.article_id, quote: 'killed 42 people' });
  const copy = claim(42, 'Daily', 2, { quote: '“42 killed”' });
  const [group, ...none] = together([title, copy, text]);
  assert.deepEqual([group.first.id, group.same_article[0].id, group.copies[0].id, none.length], [text.id, title.id, copy.id, 0]);
});

const dispute = { label: 'people killed, Zerafan', measure: 'people.killed', place: 'Zerafan', outlets: ['Meridian Ledger'], severity: 0.7, state: 'widened' };
const none = { text: '', measure: '', place: '', outlet: '', severity: '', state: '' };
table('whether a dispute belongs to the list shown', (filters) => fits(dispute, { ...none, ...filters }), [
  ['no filter', [{}], true],
  ['words in any order', [{ text: 'zerafan killed' }], true],
  ['a word that is missing', [{ text: 'injured' }], false],
  ['the class above', [{ measure: 'people' }], true],
  ['half a class', [{ measure: 'people.kill' }], false],
  ['an outlet in other case', [{ outlet: 'meridian ledger' }], true],
  ['too slight', [{ severity: '0.75' }], false],
  ['its state', [{ state: 'widened' }], true],
  ['another state', [{ state: 'settled' }], false],
]);

table('what passes by itself', (status) => may_pass({ status }), [
  ['no answer', [0], true], ['too many', [429], true], ['a proxy without a server', [502], true], ['busy', [503], true],
  ['a broken figured', [500], false], ['nothing there', [404], false], ['not signed in', [401], false],
]);

table('the rest before the next try', rest_before, [
  ['the first', [1, 0, 0.5], 1000], ['it doubles', [3, 0, 0.5], 4000], ['no longer than this', [9, 0, 0.5], 15000],
  ['spread, so that not all come at once', [1, 0, 0], 750], ['as the server asks', [1, 5, 0.5], 5000],
]);

// A dispute of 42 (claims 1 and 2) and 31 (claim 3), with more claims of the fact.
const told_at = (id, hour, value, more = {}) => ({ id, live: true, published: `2026-11-22T${hour}:00:00Z`, figure: { low: value, high: value }, ...more });
const disputed = (...more) => ({ sides: [{ index: 0, low: 42, high: 42 }, { index: 1, low: 31, high: 31 }], side_of: { 1: 0, 2: 0, 3: 1 },
  all_claims: [told_at(1, '05', 42), told_at(2, '09', 42), told_at(3, '07', 31), ...more] });

table('which side was told first', (dispute) => { const order = order_of(dispute); return order && [order.first.low, order.later.low, order.seconds]; }, [
  ['by the first claim of each', [disputed()], [42, 31, 7200]],
  ['the second side', [{ ...disputed(), side_of: { 2: 0, 3: 1 } }], [31, 42, 7200]],
  ['of three sides none', [{ ...disputed(), sides: [...disputed().sides, { index: 2, low: 9, high: 9 }] }], null],
  ['a side whose claims are gone', [{ ...disputed(), side_of: { 1: 0 } }], null],
]);

table('what was told since', (dispute) => told_since(dispute)?.id ?? null, [
  ['nothing', [disputed()], null],
  ['the newest of another value', [disputed(told_at(4, '10', 46), told_at(5, '11', 53))], 5],
  ['not what is older than a side', [disputed(told_at(4, '08', 46))], null],
  ['not what a side holds', [disputed(told_at(4, '10', 31))], null],
  ['not what its outlet has changed', [disputed(told_at(4, '10', 46, { live: false }))], null],
  ['without a date, when it was seen', [disputed(told_at(4, '10', 46, { published: null, seen: '2026-11-22T12:00:00Z' }))], 4],
]);
