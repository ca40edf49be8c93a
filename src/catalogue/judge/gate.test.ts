import { describe, expect, test } from 'vitest';
import type { Pattern } from '#schemas/pattern.ts';
import { minimal } from '#tests/support/minimal.ts';
import { placesOf, reachedPast, writtenNodes } from './gate.ts';

type Flow = Pattern['architecture']['flows'][number];
type Place = Pattern['controls'][number]['enforcedAt'];

/** Nodes as "id:kind", flows "a>b" for data, "a?b" for a decision, "a!b" for a report; the gate at a place. */
function drawn(nodes: string, flows: string, enforcedAt?: Place) {
	const { architecture, controls } = minimal.patterns();
	return {
		architecture: {
			...architecture,
			nodes: nodes.split(' ').map((word) => {
				const [id = '', kind] = word.split(':');
				const isModel = kind === 'model';
				return {
					id,
					layer: isModel ? ('model' as const) : ('data' as const),
					step: 1,
					kind: isModel ? ('model' as const) : ('service' as const),
					title: id,
					does: 'Does what it is there for.',
					...(kind && !isModel ? { connector: kind } : {}),
				};
			}),
			flows: flows.split(' ').map((word): Flow => {
				const [from = '', to = ''] = word.split(/[>?!]/);
				return {
					from,
					to,
					kind: word.includes('?') ? 'decides' : word.includes('!') ? 'reports' : 'data',
				};
			}),
		},
		controls: controls.map((use) => ({ ...use, control: 'gate', enforcedAt })),
	};
}

test('a node is written where data flows into it', () => {
	const pattern = drawn('ai:model account:crm note:crm', 'account>ai ai>note');
	expect(writtenNodes(pattern, 'crm')).toEqual(['note']);
	expect(writtenNodes(pattern, 'mail')).toEqual([]);
});

test('places are those of the control that is asked for', () => {
	expect(placesOf(drawn('a b', 'a>b', 'b'), 'gate')).toEqual(['b']);
	expect(placesOf(drawn('a b', 'a>b', 'b'), 'other')).toEqual([]);
});

describe('data from a model', () => {
	const nodes = 'ai:model check owner gate save note:crm';
	const reached = (flows: string, place?: Place) => [
		...reachedPast('gate', drawn(nodes, flows, place)),
	];

	test('reaches everything downstream where there is no gate', () => {
		expect(reached('ai>check check>save save>note')).toEqual(['ai', 'check', 'save', 'note']);
	});

	test('stops at the node where the gate stands', () => {
		expect(reached('ai>gate gate>note', 'gate')).toEqual(['ai']);
	});

	test('stops at the node the gate decides on', () => {
		expect(reached('ai>owner owner>save gate?save save>note', 'gate')).toEqual(['ai', 'owner']);
	});

	test('stops at the flow the gate stands on, and at no other', () => {
		const place = { from: 'owner', to: 'save' };
		expect(reached('ai>owner owner>save save>note', place)).toEqual(['ai', 'owner']);
		expect(reached('ai>owner owner>save ai>save save>note', place)).toContain('note');
	});

	test('reaches what a second road leads to, past the gate', () => {
		expect(reached('ai>gate gate>note ai>note', 'gate')).toContain('note');
	});

	test('is not judged by a gate at the model, which judges what goes in', () => {
		expect(reached('ai>note', 'ai')).toContain('note');
	});

	test('is not carried on by a decision or a report', () => {
		expect(reached('ai?save ai!check check>note')).toEqual(['ai']);
	});

	test('does not run in circles', () => {
		expect(reached('ai>check check>ai check>note')).toEqual(['ai', 'check', 'note']);
	});
});
