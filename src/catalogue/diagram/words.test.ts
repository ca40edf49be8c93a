import { expect, it, describe as suite } from 'vitest';
import type { Architecture } from '#catalogue/diagram/types.ts';
import { describe, reference, tableRows } from '#catalogue/diagram/words.ts';

const small: Architecture = {
	steps: ['Receive', 'Check'],
	nodes: [
		{ id: 'log', layer: 'observability', step: 2, kind: 'store', title: 'Prompt log' },
		{
			id: 'gate',
			layer: 'policy',
			step: 2,
			kind: 'service',
			title: 'Output check',
			does: 'Checks labels',
		},
		{ id: 'case', layer: 'data', step: 1, kind: 'store', title: 'New case' },
	],
	flows: [
		{ from: 'case', to: 'log', kind: 'reports' },
		{ from: 'case', to: 'gate', kind: 'data' },
		{ from: 'case', to: 'missing', kind: 'data' },
	],
};

suite('the drawing in words', () => {
	it('refers to a node by the letter of its layer and its step', () => {
		expect(reference({ layer: 'observability', step: 12 })).toBe('V12');
	});

	it('lists nodes by step, then by layer, with the references they lead to', () => {
		expect(tableRows(small)).toEqual([
			{ ref: 'D1', id: 'case', title: 'New case', next: ['P2', 'V2'] },
			{ ref: 'P2', id: 'gate', title: 'Output check', does: 'Checks labels', next: [] },
			{ ref: 'V2', id: 'log', title: 'Prompt log', next: [] },
		]);
	});

	it('says steps, nodes and flows in one sentence, without flows to nowhere', () => {
		expect(describe(small)).toBe(
			'Step 1, Receive, has New case (D1); step 2, Check, has Output check (P2) and Prompt log (V2); ' +
				'data flows from D1 to P2; reports go from D1 to V2.',
		);
	});

	it('says so when there is nothing to draw', () => {
		expect(describe({ steps: [], nodes: [], flows: [] })).toBe('An empty drawing.');
	});
});
