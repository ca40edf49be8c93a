import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finderOf } from './ask.ts';
import { indexFiles } from './files.ts';
import { type CardedPage, unpack } from './format.ts';

const synonyms = { same: [['email', 'message']], means: [] };
const kinds = [['pattern', 'patterns']] as const;

const page = (id: number, words: readonly string[]): CardedPage => ({
	path: `/patterns/p-${id}/`,
	kind: 'pattern',
	title: words.slice(0, 2).join(' '),
	aliases: words.slice(2, 3),
	summary: words.join(' '),
	task: '',
	text: '',
});
const VOCABULARY = [
	'email',
	'message',
	'case',
	'triage',
	'queue',
	'zebra',
	'監査',
	'über',
	'llm01',
];
const somePages = fc
	.array(fc.array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 6 }), {
		minLength: 1,
		maxLength: 30,
	})
	.map((all) => all.map((words, at) => page(at, words)));

const finderOver = (pages: readonly CardedPage[], whole: number) => {
	const files = indexFiles(pages, { synonyms, kinds, whole });
	const read: string[] = [];
	const finder = finderOf(async (name) => {
		read.push(name);
		const file = files.get(name);
		if (!file) throw new Error(name);
		return file;
	});
	return { finder, read, files };
};

describe('an index in parts', () => {
	test('gives the same results as one in a single file', async () => {
		await fc.assert(
			fc.asyncProperty(somePages, fc.constantFrom(...VOCABULARY), async (pages, word) => {
				const [one, parts] = [finderOver(pages, 1000), finderOver(pages, 0)];
				const [a, b] = [await one.finder.ask(word), await parts.finder.ask(word)];
				expect(b.found).toEqual(a.found);
				expect(await b.cards(b.found)).toEqual(await a.cards(a.found));
			}),
		);
	});

	test('loads the terms that a question needs, and no others', async () => {
		const { finder, read, files } = finderOver([page(1, ['zebra']), page(2, ['triage'])], 0);
		await finder.ask('zebra');
		expect(read).toEqual(['about.idx', 'common.idx', 'terms-ze.idx']);
		expect([...files.keys()]).toContain('terms-tr.idx');
	});

	test('what the first question needs can be loaded before it is asked', async () => {
		const pages = [page(1, ['zebra']), page(2, ['triage'])];
		const one = finderOver(pages, 1000);
		await one.finder.warm();
		const before = one.read.length;
		const { found, cards } = await one.finder.ask('zebra');
		expect(await cards(found)).toHaveLength(1);
		expect(one.read.slice(before)).toEqual([]);

		const parts = finderOver(pages, 0);
		await parts.finder.warm();
		expect(parts.read).toEqual(['about.idx', 'common.idx']);
	});

	test('nothing typed yet, then a question, asks for no file without a name', async () => {
		for (const whole of [0, 1000]) {
			const { finder, read, files } = finderOver([page(1, ['zebra'])], whole);
			expect((await finder.ask('')).found).toEqual([]);
			expect((await finder.ask('zebra')).found).toHaveLength(1);
			expect(read.filter((name) => !files.has(name))).toEqual([]);
		}
	});

	test('a file that did not load is asked for again', async () => {
		const { files } = finderOver([page(1, ['zebra'])], 0);
		let broken = true;
		const finder = finderOf(async (name) => {
			const file = files.get(name);
			if (broken || !file) throw new Error('no network');
			return file;
		});
		await expect(finder.ask('zebra')).rejects.toThrow('no network');
		broken = false;
		expect((await finder.ask('zebra')).found).toHaveLength(1);
	});
});

test('a question loads at most 700 kB of the index of ten thousand pages', async () => {
	const letters = 'abcdefghijklmnopqrstuvwxyz';
	const word = (at: number) =>
		[at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676) % 26, (at * 7) % 26]
			.map((place) => letters[place])
			.join('');
	const pages = Array.from({ length: 10_000 }, (_, at) =>
		page(at, ['case', ...Array.from({ length: 5 }, (_, step) => word(at * 31 + step * 997))]),
	);
	const { finder, read, files } = finderOver(pages, 1000);
	const { found, cards } = await finder.ask(`${word(31)} case of ${word(62)} and ${word(1028)}`);
	expect(await cards(found.slice(0, 8))).not.toEqual([]);
	const loaded = read.map((name) => files.get(name)?.length ?? 0);
	expect(loaded.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(700_000);
});

test('a host that unpacks the files itself is fine', () => {
	expect(unpack(new TextEncoder().encode('[1]'))).toEqual([1]);
});

test('the same pages give the same bytes', () => {
	const pages = [page(1, ['zebra', 'case']), page(2, ['triage'])];
	expect(indexFiles(pages, { synonyms, kinds })).toEqual(indexFiles(pages, { synonyms, kinds }));
});

test('a catalogue without pages has an index without results', async () => {
	expect((await finderOver([], 1000).finder.ask('zebra')).found).toEqual([]);
});
