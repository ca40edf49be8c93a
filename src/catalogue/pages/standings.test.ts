import { expect, it } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { standings } from './standings.ts';

it('statuses are counted in the order of their standing, without those nobody has', () => {
	const catalogue = catalogueOf(
		entry('patterns', 'zebra', { status: 'draft' }),
		entry('patterns', 'answers'),
	);
	expect(standings(catalogue).map(({ status, count }) => [status, count])).toEqual([
		['proposed', 1],
		['draft', 1],
	]);
});
