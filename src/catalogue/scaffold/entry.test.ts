import { describe, expect, test } from 'vitest';
import { collectionNames, collections } from '#schemas/index.ts';
import { complaintsAbout, houseCatalogue } from '#tests/support/house/index.ts';
import { entryFiles } from './entry.ts';

const kinds = collectionNames.filter(
	(name) =>
		collections[name].pages &&
		/^content\/.*\{id\}/.test(collections[name].file) &&
		// A use case is only sound within what its pattern allows, which its own scaffold asks.
		// An incident needs a use case in which it happened.
		!['use-cases', 'incidents'].includes(name),
);

describe.each(kinds)('a new entry of %s', (kind) => {
	test('is sound but for what is to be filled, and for nothing citing it yet', async () => {
		const made = entryFiles(kind, 'made-for-a-test', {}, await houseCatalogue());
		const complaints = await complaintsAbout(made);
		expect(complaints.filter((text) => !text.includes('[orphan]'))).toEqual([]);
	});
});

test('an entry with prose has the headings that most of its kind have', async () => {
	const [page] = entryFiles('connectors', 'made-for-a-test', {}, await houseCatalogue());
	expect(page?.text).toContain('\n## A call\n');
	expect(page?.text).toContain('\n## What goes wrong\n');
});

test('what the author gave stands without a marker', async () => {
	const given = { title: 'Red button', category: 'security' };
	const [page] = entryFiles('risks', 'red-button', given, await houseCatalogue());
	expect(page?.path).toBe('content/risks/red-button.mdx');
	expect(page?.text).toMatch(/^title: Red button$/m);
	expect(page?.text).toMatch(/^category: security$/m);
	expect(page?.text).toMatch(/^status: draft$/m);
});
