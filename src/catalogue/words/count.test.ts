import { expect, test } from 'vitest';
import { countOf } from './count.ts';
import { formatNumber, withSymbol } from './number.ts';
import { targetWords } from './target.ts';

test.each([
	[0, '0 risks'],
	[1, '1 risk'],
	[2, '2 risks'],
	[12_000, '12,000 risks'],
])('%i is counted as "%s"', (count, words) => expect(countOf(count, 'risk')).toBe(words));

test('a noun may have a plural of its own', () =>
	expect([1, 3].map((count) => countOf(count, 'entry', 'entries'))).toEqual([
		'1 entry',
		'3 entries',
	]));

test.each([
	[12_000, 'days', '12,000 days'],
	[12_000, '%', '12,000%'],
	[0.5, 's', '0.5 s'],
	[3, '/1,000', '3 per 1,000'],
	[7, 'µs', '7 µs'],
	[7, undefined, '7'],
])('%d in "%s" reads "%s"', (value, symbol, words) =>
	expect(withSymbol(value, symbol)).toBe(words),
);

test('the parts of a target are written as the values beside it are', () => {
	expect(targetWords({ atLeast: 12_000 }, 'days')).toBe(`${withSymbol(12_000, 'days')} or more`);
	expect(targetWords({ atMost: 5 }, '%')).toBe('5% or less');
	expect(targetWords({ from: 8000, to: 15_000 }, 'days')).toBe('8,000 to 15,000 days');
	expect(targetWords({ improveBy: 30 })).toBe('30% better than the baseline');
	expect(targetWords({ atLeast: 100 }, '%')).toBe('100%');
	expect(formatNumber(8000)).toBe('8,000');
});
