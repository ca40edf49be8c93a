import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { findingsIn } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';

const meetings = {
	chair: 'Head of Office',
	quorum: 1,
	dates: [{ day: '2026-12-03', from: '10:00', to: '11:00', place: 'Room 1' }],
};
const [meeting] = meetings.dates;
const messages = async (change: object) => {
	const text = stringify({ ...minimal.organisation(), meetings: { ...meetings, ...change } });
	const found = await findingsIn('content/organisation.yaml', text);
	for (const { line, column } of found) expect([line, column].every((at) => at > 0)).toBe(true);
	return found.map(({ message }) => message).join('\n');
};

test('meetings of the council are taken, past and planned', async () => {
	expect(await messages({ dates: [meeting, { ...meeting, day: '2026-01-03' }] })).toBe('');
});

test.each<[string, object]>([
	['is more than the number of seats', { quorum: 7 }],
	['is before the meeting starts', { dates: [{ ...meeting, to: '09:00' }] }],
	[
		'dates[2].day is "2026-12-03", which is already in the list',
		{ dates: [meeting, { ...meeting }] },
	],
	['quorum is 0; it must be at least 1', { quorum: 0 }],
	['"25:00" is not a time', { dates: [{ ...meeting, from: '25:00' }] }],
	['"2026-02-30" is not a date', { dates: [{ ...meeting, day: '2026-02-30' }] }],
	['more than 20 years ahead', { dates: [{ ...meeting, day: '2126-12-03' }] }],
])('a meeting that cannot be is refused at its place: %s', async (said, change) => {
	expect(await messages(change)).toContain(said);
});

test('a time that cannot be is told once, and not compared with the other', async () => {
	const said = await messages({ dates: [{ ...meeting, from: '25:00' }] });
	expect(said.split('\n')).toHaveLength(1);
});

test('a seat or a team that is there twice is pointed at where it is again', async () => {
	const { council, teams, ...rest } = minimal.organisation();
	const [team] = teams;
	const seats = [...council.seats, ...council.seats.slice(0, 1)];
	const changed = { ...rest, council: { ...council, seats }, teams: [...teams, team] };
	const text = stringify(changed, { aliasDuplicateObjects: false });
	const found = await findingsIn('content/organisation.yaml', text);
	expect(found.map(({ message }) => message)).toEqual([
		`council.seats[${seats.length}].seat is "${seats[0]?.seat}", which is already in the list. Merge the two, with all their members.`,
		`teams[${teams.length + 1}].id is "${team?.id}", which is already in the list. Give each team a different id.`,
	]);
	const last = text.split('\n').findLastIndex((line) => line.includes(`id: ${team?.id}`)) + 1;
	expect(found[1]?.line).toBe(last);
});
