/**
 * A program of its own: a fast build with the code that the build before has bundled. Ends with 0 if
 * the site is built, with 1 if it cannot be, and with 3 if there is no bundle of this code: then
 * Astro has to build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { readAddress } from '#catalogue/model/address.ts';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { allowCache, contentRoot, loadShared } from './catalogue.ts';
import { printFindings, stopWords } from './findings.ts';
import { integrations } from './integrations.ts';
import { openBundle } from './kept-bundle.ts';
import { keptAt, versionAt } from './kept-place.ts';
import { KeptSite } from './kept-site.ts';

const NO_BUNDLE = 3;

const logger = (label: string) => {
	const say = (print: (line: string) => void) => (line: string) => print(`[${label}] ${line}`);
	return { info: say(console.log), warn: say(console.warn), error: say(console.error) };
};

/** The hooks that these integrations have, with what they take of what Astro gives. */
type Hooks = Record<string, ((given: object) => unknown) | undefined>;

async function build(site: string, target: string, work: string): Promise<number> {
	const organisation = readFileSync(join(contentRoot(), 'content/organisation.yaml'), 'utf8');
	const address = readAddress(organisation, process.env.CATALOGUE_URL);
	const { folder } = cacheFolder(contentRoot());
	if (!address || !folder) return NO_BUNDLE;
	const notice = (line: string) => console.warn(line);
	const place = { site, target, before: target, folder, version: versionAt(address), notice };
	const standard = await openBundle(place, join(work, 'bundle'));
	if (!standard) return NO_BUNDLE;
	allowCache();
	const loaded = await loadShared();
	// Scripts, styles and what is public are made of code alone, so the site before has them.
	const rest = new KeptSite({ ...keptAt(place, 'rest', loaded.catalogue), notice: () => {} });
	if (!rest.carry('rest', '')) return NO_BUNDLE;
	const errors = printFindings(loaded, logger('content'));
	if (errors > 0) {
		console.error(stopWords(errors));
		return 1;
	}
	await runHooks(standard, {
		...address,
		outDir: pathToFileURL(`${site}/`),
		publicDir: pathToFileURL(join(process.cwd(), 'public/')),
	});
	return process.exitCode === 1 ? 1 : 0;
}

/** Calls the hooks of a build in Astro's order. */
async function runHooks(standard: AstroPrerenderer, config: object): Promise<void> {
	const parts = integrations();
	const call = async (hook: string, given: object) => {
		for (const { name, hooks } of parts)
			await (hooks as Hooks)[hook]?.({ ...given, logger: logger(name) });
	};
	let prerenderer = standard;
	const setPrerenderer = (made: (standard: AstroPrerenderer) => AstroPrerenderer) => {
		prerenderer = made(standard);
	};
	await call('astro:config:setup', { command: 'build', updateConfig: () => {} });
	await call('astro:config:done', { config });
	await call('astro:build:start', { setPrerenderer });
	await prerenderer.getStaticPaths();
	await call('astro:build:done', {});
}

const { CATALOGUE_TARGET: target = '', CATALOGUE_WORK: work = '' } = process.env;
const [site = ''] = process.argv.slice(2);
process.exitCode = await build(site, target, work);
