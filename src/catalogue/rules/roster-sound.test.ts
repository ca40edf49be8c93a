import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { rosterSound } from './roster-sound.ts';

const { council } = minimal.organisation();
const { approval } = minimal.policy();
const withSeats = (seats: typeof council.seats) =>
	entry('organisation', 'organisation', { council: { ...council, seats } });
const asks = (...low: (typeof council.seats)[number]['seat'][]) =>
	entry('policy', 'policy', {
		approval: { ...approval, seats: { low, medium: ['technology'], high: ['technology'] } },
	});

test('a council without seats is a warning that says what cannot be approved', async () => {
	expect(await problemsOf(rosterSound, withSeats([]), asks('technology'))).toMatchObject([
		{
			path: ['council', 'seats'],
			severity: 'warning',
			message:
				'the council has no seats, so nobody can give the approvals that technology must give.',
		},
	]);
});

test('a seat that the policy asks and nobody fills is named', async () => {
	const technology = withSeats([{ seat: 'technology', team: 'office', members: [] }]);
	expect(await problemsOf(rosterSound, technology, asks('technology'))).toEqual([]);
	expect(await problemsOf(rosterSound, technology, asks('technology', 'legal'))).toMatchObject([
		{
			message:
				'the council has no seat for legal, so nobody can give the approvals that legal must give.',
		},
	]);
});
