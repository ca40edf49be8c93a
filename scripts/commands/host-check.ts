/** Asks a deployed site for its files and says what the host changed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isSiteAddress } from '#catalogue/model/address.ts';
import { countOf } from '#catalogue/words/count.ts';
import { contentType } from '../content-type.ts';
import { askHost } from '../hosts/ask-host.ts';
import {
	type Built,
	type Difference,
	differences,
	missingHeaders,
	sampleOf,
} from '../hosts/compare.ts';
import { defineCommand, UsageError } from '../run.ts';
import { builtBase, notBuilt } from '../static-server.ts';

/** Files that are asked for at the same time. */
const AT_ONCE = 6;
/** Differences that are printed; the count says how many there are. */
const SHOWN = 20;

export const hostCheck = defineCommand({
	name: 'host-check',
	summary: 'Fetch the files of a deployed site and list what the host changed.',
	usage: [
		'npm run catalogue -- host-check URL [--all] [--dist DIR]',
		'  URL         address of the first page, such as https://host.example/ai/',
		'  --all       fetch every file; by default, a few of each kind from each folder',
		'  --dist DIR  the site as it was built, dist by default',
		'First build the site from the published commit: npm run build.',
		'Exit codes: 0 every file arrives as it was built; 1 the host changed something; 2 wrong use,',
		'or the host does not answer.',
	],
	async run(args, { cwd, out }) {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { all: { type: 'boolean', default: false }, dist: { type: 'string' } },
		});
		const [address, extra] = positionals;
		if (!address || !isSiteAddress(address)) {
			throw new UsageError(
				address ? `"${address}" is not the address of a site.` : 'The address is missing.',
				'Write the address of the first page, such as https://host.example/ai/.',
			);
		}
		if (extra) throw new UsageError(`Unexpected argument "${extra}".`, 'Give one address.');
		const dist = resolve(cwd, values.dist ?? 'dist');
		const base = existsSync(dist) ? await builtBase(dist) : undefined;
		if (!base) {
			throw notBuilt(values.dist ?? 'dist', 'Build the commit that is published: npm run build');
		}
		const site = new URL(address.replace(/\/*$/, '/'));
		if (site.pathname !== base) {
			throw new UsageError(
				`The site in dist was built for the path ${base}, but the address has the path ${site.pathname}.`,
				`Build it for that address: CATALOGUE_URL=${site.href} npm run build`,
			);
		}
		const all = filesBelow(dist);
		const paths = values.all ? all : sampleOf(all);
		const found = await check(site, dist, paths);
		for (const { path, what, fix } of found.slice(0, SHOWN)) {
			out(`/${path} ${what}`);
			out(`    ${fix}`);
		}
		if (found.length > SHOWN) out(`${countOf(found.length - SHOWN, 'more difference')}.`);
		const asked = values.all ? 'every file' : `${paths.length} of ${all.length} files`;
		out(
			found.length === 0
				? `Asked for ${asked}: each arrives as it was built, with the right headers.`
				: `Asked for ${asked}: ${countOf(found.length, 'difference')}.`,
		);
		return found.length === 0 ? 0 : 1;
	},
});

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => statSync(join(folder, name)).isFile())
		.map((name) => name.replaceAll('\\', '/'))
		// An instruction for the host, not a file for readers.
		.filter((name) => name !== '.nojekyll')
		.sort();

async function check(site: URL, dist: string, paths: readonly string[]): Promise<Difference[]> {
	const found: Difference[] = [];
	const queue = [...paths];
	const worker = async () => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			found.push(...(await checkFile(site, dist, path)));
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker)).catch((error: unknown) => {
		throw new UsageError(
			error instanceof Error ? error.message : String(error),
			'Check the address and the network, and run it again.',
		);
	});
	return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function checkFile(site: URL, dist: string, path: string): Promise<Difference[]> {
	const built: Built = { path, bytes: readFileSync(join(dist, path)), type: contentType(path) };
	// A page is read at the address of its folder.
	const shown = path.replace(/(^|\/)index\.html$/, '$1');
	const answered = await askHost(new URL(shown.split('/').map(encodeURIComponent).join('/'), site));
	const found = differences(built, answered);
	return path === 'index.html' && answered.status === 200
		? [...found, ...missingHeaders(answered)]
		: found;
}
