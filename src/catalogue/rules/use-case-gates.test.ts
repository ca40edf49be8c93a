import { expect, test } from 'vitest';
import { checkAmongSound, entry } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';

/** A gate that counts uses which are live, and there is none. */
const gate = [{ criterion: 'Two uses are live', check: 'live-uses' as const, atLeast: 2 }];
const stages = minimal.policy().stages.map((one) => ({ ...one, gate }));
const policy = entry('policy', 'policy', { stages });

const early = entry('use-cases', 'desk', {
	stage: 'early-production',
	stages: [
		{ stage: 'pilot', entered: '2026-10-01' },
		{ stage: 'early-production', entered: '2026-10-02' },
	],
});
const rulesOf = async (more: Record<string, string>) => {
	const { findings } = await checkAmongSound({
		[early.file]: early.source,
		[policy.file]: policy.source,
		...more,
	});
	return findings.map(({ rule }) => rule);
};

test('a gate that was not met is told', async () => {
	expect(await rulesOf({})).toContain('use-case-gates');
});

test.each(['content/use-cases/other.yaml', 'content/incidents/other.yaml'])(
	'a gate is not judged while %s cannot be read: one mistake, one message',
	async (file) => {
		const found = await rulesOf({ [file]: 'title: 7\n' });
		expect(found).toContain('schema');
		expect(found).not.toContain('use-case-gates');
	},
);
