/**
 * A program of its own: makes the site. Astro bundles the code of the pages beside it, in a process of
 * its own, or a fast build takes the code that the build before has bundled. Ends with 0 if the site is
 * built, with 1 if it cannot be, and with 3 if the bundle cannot be run from here: then Astro has to
 * build by itself.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { readAddress } from '#catalogue/model/address.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { cacheFolder } from '#catalogue/read/cache-folder.ts';
import { startBundling } from './bundling.ts';
import { contentRoot, loadShared, noticed } from './catalogue.ts';
import { giveFiles, prepareFiles } from './files-thread.ts';
import { printFindings, stopWords } from './findings.ts';
import { integrations } from './integrations.ts';
import { openBundle, placeOfBundle } from './kept-bundle.ts';
import { type KeptPlace, keptAt, versionAt } from './kept-place.ts';
import { KeptSite } from './kept-site.ts';

const NO_BUNDLE = 3;

const logger = (label: string) => {
	const say = (print: (line: string) => void) => (line: string) => print(`[${label}] ${line}`);
	return { info: say(console.log), warn: say(console.warn), error: say(console.error) };
};

/** The hooks that these integrations have, with what they take of what Astro gives. */
type Hooks = Record<string, ((given: object) => unknown) | undefined>;

interface Told {
	/** Folder of the site that is made. */
	site: string;
	/** Folder that it gets in the end. */
	target: string;
	/** Folder below the project that is gone with the build. */
	work: string;
	/** Whether what the build before has kept may be used. */
	fast: boolean;
}

async function make({ site, target, work, fast }: Told): Promise<number> {
	const file = join(contentRoot(), 'content/organisation.yaml');
	// Without the page the check of the content says so, as for any other file.
	const organisation = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const address = readAddress(organisation, process.env.CATALOGUE_URL);
	const version = versionAt(address ?? {});
	const bundle = join(work, 'bundle');
	const folder = fast ? cacheFolder(contentRoot()).folder : undefined;
	const packages = join(process.cwd(), 'node_modules');
	const standing = folder ? placeOfBundle(folder, packages, bundle) : bundle;
	const kept = await openBundle({ folder, version }, standing);
	if (kept.problem && !noticed()) console.warn(kept.problem);
	let bundling = kept.renderer ? undefined : startBundling(site, work);
	prepareFiles(fast);
	const config = {
		base: '/',
		...address,
		outDir: pathToFileURL(`${site}/`),
		publicDir: pathToFileURL(join(process.cwd(), 'public/')),
	};
	const call = await callHooks();
	await call('astro:config:setup', { command: 'build', updateConfig: () => {} });
	await call('astro:config:done', { config });
	const loaded = await loadShared((catalogue) => giveFiles(catalogue, config));
	const errors = printFindings(loaded, logger('content'));
	if (errors > 0) {
		bundling?.stop();
		console.error(stopWords(errors));
		return 1;
	}
	const place = { site, target, before: target, folder, version, notice: () => {} };
	if (kept.renderer && !takeRest(place, loaded.catalogue)) bundling = startBundling(site, work);
	return runHooks(call, async () => {
		if (!bundling) return kept;
		if (!(await bundling.done)) return {};
		return openBundle({ folder: work, version }, bundle);
	});
}

/** Scripts, styles and what is public are made of code alone, so the site before has them. */
const takeRest = (place: KeptPlace, catalogue: Catalogue): boolean =>
	new KeptSite(keptAt(place, 'rest', catalogue)).carry('rest', '');

type Call = (hook: string, given: object) => Promise<void>;

/** Calls a hook of every part of the build. */
async function callHooks(): Promise<Call> {
	const parts = await integrations();
	return async (hook, given) => {
		for (const { name, hooks } of parts)
			await (hooks as Hooks)[hook]?.({ ...given, logger: logger(name) });
	};
}

/**
 * Calls the hooks of a build that has read the content, in Astro's order.
 *
 * @param renderer asked for when the files of the exporters are on their way
 */
async function runHooks(call: Call, renderer: () => ReturnType<typeof openBundle>) {
	let wrap = (standard: AstroPrerenderer) => standard;
	const setPrerenderer = (given: typeof wrap) => {
		wrap = given;
	};
	await call('astro:build:start', { setPrerenderer });
	const { renderer: standard, problem } = await renderer();
	if (problem) console.warn(`[build] ${problem}`);
	if (!standard) return problem ? NO_BUNDLE : 1;
	await wrap(standard).getStaticPaths();
	await call('astro:build:done', {});
	return process.exitCode === 1 ? 1 : 0;
}

const {
	CATALOGUE_TARGET: target = '',
	CATALOGUE_WORK: work = '',
	CATALOGUE_FAST,
	CI,
} = process.env;
const [site = ''] = process.argv.slice(2);
try {
	process.exitCode = await make({ site, target, work, fast: Boolean(CATALOGUE_FAST && !CI) });
} catch (error) {
	console.error(error);
	process.exitCode = 1;
}
// Nothing that is still on its way may keep a build that has ended.
if (process.exitCode !== 0) process.exit();
