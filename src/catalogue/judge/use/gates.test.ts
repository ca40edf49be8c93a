/** What a gate says of the criteria that the catalogue works out. */
import { expect, test } from 'vitest';
import type { GateCheck } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { computedOf } from './gates.ts';

const pattern = entry('patterns');
const pilot = { ends: '2027-03-01', exit: ['88% of the labels are right.', 'No wrong team.'] };
const desk = entry('use-cases', 'desk', { state: 'live', liveSince: '2026-03-02', pilot });
const more = entry('use-cases', 'shop', { state: 'live', liveSince: '2026-03-02' });
const from = (check: GateCheck, use = desk) =>
	computedOf(check, use, catalogueOf(pattern, desk, more));

test('a criterion says its count in words, and a day as pages write it', () => {
	expect(from('exit-written')).toEqual({ met: true, from: '2 exit criteria' });
	const without = entry('use-cases', 'shop', { pilot: undefined });
	expect(from('exit-written', without)).toEqual({ met: false, from: 'no exit criteria' });
	expect(from('end-set')).toEqual({ met: true, from: 'ends on 1 Mar 2027' });
});

test('more than is needed is never counted out of less', () => {
	expect(from('live-uses')).toEqual({ met: true, from: '2 live uses, 1 needed' });
	expect(from('teams-reuse')).toEqual({ met: true, from: '1 team, 1 needed' });
});
