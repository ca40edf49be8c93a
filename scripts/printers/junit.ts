/** Findings as JUnit XML, which nearly every CI shows: a suite per collection, a case per file. */
import { placeOf } from '#catalogue/files.ts';
import type { Finding } from '#catalogue/finding.ts';
import type { Printer, Report } from './printer.ts';

export const junit: Printer = {
	name: 'junit',
	summary: 'JUnit XML: a suite per collection, a case per file',
	forMachines: true,
	print(report) {
		const { findings } = report;
		const found = Map.groupBy(findings, ({ file }) => file);
		const files = [...new Set([...report.files, ...found.keys()])].sort();
		const suites = Map.groupBy(files, (file) => placeOf(file)?.collection ?? 'other files');
		const lines = [...suites].flatMap(([name, members]) => suite(name, members, found, report));
		return [
			'<?xml version="1.0" encoding="UTF-8"?>',
			`<testsuites${attributes({ name: 'validate', ...counts(files.length, findings.length) })}>`,
			...lines,
			'</testsuites>',
		].join('\n');
	},
};

const counts = (tests: number, failures: number) => ({ tests, failures, errors: 0 });

function suite(
	name: string,
	files: readonly string[],
	found: ReadonlyMap<string, readonly Finding[]>,
	report: Report,
): string[] {
	const failures = files.reduce((sum, file) => sum + (found.get(file)?.length ?? 0), 0);
	return [
		`\t<testsuite${attributes({ name, ...counts(files.length, failures) })}>`,
		...files.flatMap((file) => testCase(name, file, found.get(file) ?? [], report)),
		'\t</testsuite>',
	];
}

function testCase(
	classname: string,
	file: string,
	findings: readonly Finding[],
	report: Report,
): string[] {
	const start = `\t\t<testcase${attributes({ classname, name: file, file })}`;
	if (findings.length === 0) return [`${start}/>`];
	return [`${start}>`, ...findings.map((finding) => failure(finding, report)), '\t\t</testcase>'];
}

function failure(
	{ file, line, column, severity, rule, message, fix }: Finding,
	{ linkTo }: Report,
) {
	const text = [`${file}:${line}:${column} [${rule}]`, fix, linkTo(rule)].filter(Boolean);
	const head = attributes({ type: severity, message: `${message} [${rule}]` });
	return `\t\t\t<failure${head}>${escapeXml(text.join('\n'))}</failure>`;
}

function attributes(values: Record<string, string | number>): string {
	// A line break in an attribute would be read as a space.
	const quoted = (value: string) =>
		escapeXml(value).replace(/[\t\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);
	return Object.entries(values)
		.map(([key, value]) => ` ${key}="${quoted(String(value))}"`)
		.join('');
}

/** What XML 1.0 does not let into a document, not even escaped. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES = new Map([
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&apos;'],
]);

const escapeXml = (text: string) =>
	text
		.replace(ILLEGAL, '')
		.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
