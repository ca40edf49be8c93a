import { expect, test } from 'vitest';
import type { Policy } from '#schemas/policy.ts';
import type { Waiver } from '#schemas/waiver.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { closureAnswer, closureOf } from './pattern-closure.ts';
import { controlsOf } from './pattern-controls.ts';
import { controlWaivers } from './pattern-waivers.ts';

const waiver = (control: string, overrides: Partial<Waiver> = {}): Waiver => ({
	control,
	because: 'The filter is bought in December.',
	compensatedBy: 'A person reads every text first.',
	by: 'Ada Example',
	seat: 'technology',
	granted: '2026-11-01',
	expires: '2026-12-31',
	...overrides,
});
const policy = entry('policy', 'policy', {
	baselines: { low: ['filter', 'logging'], medium: [], high: [] },
} satisfies Partial<Policy>);
const types = [
	['filter', 'preventive'],
	['logging', 'detective'],
	['rollback', 'corrective'],
] as const;
const controls = types.map(([id, type]) =>
	entry('controls', id, { title: `The ${id}`, type, mitigates: ['leak'] }),
);
const leak = entry('risks', 'leak', { title: 'Leak' });

function pictureOf(used: string[], ...waivers: Waiver[]) {
	const base = entry('patterns').data;
	const [use] = base.controls;
	const [risk] = base.risks;
	if (!use || !risk) throw new Error('The minimal pattern has a control and a risk.');
	const pattern = entry('patterns', 'summary', {
		controls: used.map((control) => ({ ...use, control })),
		risks: [{ ...risk, mitigatedBy: used }],
		waivers,
	});
	const catalogue = catalogueOf(pattern, policy, leak, ...controls);
	const closure = closureOf(pattern, catalogue);
	return { pattern, catalogue, closure, controls: controlsOf(pattern, catalogue) };
}
const rowOf = ({ controls: { groups } }: ReturnType<typeof pictureOf>, wanted: string) =>
	groups.flatMap(({ rows }) => rows).find(({ id }) => id === wanted);

test('a control that is waived and missing shows until when, and what stands in for it', () => {
	const picture = pictureOf(['logging', 'rollback'], waiver('filter'));
	expect(rowOf(picture, 'filter')).toMatchObject({
		state: 'waived',
		waiver: {
			until: 'Waived until 31 December 2026',
			compensatedBy: 'A person reads every text first.',
		},
	});
	expect(picture.controls).toMatchObject({ missing: 0, waived: 1, met: 1, required: 2 });
	expect(picture.controls.answer).toBe(
		'1 of 2 required, 1 more by choice, 1 waived until a date, none proven yet.',
	);
	const group = picture.controls.groups.find(({ rows }) => rows.some(({ id }) => id === 'filter'));
	expect(group).toMatchObject({ open: true, end: '2 controls, 1 waived, none proven yet' });
});

test('a risk that only a waived control would prevent is accepted for a time, not closed', () => {
	const { closure } = pictureOf(['logging', 'rollback'], waiver('filter'));
	expect(closure[0]).toMatchObject({
		state: 'accepted',
		standIns: [
			'The filter: waived until 31 December 2026. Instead: A person reads every text first.',
		],
	});
	expect(closureAnswer(closure)).toBe(
		'1 risk. None can be prevented, detected and corrected. Accepted until a date: leak.',
	);
});

test('a risk whose own control is waived is accepted for a time, though the pattern has the control', () => {
	const all = ['filter', 'logging', 'rollback'];
	expect(pictureOf(all).closure[0]?.state).toBe('named');
	const waived = pictureOf(all, waiver('logging')).closure[0];
	expect(waived?.state).toBe('accepted');
	expect(waived?.ways.map(({ closed }) => closed)).toEqual([true, false, true]);
});

test('a risk with a gap that no waiver covers keeps its gap', () => {
	expect(pictureOf(['logging'], waiver('filter')).closure[0]?.state).toBe('gap');
});

test('a control that is not required and not there cannot stand in for anything', () => {
	const { closure } = pictureOf(['filter', 'logging'], waiver('rollback'));
	expect(closure[0]).toMatchObject({ state: 'gap', standIns: [] });
});

test.each([
	['has ended', waiver('filter', { expires: '2026-11-21' })],
	['has not begun', waiver('filter', { granted: '2026-11-23' })],
])('a waiver that %s lifts nothing', (_, granted) => {
	const { pattern, catalogue } = pictureOf([], granted);
	expect(controlWaivers(pattern, catalogue).size).toBe(0);
});

test('a waiver that the policy lets nobody grant lifts nothing', () => {
	const { pattern, catalogue } = pictureOf([], waiver('filter'));
	const { policy: rules } = catalogue;
	const strict = { ...rules, waivers: { ...rules.waivers, neverControls: ['filter'] } };
	expect(controlWaivers(pattern, catalogue).size).toBe(1);
	expect(controlWaivers(pattern, { ...catalogue, policy: strict }).size).toBe(0);
});
