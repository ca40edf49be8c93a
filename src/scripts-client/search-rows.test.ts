import { expect, test } from 'vitest';
import { countText, fromMatch } from './search-rows.ts';

test('a row of one line starts a few words before the match', () => {
	expect(fromMatch('one two three four five <mark>six</mark> seven')).toBe(
		'… four five <mark>six</mark> seven',
	);
});

test('an excerpt that starts with the match stays as it is', () => {
	expect(fromMatch('one <mark>two</mark> three')).toBe('one <mark>two</mark> three');
});

test.each([
	[0, 'No results'],
	[1, '1 result'],
	[31, '31 results'],
])('%i is said as "%s"', (count, text) => expect(countText(count)).toBe(text));
