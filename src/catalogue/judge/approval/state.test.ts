import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { approvalEntry, council, tess } from '#tests/support/signer.ts';
import { buildCatalogue } from '../../model/catalogue.ts';
import { retiredModels, stateNames, stateOf, stateRank, states, stateWords } from './state.ts';

const at = (day: string, ...entries: ReturnType<typeof entry>[]) =>
	buildCatalogue(entries, { ...catalogueOf(), today: day });

const pattern = (status: 'draft' | 'proposed' | 'approved' | 'deprecated') =>
	entry('patterns', 'summary', { status });

/** An approval by the one seat of low tier, of the content there is or of another. */
const approvalOf = (one: ReturnType<typeof pattern>) =>
	approvalEntry(tess, 'technology', 'patterns/summary', catalogueOf(one, council));

test.each(['draft', 'proposed', 'approved', 'deprecated'] as const)('%s is %0$s', (status) =>
	expect(stateOf(pattern(status), catalogueOf(pattern(status)))).toBe(status),
);

test('an approved pattern past its review day is overdue, a proposed one is still proposed', () => {
	const approved = pattern('approved');
	expect(stateOf(approved, at('2027-11-01', approved))).toBe('approved');
	expect(stateOf(approved, at('2027-11-02', approved))).toBe('overdue');
	const proposed = pattern('proposed');
	expect(stateOf(proposed, at('2027-11-02', proposed))).toBe('proposed');
});

test('content that differs from what was approved has changed since, whatever its status says', () => {
	const approved = pattern('approved');
	expect(stateOf(approved, catalogueOf(approved, council, approvalOf(approved)))).toBe('approved');
	const before = entry('patterns', 'summary', { fit: 'It fits a team that reads a lot.' });
	for (const status of ['proposed', 'approved'] as const) {
		const other = pattern(status);
		const catalogue = catalogueOf(other, council, approvalOf(before));
		expect(stateOf(other, catalogue)).toBe('changed');
	}
});

test('an entry of another collection has its status; a prompt has none of its own', () => {
	expect(stateOf(entry('controls'), catalogueOf())).toBe('proposed');
	expect(stateOf(entry('risks'), catalogueOf())).toBe('published');
	expect(stateOf(entry('prompts'), catalogueOf())).toBeUndefined();
	expect(stateOf(entry('withdrawn'), catalogueOf())).toBe('withdrawn');
});

test('a model is retired from the day after its last', () => {
	const one = pattern('approved');
	const model = entry('models', 'small', { retires: '2026-11-22' });
	expect(retiredModels(one, at('2026-11-22', one, model))).toEqual([]);
	expect(retiredModels(one, at('2026-11-23', one, model))).toEqual(['small']);
});

test('what may be used comes before what needs care', () => {
	const sorted = [...stateNames].sort((a, b) => stateRank(a) - stateRank(b));
	expect(sorted[0]).toBe('approved');
	expect(sorted.slice(-3)).toEqual(['overdue', 'deprecated', 'withdrawn']);
});

test('every state says what to do, what it takes and when it ends', () => {
	for (const { duty, enter, expires } of Object.values(states)) {
		for (const text of [duty, enter, expires]) expect(text.length).toBeGreaterThan(10);
	}
});

test('the words of a state say if the approval behind it is invented', () => {
	const approved = pattern('approved');
	const real = approvalOf(approved);
	const invented = { ...real, data: { ...real.data, example: true as const } };
	const wordsWith = (one: typeof real) => stateWords(approved, catalogueOf(approved, council, one));
	expect(wordsWith(invented)).toMatchObject({
		name: 'approved',
		label: 'Approved (example data)',
		example: true,
	});
	expect(wordsWith(real).label).toBe('Approved');
	expect(wordsWith(real)).not.toHaveProperty('example');
	const proposed = pattern('draft');
	expect(stateWords(proposed, catalogueOf(proposed, council)).label).toBe('Draft');
});
