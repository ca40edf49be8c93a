import { expect, test } from 'vitest';
import { entry, problemsOf } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { separation } from './separation.ts';

test('the owner of a pattern does not approve its uses', async () => {
	const { decisionRights } = minimal.patterns();
	const own = { ...decisionRights, approvesUseCase: 'office' };
	expect(
		await problemsOf(separation, entry('patterns', 'summary', { decisionRights: own })),
	).toMatchObject([
		{
			path: ['decisionRights', 'approvesUseCase'],
			message: '"office" owns the pattern and also approves its use cases.',
		},
	]);
});
