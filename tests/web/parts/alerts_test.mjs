// Alerts: what was told, sent again, tried.
import assert from 'node:assert/strict';

import { until } from '../support/world.mjs';

export const alerts = () => [
  ['each alert with what became of it', {}, async (visitor) => {
    const page = await visitor.open('/alerts', '.rows .row');
    assert.match(await visitor.text('.rows'), /contradiction/);
    assert.match(await visitor.text('.deliveries'), /delivered wire/);
    await page.click('.tabs a >> text=Given up');
    await page.waitForSelector('.empty');
    assert.equal(new URL(page.url()).search, '?state=dead');
    assert.match(await visitor.text('[aria-label="Endpoints"]'), /wire.*takes alerts/s);
  }],

  ['an alert is sent again, under the id it had', {}, async (visitor) => {
    const { world } = visitor;
    const { id } = (await world.get('alerts?state=delivered')).items[0];
    const before = (await world.get(`alerts/${id}`)).attempts.length;
    const page = await visitor.open(`/alerts/${id}`, '[aria-label="Deliveries"]');
    await visitor.sign_in();
    await page.click('button >> text=Send again');
    await page.waitForSelector('.note');
    await until('another attempt', async () => (await world.get(`alerts/${id}`)).attempts.length > before);
    await page.click('summary');
    assert.match(await visitor.text('pre'), new RegExp(id));
  }],

  ['an endpoint is tried', {}, async (visitor) => {
    const page = await visitor.open('/alerts', '[aria-label="Endpoints"]');
    await visitor.sign_in();
    await page.waitForSelector('[aria-label="Endpoints"]');
    await page.click('[aria-label="Endpoints"] button >> text=Test');
    await page.waitForSelector('.note');
    assert.match(await visitor.text('.note'), /Taken by wire: HTTP 2/);
  }],

  ['alerts of a place are silenced for a while', {}, async (visitor) => {
    const page = await visitor.open('/alerts', '#silences');
    await visitor.sign_in();
    await page.click('button >> text=Silence some alerts');
    await page.fill('#ask-places', 'Kesari');
    await page.selectOption('#ask-seconds', '3600');
    await page.fill('#ask-reason', 'a known slip');
    await page.fill('#ask-author', 'desk');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.silences li');
    assert.match(await visitor.text('.silences'), /place Kesari.*a known slip/);
    await page.click('.silences button');
    await page.waitForSelector('.silences', { state: 'detached' });
  }],
];
