import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { incidentComplete } from './incident-complete.ts';

const twice = async (...numbers: string[]) =>
	(
		await problemsOf(
			incidentComplete,
			...numbers.map((number, at) => entry('incidents', `late-${at}`, { number })),
		)
	).filter(({ message }) => message.includes('is also the number of'));

test('two incidents cannot have one number, because people quote it', async () => {
	expect(await twice('INC-1', 'INC-2')).toEqual([]);
	expect(await twice('INC-1', 'INC-2', 'INC-1')).toMatchObject([
		{ path: ['number'], message: 'the number "INC-1" is also the number of incidents/late-0.' },
	]);
});
