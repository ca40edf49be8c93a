/** Writes a synthetic catalogue: the real one as it is, and n patterns from a seed beside it. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadCatalogue } from '#catalogue/load.ts';
import { type MadeFile, makePattern } from './pattern.ts';
import { random } from './random.ts';
import { buildable, makeOutcome, makeRecords, makeUse } from './uses.ts';

/** How many use cases, and files of records about them, stand beside the patterns. */
export interface Uses {
	uses: number;
	records: number;
}

/**
 * @param source a sound catalogue; the patterns cite its controls, risks and the like
 * @param target an empty folder
 */
export async function generateCatalogue(
	source: string,
	target: string,
	count: number,
	seed: number,
	{ uses, records }: Uses = { uses: 0, records: 0 },
): Promise<void> {
	const { catalogue } = await loadCatalogue(source);
	for (const folder of ['content', 'patterns']) {
		await cp(join(source, folder), join(target, folder), { recursive: true });
	}
	const pool = random(seed);
	for (let index = 0; index < count; index += 1) {
		for (const { path, text } of makePattern(index, count, catalogue, pool)) {
			await put(target, { path, text });
		}
	}
	if (uses === 0) return;
	await put(target, makeOutcome(catalogue));
	// A use names the digest of its pattern, and a record that of its use: each is read back first.
	const { catalogue: withPatterns } = await loadCatalogue(target);
	const patterns = buildable(withPatterns);
	for (let index = 0; index < uses; index += 1)
		await put(target, makeUse(index, patterns, withPatterns));
	const { catalogue: withUses } = await loadCatalogue(target);
	for (let index = 0; index < records; index += 1)
		await put(target, makeRecords(index, uses, withUses, pool));
}

async function put(target: string, { path, text }: MadeFile): Promise<void> {
	await mkdir(dirname(join(target, path)), { recursive: true });
	await writeFile(join(target, path), text);
}
