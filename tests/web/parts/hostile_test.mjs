// What strangers write is shown and never run: titles, quotes, outlets and addresses of the
// hostile outlets on every page that shows them.
import assert from 'node:assert/strict';

import { kLinks, kOutlets, kPayloads } from '../support/hostile_news.mjs';

async function hostile_disputes(world) {
  const { items } = await world.get('disputes?state=all&limit=200');
  return items.filter(({ outlets }) => outlets.some((outlet) => kOutlets.includes(outlet)));
}

// Fields of answers in which strangers' words may stand, or a person's.
const kWords = new Set(['label', 'subject', 'place', 'outlet', 'outlets', 'group', 'name', 'speaker', 'speakers', 'origin', 'noun', 'quote', 'before', 'after', 'title', 'text',
  'excerpt', 'summary', 'reason', 'note', 'author', 'why', 'surface', 'unit', 'measure', 'last_error', 'next_poll_why', 'health_words', 'error', 'endpoint', 'notes', 'value', 'scope', 'kind_words']);
const kAddresses = new Set(['url', 'address', 'permalink', 'link', 'to']);
const kEnums = { reason: new Set(['same-fact', 'different-event', 'different-scope', 'different-time', 'misread']) };

// An answer in which each of these holds a payload behind its words, and each address is one.
function poisoned(value, key = '', count = { at: 0 }) {
  if (Array.isArray(value)) return value.map((each) => poisoned(each, key, count));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, name, count)]));
  if (typeof value !== 'string' || kEnums[key]?.has(value)) return value;
  if (kAddresses.has(key)) return kLinks[++count.at % kLinks.length];
  return kWords.has(key) ? `${value} ${kPayloads[++count.at % kPayloads.length]}` : value;
}

// No link leads anywhere but here or the web, no element is of a kind that this page has not.
const strange = (page) => page.evaluate(() => {
  const links = [...document.querySelectorAll('[href], [src], [action], [srcdoc]')].filter((node) => !node.closest('head'))
    .map((node) => node.getAttribute('href') ?? node.outerHTML).filter((address) => !/^(\/(?!\/)|#|https?:\/\/)/.test(address));
  const elements = [...document.body.querySelectorAll('script, iframe, object, embed, base, link, meta, style, img, math')].map((node) => node.outerHTML);
  const handlers = [...document.body.querySelectorAll('*')].filter((node) => [...node.attributes].some(({ name }) => /^on/i.test(name))).map((node) => node.outerHTML);
  return [...links, ...elements, ...handlers];
});

async function look(visitor, path, selector) {
  const page = await visitor.open(path, selector);
  await visitor.settled();
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  assert.deepEqual(await strange(page), [], path);
  assert.equal(new URL(page.url()).origin, visitor.world.origin);
  return page;
}

export const hostile = () => [
  ['hostile disputes are listed as words', {}, async (visitor) => {
    const page = await look(visitor, `/?outlet=${encodeURIComponent(kOutlets[0])}`, '.dispute');
    assert.ok((await visitor.text('.voices')).includes(kOutlets[0]));
    assert.equal(await page.inputValue('#filter-outlet'), kOutlets[0]);
  }],

  ['each hostile dispute, with its evidence', {}, async (visitor) => {
    const disputes = await hostile_disputes(visitor.world);
    assert.ok(disputes.length >= 9, `only ${disputes.length}`);
    for (const { id } of disputes) await look(visitor, `/disputes/${id}`, '.side');
    assert.match(await visitor.text('#main'), /onerror|script|onload/);
  }],

  ['hostile articles, their claims and feeds', {}, async (visitor) => {
    const { items } = await visitor.world.get(`articles?limit=200&outlet=${encodeURIComponent(kOutlets[1])}`);
    assert.ok(items.length >= 14, `only ${items.length}`);
    for (const { id } of items) {
      const page = await look(visitor, `/articles/${id}`, '.article-head');
      const mark = await page.$('.reader mark');
      if (mark) await mark.click();
      assert.deepEqual(await strange(page), []);
    }
    const { items: feeds } = await visitor.world.get('feeds');
    await look(visitor, `/feeds/${feeds.find(({ outlet }) => outlet === kOutlets[0]).id}`, '.fields');
    await look(visitor, '/feeds', 'table');
    await look(visitor, '/alerts', '.rows');
    await look(visitor, '/facts?place=Lyon', '.rows');
    await look(visitor, `/articles?text=${encodeURIComponent(kOutlets[1])}`, '#main h1');
    await look(visitor, `/?text=${encodeURIComponent('"><img src=x onerror=window.pwned=50>')}&place=${encodeURIComponent('<script>window.pwned=51</script>')}`, '.empty');
  }],

  ['every word that an answer can hold is shown as words', {}, async (visitor) => {
    const { page, world } = visitor;
    const { id } = await world.find_dispute('people killed, Zerafan');
    const { fact, all_claims: [claim], alerts: [alert] } = await world.get(`disputes/${id}`);
    const silence = { id: 7, match: { places: ['Zerafan'], outlets: ['One'] }, reason: 'looked into', author: 'desk', created_at: '2026-11-22T10:00:00Z', ends_at: '2036-11-22T10:00:00Z' };
    await page.route((url) => url.pathname.startsWith('/api/v1/') && !/\/(events|session)$/.test(url.pathname), async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      if (Array.isArray(body.silences)) body.silences.push(silence);
      if (new URL(route.request().url()).pathname.endsWith('/silences')) body.items.push(silence);
      await route.fulfill({ response, json: poisoned(body) });
    });
    for (const [path, selector] of [['/', '.dispute'], [`/disputes/${id}`, '.silences li'], ['/facts', '.rows .row'], [`/facts/${fact}`, '.claims li'], ['/articles', '.rows .row'],
      [`/articles/${claim.article_id}`, '.reader mark'], [`/articles/${claim.article_id}?compare=1-2`, '#main h1'], ['/feeds', '.feeds tbody tr'], ['/feeds/1', '.fields'],
      ['/alerts', '.silences li'], [`/alerts/${alert.id}`, '#deliveries']]) {
      await look(visitor, path, selector);
      assert.match(await visitor.text('#main'), /pwned/, path);
    }
    await page.goto(`${world.origin}/articles/${claim.article_id}`);
    await page.click('.reader mark');
    assert.deepEqual(await strange(page), []);
  }],
];
