import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept, writeKept } from '#catalogue/read/kept-file.ts';
import { temporaryFolder } from '#tests/support/repository.ts';
import { keepBundle, openBundle, placeOfBundle } from './kept-bundle.ts';

const ENTRY = 'prerender-entry.abc.mjs';
const RUNS = 'export const app = { setInternals() {}, setOptions() {} };\n';

/** Opens a bundle of these files in a folder, and says what was written where. */
async function open(files: [path: string, text: string][], entry = ENTRY, astro?: string) {
	const root = temporaryFolder();
	const target = join(root, 'deep', 'bundle');
	mkdirSync(target, { recursive: true });
	expect(writeKept(join(root, 'bundle.json'), '1', { entry, files, styles: [] })).toBeUndefined();
	const opened = await openBundle({ folder: root, version: '1' }, target, astro);
	const written = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile() && item.name !== 'bundle.json')
		.map((item) => item.name);
	return { ...opened, written };
}

const climbs = fc.constantFrom(
	'..',
	'../..',
	'/tmp',
	'/',
	'a/../..',
	'..\\..',
	'C:',
	'\\\\host',
	'',
);
const name = fc.stringMatching(/^[a-z]{1,8}\.mjs$/);

test('a path of a bundle that leaves its folder is refused by name, and no file is written', async () => {
	await fc.assert(
		fc.asyncProperty(climbs, name, async (climb, last) => {
			const path = `${climb}/${last}`;
			const { renderer, problem, written } = await open([
				[ENTRY, RUNS],
				[path, RUNS],
			]);
			expect(renderer).toBeUndefined();
			expect(problem).toBe(`The bundle contains "${path}", which is outside its folder.`);
			expect(written).toEqual([]);
		}),
		{ numRuns: 30 },
	);
});

test('a bundle whose module is not among its files is refused', async () => {
	const { renderer, problem } = await open([[ENTRY, RUNS]], '../evil.mjs');
	expect(renderer).toBeUndefined();
	expect(problem).toBe('The bundle does not contain its module "../evil.mjs".');
});

test('where the renderer of Astro is not at its place, one line says so and nothing is run', async () => {
	const astro = temporaryFolder();
	const { renderer, problem, written } = await open([[ENTRY, RUNS]], ENTRY, astro);
	expect(renderer).toBeUndefined();
	expect(problem).toContain(`Astro's renderer is not at ${astro}`);
	expect(problem).toContain('Astro builds the site by itself');
	expect(written).toEqual([]);
});

test('code that does not run is a line, and not an exception', async () => {
	const { renderer, problem } = await open([[ENTRY, 'throw new Error("no such package");\n']]);
	expect(renderer).toBeUndefined();
	expect(problem).toBe('The code that was bundled does not run: no such package');
});

test('a bundle that was kept is opened with the renderer of Astro', async () => {
	const root = temporaryFolder();
	const bundled = join(root, 'bundled');
	mkdirSync(join(bundled, 'chunks'), { recursive: true });
	writeFileSync(join(bundled, ENTRY), `import './chunks/a.mjs';\n${RUNS}`);
	writeFileSync(join(bundled, 'chunks/a.mjs'), 'export {};\n');
	const place = { folder: root, version: '1' };
	expect(keepBundle(bundled, [['a', { styles: [] }]], place)).toBeUndefined();
	const { renderer, problem } = await openBundle(place, join(root, 'target'));
	expect(problem).toBeUndefined();
	expect(renderer?.name).toBe('astro:default');
	expect(existsSync(join(root, 'target/chunks/a.mjs'))).toBe(true);
});

test('a bundle stays where it was set up, and a module that was changed there is written anew', async () => {
	const root = temporaryFolder();
	const packages = join(root, 'packages');
	mkdirSync(join(packages, 'one'), { recursive: true });
	writeFileSync(join(packages, 'one/index.mjs'), 'export const one = 1;\n');
	writeFileSync(join(packages, 'one/package.json'), '{ "exports": "./index.mjs" }');
	const bundled = join(root, 'bundled');
	mkdirSync(bundled);
	writeFileSync(join(bundled, ENTRY), `import 'one';\nimport './a.mjs';\n${RUNS}`);
	writeFileSync(join(bundled, 'a.mjs'), 'export {};\n');
	const place = { folder: root, version: '1' };
	expect(keepBundle(bundled, [], place)).toBeUndefined();
	const target = placeOfBundle(root, packages, join(root, 'otherwise'));
	expect(target).toBe(join(root, 'bundle'));
	expect((await openBundle(place, target)).renderer).toBeDefined();
	const [kept, changed] = [join(target, ENTRY), join(target, 'a.mjs')];
	utimesSync(kept, 1, 1);
	writeFileSync(changed, 'throw new Error("forged");\n');
	expect(placeOfBundle(root, packages, join(root, 'otherwise'))).toBe(target);
	await openBundle(place, target);
	expect(statSync(kept).mtimeMs).toBe(1000);
	expect(readFileSync(changed, 'utf8')).toBe('export {};\n');
});

test('another bundle takes the place of the one that was set up', () => {
	const root = temporaryFolder();
	const bundled = join(root, 'bundled');
	for (const folder of [bundled, join(root, 'bundle'), join(root, 'code')]) mkdirSync(folder);
	writeFileSync(join(bundled, ENTRY), RUNS);
	expect(keepBundle(bundled, [], { folder: root, version: '1' })).toBeUndefined();
	expect(existsSync(join(root, 'bundle'))).toBe(false);
	expect(existsSync(join(root, 'code'))).toBe(false);
});

test('where packages cannot be linked, a bundle is set up in the other folder', () => {
	const root = temporaryFolder();
	writeFileSync(join(root, 'bundle'), 'a file');
	expect(placeOfBundle(root, join(root, 'packages'), '/otherwise')).toBe('/otherwise');
});

test('a folder without a module that renders is not kept, and a line says why', () => {
	const root = temporaryFolder();
	const bundled = join(root, 'bundled');
	mkdirSync(bundled);
	expect(keepBundle(bundled, [], { folder: root, version: '1' })).toContain('no module');
	expect(readKept(join(root, 'bundle.json'), '1').value).toBeUndefined();
});
