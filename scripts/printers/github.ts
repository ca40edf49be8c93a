/** Findings as workflow commands, which GitHub shows at the lines of a pull request. */
import type { Finding } from '#catalogue/model/finding.ts';
import type { Printer } from './printer.ts';

export const github: Printer = {
	name: 'github',
	summary: 'GitHub Actions: shown at the lines of a pull request',
	forMachines: true,
	print: ({ findings, linkTo }) =>
		findings.map((finding) => command(finding, linkTo(finding.rule))).join('\n'),
};

function command(finding: Finding, link: string | undefined): string {
	const properties = Object.entries(placeOf(finding))
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	const text = [finding.message, finding.fix, link].filter((part) => part !== undefined);
	return `::${finding.severity} ${properties.join(',')}::${escapeData(text.join('\n'))}`;
}

function placeOf({ file, line, column, endLine, endColumn, rule }: Finding) {
	// GitHub takes columns only of a place that starts and ends on one line.
	const oneLine = endLine === undefined || endLine === line;
	return {
		file,
		line,
		endLine,
		col: oneLine ? column : undefined,
		endColumn: oneLine ? endColumn : undefined,
		title: rule,
	};
}

/** What ends a command or starts a next one, as the runner decodes it. */
const escapeData = (text: string) =>
	text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** In a property also what ends the property or the list of them. */
const escapeProperty = (text: string) =>
	escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
