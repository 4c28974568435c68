// What the browser tests need that CMake cannot promise: Chromium and two npm packages.
// They are looked for in FIGURED_NODE_MODULES, else installed into the build folder; where
// the network gives none, the tests are skipped, with a word on what is missing.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const kSkipped = 77;

export function skip(why) {
  console.log(`Skipped: ${why}`);
  process.exit(kSkipped);
}

export function chromium_path() {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));
  return found ?? skip('there is no chromium (apt-get install chromium)');
}

const resolves = (folder) => {
  try {
    const find = createRequire(join(folder, 'x.js'));
    return { playwright: find.resolve('playwright-core'), axe: find.resolve('axe-core/axe.min.js') };
  } catch {
    return null;
  }
};

function install(folder) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(new URL('../package.json', import.meta.url), join(folder, 'package.json'));
  const flags = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=0', '--fetch-timeout=20000'];
  try {
    execFileSync('npm', flags, { cwd: folder, timeout: 90_000, stdio: 'pipe' });
  } catch (error) {
    skip(`npm cannot install playwright-core and axe-core (${error.message.split('\n')[0]}); FIGURED_NODE_MODULES names a folder that has them`);
  }
  return resolves(folder);
}

// {chromium: of playwright-core, axe: its source}
export async function npm_packages(build_folder) {
  const given = process.env.FIGURED_NODE_MODULES;
  const paths = (given && resolves(join(given, '..'))) || resolves(build_folder) || install(build_folder);
  if (!paths) skip('playwright-core and axe-core are not to be found after their installation');
  const { chromium } = await import(pathToFileURL(paths.playwright)).then((module) => module.default ?? module);
  return { chromium, axe: readFileSync(paths.axe, 'utf8') };
}
