/** Fifty random edits: what is taken over must be what would have been made anew, byte for byte. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contextOf } from '#catalogue/copy/context.ts';
import { exporters, exportFiles } from '#catalogue/copy/index.ts';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import { searchedEntries } from '#catalogue/pages/search.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { rules } from '#catalogue/rules/index.ts';
import { checkKept, entry, soundFiles, textsOf } from '#tests/support/build.ts';
import { KeptSite } from './kept-site.ts';
import { searchedText } from './search-index.ts';
import { writeExports } from './write-exports.ts';
import { keptText } from './write-index.ts';

let root = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'write-exports-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const url = (path: string) => `https://patterns.example${path}`;

/** Writes the site after the one in `dist`, puts it there, and says how many files were made. */
async function write(catalogue: Catalogue): Promise<number> {
	const [site, before] = [join(root, 'next'), join(root, 'dist')];
	mkdirSync(site);
	const notice = (line: string) => expect(line).toBe('');
	const file = join(root, 'notes.json');
	const kept = new KeptSite({ catalogue, site, before, file, version: '1', notice });
	const text = keptText(catalogue, kept);
	for (const one of searchedEntries(catalogue))
		expect(await text(one)).toBe(searchedText(one, catalogue));
	const { made } = await writeExports(exporters, contextOf(catalogue, url), kept);
	kept.save();
	rmSync(before, { recursive: true });
	renameSync(site, before);
	return made;
}

/** Paths of files that are not what they would be if all were made anew; and how many there are. */
async function differing(catalogue: Catalogue): Promise<{ all: number; wrong: string[] }> {
	const found = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
		.filter((item) => item.isFile())
		.map((item) => relative(join(root, 'dist'), join(item.parentPath, item.name)));
	const left = new Set(found);
	const wrong: string[] = [];
	for (const { path, body } of exportFiles({ catalogue, url })) {
		const file = join(root, 'dist', path);
		const same = left.delete(path) && readFileSync(file).equals(Buffer.from(await body()));
		if (!same) wrong.push(path);
	}
	return { all: found.length, wrong: [...wrong, ...left] };
}

/** Sound files, three patterns and a starter, by path. */
function start(): Map<string, string> {
	const texts = new Map<string, string>();
	for (const { path, text } of soundFiles()) if (text !== undefined) texts.set(path, text);
	for (const id of ['second', 'third']) {
		for (const [path, text] of Object.entries(textsOf(entry('patterns', id)))) {
			texts.set(path, text);
		}
	}
	texts.set('patterns/second/starter/src/own.ts', 'export const own = 1;\n');
	texts.set('content/starter/src/base.ts', 'export const base = 1;\n');
	return texts;
}

/** The folders of starters hold assets; every other file is an entry. */
const asSource = ([path, text]: [string, string]): SourceFile =>
	/^(?:content|patterns\/[^/]+)\/starter\//.test(path)
		? { path, text, asset: digestOf(text) }
		: { path, text };

const references = rules.filter(({ id }) => id === 'reference');

interface Edit {
	at: number;
	kind: 'words' | 'title' | 'remove' | 'restore' | 'day';
	word: string;
}

const edits: fc.Arbitrary<Edit> = fc.record({
	at: fc.nat(10_000),
	kind: fc.constantFrom('words', 'words', 'title', 'title', 'remove', 'restore', 'day'),
	word: fc.stringMatching(/^[a-z]{3,9}$/),
});

/** Makes an edit, which may leave things wrong. */
function apply(texts: Map<string, string>, days: { add: number }, { at, kind, word }: Edit): void {
	const all = [...start().keys()];
	const path = all[at % all.length] ?? '';
	const text = texts.get(path);
	if (kind === 'day') days.add += (at % 200) + 1;
	else if (kind === 'restore') texts.set(path, start().get(path) ?? '');
	else if (text === undefined || /content\/(?:policy|organisation)/.test(path)) return;
	else if (kind === 'remove') texts.delete(path);
	else if (kind === 'words') texts.set(path, path.endsWith('.yaml') ? text : `${text}\n${word}\n`);
	else texts.set(path, text.replace(/^(title|description): .*$/m, `$1: The ${word}`));
}

test('after any edit, what is taken over is what would be made anew', async () => {
	let total = 0;
	let made = 0;
	const run = async (list: Edit[]) => {
		let texts = start();
		const days = { add: 0 };
		mkdirSync(join(root, 'dist'));
		for (const edit of list) {
			const edited = new Map(texts);
			apply(edited, days, edit);
			const today = new Date(Date.UTC(2026, 10, 22 + days.add)).toISOString().slice(0, 10);
			const { catalogue, findings } = await checkKept([...edited].map(asSource), {
				rules: references,
				today,
			});
			// What leaves a loose end is refused before anything is made.
			if (findings.some(({ severity }) => severity === 'error')) continue;
			texts = edited;
			made += await write(catalogue);
			const { all, wrong } = await differing(catalogue);
			expect(wrong).toEqual([]);
			total += all;
		}
		for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true });
	};
	const lists = fc.array(edits, { minLength: 10, maxLength: 10 });
	await fc.assert(fc.asyncProperty(lists, run), { numRuns: 5, endOnFailure: true });
	// A test in which nothing is taken over would show nothing.
	expect(made).toBeLessThan(total / 2);
}, 120_000);

test('the files of a pattern are written together, those that are wanted first, and those of all last', async () => {
	const { catalogue } = await checkKept([...start()].map(asSource), { rules: references });
	const order: string[] = [];
	const kept = {
		recall: (_: string, make: () => Promise<unknown>) => make(),
		carry: (path: string) => {
			order.push(path);
			return true;
		},
		made: () => {},
		readUntilNow: () => 0,
	} as unknown as KeptSite;
	const { files, made } = await writeExports(exporters, contextOf(catalogue, url), kept, {
		wanted: ['patterns/gone', 'patterns/third'],
	});
	expect([files, made]).toEqual([order.length, 0]);
	const shared = (id: string) => [
		`api/v1/patterns/${id}.json`,
		`patterns/${id}.md`,
		`.well-known/agent-skills/${id}.zip`,
		`patterns/${id}/SHA256SUMS`,
	];
	const of = (id: string) => shared(id).map((path) => order.indexOf(path));
	const [third, second] = [of('third'), of('second')];
	expect(Math.min(...third)).toBe(0);
	expect(Math.max(...third)).toBeLessThan(Math.min(...second));
	expect(order.indexOf('llms.txt')).toBeGreaterThan(Math.max(...second));
});
