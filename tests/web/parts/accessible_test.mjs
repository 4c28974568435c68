// axe-core finds no serious issue on any page or dialog; in the dark, none of contrast.
import assert from 'node:assert/strict';

import { serious_issues } from '../support/visitor.mjs';

async function paths(world) {
  const { id } = await world.find_dispute('people killed, Zerafan');
  const dispute = await world.get(`disputes/${id}`);
  const [claim] = dispute.all_claims;
  return ['/', '/?text=nothing-fits-this', `/disputes/${id}`, '/facts', `/facts/${dispute.fact}`, '/articles', `/articles/${claim.article_id}?claim=${claim.id}`,
    `/articles/${claim.article_id}?compare=1-2`, '/feeds', '/feeds/1', '/alerts', `/alerts/${dispute.alerts[0].id}`, '/sign-in'];
}

async function look(visitor, axe, rules) {
  for (const path of await paths(visitor.world)) {
    const page = await visitor.open(path);
    await visitor.settled();
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    assert.deepEqual(await serious_issues(page, axe, rules), [], path);
    const headings = await page.$$eval('h1', (all) => all.length);
    assert.equal(headings, 1, `${path} has ${headings} first headings`);
  }
}

export const accessible = (axe) => [
  ['no serious issue in light', {}, (visitor) => look(visitor, axe)],
  ['contrast in the dark', { colorScheme: 'dark' }, (visitor) => look(visitor, axe, ['color-contrast'])],
  ['no serious issue in dialogs', {}, async (visitor) => {
    const { id } = await visitor.world.find_dispute('people killed, Zerafan');
    const page = await visitor.open(`/disputes/${id}`, '.dispute-head');
    await visitor.sign_in();
    for (const words of ['Dismiss', 'Confirm', 'Silence', 'Test alert']) {
      await page.click(`.decide button >> text=${words}`);
      await page.waitForSelector('dialog[open]');
      assert.deepEqual(await serious_issues(page, axe), [], words);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog', { state: 'detached' });
    }
  }],
];
