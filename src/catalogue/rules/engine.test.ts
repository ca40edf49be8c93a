import { expect, test } from 'vitest';
import { checkFiles } from '#catalogue/load.ts';
import { soundFiles } from '#tests/support/build.ts';
import type { Rule } from '../model/rule.ts';
import { rules } from './index.ts';

const complaint = (phase: Rule['phase'], severity: Rule['severity']): Rule => ({
	id: `${phase}-${severity}`,
	phase,
	severity,
	why: '',
	summary: 'Complains about every guide.',
	source: 'Made for a test',
	*check({ guides }) {
		for (const entry of guides.values()) {
			yield { entry, path: ['title'], message: `${phase} is wrong.`, fix: 'Leave it.' };
		}
	},
});
const idsOf = async (...list: Rule[]) =>
	(await checkFiles(soundFiles(), { rules: list })).findings.map(({ rule }) => rule);

test('an entry with an error in one phase is left alone by the next', async () => {
	expect(await idsOf(complaint('references', 'error'), complaint('policy', 'error'))).toEqual([
		'references-error',
	]);
});

test('a warning does not hide what comes later', async () => {
	expect(await idsOf(complaint('references', 'warning'), complaint('policy', 'error'))).toEqual([
		'policy-error',
		'references-warning',
	]);
});

test('rules of one phase all speak', async () => {
	expect(await idsOf(complaint('policy', 'error'), complaint('policy', 'warning'))).toHaveLength(2);
});

test('more findings than a call has arguments are all told', async () => {
	const many: Rule = {
		...complaint('policy', 'warning'),
		*check({ guides }) {
			const [entry] = guides.values();
			if (!entry) return;
			const problem = { entry, path: ['title'], message: 'is wrong.', fix: 'Leave it.' };
			for (let time = 0; time < 200_000; time += 1) yield problem;
		},
	};
	expect(await idsOf(many)).toHaveLength(200_000);
});

test('a finding points at the field in the file', async () => {
	const { findings } = await checkFiles(soundFiles(), { rules: [complaint('policy', 'error')] });
	expect(findings).toMatchObject([{ file: 'content/guides/start.mdx', line: 2, column: 8 }]);
});

test('every rule has a name of its own, and says what it asks for and why', () => {
	expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
	for (const { id, summary, source } of rules) {
		expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
		expect(summary).toMatch(/\.$/);
		expect(source).not.toBe('');
	}
});
