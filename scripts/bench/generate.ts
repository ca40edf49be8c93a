/** Writes a synthetic catalogue: the real one as it is, and n patterns from a seed beside it. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadCatalogue } from '#catalogue/load.ts';
import { makePattern } from './pattern.ts';
import { random } from './random.ts';

/**
 * @param source a sound catalogue; the patterns cite its controls, risks and the like
 * @param target an empty folder
 */
export async function generateCatalogue(
	source: string,
	target: string,
	count: number,
	seed: number,
): Promise<void> {
	const { catalogue } = await loadCatalogue(source);
	for (const folder of ['content', 'patterns']) {
		await cp(join(source, folder), join(target, folder), { recursive: true });
	}
	const pool = random(seed);
	for (let index = 0; index < count; index += 1) {
		for (const { path, text } of makePattern(index, count, catalogue, pool)) {
			await mkdir(dirname(join(target, path)), { recursive: true });
			await writeFile(join(target, path), text);
		}
	}
}
