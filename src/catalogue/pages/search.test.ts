import { describe, expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { entryPath } from '#catalogue/model/entry.ts';
import { searchDocument, searchedEntries } from '#catalogue/pages/search.ts';
import { catalogueOf, entry, soundEntries } from '#tests/support/build.ts';

const sectionsOf = (...entries: Entry[]) => {
	const [first] = entries;
	if (!first) throw new Error('give an entry');
	return searchDocument(first, catalogueOf(...entries)).sections;
};
const textUnder = (id: string, ...entries: Entry[]) =>
	sectionsOf(...entries).find((section) => section.id === id)?.text ?? '';

describe('the documents', () => {
	test('every entry that has a page is one document, in the order of the paths', () => {
		const paths = searchedEntries(catalogueOf(...soundEntries())).map(entryPath);
		expect(paths).toContain('/frameworks/rules-2026/');
		expect(paths).not.toContain('/cases/ask/');
		expect(paths).toEqual([...paths].sort());
	});

	test('a pattern carries its computed tier as a filter', () => {
		const pattern = entry('patterns');
		const { filters } = searchDocument(pattern, catalogueOf(pattern));
		expect(filters.type).toEqual(['pattern']);
		expect(filters.tier).toHaveLength(1);
	});

	test('other names and the summary stand apart from the text', () => {
		const control = entry('controls', 'undo', { title: 'Undo', aliases: ['take back'] });
		const document = searchDocument(control, catalogueOf(control));
		expect(document.aliases).toEqual(['take back']);
		expect(document.sections.map(({ text }) => text).join()).not.toContain('take back');
	});
});

describe('sections', () => {
	test('a reference is found by the title it stands for, under the section that shows it', () => {
		const pattern = entry('patterns');
		const control = entry('controls', 'logging', { title: 'Keep a log' });
		expect(textUnder('controls', pattern, control)).toContain('Keep a log');
	});

	test('prose of a pattern joins the section whose title it has', () => {
		const pattern = entry('patterns', 'summary', {}, { body: '## Fit\n\nFits *small* teams.\n' });
		expect(textUnder('fit', pattern)).toContain('Fits small teams.');
	});

	test('a field leads to the section of the page that shows it', () => {
		const risk = entry('risks', 'leak', { causes: ['A door is open.', 'A window is open.'] });
		expect(textUnder('causes', risk)).toBe('A door is open.\nA window is open.');
	});

	test('a heading of the prose has the id that the page gives it', () => {
		const guide = entry('guides', 'start', {}, { body: '## Who does what\n\nYou do.\n' });
		expect(sectionsOf(guide)).toContainEqual({
			id: 'who-does-what',
			title: 'Who does what',
			text: 'You do.',
		});
	});

	test('items of a list and cells of a table stay apart', () => {
		const body = '## Two\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n';
		const guide = entry('guides', 'start', {}, { body });
		expect(textUnder('two', guide).split(/\n+/)).toEqual(['one', 'two', 'a', 'b', 'c', 'd']);
	});

	test('an item of a framework is found by id and title, at its own anchor', () => {
		const framework = entry('frameworks', 'rules-2026', {
			items: [{ id: 'Art. 26(1)', title: 'Use as instructed', kind: 'requirement' }],
		});
		expect(sectionsOf(framework)).toContainEqual({
			id: 'art-26-1',
			title: 'Art. 26(1) Use as instructed',
			text: 'Art. 26(1) Use as instructed',
		});
	});

	test('an entry that cites an item is found by the id of the item', () => {
		const risk = entry('risks', 'leak', {
			frameworks: [{ framework: 'rules-2026', item: 'LLM01:2026', relation: 'same' }],
		});
		expect(textUnder('frameworks', risk)).toContain('LLM01:2026');
	});

	test('ids, dates and versions are no text', () => {
		const text = sectionsOf(entry('controls'))
			.map((section) => section.text)
			.join('\n');
		expect(text).not.toMatch(/2026-11-01|1\.0\.0|detective/);
	});

	test('a section without text is left out', () => {
		const risk = entry('risks', 'leak', { frameworks: [] });
		expect(sectionsOf(risk).map(({ id }) => id)).not.toContain('frameworks');
	});
});

test('a line break in a cell of a table is read as the page reads it', () => {
	const guide = entry(
		'guides',
		'cells',
		{},
		{ body: '| A | B |\n|---|---|\n| one<br>two | three |\n' },
	);
	const text = searchDocument(guide, catalogueOf(guide))
		.sections.map((section) => section.text)
		.join('\n');
	expect(text).toContain('three');
});
