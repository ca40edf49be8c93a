/**
 * Run after every `npm install`: makes package-lock.json serve Linux, macOS and Windows alike, and
 * asks the registry for each hash that is missing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import {
	completeLock,
	isIntegrity,
	parseLock,
	type Unfixed,
	withHashes,
	withoutIntegrity,
} from './lockfile.ts';

const FILE = 'package-lock.json';

/** The hash that the registry gives for a version, or undefined where it gives none. */
function hashOf({ name, version }: Unfixed): string | undefined {
	try {
		const args = ['view', `${name}@${version}`, 'dist.integrity'];
		const answer = execFileSync('npm', args, {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		return isIntegrity(answer.trim()) ? answer.trim() : undefined;
	} catch {
		return undefined;
	}
}

const before = readFileSync(FILE, 'utf8');
const { lock, added, unknown } = completeLock(parseLock(before));
const hashes = new Map<string, string>();
const unfixed: string[] = [];
for (const one of withoutIntegrity(lock)) {
	const hash = hashOf(one);
	if (hash) hashes.set(one.path, hash);
	else unfixed.push(`${one.name}@${one.version}`);
}
// The indent npm itself took from package.json, so that only the new entries show in a diff.
const indent = /^\{\n(\s+)/.exec(before)?.[1] ?? '\t';
writeFileSync(FILE, `${JSON.stringify(withHashes(lock, hashes), null, indent)}\n`);

console.log(`${added.length} entries and ${hashes.size} hashes added to ${FILE}.`);
for (const name of added) console.log(`  ${name}`);
for (const name of unknown) console.error(`No system can be read from the name ${name}.`);
for (const name of unfixed) console.error(`The registry gives no hash for ${name}.`);
process.exitCode = unknown.length + unfixed.length > 0 ? 1 : 0;
