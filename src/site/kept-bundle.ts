/**
 * The code of the pages as Astro has bundled it, kept between builds.
 *
 * To bundle it takes seconds and says nothing of the content, so a fast build after an edit of the
 * content runs the code that the build before has bundled, from code and settings that are the same.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
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
const ENTRY = /^prerender-entry\.[\w-]+\.mjs$/;

/** Keeps the bundle in this folder for the next fast build. */
export function keepBundle(
	bundled: string,
	styles: PageStyles,
	{ folder, version, notice }: KeptPlace,
): void {
	if (!folder) return;
	const paths = readdirSync(bundled, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => relative(bundled, join(item.parentPath, item.name)).replaceAll(sep, '/'))
		.sort();
	const entry = paths.find((path) => ENTRY.test(path));
	if (!entry) return;
	const files = paths.map((path): [string, string] => [
		path,
		readFileSync(join(bundled, path), 'utf8'),
	]);
	const problem = writeKept(fileIn(folder), version, { entry, files, styles } satisfies Bundle);
	if (problem) notice(problem);
}

/** The face of Astro's own renderer of pages, which it does not publish; its version is pinned. */
interface Inner {
	createDefaultPrerenderer: (options: {
		internals: unknown;
		options: unknown;
		prerenderOutputDir: URL;
	}) => AstroPrerenderer;
}

/**
 * The renderer of the bundle that was kept by the same code, set up in a folder; undefined where there
 * is none that runs. The folder must stand where the code finds its packages.
 */
export async function openBundle(
	{ folder, version }: KeptPlace,
	target: string,
): Promise<AstroPrerenderer | undefined> {
	if (!folder) return undefined;
	// What is wrong with the file is said by the build that then bundles anew.
	const { value } = readKept(fileIn(folder), version);
	// The version in the file is that of this code, so the form is the one above.
	const bundle = value as Bundle | undefined;
	if (!bundle) return undefined;
	for (const [path, text] of bundle.files) {
		const file = join(target, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
	const code = pathToFileURL(join(astro, 'dist/core/build/default-prerenderer.js')).href;
	// As in the version that is pinned.
	const { createDefaultPrerenderer } = (await import(code)) as Inner;
	const destination = {
		write: ({ level, message }: { level: string; message: string }) => {
			if (level === 'error') console.error(message);
		},
	};
	const prerenderer = createDefaultPrerenderer({
		internals: { prerenderEntryFileName: bundle.entry, pagesByKeys: new Map(bundle.styles) },
		options: { settings: { scripts: [] }, logger: { options: { destination } } },
		prerenderOutputDir: pathToFileURL(`${target}${sep}`),
	});
	try {
		await prerenderer.setup?.();
		return prerenderer;
	} catch {
		// A package that the code finds no more, for example: whoever bundles anew says what is wrong.
		return undefined;
	}
}
