// Somebody who looks at the page: a browser context of their own, which notes whatever
// the page should not do.
import assert from 'node:assert/strict';

import { kToken } from './world.mjs';

export class Visitor {
  static async come(browser, world, options = {}) {
    const visitor = new Visitor();
    visitor.world = world;
    visitor.faults = [];
    visitor.context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
    visitor.page = await visitor.context.newPage();
    visitor.page.setDefaultTimeout(20_000);
    visitor.watch();
    return visitor;
  }

  watch() {
    const { page, faults } = this;
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', (request) => request.url().startsWith(this.world.origin) || faults.push(`request outside: ${request.url()}`));
  }

  // Goes there, and waits until what is there is shown.
  async open(path, selector = '#main h1') {
    await this.page.goto(this.world.origin + path);
    await this.page.waitForSelector(selector);
    return this.page;
  }

  async sign_in() {
    await this.page.focus('#sign-in');
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('#token');
    await this.page.fill('#token', kToken);
    await this.page.keyboard.press('Enter');
    await this.page.waitForFunction(() => document.getElementById('sign-in').textContent === 'Sign out');
    await this.settled();
  }

  // No page is being drawn.
  settled() {
    return this.page.waitForSelector('#main:not([aria-busy])');
  }

  text(selector) {
    return this.page.textContent(selector);
  }

  async leave() {
    const pwned = await this.page.evaluate(() => globalThis.pwned ?? null);
    await this.context.close();
    assert.equal(pwned, null, 'something ran that should not');
    assert.deepEqual(this.faults, []);
  }
}

// What axe-core finds of serious or critical impact, a line each; of these rules only, where
// some are named.
export async function serious_issues(page, axe, rules) {
  // Handed over as an expression by the debugger: the page's policy forbids scripts of others.
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => globalThis.axe.run(document, { resultTypes: ['violations'], ...(runOnly && { runOnly }) }), rules);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary?.split('\n').at(-1).trim()})`).join(' | ')}`);
}
