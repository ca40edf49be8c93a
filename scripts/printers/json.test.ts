import { expect, test } from 'vitest';
import { finding, report } from '#tests/support/report.ts';
import { json } from './json.ts';

test('the form is the one that is documented', () => {
	expect(JSON.parse(json.print(report([finding(), finding({ severity: 'warning' })])))).toEqual({
		version: 1,
		errors: 1,
		warnings: 1,
		findings: ['error', 'warning'].map((severity) => ({
			file: 'content/risks/leak.mdx',
			line: 3,
			column: 11,
			endLine: 3,
			endColumn: 18,
			severity,
			rule: 'schema',
			message: 'category "secrity" is not one of: operational, security.',
			fix: 'Did you mean "security"?',
			link: 'https://patterns.example/ai/contribute/rules/schema/',
		})),
	});
});

test('a sound catalogue is a document too', () => {
	expect(JSON.parse(json.print(report([])))).toEqual({
		version: 1,
		errors: 0,
		warnings: 0,
		findings: [],
	});
});
