import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Catalogue } from './catalogue.ts';
import { keeper } from './keep.ts';
import { dayFromToday, digestOfNote, folderAt } from './noted.ts';
import { parts, type Reader, Reads, readAs, readUnnoted } from './reads.ts';

/** What is noted while this is done. */
function notes(work: () => unknown): string[] {
	const reads = new Reads();
	readAs({ reads }, work);
	return [...reads.all()].map((key) => key.replaceAll('\t', ' ')).sort();
}

const logging = entry('controls', 'logging');
const summary = entry('patterns', 'summary', { controls: [] });
const catalogue = catalogueOf(logging, summary);

test.each<[what: string, work: (of: Catalogue) => unknown, noted: string[]]>([
	['an entry', ({ controls }) => controls.get('logging'), ['entry controls logging']],
	['an entry that is not there', ({ risks }) => risks.get('none'), ['entry risks none']],
	['whether an entry is there', ({ controls }) => controls.has('x'), ['has controls x']],
	['how many there are', ({ all }) => all.patterns.size, ['size patterns']],
	['all of them', ({ controls }) => [...controls], ['all controls']],
	['their ids', ({ controls }) => [...controls.keys()], ['ids controls']],
	['who cites an entry', (of) => of.linksTo(logging), ['to controls logging']],
	['the policy', ({ policy }) => policy.version, ['policy']],
	['the day', ({ today }) => today, ['today']],
	['a folder', (of) => folderAt('patterns/summary', of), ['folder patterns/summary']],
	['a day beside today', (of) => dayFromToday('2026-01-01', of), ['day 2026-01-01']],
])('who reads %s has read that and nothing else', (_, work, noted) =>
	expect(notes(() => work(catalogue))).toEqual(noted),
);

test('nothing is noted for what is answered for elsewhere', () =>
	expect(notes(() => readUnnoted(() => catalogue.controls.get('logging')))).toEqual([]));

test('what was made once is read again by whoever uses it again', () => {
	const keep = keeper<string>('noted-test');
	const title = () =>
		keep(catalogue, 'title', () => catalogue.controls.get('logging')?.data.title ?? '');
	expect(notes(title)).toEqual(['entry controls logging']);
	expect(notes(title)).toEqual(['entry controls logging']);
});

test('of what takes room only the last are kept whole, and of the others the facts', () => {
	const keep = keeper<string>('room-test', { most: 2, facts: (value) => value.slice(0, 3) });
	let made = 0;
	const title = (id: string) => () =>
		keep(catalogue, id, () => {
			made += 1;
			return `${id}: ${catalogue.controls.get('logging')?.data.title}`;
		});
	for (const id of ['one', 'two', 'one', 'six']) title(id)();
	// Asked for again, "one" stayed and "two" made room.
	expect(['one', 'two', 'six'].map((id) => title(id)().length > 3)).toEqual([true, false, true]);
	expect(made).toBe(3);
	// The facts were made of the same, and whoever reads them has read that.
	expect(notes(title('two'))).toEqual(['entry controls logging']);
});

test('what takes room and has no facts is made again', () => {
	const keep = keeper<number>('no-facts-test', { most: 1 });
	let made = 0;
	const ask = (id: string) => keep(catalogue, id, () => ++made);
	expect([ask('a'), ask('a'), ask('b'), ask('b'), ask('a')]).toEqual([1, 1, 2, 2, 3]);
});

test('what follows later belongs to the same reader', async () => {
	const reads = new Reads();
	await readAs({ reads }, async () => {
		await Promise.resolve();
		catalogue.risks.get('late');
	});
	expect([...reads.all()]).toEqual(['entry\trisks\tlate']);
});

test('each step of a list answers for its own reads alone', () => {
	const reader: Reader = { reads: new Reads() };
	const seen: string[][] = [];
	readAs(reader, () => {
		for (const { id } of parts([...catalogue.patterns.values()])) {
			catalogue.risks.get(`risk-of-${id}`);
			expect(reader.part).toBe('patterns/summary/pattern.mdx');
			seen.push([...reader.reads.all()]);
		}
	});
	expect(reader.part).toBeUndefined();
	expect(seen).toEqual([['entry\tpatterns\tsummary', 'entry\trisks\trisk-of-summary']]);
	expect([...reader.reads.all()]).toEqual(['all\tpatterns']);
});

test.each<[what: string, key: string, other: Catalogue]>([
	[
		'an entry',
		'entry\tcontrols\tlogging',
		catalogueOf(entry('controls', 'logging', { title: 'X' })),
	],
	['who cites it', 'to\tcontrols\tlogging', catalogueOf(logging, entry('controls', 'other'))],
	['a folder', 'folder\tpatterns/summary', catalogueOf(logging)],
	['all of a kind', 'all\tcontrols', catalogueOf(logging, entry('controls', 'more'))],
])('the digest of %s changes with it and not with the rest', (_, key, other) => {
	const same = catalogueOf(logging, summary, entry('roles', 'more'));
	expect(digestOfNote(key, same)).toBe(digestOfNote(key, catalogue));
	if (key.startsWith('to\t')) return;
	expect(digestOfNote(key, other)).not.toBe(digestOfNote(key, catalogue));
});

test('a day that has passed on both days is no reason to make a page again', () => {
	const on = (today: string): Catalogue => ({ ...catalogue, today });
	const digest = (today: string) => digestOfNote('day\t2026-11-30', on(today));
	expect(digest('2026-11-29')).toBe(digest('2026-11-01'));
	expect(digest('2026-12-01')).not.toBe(digest('2026-11-29'));
});

test('a note of another version of the code has no digest', () =>
	expect(digestOfNote('unknown\tx', catalogue)).toBeUndefined());
