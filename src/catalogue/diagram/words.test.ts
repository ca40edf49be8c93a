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

	it('lists nodes by step, then by layer, with what goes where', () => {
		expect(tableRows(small)).toEqual([
			{ ref: 'D1', id: 'case', title: 'New case', next: ['P2', 'V2 (report)'] },
			{ ref: 'P2', id: 'gate', title: 'Output check', does: 'Checks labels', next: [] },
			{ ref: 'V2', id: 'log', title: 'Prompt log', next: [] },
		]);
	});

	it('names the steps and leaves the rest to the table', () => {
		expect(describe(small)).toBe(
			'2 steps: 1 Receive and 2 Check. A table has each node and where it leads.',
		);
	});

	it('says so when there is nothing to draw', () => {
		expect(describe({ steps: [], nodes: [], flows: [] })).toBe('An empty drawing.');
	});
});
