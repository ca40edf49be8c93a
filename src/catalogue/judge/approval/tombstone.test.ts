import { describe, expect, test } from 'vitest';
import { catalogueOf, entry, findingsIn } from '#tests/support/build.ts';
import { tombstoneFor, tombstonePath, tombstoneText } from './tombstone.ts';

const because = 'It was "the same": as another.';

test('it keeps the words that the entry had', async () => {
	const risk = entry('risks', 'older', { title: 'An older risk', owner: 'office' });
	const text = tombstoneText(tombstoneFor(risk, { because, successor: 'leak' }, catalogueOf(risk)));
	expect(text).toBe(`title: "An older risk"
summary: "An entry made for a test, and nothing more."
owner: office
version: "1.0.0"
withdrawn: 2026-11-22
because: "It was \\"the same\\": as another."
successor: leak
`);
	expect(await findingsIn(tombstonePath(risk), text)).toEqual([]);
});

describe('where an entry lacks a field', () => {
	test('a prompt goes by its id and belongs to the team of its pattern', () => {
		const prompt = entry('prompts', 'qa');
		const catalogue = catalogueOf(prompt, entry('patterns', 'summary', { owner: 'council' }));
		expect(tombstoneFor(prompt, { because }, catalogue)).toMatchObject({
			title: 'prompt qa',
			owner: 'council',
		});
	});

	test('what no team owns belongs to the council', () => {
		const framework = entry('frameworks');
		const catalogue = catalogueOf(framework);
		expect(tombstoneFor(framework, { because }, catalogue).owner).toBe(
			catalogue.organisation.council.team,
		);
	});
});
