import { expect, test } from 'vitest';
import type { Incident } from '#schemas/incident.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { containedIn, dutiesOf, openIncidents } from './incidents.ts';

const base = minimal.policy();
const policy = entry('policy', 'policy', {
	incidents: {
		...base.incidents,
		duties: [
			{
				id: 'office',
				duty: 'Tell the office',
				from: 'The policy',
				hours: 48,
				severities: ['sev-2'],
			},
		],
	},
});
const state = (duties: Incident['duties'], known = '2026-11-20T09:25Z') => {
	const incident = entry('incidents', 'wrong', {
		severity: 'sev-2',
		duties,
		known: { at: known, by: 'Head of Office', what: 'It was the AI.' },
	});
	return dutiesOf(incident.data, catalogueOf(policy))[0];
};

test.each<[string, Incident['duties'], string]>([
	['unanswered', [], 'unanswered'],
	['late once its hours are over', [{ duty: 'office' }], 'late'],
	['done in time', [{ duty: 'office', done: '2026-11-22T09:25Z', source: 'Mail' }], 'done'],
	['late by a minute', [{ duty: 'office', done: '2026-11-22T09:26Z', source: 'Mail' }], 'late'],
	[
		'done in time, told in another time zone',
		[{ duty: 'office', done: '2026-11-22T10:25+01:00', source: 'Mail' }],
		'done',
	],
	[
		'one that does not apply, by decision',
		[
			{
				duty: 'office',
				doesNotApply: { by: 'Legal', on: '2026-11-21', because: 'Nobody was affected.' },
			},
		],
		'does-not-apply',
	],
])('a duty is %s', (_, duties, found) => expect(state(duties)?.state).toBe(found));

test('its clock starts when the incident is known', () => {
	expect(state([{ duty: 'office' }])?.due).toBe('2026-11-22T09:25Z');
	expect(state([{ duty: 'office' }], '2026-11-22T09:25Z')?.state).toBe('open');
});

test('it is contained from the moment somebody noticed', () => {
	expect(containedIn(minimal.incidents())).toBe(60);
});

test('an incident is open until it is closed', () => {
	const open = entry('incidents', 'wrong', { closed: undefined });
	const closed = entry('incidents', 'other');
	const found = openIncidents({ id: 'office-summary' }, catalogueOf(open, closed, policy));
	expect(found.map(({ entry: one }) => one.id)).toEqual(['wrong']);
});
