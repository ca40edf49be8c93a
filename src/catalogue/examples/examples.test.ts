/** Every rule is documented, and its example says what it claims: the first breaks it, the second not. */
import { describe, expect, test } from 'vitest';
import { memory } from '#tests/support/build.ts';
import { checks } from '../model/checks.ts';
import { formatFinding } from '../model/finding.ts';
import type { Example, RuleDoc } from '../model/rule.ts';
import { rules } from '../rules/index.ts';
import { runExample } from './run.ts';

const docs: readonly RuleDoc[] = [...checks, ...rules];
const examples = docs.flatMap(({ id, example }) => (example ? [{ id, example }] : []));
/** What runs before the rules; an entry that fails it would pass any rule unseen. */
const earlier = new Set([...checks.map(({ id }) => id), 'reference']);

const found = async (example: Example, lines: string) =>
	(await runExample(example, lines, memory)).findings;

describe('an example', () => {
	test.each(examples)('of $id: what fails breaks the rule', async ({ id, example }) => {
		const findings = await found(example, example.fails);
		expect(
			findings.map(({ rule }) => rule),
			findings.map(formatFinding).join('\n'),
		).toContain(id);
	});

	test.each(examples)('of $id: what passes does not', async ({ id, example }) => {
		const findings = await found(example, example.passes);
		expect(findings.filter(({ rule }) => rule === id)).toEqual([]);
	});

	test.each(examples.filter(({ id }) => !earlier.has(id)))(
		'of $id: what passes is read and resolves, so that the rule sees it',
		async ({ example }) => {
			const findings = await found(example, example.passes);
			expect(findings.filter(({ rule }) => earlier.has(rule)).map(formatFinding)).toEqual([]);
		},
	);
});

test('every rule says what it asks, why, and where that comes from', () => {
	const bare = docs.filter(({ summary, why, source }) =>
		[summary, why, source].some((text) => text.trim().length < 4),
	);
	expect(bare.map(({ id }) => id)).toEqual([]);
});

test('no two rules have one name', () => {
	const ids = docs.map(({ id }) => id);
	expect(ids).toEqual([...new Set(ids)]);
});
