import { expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { closureAnswer, closureOf } from './pattern-closure.ts';

const risk = entry('risks', 'leak', { title: 'Data leakage' });
const preventive = entry('controls', 'filter', {
	title: 'Filter',
	type: 'preventive',
	mitigates: ['leak'],
});
const detective = entry('controls', 'watch', {
	title: 'Watch',
	type: 'detective',
	mitigates: ['leak'],
});

function patternWith(...used: string[]) {
	const base = entry('patterns');
	const [use] = base.data.controls;
	const [listed] = base.data.risks;
	if (!use || !listed) throw new Error('The minimal pattern has a control and a risk.');
	return entry('patterns', 'summary', {
		controls: used.map((control) => ({ ...use, control, enforcedAt: 'policy-node' })),
		risks: [{ ...listed, mitigatedBy: used }],
	});
}
const rowOf = (pattern: ReturnType<typeof patternWith>, ...others: Entry[]) => {
	const [row] = closureOf(pattern, catalogueOf(pattern, risk, ...others));
	if (!row) throw new Error('The pattern lists one risk.');
	return row;
};

test('a control stands under the way its type works, with the node it acts at', () => {
	const row = rowOf(patternWith('filter'), preventive);
	expect(row.ways.map(({ controls }) => controls.map(({ id }) => id))).toEqual([
		['filter'],
		[],
		[],
	]);
	expect(row.ways[0]?.controls[0]?.places).toEqual([
		{ ref: 'P1', title: 'The policy', to: '#node-P1' },
	]);
});

test('a gap says that the catalogue has no such control', () => {
	const row = rowOf(patternWith('filter'), preventive);
	expect(row.ways[1]?.gap).toBe('No detective control in the catalogue addresses this risk');
});

test('a gap says that the tier asks for none, and which control would answer', () => {
	const row = rowOf(patternWith('filter'), preventive, detective);
	expect(row.ways[1]?.gap).toBe('None required at low tier; watch would address it');
});

test('a gap names a control the pattern has and does not use for the risk', () => {
	const pattern = patternWith('filter', 'watch');
	const [listed] = pattern.data.risks;
	if (listed) listed.mitigatedBy = ['filter'];
	expect(rowOf(pattern, preventive, detective).ways[1]?.gap).toBe('Not used here: watch would');
});

test('the answer counts what is closed and names what is missing', () => {
	const row = rowOf(patternWith('filter'), preventive);
	expect(closureAnswer([row])).toBe(
		'1 risk. None can be prevented, detected and corrected. Data leakage has no detective or corrective control.',
	);
});
