/** Findings as SARIF 2.1.0, for code scanning services and editors. */
import type { Finding } from '#catalogue/model/finding.ts';
import type { RuleDoc } from '#catalogue/model/rule.ts';
import { fingerprints } from './fingerprint.ts';
import { inOneField, type Printer, type Report } from './printer.ts';

/** The usual name for the root of the repository, to which every path is relative. */
const ROOT = '%SRCROOT%';

export const sarif: Printer = {
	name: 'sarif',
	summary: 'SARIF 2.1.0, for code scanning',
	forMachines: true,
	print(report) {
		const names = fingerprints(report.findings);
		const run = {
			tool: {
				driver: {
					name: 'catalogue-validate',
					informationUri: report.site,
					rules: report.rules.map((doc) => describe(doc, report)),
				},
			},
			columnKind: 'utf16CodeUnits',
			originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
			results: report.findings.map((finding, index) => ({
				...resultOf(finding, report),
				partialFingerprints: { 'finding/v1': names[index] },
			})),
		};
		return JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2);
	},
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function describe({ id, summary, why, source, severity }: RuleDoc, { linkTo }: Report) {
	const link = linkTo(id);
	const more = link ? `\n\n[More about ${id}](${link})` : '';
	return {
		id,
		shortDescription: { text: summary },
		fullDescription: { text: `${summary} ${why}` },
		help: {
			text: `${why} Source: ${source}.${link ? ` More: ${link}` : ''}`,
			markdown: `${why}\n\nSource: ${source}.${more}`,
		},
		helpUri: link,
		defaultConfiguration: { level: severity },
	};
}

function resultOf(finding: Finding, report: Report) {
	const { file, line, column, endLine, endColumn, rule, severity } = finding;
	const index = report.rules.findIndex(({ id }) => id === rule);
	return {
		ruleId: rule,
		ruleIndex: index < 0 ? undefined : index,
		level: severity,
		message: { text: inOneField(finding, report) },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: toUri(file), uriBaseId: ROOT },
					region: { startLine: line, startColumn: column, endLine, endColumn },
				},
			},
		],
	};
}

/** A path as a relative reference; a name may hold what has a meaning in an address. */
const toUri = (path: string) =>
	path
		.split('/')
		.map((part) => encodeURIComponent(part.toWellFormed()))
		.join('/');
