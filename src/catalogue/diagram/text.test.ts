import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure, shorten, wrap } from '#catalogue/diagram/text.ts';

const within = (length: number) => (line: string) => [...line].length <= length;

describe('words in a box', () => {
	it('breaks between words', () => {
		expect(wrap('Assemble prompt', within(10), 2)).toEqual(['Assemble', 'prompt']);
	});

	it('hyphenates a long word between syllables', () => {
		expect(wrap('Confidence gate', within(8), 4, true)).toEqual(['Confi-', 'dence', 'gate']);
		expect(wrap('Corrections', within(8), 4, true)).toEqual(['Correc-', 'tions']);
	});

	it('breaks at a hyphen that is there without adding one', () => {
		expect(wrap('Re-ranking', within(8), 2, true)).toEqual(['Re-', 'ranking']);
	});

	it('ends in an ellipsis only when the lines are used up', () => {
		expect(wrap('Checks every single label', within(8), 2)).toEqual(['Checks', 'every s…']);
	});

	it('shortens to what fits', () => {
		expect(shorten('Service desk', within(9))).toBe('Service…');
		expect(shorten('Service', within(9))).toBe('Service');
	});

	it('keeps every line within its room, whatever the text', () => {
		fc.assert(
			fc.property(
				fc.string(),
				fc.integer({ min: 4, max: 30 }),
				fc.boolean(),
				(text, room, hyphens) => {
					const lines = wrap(text, within(room), 3, hyphens);
					expect(lines.length).toBeLessThanOrEqual(3);
					expect(lines.every(within(room))).toBe(true);
				},
			),
		);
	});

	it('counts a capital W wider than an i, and unknown letters as wide', () => {
		expect(measure('W', 12, 'regular')).toBeGreaterThan(measure('i', 12, 'regular'));
		expect(measure('漢', 12, 'regular')).toBeGreaterThan(measure('n', 12, 'regular'));
	});
});
