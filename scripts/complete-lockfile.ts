/** Run after every `npm install`: makes package-lock.json serve Linux, macOS and Windows alike. */
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock, parseLock } from './lockfile.ts';

const FILE = 'package-lock.json';

const before = readFileSync(FILE, 'utf8');
const { lock, added, unknown } = completeLock(parseLock(before));
// The indent npm itself took from package.json, so that only the new entries show in a diff.
const indent = /^\{\n(\s+)/.exec(before)?.[1] ?? '\t';
writeFileSync(FILE, `${JSON.stringify(lock, null, indent)}\n`);

console.log(`${added.length} entries added to ${FILE}.`);
for (const name of added) console.log(`  ${name}`);
for (const name of unknown) console.error(`No system can be read from the name ${name}.`);
process.exitCode = unknown.length > 0 ? 1 : 0;
