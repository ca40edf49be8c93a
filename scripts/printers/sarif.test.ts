import { expect, test } from 'vitest';
import { ruleDocs } from '#catalogue/rules/docs.ts';
import { finding, report } from '#tests/support/report.ts';
import { sarif } from './sarif.ts';

interface Log {
	$schema: string;
	version: string;
	runs: { tool: { driver: { rules: Rule[] } & Record<string, unknown> }; results: Result[] }[];
}
type Rule = Record<string, unknown> & { id: string };
type Result = Record<string, unknown> & { ruleId: string; ruleIndex: number };

function runOf(...args: Parameters<typeof report>) {
	const log = JSON.parse(sarif.print(report(...args))) as Log;
	expect([log.version, log.runs.length]).toEqual(['2.1.0', 1]);
	const [run] = log.runs;
	if (!run) throw new Error('The log has no run.');
	return run;
}

test('every rule is described, with text, Markdown and a link', () => {
	const { rules } = runOf([]).tool.driver;
	expect(rules.map(({ id }) => id)).toEqual(ruleDocs.map(({ id }) => id));
	for (const rule of rules) {
		expect(rule).toMatchObject({
			shortDescription: { text: expect.stringMatching(/\.$/) },
			fullDescription: { text: expect.stringMatching(/\.$/) },
			help: { text: expect.stringMatching(/\S/), markdown: expect.stringContaining('](https://') },
			helpUri: `https://patterns.example/ai/contribute/rules/${rule.id}/`,
			defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning)$/) },
		});
	}
});

test('a finding is a result that points at its rule and its place under the root', () => {
	const { tool, results } = runOf([finding()]);
	const [result] = results;
	expect(result).toEqual({
		ruleId: 'schema',
		ruleIndex: tool.driver.rules.findIndex(({ id }) => id === 'schema'),
		level: 'error',
		message: {
			text: 'category "secrity" is not one of: operational, security. Did you mean "security"? https://patterns.example/ai/contribute/rules/schema/',
		},
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: 'content/risks/leak.mdx', uriBaseId: '%SRCROOT%' },
					region: { startLine: 3, startColumn: 11, endLine: 3, endColumn: 18 },
				},
			},
		],
		partialFingerprints: { 'finding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
	});
});

test('a path is a relative reference, whatever the file is called', () => {
	const file = 'content/risks/a b#1%:é\ud800.mdx';
	expect(runOf([finding({ file })]).results[0]).toMatchObject({
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: 'content/risks/a%20b%231%25%3A%C3%A9%EF%BF%BD.mdx' },
				},
			},
		],
	});
});

test('without an address of the site nothing is linked', () => {
	const { tool } = runOf([finding()], { site: undefined, linkTo: () => undefined });
	expect(tool.driver.informationUri).toBeUndefined();
	expect(tool.driver.rules[0]?.helpUri).toBeUndefined();
});
