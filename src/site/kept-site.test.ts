import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { Reads, readAs } from '#catalogue/model/reads.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { KeptSite } from './kept-site.ts';
import { asText } from './props-text.ts';

let root = '';
let notices: string[] = [];
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'kept-site-'));
	notices = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Builds a site of one page, which shows the title of a control, and says whether it was made. */
function build(catalogue: Catalogue, { version = '1', withs = '' } = {}): boolean {
	const [site, before] = [join(root, 'next'), join(root, 'dist')];
	mkdirSync(site);
	const file = join(root, 'notes.json');
	const notice = (line: string) => notices.push(line);
	const kept = new KeptSite({ catalogue, site, before, file, version, notice });
	const made = !kept.carry('page', withs);
	if (made) {
		const reads = new Reads();
		const text = readAs({ reads }, () => catalogue.controls.get('logging')?.data.title ?? 'none');
		kept.write('a/page.txt', text);
		kept.made('page', withs, [reads], ['a/page.txt']);
	}
	kept.save();
	rmSync(before, { recursive: true, force: true });
	renameSync(site, before);
	return made;
}
const page = () => join(root, 'dist/a/page.txt');
const titled = (title: string) => catalogueOf(entry('controls', 'logging', { title }));

test('a page is made again when what it read has changed, and only then', () => {
	expect(build(titled('One'))).toBe(true);
	expect(build(catalogueOf(...titled('One').controls.values(), entry('roles')))).toBe(false);
	expect(build(titled('Two'))).toBe(true);
	expect(readFileSync(page(), 'utf8')).toBe('Two');
	expect(build(catalogueOf())).toBe(true);
	expect(readFileSync(page(), 'utf8')).toBe('none');
});

test('what is taken over is the same file, and what is made is a new one', () => {
	build(titled('One'));
	const first = statSync(page()).ino;
	build(titled('One'));
	expect(statSync(page()).ino).toBe(first);
	build(titled('Two'));
	expect(statSync(page()).ino).not.toBe(first);
});

test.each<[what: string, change: () => void]>([
	['was edited', () => writeFileSync(page(), 'edited')],
	['is gone', () => rmSync(page())],
	[
		'is a folder',
		() => {
			rmSync(page());
			mkdirSync(page());
		},
	],
])('a file of the old site that %s is made again', (_, change) => {
	build(titled('One'));
	for (const makes of [true, false]) {
		// Whether the build before made the file or took it over makes no difference.
		if (!makes) expect(build(titled('One'))).toBe(false);
		change();
		expect(build(titled('One'))).toBe(true);
		expect(readFileSync(page(), 'utf8')).toBe('One');
	}
});

test('other code or other settings make every page again', () => {
	build(titled('One'));
	expect(build(titled('One'), { withs: 'other' })).toBe(true);
	expect(build(titled('One'), { withs: 'other', version: '2' })).toBe(true);
	expect(notices).toHaveLength(1);
});

test('notes that were damaged are left out with one line', () => {
	build(titled('One'));
	writeFileSync(join(root, 'notes.json'), '{');
	expect(build(titled('One'))).toBe(true);
	expect(notices).toHaveLength(1);
	expect(notices[0]).toContain('is damaged');
});

test('a site without notes is not believed', () => {
	mkdirSync(join(root, 'dist/a'), { recursive: true });
	writeFileSync(page(), 'forged');
	expect(build(titled('One'))).toBe(true);
	expect(readFileSync(page(), 'utf8')).toBe('One');
	expect(existsSync(join(root, 'next'))).toBe(false);
});

test('what cannot be compared as text makes a page each time', () => {
	expect(asText({ id: 'a', rows: [1, null] })).toBe('{"id":"a","rows":[1,null]}');
	for (const value of [new Map(), new Set(), () => {}, Symbol('a')]) {
		expect(asText({ value })).toBeUndefined();
		expect(asText({ list: { value } })).toBeUndefined();
		expect(asText({ list: { index: { value } } })).toBeUndefined();
	}
});

test('what several pages are given is read once, and still tells them apart', () => {
	const index = { lines: ['a'] };
	const of = (page: number, lines = index) => asText({ list: { index: lines, page } });
	expect(of(1)).toBe(of(1, { lines: ['a'] }));
	expect(of(1)).not.toBe(of(2));
	expect(of(1)).not.toBe(of(1, { lines: ['b'] }));
});

test('a value is recalled while what it was made of holds, and whoever asks has read that too', async () => {
	const shown: string[] = [];
	const ask = async (catalogue: Catalogue): Promise<string[]> => {
		const file = join(root, 'values.json');
		const options = { catalogue, site: root, before: root, file, version: '1' };
		const kept = new KeptSite({ ...options, notice: (line) => notices.push(line) });
		const reads = new Reads();
		await readAs({ reads }, () =>
			kept.recall('title', async () => {
				const title = catalogue.controls.get('logging')?.data.title ?? 'none';
				shown.push(title);
				return title;
			}),
		);
		kept.save();
		return [...reads.all()];
	};
	const [first, again] = [await ask(titled('One')), await ask(titled('One'))];
	await ask(titled('Two'));
	expect(shown).toEqual(['One', 'Two']);
	expect(again).toEqual(first);
	expect(first).toEqual(['entry\tcontrols\tlogging']);
});
