/** Holds the arrows of the layout: who may import whom, and who may touch the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const { imports: aliases } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
	imports: Record<string, string>;
};

/** Source files that ship: no tests, which may import what they like. */
const sources = ['schemas', 'src', 'scripts', 'content/starter/src'].flatMap((folder) =>
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

/** Files by what they import when they run: a type leaves nothing behind. */
const next = new Map<string, string[]>();
for (const { from, to, typeOnly } of all) {
	if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
}

/** What runs when one of these files does, with the file that imports it, as text for the message. */
function running(start: RegExp): { from: string; to: string }[] {
	const seen = new Set(sources.filter((path) => start.test(path)));
	const found: { from: string; to: string }[] = [];
	// A set hands out what is added while it is walked.
	for (const from of seen) {
		for (const to of next.get(from) ?? []) {
			found.push({ from, to });
			seen.add(to);
		}
	}
	return found;
}
const reached = (start: RegExp, target: RegExp) =>
	running(start)
		.filter(({ to }) => target.test(to))
		.map(({ from, to }) => `${from} imports ${to}`);

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
		const outside = /^(?:src\/(?!catalogue\/)|scripts\/|tests\/|content\/)/;
		expect(crossing(/^src\/catalogue\//, outside)).toEqual([]);
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

/**
 * The starter leaves with a team, so it may know nothing of ours. Its comparison of a copy with the
 * catalogue is used here as well, so that a page and the MCP server say what a copy would say of
 * itself. That part is pure; nothing else of the starter runs here.
 */
describe('the starter', () => {
	const judges = 'content/starter/src/(?:catalogue/(?:compare|manifest|words)|refusal)\\.ts$';

	test('imports nothing of the catalogue', () => {
		expect(crossing(/^content\/starter\//, /^(?!content\/starter\/)[^:]*\.ts$/)).toEqual([]);
	});

	test('is used by components and scripts, and only to judge a copy', () => {
		const other = new RegExp(`^(?!${judges})content/starter/`);
		expect(crossing(/^(?!content\/)/, other)).toEqual([]);
		const users = /^(?:src\/components|scripts)\//;
		expect(crossing(/^(?!content\/)/, /^content\/starter\//, users)).toEqual([]);
	});

	test('judges a copy without disk, network or process', () => {
		expect(running(new RegExp(`^${judges}`)).length).toBeGreaterThan(0);
		expect(reached(new RegExp(`^${judges}`), /^node:/)).toEqual([]);
	});
});

test('numbers, dates and counts are written by the floor of words alone', () => {
	const writes =
		/\bIntl\.(?:NumberFormat|DateTimeFormat|PluralRules)\b|\.toLocale\w*String\(|\bJanuary February\b|=== 1 \? '(\w+)' : '\1s'/;
	const writers = sources.filter(
		(path) =>
			!path.startsWith('content/') &&
			writes.test(withoutComments(readFileSync(new URL(path, root), 'utf8'))),
	);
	expect(writers.filter((path) => !path.startsWith('src/catalogue/words/'))).toEqual([]);
	expect(writers).not.toEqual([]);
});

test('the browser is given nothing of Node', () => {
	expect(
		reached(/^src\/scripts-client\//, /^node:|^src\/catalogue\/model\/catalogue\.ts$/),
	).toEqual([]);
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
		expect(
			crossing(
				/^src\/catalogue\//,
				disk,
				/^src\/catalogue\/read\/(?:files|cache|cache-folder|kept-file)\.ts$/,
			),
		).toEqual([]);
	});
});

/**
 * The floors of the core from the ground up, with what each may import; a type counts as well, since
 * whoever changes it must think of everyone who knows it.
 */
const FLOORS = {
	words: [],
	model: ['words'],
	read: ['model', 'words'],
	judge: ['read', 'model', 'words'],
	rules: ['judge', 'read', 'model', 'words'],
	load: ['rules', 'judge', 'read', 'model', 'words'],
	diagram: ['model', 'words'],
	pages: ['diagram', 'judge', 'read', 'model', 'words'],
	print: ['pages', 'diagram', 'judge', 'read', 'model', 'words'],
	// Search finds the pages of the rules too.
	export: ['print', 'pages', 'diagram', 'rules', 'judge', 'read', 'model', 'words'],
	// A form in the browser asks the very rules what a team may choose.
	copy: ['export', 'print', 'pages', 'rules', 'judge', 'read', 'model', 'words'],
	scaffold: ['judge', 'read', 'model', 'words'],
	report: ['pages', 'judge', 'read', 'model', 'words'],
	// The examples of the rules are whole catalogues that are read and checked.
	examples: ['load', 'scaffold', 'rules', 'judge', 'read', 'model', 'words'],
	mcp: ['copy', 'export', 'print', 'pages', 'rules', 'judge', 'read', 'model', 'words'],
} satisfies Record<string, readonly string[]>;

const CORE = 'src/catalogue/';
const core = all.filter(({ from, to }) => from.startsWith(CORE) && to.startsWith(CORE));
/** The folder of a file of the core; a file at its top is a floor of its own. */
const floorOf = (path: string) => path.slice(CORE.length).split(/[/.]/, 1)[0] ?? '';

describe('the floors of the core', () => {
	test('are the ones of the table', () => {
		const found = new Set(sources.filter((path) => path.startsWith(CORE)).map(floorOf));
		expect([...found].sort()).toEqual(Object.keys(FLOORS).sort());
	});

	test('stand on one another: a floor imports only what is below it', () => {
		const floors = Object.keys(FLOORS);
		const up = Object.entries<readonly string[]>(FLOORS).flatMap(([floor, below]) =>
			below
				.filter((one) => floors.indexOf(one) >= floors.indexOf(floor))
				.map((one) => `${floor} may import ${one}`),
		);
		expect(up).toEqual([]);
	});

	test.each(Object.entries<readonly string[]>(FLOORS))('%s imports %j', (floor, below) => {
		const wrong = core
			.filter(({ from, to }) => floorOf(from) === floor && ![floor, ...below].includes(floorOf(to)))
			.map(({ from, to }) => `${from} imports ${to}`);
		expect(wrong).toEqual([]);
	});

	test('have no circle of files, types included', () => {
		expect(circlesIn(byImporter(core))).toEqual([]);
	});
});

test('no module imports itself on a way round', () => {
	// Components may: a list of records draws fields, and a field may be a list of records.
	const modules = all.filter(
		({ from, to, typeOnly }) => !typeOnly && /\.ts$/.test(from) && /\.ts$/.test(to),
	);
	expect(circlesIn(byImporter(modules))).toEqual([]);
});

/** What each file imports. */
function byImporter(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const { from, to } of imports) found.set(from, [...(found.get(from) ?? []), to]);
	return found;
}

/** Every circle that a walk along the imports meets, as text for the message. */
function circlesIn(targets: ReadonlyMap<string, readonly string[]>): string[] {
	const done = new Set<string>();
	const circles: string[] = [];
	const walk = (path: string, way: readonly string[]) => {
		if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
		if (done.has(path) || way.includes(path)) return;
		for (const target of targets.get(path) ?? []) walk(target, [...way, path]);
		done.add(path);
	};
	for (const path of targets.keys()) walk(path, []);
	return circles;
}
