// One dispute: evidence, plot, reasons, and what an editor decides.
import assert from 'node:assert/strict';

import { until } from '../support/world.mjs';

async function open_killed(visitor) {
  const dispute = await visitor.world.find_dispute('people killed, Zerafan');
  await visitor.open(`/disputes/${dispute.id}`, '.dispute-head');
  return dispute;
}

export const dispute = () => [
  ['sides with quotes in context, the figure marked', {}, async (visitor) => {
    await open_killed(visitor);
    const { page } = visitor;
    const quotes = await page.$$eval('.side', (sides) => sides.map((side) => [side.querySelector('blockquote').textContent, side.querySelector('blockquote mark').textContent]));
    assert.equal(quotes.length, 2);
    for (const [quote, figure] of quotes) assert.ok(quote.includes(figure) && quote.length > figure.length + 10, quote);
    assert.deepEqual(quotes.map(([, figure]) => figure).sort(), ['31', '42']);
    const outward = await page.$$eval('.side a.external', (links) => links.map(({ rel, protocol, target }) => [rel, protocol, target]));
    assert.ok(outward.length >= 2);
    for (const link of outward) assert.deepEqual(link, ['noopener noreferrer', 'http:', '_blank']);
  }],

  ['the figure over time, by pointer and as a table', {}, async (visitor) => {
    await open_killed(visitor);
    const { page } = visitor;
    await page.waitForSelector('.figure-plot .point');
    // Which of the two was read first, and so is side A, is chance.
    const [first, second] = await Promise.all(['a', 'b'].map((side) => page.$eval(`.side.edge-${side} blockquote mark`, (mark) => mark.textContent)));
    // The plot is drawn again when its room changes, and forgets where the pointer is.
    await until(`the readout of ${second}`, async () => {
      await page.mouse.move(0, 0);
      await page.hover('.figure-plot .point.side-b');
      return (await visitor.text('.readout .quoted')).includes(second);
    }, 10);
    await page.click('.over-time summary');
    const rows = await page.$$eval('.over-time tbody tr', (all) => all.length);
    assert.equal(rows, await page.$$eval('.figure-plot .point', (all) => all.length));
    await until(`the claim of ${first}`, async () => {
      await page.click('.figure-plot .point.side-a');
      return (await page.evaluate(() => document.activeElement.textContent)).includes(first);
    }, 10);
  }],

  ['which side was told first', {}, async (visitor) => {
    await open_killed(visitor);
    assert.match(await visitor.text('.course'), /^31 was told \d+ (minutes|hours?) after 42\./);
  }],

  ['the reason and the tests that held', {}, async (visitor) => {
    await open_killed(visitor);
    assert.match(await visitor.text('.verdict'), /do not meet/);
    assert.ok((await visitor.page.$$('.test.passed')).length >= 3);
    await visitor.page.click('#why >> xpath=../.. >> summary');
    assert.ok((await visitor.page.$$('[aria-label="Every comparison"] tbody tr')).length > 1);
  }],

  ['what was told, with a way to the alert', {}, async (visitor) => {
    await open_killed(visitor);
    await visitor.page.click('.record a');
    await visitor.page.waitForSelector('h1.long');
    assert.match(new URL(visitor.page.url()).pathname, /^\/alerts\/alr_/);
  }],

  ['without a sign-in controls say why they are not to be used', {}, async (visitor) => {
    await open_killed(visitor);
    const { page } = visitor;
    const dismiss = page.locator('#dismiss');
    assert.equal(await dismiss.getAttribute('aria-disabled'), 'true');
    assert.match(await dismiss.getAttribute('title'), /Sign in with a token/);
    assert.match(await visitor.text('.decide'), /sign in with a token/);
    await dismiss.click({ force: true });
    await page.waitForSelector('dialog #token');
    await page.fill('#token', 'not-the-token-of-this-figured');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .wrong:not([hidden])');
    visitor.faults = visitor.faults.filter((fault) => !/40[13]/.test(fault));
  }],

  ['dismissed with a reason, and reopened', {}, async (visitor) => {
    const { id } = await open_killed(visitor);
    const { page, world } = visitor;
    await visitor.sign_in();
    await page.click('#dismiss');
    await page.check('dialog input[value="different-scope"]');
    await page.fill('dialog #ask-note', 'one counts the province');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.dismissal');
    assert.match(await visitor.text('.dismissal'), /another part of the whole.*one counts the province/);
    assert.equal((await world.get(`disputes/${id}`)).state, 'dismissed');
    await page.click('.decide button >> text=Reopen');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('#dismiss');
    assert.equal((await world.get(`disputes/${id}`)).state, 'reopened');
  }],

  ['confirmed, silenced, and the silence ended', {}, async (visitor) => {
    const { id } = await open_killed(visitor);
    const { page, world } = visitor;
    await visitor.sign_in();
    await page.click('.decide button >> text=Confirm');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.decide button >> text=Confirmed');
    assert.equal((await world.get(`disputes/${id}`)).decisions.at(-1).kind, 'confirmed');
    await page.click('.decide button >> text=Silence');
    await page.fill('dialog #ask-reason', 'being looked into');
    await page.fill('#ask-author', 'desk');
    await page.click('dialog button[type=submit]');
    await page.waitForSelector('.silences li');
    assert.match(await visitor.text('.silences'), /being looked into/);
    await page.click('.silences button');
    await page.waitForSelector('.silences', { state: 'detached' });
  }],
];
