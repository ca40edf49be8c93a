/** The code and the settings that pages and files are made with, as one digest. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf } from '#catalogue/read/cache.ts';

/** Everything that a page or a file may be made from beside the catalogue. */
const FOLDERS = ['schemas', 'src', 'public', 'content/starter/src'];
const FILES = ['CONTRIBUTING.md', 'astro.config.mjs', 'package-lock.json', 'package.json'];

/**
 * @param root folder of the project
 * @param settings what else decides the output, such as the address of the site
 */
export function siteVersion(root: string, settings: readonly string[] = []): string {
	const sources = FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((item) => item.isFile() && !item.name.endsWith('.test.ts'))
			.map((item) => join(item.parentPath, item.name))
			.sort(),
	);
	const files = [...sources, ...FILES.map((name) => join(root, name))];
	const contents = files.flatMap((file) => [file, readFileSync(file, 'latin1')]);
	return keyOf(process.version, process.platform, ...settings, ...contents);
}
