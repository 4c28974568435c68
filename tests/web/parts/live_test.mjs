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

  ['the connection is told of in a word', {}, async (visitor) => {
    await visitor.open('/');
    await visitor.page.waitForSelector('#live[data-state="on"]');
    assert.equal(await visitor.text('#live'), 'Live');
  }],
];
