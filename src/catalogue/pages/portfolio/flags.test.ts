import { expect, test } from 'vitest';
import type { Flag } from '#catalogue/judge/portfolio/flags.ts';
import { catalogueOf } from '#tests/support/build.ts';
import { allFlags } from './flags.ts';

const flag = (plan: string): Flag => ({
	kind: 'incident-open',
	use: undefined,
	about: undefined,
	since: undefined,
	plan,
	who: { role: 'Duty manager' },
	by: undefined,
});
const said = (...plans: string[]) => JSON.stringify(allFlags(plans.map(flag), catalogueOf()));

test('the plans of several teams are parts of one sentence, and one plan is left as it is', () => {
	expect(said('Add test cases.', 'Move the old file.')).toContain(
		'"Add test cases; Move the old file"',
	);
	expect(said('Add test cases.')).toContain('"Add test cases."');
});
