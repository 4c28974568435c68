// What is lost on the way: every page says that it waits, and shows what it should as soon
// as the server answers again, without a hand laid to it.
import assert from 'node:assert/strict';

const busy = (route) => route.fulfill({ status: 503, headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '1' }, body: '{"detail":"All who read the store are busy."}' });
// All pages ask through one module, so these are tried on one.
const kOtherLosses = {
  'the connection breaks': (route) => route.abort('connectionreset'),
  'a proxy takes its place': (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  'the answer is cut off': (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"items":[{"id":' }),
};

// Every address of the API is lost once.
async function lose_each_once(page, lose) {
  const lost = new Set();
  await page.route((url) => url.pathname.startsWith('/api/v1/') && url.pathname !== '/api/v1/events', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (lost.has(path)) return route.continue();
    lost.add(path);
    return lose(route);
  });
  return lost;
}

// Nobody rests any longer, so that the test need not.
const hasten = (page) => page.evaluate(() => import('/assets/core/patience.js').then(({ wake_all }) => wake_all()));

// Until it shows itself, whatever is asked meanwhile: one question may follow another.
async function hasten_until(page, selector) {
  for (;;) {
    await page.waitForSelector(`${selector}, #trouble:not([hidden])`);
    if (await page.$(selector)) return;
    await hasten(page);
  }
}

// What the browser itself writes of lost requests is no fault of the page.
const forgive = (visitor) => {
  visitor.faults = visitor.faults.filter((fault) => !/Failed to load resource|net::ERR|dynamically imported/.test(fault));
};

const pages = async (world) => {
  const { id } = await world.find_dispute('people killed, Zerafan');
  const { fact, all_claims: [claim], alerts: [alert] } = await world.get(`disputes/${id}`);
  return [['/', '.dispute'], [`/disputes/${id}`, '.dispute-head'], ['/facts', '.rows .row'], [`/facts/${fact}`, '.claims li'], ['/articles', '.rows .row'],
    [`/articles/${claim.article_id}`, '.reader'], ['/feeds', '.feeds tbody tr'], ['/feeds/1', '[aria-label="Latest fetches"]'], ['/alerts', '.rows .row'],
    [`/alerts/${alert.id}`, '#deliveries']];
};

async function comes_in_the_end(visitor, path, selector, lose) {
  const { page, world } = visitor;
  const lost = await lose_each_once(page, lose);
  await page.goto(world.origin + path);
  await page.waitForSelector('#trouble:not([hidden])');
  assert.match(await visitor.text('#trouble'), /Trying again/, path);
  await hasten_until(page, selector);
  assert.ok(lost.size > 0);
  await page.unrouteAll({ behavior: 'wait' });
}

export const recovery = () => [
  ['each page is shown in the end where the store is busy', {}, async (visitor) => {
    for (const [path, selector] of await pages(visitor.world)) await comes_in_the_end(visitor, path, selector, busy);
    forgive(visitor);
  }],

  ...Object.entries(kOtherLosses).map(([what, lose]) => [`the front is shown in the end where ${what}`, {}, async (visitor) => {
    await comes_in_the_end(visitor, '/', '.dispute', lose);
    forgive(visitor);
  }]),

  ['the front is there before its filters and its state', {}, async (visitor) => {
    const { page } = visitor;
    let release;
    const held = new Promise((done) => { release = done; });
    await page.route(/\/api\/v1\/(facets|status)/, (route) => held.then(() => route.continue()));
    await visitor.open('/', '.dispute');
    assert.equal(await page.locator('#filter-measure option').count(), 1);
    release();
    await page.waitForSelector('#filter-measure option:nth-child(2)', { state: 'attached' });
    await page.waitForSelector('.head .hint time');
  }],

  ['what can be chosen grows with what is shown', {}, async (visitor) => {
    const { page } = visitor;
    await page.route(/\/api\/v1\/facets/, (route) => route.fulfill({ json: { measures: [], places: [], outlets: [], states: [] } }), { times: 1 });
    await visitor.open('/', '.dispute');
    assert.equal(await page.locator('#filter-measure option').count(), 1);
    await page.fill('#filter-text', 'killed');
    await page.waitForSelector('#filter-measure option:nth-child(2)', { state: 'attached' });
  }],

  ['a file of the page that did not come is asked for again', {}, async (visitor) => {
    const { page } = visitor;
    await visitor.open('/', '.dispute');
    await page.route('**/assets/pages/facts.js', (route) => route.abort('connectionreset'), { times: 1 });
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForSelector('#trouble:not([hidden])');
    await page.waitForSelector('.rows .row');
    assert.equal(new URL(page.url()).pathname, '/facts');
    forgive(visitor);
  }],

  ['where even the first file is lost the page comes to itself', {}, async (visitor) => {
    const { page } = visitor;
    await page.route('**/assets/core/dom.js', (route) => route.abort('connectionreset'), { times: 1 });
    await page.goto(visitor.world.origin);
    await page.waitForSelector('.dispute');
    forgive(visitor);
  }],

  ['who is refused the live connection is told so, and gets it later', {}, async (visitor) => {
    const { page } = visitor;
    await page.route('**/api/v1/events', (route) => route.fulfill({ status: 503, body: '' }), { times: 1 });
    await visitor.open('/', '.dispute');
    await page.waitForSelector('#live[data-state="off"]');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForSelector('#live[data-state="on"]');
    assert.equal(await page.isVisible('#trouble'), false);
    forgive(visitor);
  }],

  ['a write that fails is told of, and is not sent again', {}, async (visitor) => {
    const { page, world } = visitor;
    const { id } = await world.find_dispute('people killed, Zerafan');
    await visitor.open(`/disputes/${id}`, '.dispute-head');
    await visitor.sign_in();
    let sent = 0;
    await page.route('**/confirm', (route) => {
      ++sent;
      return route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"detail":"The store cannot be used at the moment."}' });
    });
    await page.click('.decide button >> text=Confirm');
    await page.click('dialog[open] button.primary');
    await page.waitForSelector('dialog[open] .wrong:not([hidden])');
    assert.match(await visitor.text('dialog[open] .wrong'), /cannot be used/);
    assert.equal(sent, 1);
    await page.keyboard.press('Escape');
    forgive(visitor);
  }],
];
