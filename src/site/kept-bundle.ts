/**
 * The code of the pages as Astro has bundled it, as one file: for the program that makes the site, and
 * for the builds after it.
 *
 * To bundle it takes seconds and says nothing of the content. So it is done beside the reading of the
 * content, and a fast build runs the code that the build before has bundled.
 */
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { codeIn } from '#catalogue/read/cache-folder.ts';
import { isBelow } from '#catalogue/read/is-below.ts';
import { readKept, writeKept } from '#catalogue/read/kept-file.ts';
import type { KeptPlace } from './kept-place.ts';

/** The styles of each page, by Astro's name of it. */
export type PageStyles = readonly [page: string, { styles: unknown[] }][];

interface Bundle {
	/** The module that renders, among the files. */
	entry: string;
	files: [path: string, text: string][];
	styles: PageStyles;
}

const fileIn = (folder: string) => join(folder, 'bundle.json');
const setUpIn = (folder: string) => join(folder, 'bundle');
const ENTRY = /^prerender-entry\.[\w-]+\.mjs$/;

/**
 * Where the kept bundle is set up for the builds that run it: in one place, so that the engine knows
 * the code again. Gives `otherwise` where the packages of the project cannot be linked there.
 *
 * @param folder where the bundle is kept
 * @param packages folder of the packages
 * @param otherwise a folder from which the code finds them
 */
export function placeOfBundle(folder: string, packages: string, otherwise: string): string {
	const place = setUpIn(folder);
	const link = join(place, 'node_modules');
	try {
		if (existsSync(link) && readlinkSync(link) === packages) return place;
		mkdirSync(place, { recursive: true });
		rmSync(link, { recursive: true, force: true });
		// A junction needs no right of its own on Windows; elsewhere the word says nothing.
		symlinkSync(packages, link, 'junction');
		return place;
	} catch {
		return otherwise;
	}
}

/** Removes what was set up of another bundle, and what the engine has kept of its code. */
function removeOther(folder: string): void {
	try {
		for (const made of [setUpIn(folder), codeIn(folder)])
			rmSync(made, { recursive: true, force: true });
	} catch {
		// Whoever sets a bundle up writes anew what differs.
	}
}

/** Keeps the bundle in this folder. Gives the one line that says why it could not. */
export function keepBundle(
	bundled: string,
	styles: PageStyles,
	{ folder, version }: Pick<KeptPlace, 'folder' | 'version'>,
): string | undefined {
	if (!folder) return undefined;
	const paths = readdirSync(bundled, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => relative(bundled, join(item.parentPath, item.name)).replaceAll(sep, '/'))
		.sort();
	const entry = paths.find((path) => ENTRY.test(path));
	if (!entry) return `Astro has bundled no module that renders, so the bundle was not kept.`;
	const files = paths.map((path): [string, string] => [
		path,
		readFileSync(join(bundled, path), 'utf8'),
	]);
	removeOther(folder);
	return writeKept(fileIn(folder), version, { entry, files, styles } satisfies Bundle);
}

/** The face of Astro's own renderer of pages, which it does not publish; its version is pinned. */
interface Inner {
	createDefaultPrerenderer: (options: {
		internals: unknown;
		options: unknown;
		prerenderOutputDir: URL;
	}) => AstroPrerenderer;
}

/** Where that is in the version that is pinned. */
const RENDERER = 'dist/core/build/default-prerenderer.js';

/** A renderer that runs, or the line that says why there is none; neither where nothing was kept. */
export type Opened = { renderer?: AstroPrerenderer; problem?: string };

/**
 * The renderer of the bundle that was kept by the same code, set up in a folder. The folder must stand
 * where the code finds its packages.
 *
 * @param astro folder of the package
 */
export async function openBundle(
	{ folder, version }: Pick<KeptPlace, 'folder' | 'version'>,
	target: string,
	astro: string = astroFolder(),
): Promise<Opened> {
	if (!folder) return {};
	const { value, problem } = readKept(fileIn(folder), version);
	// The version in the file is that of this code, so the form is the one above.
	const bundle = value as Bundle | undefined;
	if (!bundle) return { ...(problem && { problem }) };
	const outside = bundle.files.find(([path]) => !leadsInto(target, path));
	if (outside)
		return { problem: `The bundle contains "${outside[0]}", which is outside its folder.` };
	if (!bundle.files.some(([path]) => path === bundle.entry) || !ENTRY.test(bundle.entry))
		return { problem: `The bundle does not contain its module "${bundle.entry}".` };
	const code = join(astro, RENDERER);
	if (!existsSync(code))
		return { problem: `Astro's renderer is not at ${code}, so Astro builds the site by itself.` };
	try {
		for (const [path, text] of bundle.files) setUp(join(target, path), text);
		return { renderer: await rendererOf(bundle, target, code) };
	} catch (error) {
		// A package that the code finds no more, for example: who bundles anew says what is wrong.
		const why = error instanceof Error ? error.message : String(error);
		return { problem: `The code that was bundled does not run: ${why}` };
	}
}

/** Writes a module, unless it stands there as it is. */
function setUp(file: string, text: string): void {
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

async function rendererOf(bundle: Bundle, target: string, code: string): Promise<AstroPrerenderer> {
	// As in the version that is pinned.
	const { createDefaultPrerenderer } = (await import(pathToFileURL(code).href)) as Inner;
	const destination = {
		write: ({ level, message }: { level: string; message: string }) => {
			if (level === 'error') console.error(message);
		},
	};
	const renderer = createDefaultPrerenderer({
		internals: { prerenderEntryFileName: bundle.entry, pagesByKeys: new Map(bundle.styles) },
		options: { settings: { scripts: [] }, logger: { options: { destination } } },
		prerenderOutputDir: pathToFileURL(`${target}${sep}`),
	});
	await renderer.setup?.();
	return renderer;
}

/** Whether a path leads to a file below a folder, on any system. */
const leadsInto = (folder: string, path: string) =>
	!/[\\:\0]/.test(path) && isBelow(folder, resolve(folder, path));

export const astroFolder = (): string =>
	dirname(createRequire(import.meta.url).resolve('astro/package.json'));
