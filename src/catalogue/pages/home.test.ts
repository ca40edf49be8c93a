import { describe, expect, it } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { byProblem, examples, figures, firstStarter, specimen } from './home.ts';

const pattern = (id: string, overrides: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	entry('patterns', id, { title: id, ...overrides });
it('the drawing shows the best standing, then the furthest stage, then the first title', () => {
	const a = pattern('a', { status: 'proposed', stage: 'scaled-rollout' });
	const b = pattern('b', { status: 'approved' });
	const c = pattern('c', { status: 'approved', stage: 'early-production' });
	expect(specimen(catalogueOf(a, b, c))?.id).toBe('c');
	expect(specimen(catalogueOf(a, b))?.id).toBe('b');
	expect(specimen(catalogueOf())).toBeUndefined();
});

it('the figures say how far the catalogue is, and 0 where it is 0', () => {
	const catalogue = catalogueOf(
		pattern('a', { status: 'draft' }),
		entry('controls', 'logging'),
		entry('prompts'),
		entry('cases'),
	);
	expect(figures(catalogue).map(({ label, value, rest }) => `${label}: ${value}${rest}`)).toEqual([
		'Patterns: 1',
		'Approved: 0 of 1',
		'Live uses reported: 0',
		'Prompts with test cases: 1 of 1',
		'Controls proven in a use: 0 of 1',
	]);
});

it('what to try in the search is the other name of a pattern that says most', () => {
	const a = pattern('a', { aliases: ['triage', 'send emails to a queue'] });
	expect(examples(catalogueOf(a, pattern('b')))).toEqual(['Send emails to a queue']);
});

describe('patterns by problem', () => {
	it('shows at most six and counts all', () => {
		const seven = Array.from({ length: 7 }, (_, at) => pattern(`p${at}`));
		const group = byProblem(catalogueOf(...seven)).find(({ problem }) => problem === 'summarise');
		expect([group?.shown.length, group?.count]).toEqual([6, 7]);
	});
	it('keeps a problem without a pattern', () => {
		const groups = byProblem(catalogueOf());
		expect(groups.find(({ problem }) => problem === 'check')).toMatchObject({
			count: 0,
			shown: [],
		});
	});
});

it('the starter that is shown is one of a pattern that has one, with its folders', () => {
	const file = (path: string) => ({ file: path, digest: '', text: '' });
	const catalogue = {
		...catalogueOf(entry('patterns', 'bare'), entry('patterns', 'summary', { title: 'Summary' })),
		assets: [
			file('patterns/summary/starter/src/a.ts'),
			file('patterns/summary/starter/src/b.ts'),
			file('patterns/summary/starter/policy/limits.yaml'),
			file('patterns/summary/starter/README.md'),
		],
	};
	expect(firstStarter(catalogue)).toEqual({
		id: 'summary',
		title: 'Summary',
		folders: [
			{ name: 'src', files: 2 },
			{ name: 'policy', files: 1 },
		],
	});
	expect(firstStarter(catalogueOf(entry('patterns', 'bare')))).toBeUndefined();
});
