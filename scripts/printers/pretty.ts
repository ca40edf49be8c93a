/** Findings for people: grouped by file, each with its line, in 80 columns. */
import { styleText } from 'node:util';
import type { Finding } from '#catalogue/model/finding.ts';
import { harmless, WIDTH, wrap } from './columns.ts';
import { excerptOf } from './excerpt.ts';
import type { Printer, Report } from './printer.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

export const pretty: Printer = {
	name: 'pretty',
	summary: 'for people: by file, with the line and the place in it',
	forMachines: false,
	print(report) {
		if (report.findings.length === 0) return '';
		const paint: Paint = (style, text) =>
			report.colour ? styleText(style, text, { validateStream: false }) : text;
		const files = Map.groupBy(report.findings, ({ file }) => file);
		const groups = [...files].flatMap(([file, findings]) => [
			paint('underline', harmless(file)),
			...findings.flatMap((finding) => lines(finding, report, paint)),
			'',
		]);
		return [...groups, ...links(report)].join('\n');
	},
};

const LOOKS = { error: 'red', warning: 'yellow' } as const;
/** Everything under the head of a finding stands this far in. */
const INDENT = ' '.repeat(4);

function lines(finding: Finding, report: Report, paint: Paint): string[] {
	const { line, column, severity, rule, message, fix } = finding;
	const place = `${line}:${column}`;
	const words = wrap(
		`  ${place} ${severity} ${message} [${rule}]`.trimStart(),
		WIDTH - INDENT.length,
	);
	const [head = '', ...rest] = words;
	const start = `${place} ${severity}`;
	return [
		`  ${place} ${paint(LOOKS[severity], severity)}${head.slice(start.length)}`,
		...rest.map((text) => INDENT + text),
		...excerptLines(finding, report, paint),
		...wrap(fix, WIDTH - INDENT.length).map((text) => INDENT + text),
	];
}

function excerptLines(finding: Finding, { sourceOf }: Report, paint: Paint): string[] {
	const number = String(finding.line);
	const gutter = `${INDENT}${number} | `;
	const excerpt = excerptOf(sourceOf(finding.file) ?? '', finding, WIDTH - gutter.length);
	if (!excerpt) return [];
	const blank = `${INDENT}${' '.repeat(number.length)} | `;
	return [
		paint('dim', gutter) + excerpt.text,
		paint('dim', blank) + paint(LOOKS[finding.severity], excerpt.mark),
	];
}

/** The page of each rule that found something, once. An address is never broken into lines. */
function links({ findings, linkTo }: Report): string[] {
	const names = [...new Set(findings.map(({ rule }) => rule))];
	const where = names.map((rule) => linkTo(rule) ?? `npm run validate -- --explain ${rule}`);
	return ['Why, with an example for each rule:', ...where.map((text) => `  ${text}`)];
}
