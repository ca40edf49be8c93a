import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { packOf } from '../../judge/evidence/pack.ts';
import { packSheet } from './pack-sheet.ts';

const parts = [entry('patterns', 'summary'), entry('prompts'), entry('models')];

/** The page of the pack of a use that was last reviewed in full on this day. */
function sheet(reviewed: string) {
	const use = entry('use-cases', 'desk', { reviewed });
	const catalogue = catalogueOf(use, ...parts);
	const pack = packOf(use, catalogue);
	if (!pack) throw new Error('The use has no pack.');
	const { summary, block } = packSheet(pack, catalogue);
	return { summary, state: JSON.stringify(block?.cells.find(({ label }) => label === 'State')) };
}

test('a pack says first that the review of its subject is late', () => {
	const { summary, state } = sheet('2024-11-01');
	expect(summary).toMatch(/ Its full review was due on 1 November 2025\.$/);
	expect(state).toContain('Review was due on 1 Nov 2025');
});

test('a pack of a subject that was reviewed says when the next review is', () => {
	const { summary, state } = sheet('2026-11-01');
	expect(summary).not.toContain('review');
	expect(state).toContain('Review by 1 Nov 2027');
});
