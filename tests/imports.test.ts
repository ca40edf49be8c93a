/** Holds the arrows of the layout: who may import whom, and who may touch the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const { imports: aliases } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
	imports: Record<string, string>;
};

/** Source files that ship: no tests, which may import what they like. */
const sources = ['schemas', 'src', 'scripts'].flatMap((folder) =>
	readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.filter((path) => /\.(?:ts|astro|mjs)$/.test(path) && !/\.test\.ts$/.test(path)),
);

const IMPORT =
	/(?:^|[\s;}])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\b/;

interface Import {
	from: string;
	/** A path from the root for a file of ours, or the name of a module. */
	to: string;
	typeOnly: boolean;
}

function resolve(from: string, name: string): string {
	if (name.startsWith('.')) return posix.join(dirname(from), name);
	for (const [alias, target] of Object.entries(aliases)) {
		const start = alias.replace('*', '');
		if (name.startsWith(start))
			return target.replace('./', '').replace('*', name.slice(start.length));
	}
	return name;
}

const withoutComments = (text: string) =>
	text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
const all: Import[] = sources.flatMap((from) => {
	const text = withoutComments(readFileSync(new URL(from, root), 'utf8'));
	return [...text.matchAll(IMPORT)].map((match) => ({
		from,
		to: resolve(from, match[1] ?? match[2] ?? ''),
		typeOnly: TYPE_ONLY.test(match[0]),
	}));
});

/** Imports that leave `folder` for what `to` matches, as text for the message. */
const crossing = (folder: RegExp, to: RegExp, allowed: RegExp = /^$/) =>
	all
		.filter((one) => folder.test(one.from) && to.test(one.to) && !allowed.test(one.from))
		.map(({ from, to: target }) => `${from} imports ${target}`);

test('the files and their imports are found', () => {
	expect(sources.length).toBeGreaterThan(50);
	expect(all).toContainEqual({
		from: 'src/catalogue/load.ts',
		to: 'schemas/index.ts',
		typeOnly: false,
	});
});

describe('arrows', () => {
	test('schemas import nothing of ours but schemas', () => {
		expect(crossing(/^schemas\//, /^(?:src|scripts|tests)\//)).toEqual([]);
	});

	test('schemas import no library but zod', () => {
		expect(crossing(/^schemas\//, /^(?!zod$|schemas\/)/)).toEqual([]);
	});

	test('the core imports only schemas and itself', () => {
		expect(crossing(/^src\/catalogue\//, /^(?:src\/(?!catalogue\/)|scripts\/|tests\/)/)).toEqual(
			[],
		);
	});

	test('scripts and site do not import each other', () => {
		expect(crossing(/^scripts\//, /^src\/(?!catalogue\/)/)).toEqual([]);
		expect(crossing(/^src\//, /^scripts\//)).toEqual([]);
	});

	test('the site code imports no page, layout or component', () => {
		expect(crossing(/^src\/site\//, /^src\/(?:pages|layouts)\//)).toEqual([]);
	});

	test('layouts and components import no page', () => {
		expect(crossing(/^src\/(?:components|layouts)\//, /^src\/pages\//)).toEqual([]);
	});

	test('nothing that ships imports a test', () => {
		expect(crossing(/./, /\.test\.ts$|^tests\//)).toEqual([]);
	});
});

describe('Astro', () => {
	test('is unknown to schemas, core and scripts', () => {
		expect(crossing(/^(?:schemas|src\/catalogue|scripts)\//, /^astro:/)).toEqual([]);
	});

	test('and its virtual modules are for site, pages and the content configuration', () => {
		expect(crossing(/./, /^astro:/, /^src\/(?:site\/|pages\/|content\.config\.ts$)/)).toEqual([]);
	});
});

describe('the disk', () => {
	const disk = /^(?:node:)?(?:fs|child_process|net|http|https)(?:\/|$)/;

	test('is not touched by schemas', () => expect(crossing(/^schemas\//, disk)).toEqual([]));

	test('is read in the core by files.ts, and kept on by cache.ts, alone', () => {
		expect(crossing(/^src\/catalogue\//, disk, /^src\/catalogue\/(?:files|cache)\.ts$/)).toEqual(
			[],
		);
	});
});

test('no module imports itself on a way round', () => {
	const next = new Map<string, string[]>();
	for (const { from, to, typeOnly } of all) {
		// A type leaves nothing behind at run time, so it closes no circle. Components may: a list of
		// records draws fields, and a field may be a list of records.
		if (!typeOnly && from.endsWith('.ts')) next.set(from, [...(next.get(from) ?? []), to]);
	}
	const done = new Set<string>();
	const circles: string[] = [];
	const walk = (path: string, way: string[]) => {
		if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
		if (done.has(path) || way.includes(path)) return;
		for (const target of next.get(path) ?? []) walk(target, [...way, path]);
		done.add(path);
	};
	for (const path of sources) walk(path, []);
	expect(circles).toEqual([]);
});
