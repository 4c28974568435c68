// The page in Chromium, on a real figured that reads the offline wire:
//
//   node page_test.mjs --figured FILE --wire FILE --npm FOLDER [--only PART-OF-A-NAME] [--shots FOLDER]
//
// One browser and one figured serve all the tests, one after another: the first ones look
// while news still comes in.
import { mkdirSync } from 'node:fs';
import test from 'node:test';
import { parseArgs } from 'node:util';

import { accessible } from './parts/accessible_test.mjs';
import { alerts } from './parts/alerts_test.mjs';
import { articles } from './parts/articles_test.mjs';
import { dispute } from './parts/dispute_test.mjs';
import { feeds } from './parts/feeds_test.mjs';
import { front } from './parts/front_test.mjs';
import { hostile } from './parts/hostile_test.mjs';
import { keyboard } from './parts/keyboard_test.mjs';
import { live } from './parts/live_test.mjs';
import { looks } from './parts/looks_test.mjs';
import { recovery } from './parts/recovery_test.mjs';
import { weight } from './parts/weight_test.mjs';
import { chromium_path, npm_packages } from './support/needs.mjs';
import { Visitor } from './support/visitor.mjs';
import { World } from './support/world.mjs';

const { values: flags } = parseArgs({ options: { figured: { type: 'string' }, wire: { type: 'string' }, npm: { type: 'string' }, only: { type: 'string', default: '' }, shots: { type: 'string' } } });
const kDisputes = { wire: 7, hostile: 9 };  // at least
const kMain = 'people killed, Zerafan';  // that the tests name

const executablePath = chromium_path();
const { chromium, axe } = await npm_packages(flags.npm);
if (flags.shots) mkdirSync(flags.shots, { recursive: true });

await test('the page', async (t) => {
  const world = await World.start(flags);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-color-profile=srgb'] });
  t.after(async () => {
    await browser.close();
    await world.stop();
  });

  // A case: its name, what the visitor has of a browser, what they do.
  const visit = (name, options, act) => name.includes(flags.only) && t.test(name, { timeout: 60_000 }, async () => {
    const visitor = await Visitor.come(browser, world, options);
    try {
      await act(visitor);
    } catch (error) {
      if (flags.shots) await visitor.page.screenshot({ path: `${flags.shots}/failed-${name.replaceAll(/\W+/g, '-')}.png` });
      await visitor.context.close();
      throw error;
    }
    await visitor.leave();
  });

  const run = async (cases) => {
    for (const [name, options, act] of cases) await visit(name, options, act);
  };
  await run(live());
  await world.has_disputes(kDisputes);
  await world.has_dispute(kMain);
  for (const cases of [front(), recovery(), dispute(), articles(), keyboard(), looks(flags.shots), accessible(axe), hostile(), weight(), feeds(), alerts()]) await run(cases);
});
