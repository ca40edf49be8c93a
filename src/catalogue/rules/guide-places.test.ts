import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { guidePlaces } from './guide-places.ts';

const headings = [
	{ depth: 2, text: 'In 90 days', line: 20, column: 1 },
	{ depth: 3, text: 'In a year', line: 24, column: 1 },
];
const guide = (under: string, more: Parameters<typeof entry<'guides'>>[2] = {}) =>
	entry('guides', 'plan', { figures: [{ under, show: ['uses-live'] }], ...more }, { headings });

test('figures come under a heading of the guide', async () => {
	expect(await problemsOf(guidePlaces, guide('In 90 days'))).toEqual([]);
});

test('figures under a heading that is not there are reported with the heading that is meant', async () => {
	const [found] = await problemsOf(guidePlaces, guide('In 90 day'));
	expect(found).toMatchObject({
		path: ['figures', 0, 'under'],
		message: '"In 90 day" is not a ## heading of this guide.',
		fix: 'Did you mean "In 90 days"?',
	});
});

test('a heading of another level does not count, and the template needs one as well', async () => {
	const template = {
		under: 'The template',
		title: 'A use',
		parts: [{ head: 'Outcome', hint: 'What changes.' }],
	};
	const found = await problemsOf(guidePlaces, guide('In a year', { template }));
	expect(found.map(({ path }) => path)).toEqual([
		['figures', 0, 'under'],
		['template', 'under'],
	]);
});
