/** The house catalogue, broken in one way each: the intended rule must say so, at the right line. */
import { expect, test } from 'vitest';
import { PATTERN, variants } from './mutations/variants.ts';
import { Files } from './support/house/files.ts';

const sound = await Files.house();

test('the content that is broken below is sound before', async () => {
	const { findings } = await sound.check();
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('there are at least sixty ways, each with a name of its own', () =>
	expect(new Set(variants.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60));

test.each(variants)('$name: $rule', async (variant) => {
	const { rule, file = PATTERN, at, severity = 'error', today } = variant;
	const broken = await variant.break(sound.copy());
	const { findings } = await broken.check(today);
	const line = at === '' ? 1 : broken.line(file, at);
	const found = findings.filter((finding) => finding.rule === rule && finding.file === file);
	expect(
		found.map((finding) => `${finding.line} ${finding.severity}`),
		JSON.stringify(findings.filter((one) => one.severity === 'error').slice(0, 3)),
	).toContain(`${line} ${severity}`);
});
