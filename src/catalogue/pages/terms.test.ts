import { expect, test } from 'vitest';
import { glossary, termsSection } from './terms.ts';

test('the glossary has every term once, by name, and says the same as the foot of a page', () => {
	const names = glossary().map(({ name }) => name);
	expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
	expect(new Set(names).size).toBe(names.length);
	const waiver = glossary().find(({ id }) => id === 'waiver');
	expect(termsSection('waiver').blocks[0]).toMatchObject({
		pairs: [['Waiver', waiver?.meaning]],
	});
});
