/** Builders for tests of printers: a finding, and a report of some. */
import type { Finding } from '#catalogue/model/finding.ts';
import { ruleDocs } from '#catalogue/rules/docs.ts';
import type { Report } from '#scripts/printers/printer.ts';

export const FILE = 'content/risks/leak.mdx';

/** A finding at the value of the third line of `SOURCE`. */
export const finding = (overrides: Partial<Finding> = {}): Finding => ({
	file: FILE,
	line: 3,
	column: 11,
	endLine: 3,
	endColumn: 18,
	severity: 'error',
	rule: 'schema',
	message: 'category "secrity" is not one of: operational, security.',
	fix: 'Did you mean "security"?',
	...overrides,
});

const SOURCE = '---\ntitle: Leak\ncategory: secrity\n---\n';

/** What a printer gets, without colour, for a catalogue served under a base path. */
export const report = (findings: readonly Finding[], overrides: Partial<Report> = {}): Report => ({
	findings,
	files: [FILE],
	rules: ruleDocs,
	site: 'https://patterns.example/ai/',
	linkTo: (rule) => `https://patterns.example/ai/contribute/rules/${rule}/`,
	sourceOf: (file) => (file === FILE ? SOURCE : undefined),
	colour: false,
	...overrides,
});
