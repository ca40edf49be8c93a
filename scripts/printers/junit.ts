/** Findings as JUnit XML, which nearly every CI shows: a suite per collection, a case per file. */

import type { Finding } from '#catalogue/model/finding.ts';
import { placeOf } from '#catalogue/read/files.ts';
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
			`<testsuites${attributes({ name: 'validate', ...counts(files.length, errorsIn(findings)) })}>`,
			...lines,
			'</testsuites>',
		].join('\n');
	},
};

/** Only errors fail: a warning must not turn a run red that the exit code calls sound. */
const errorsIn = (findings: readonly Finding[]) =>
	findings.filter(({ severity }) => severity === 'error').length;

const counts = (tests: number, failures: number) => ({ tests, failures, errors: 0 });

function suite(
	name: string,
	files: readonly string[],
	found: ReadonlyMap<string, readonly Finding[]>,
	report: Report,
): string[] {
	const failures = files.reduce((sum, file) => sum + errorsIn(found.get(file) ?? []), 0);
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
	const errors = findings.filter(({ severity }) => severity === 'error');
	const warnings = findings.filter(({ severity }) => severity !== 'error');
	return [
		`${start}>`,
		...errors.map((finding) => failure(finding, report)),
		...(warnings.length > 0 ? [remarks(warnings, report)] : []),
		'\t\t</testcase>',
	];
}

function failure(finding: Finding, report: Report): string {
	const head = attributes({ type: 'error', message: `${finding.message} [${finding.rule}]` });
	return `\t\t\t<failure${head}>${escapeXml(details(finding, report))}</failure>`;
}

/** Warnings as the output of the case. */
function remarks(findings: readonly Finding[], report: Report): string {
	const text = findings.map((finding) => `${finding.message}\n${details(finding, report)}`);
	return `\t\t\t<system-out>${escapeXml(text.join('\n\n'))}</system-out>`;
}

function details({ file, line, column, rule, fix }: Finding, { linkTo }: Report): string {
	return [`${file}:${line}:${column} [${rule}]`, fix, linkTo(rule)].filter(Boolean).join('\n');
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
