// The page's modules for Node, which takes a .js file for a module only where a
// package.json says so: a copy of them beside one.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'figured-modules.'));
cpSync(new URL('../../../web/assets', import.meta.url), folder, { recursive: true });
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const page_module = (path) => import(pathToFileURL(join(folder, path)));
