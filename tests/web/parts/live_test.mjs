// What comes in while somebody looks.
import assert from 'node:assert/strict';

import { until } from '../support/world.mjs';

export const live = () => [
  ['what is new is counted, and shown when it is asked for', {}, async (visitor) => {
    await until('a first dispute', async () => (await visitor.world.get('status')).disputes > 0);
    const page = await visitor.open('/', '.dispute');
    const labels = () => page.$$eval('.dispute h2', (all) => all.map((one) => one.textContent));
    const before = await labels();
    await page.waitForSelector('.marker:not([hidden])', { timeout: 30_000 });
    assert.match(await visitor.text('.marker'), /\d+ (new|changed)/);
    assert.deepEqual(await labels(), before, 'the list moved by itself');
    assert.match(await visitor.text('#announcer'), /press n/);
    await until('one that is not in the list', async () => /\d+ new/.test(await visitor.text('.marker')));
    await page.keyboard.press('n');
    await page.waitForSelector('.marker[hidden]', { state: 'attached' });
    const after = await labels();
    assert.ok(after.length > before.length, `${after.length} after ${before.length}`);
  }],

  ['a fact or an article that changes while it is read says so', {}, async (visitor) => {
    await until('a first dispute', async () => (await visitor.world.get('status')).disputes > 0);
    const { page, world } = visitor;
    const { fact, sides } = (await world.get('disputes?state=all')).items[0];
    const { claims } = await world.get(`facts/${fact}`);
    assert.ok(sides.length > 0);
    // Something is stored all the time; the thing itself is another from the second answer on.
    await page.route('**/api/v1/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: 'retry: 200\n\nevent: stored\ndata: {"claims":1}\n\n' }));
    for (const path of [`facts/${fact}`, `articles/${claims[0].article_id}`]) {
      let answers = 0;
      const kept = await world.get(path);
      await page.route(`**/api/v1/${path}`, (route) => route.fulfill({ json: { ...kept, changed: answers++ > 0 } }));
      await visitor.open(`/${path}`);
      await page.waitForSelector('.marker');
      assert.match(await visitor.text('.marker'), /^This (fact|article) has changed/);
      await page.keyboard.press('n');
      await page.waitForSelector('.marker', { state: 'detached' });
      const shown = answers;
      await until('it is asked for again', () => answers > shown + 1);
      assert.equal(await page.$('.marker'), null, 'it says so though nothing changed');
    }
  }],

  ['the connection is told of in a word', {}, async (visitor) => {
    await visitor.open('/');
    await visitor.page.waitForSelector('#live[data-state="on"]');
    assert.equal(await visitor.text('#live'), 'Live');
  }],
];
