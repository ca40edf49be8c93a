/**
 * A program of its own: ends with 0 if a build would make the site again as it stands, 1 if it has
 * to run. It asks before Astro is started, which alone takes seconds.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readAddress } from '#catalogue/model/address.ts';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { allowCache, contentRoot, loadShared } from './catalogue.ts';
import { fileOf, keptAt, keptParts, versionAt } from './kept-place.ts';

async function isUnchanged(target: string): Promise<boolean> {
	// What is wrong with the cache is said by the build that then runs.
	const { folder } = cacheFolder(contentRoot());
	const organisation = readFileSync(join(contentRoot(), 'content/organisation.yaml'), 'utf8');
	const address = readAddress(organisation, process.env.CATALOGUE_URL);
	if (!folder || !address) return false;
	const last = statSync(fileOf('rest', target, folder), { throwIfNoEntry: false });
	if (!last || isNewer(last.mtimeMs)) return false;
	// Not before: to start what the notes need takes as long as all the rest until here.
	const { KeptSite } = await import('./kept-site.ts');
	allowCache();
	const { catalogue, findings } = await loadShared();
	if (findings.some(({ severity }) => severity === 'error')) return false;
	const place = {
		...{ site: target, target, before: target, folder },
		version: versionAt(address),
		notice: () => {},
	};
	return keptParts.every((part) => new KeptSite(keptAt(place, part, catalogue)).allHolds());
}

/** Whether a file of the content was written since: then something has changed, and why ask what. */
function isNewer(than: number): boolean {
	return ['patterns', 'content'].some((root) =>
		readdirSync(join(contentRoot(), root), { recursive: true, withFileTypes: true }).some(
			(item) => statSync(join(item.parentPath, item.name)).mtimeMs > than,
		),
	);
}

const [target = ''] = process.argv.slice(2);
try {
	process.exitCode = (await isUnchanged(target)) ? 0 : 1;
} catch {
	// Whatever is wrong, the build says it.
	process.exitCode = 1;
}
