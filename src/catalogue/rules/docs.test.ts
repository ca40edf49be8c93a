import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkAmongSound } from '#tests/support/build.ts';
import { minimal } from '../examples/minimal.ts';
import { type DocumentedRule, ruleDocs, rulePath, waiving } from './docs.ts';

const names = ruleDocs.map(({ id }) => id);

test('every file of rules stands in the list, so that each rule runs and has a page', () => {
	const folder = new URL('./', import.meta.url);
	const ids = readdirSync(folder)
		.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
		.map((file) => readFileSync(new URL(file, folder), 'utf8'))
		.flatMap((source) => [...source.matchAll(/^export const \w+: Rule = \{\n\tid: '([^']+)'/gm)])
		.map(([, id]) => id);
	expect(ids.length).toBeGreaterThan(12);
	expect(ids.filter((id) => !names.includes(id ?? ''))).toEqual([]);
});

/** One file for each way in which reading can fail. */
const hostile = {
	'content/risk/leak.mdx': 'x',
	'content/risks/Leak.mdx': 'x',
	'content/risks/open.mdx': 'x',
	'content/risks/yaml.mdx': '---\ntitle: a: b\n---\n',
	'content/risks/schema.mdx': '---\ntitle: a\n---\n',
	'content/risks/mdx.mdx': '---\ntitle: a\n---\n{1}',
	'content/risks/link.mdx': '---\ntitle: a\n---\n[a](/risks/none/)',
};

test('whatever is wrong, the finding carries the name of something that is documented', async () => {
	const { findings } = await checkAmongSound({ ...hostile, 'content/policy.yaml': undefined });
	const found = new Set(findings.map(({ rule }) => rule));
	expect([...found].filter((rule) => !names.includes(rule))).toEqual([]);
	for (const check of ['file', 'id', 'frontmatter', 'yaml', 'schema', 'mdx']) {
		expect(found).toContain(check);
	}
});

test('the page of a rule has an address of its own', () => {
	expect(rulePath('tier-controls')).toBe('/contribute/rules/tier-controls/');
	expect(names.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
});

describe('a waiver', () => {
	const doc = (overrides: Partial<DocumentedRule>): DocumentedRule => ({
		id: 'made-up',
		severity: 'error',
		summary: '',
		why: '',
		source: '',
		phase: 'policy',
		...overrides,
	});
	const policy = minimal.policy();

	test('may lift a rule of the policy, for as long as the tier allows', () => {
		expect(waiving(doc({}), policy)).toBe(
			'Yes. The council can grant the pattern a waiver, for at most 90 days at low tier, 90 days at medium tier and 30 days at high tier.',
		);
	});

	test('never lifts one that the policy keeps', () => {
		const kept = { waivers: { ...policy.waivers, neverRules: ['made-up'] } };
		expect(waiving(doc({}), kept)).toMatch(/^No\. content\/policy\.yaml lists it/);
	});

	test.each(['reading', 'references', 'structure'] as const)(
		'never lifts one of the phase %s',
		(phase) => {
			expect(waiving(doc({ phase }), policy)).toMatch(/^No\. /);
		},
	);
});
