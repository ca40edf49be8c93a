import { expect, test } from 'vitest';
import { capital, countText } from './search-rows.ts';

test.each([
	[0, 'No results'],
	[1, '1 result'],
	[12, '12 results'],
])('a count of %i reads as a sentence', (total, text) => expect(countText(total)).toBe(text));

test('a label starts with a capital', () => expect(capital('use case')).toBe('Use case'));
