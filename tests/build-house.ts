/** Builds the site of the house catalogue for the tests: at its address, again, and under a base path. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '#scripts/build-site.ts';
import { HOUSE_BASE_URL, HOUSE_EPOCH, HOUSE_FOLDER, writeHouse } from './support/house/site.ts';

const { root } = await writeHouse();
process.env.CATALOGUE_ROOT = root;
process.env.SOURCE_DATE_EPOCH = HOUSE_EPOCH;
// One after the other: each build takes all of the machine.
for (const [name, url] of [['root'], ['again'], ['base', HOUSE_BASE_URL]] as const) {
	const outDir = join(HOUSE_FOLDER, name);
	rmSync(outDir, { recursive: true, force: true });
	const { ok, output } = await buildSite({
		cwd: join(import.meta.dirname, '..'),
		outDir,
		...(url && { url }),
	});
	if (ok) continue;
	console.error(output);
	process.exitCode = 1;
	break;
}
