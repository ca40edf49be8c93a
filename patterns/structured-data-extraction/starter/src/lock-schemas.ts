/**
 * `node src/lock-schemas.ts`: writes schemas.lock.json after review. A changed text needs a new
 * version.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from './main.ts';
import { ROOT } from './root.ts';
import { readSchemaFiles, readSchemaLock, SCHEMA_LOCK, type SchemaLock } from './schemas.ts';

/** The lock of these schema files, or the ids of those that changed under their old version. */
export function lockOf(root: string): { lock: SchemaLock; unraised: string[] } {
	const before = readSchemaLock(root);
	const found = readSchemaFiles(root);
	const unraised = found
		.filter(({ id, version, digest }) => {
			const locked = Object.hasOwn(before, id) ? before[id] : undefined;
			return locked?.version === version && locked.digest !== digest;
		})
		.map(({ id }) => id);
	const lock = Object.fromEntries(
		found.map(({ id, version, digest }) => [id, { version, digest }]),
	);
	return { lock, unraised };
}

if (import.meta.main) {
	await main(async () => {
		const { lock, unraised } = lockOf(ROOT);
		for (const id of unraised) console.error(`${id} has changed. Raise its version.`);
		if (unraised.length > 0) return 1;
		writeFileSync(join(ROOT, SCHEMA_LOCK), `${JSON.stringify(lock, null, '\t')}\n`);
		console.log(`${SCHEMA_LOCK} names ${Object.keys(lock).length} document types.`);
		return 0;
	});
}
