import { expect, test } from 'vitest';
import { finding, report } from '#tests/support/report.ts';
import { gitlab } from './gitlab.ts';

const issuesOf = (...findings: ReturnType<typeof finding>[]) =>
	JSON.parse(gitlab.print(report(findings))) as Record<string, unknown>[];
const namesOf = (...findings: ReturnType<typeof finding>[]) =>
	issuesOf(...findings).map(({ fingerprint }) => fingerprint);

test('a finding is an issue of the Code Quality report', () => {
	expect(issuesOf(finding())).toEqual([
		{
			description:
				'category "secrity" is not one of: operational, security. Did you mean "security"? https://patterns.example/ai/contribute/rules/schema/',
			check_name: 'schema',
			fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
			severity: 'major',
			location: { path: 'content/risks/leak.mdx', lines: { begin: 3, end: 3 } },
		},
	]);
});

test('a fingerprint lasts when lines above are added', () => {
	expect(namesOf(finding({ line: 40 }))).toEqual(namesOf(finding()));
});

test('two findings never share a fingerprint, even where they say the same', () => {
	const names = namesOf(finding(), finding({ line: 9 }), finding({ rule: 'yaml' }));
	expect(new Set(names).size).toBe(3);
});

test('a sound catalogue is an empty list', () => expect(issuesOf()).toEqual([]));
