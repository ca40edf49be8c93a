import { describe, expect, it } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import {
	byProblem,
	examples,
	firstStarters,
	opening,
	recentChanges,
	specimen,
	stripOf,
} from './home.ts';

const pattern = (id: string, overrides: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	entry('patterns', id, { title: id, ...overrides });
const change = (version: string, date: string) => ({
	version,
	date,
	impact: 'minor' as const,
	summary: 'Something changed in it.',
});

describe('the first words', () => {
	const words = (...statuses: ('approved' | 'proposed' | 'draft')[]) =>
		opening(catalogueOf(...statuses.map((status, at) => pattern(`p${at}`, { status }))));

	it('promise approval only where there is some', () => {
		expect(words('proposed').title).toBe('Start from a standard pattern');
		expect(words('proposed', 'approved').title).toBe('Start from an approved pattern');
	});
	it.each([
		[[], 'No patterns yet.'],
		[['proposed'], '1 pattern, none approved yet: 1 proposed.'],
		[['proposed', 'proposed'], '2 patterns, none approved yet: all proposed.'],
		[['draft', 'proposed'], '2 patterns, none approved yet: 1 proposed, 1 draft.'],
		[['approved', 'draft', 'draft'], '3 patterns: 1 approved, 2 draft.'],
		[['approved', 'approved'], '2 patterns, all approved.'],
	] as const)('say how %j stand', (statuses, expected) => {
		expect(words(...statuses).standing).toBe(expected);
	});
});

it('the drawing shows the best standing, then the furthest stage, then the first title', () => {
	const a = pattern('a', { status: 'proposed', stage: 'scaled-rollout' });
	const b = pattern('b', { status: 'approved' });
	const c = pattern('c', { status: 'approved', stage: 'early-production' });
	expect(specimen(catalogueOf(a, b, c))?.entry.id).toBe('c');
	expect(specimen(catalogueOf(a, b))?.entry.id).toBe('b');
	expect(specimen(catalogueOf())).toBeUndefined();
});

it('the strip says how much is used by a pattern', () => {
	const catalogue = catalogueOf(
		pattern('a', { status: 'draft' }),
		entry('controls', 'logging'),
		entry('controls', 'unused'),
		entry('prompts'),
		entry('cases'),
	);
	const [patterns, prompts, controls] = stripOf(catalogue);
	expect(patterns).toMatchObject({ value: 1, rest: ' draft' });
	expect(prompts).toMatchObject({ value: 1, rest: ' of 1' });
	expect(controls).toMatchObject({ value: 1, rest: ' of 2', path: '/controls/' });
});

it('words to try are other names people use', () => {
	expect(
		examples(catalogueOf(pattern('a', { aliases: ['first', 'second'] }), pattern('b'))),
	).toEqual(['first']);
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

describe('recent changes', () => {
	const log = [change('1.0.0', '2026-11-09')];
	const catalogue = catalogueOf(
		pattern('old', { changes: [change('1.1.0', '2026-11-05'), change('1.0.0', '2026-10-01')] }),
		pattern('new', { changes: log }),
		entry('prompts', 'ask', { 'catalogue.changes': log }, { parent: 'new' }),
		entry('controls', 'gate', { changes: log }),
	);
	it('are those of patterns and prompts by date, then patterns before prompts', () => {
		const found = recentChanges(catalogue).map(({ path, date, kind }) => [path, date, kind]);
		expect(found).toEqual([
			['/patterns/new/', '2026-11-09', 'new'],
			['/prompts/ask/', '2026-11-09', 'new'],
			['/patterns/old/', '2026-11-05', 'changed'],
			['/patterns/old/', '2026-10-01', 'new'],
		]);
	});
	it('do not count a review that was missed', () => {
		const late = pattern('late', { status: 'approved', reviewed: '2020-01-01', changes: log });
		expect(recentChanges(catalogueOf(late)).map(({ kind }) => kind)).toEqual(['new']);
	});
	it('are at most as many as asked for', () => {
		expect(recentChanges(catalogue, 2)).toHaveLength(2);
	});
});

it('a few patterns with a starter are offered, and no other', () => {
	const catalogue = {
		...catalogueOf(entry('patterns', 'bare'), entry('patterns', 'summary', { title: 'Summary' })),
		assets: [{ file: 'patterns/summary/starter/a.ts', digest: '', text: '' }],
	};
	expect(firstStarters(catalogue)).toEqual([{ id: 'summary', title: 'Summary' }]);
});
