/** A finding: one thing wrong at one place, with its remedy. The same in editor, CLI and build. */

import { showHidden } from '#schemas/hidden.ts';

export interface Range {
	/** 1-based, as editors count. */
	line: number;
	column: number;
	endLine?: number | undefined;
	endColumn?: number | undefined;
}

export type Severity = 'error' | 'warning';

export interface Finding extends Range {
	/** Path from the root of the catalogue, with forward slashes. */
	file: string;
	severity: Severity;
	/** Name of the rule, as `rules/index.ts` or the parser gives it. */
	rule: string;
	/** What is wrong, quoting the value. */
	message: string;
	/** How to put it right. */
	fix: string;
	/** The schemas do not know this key, value or place, so newer schemas could accept it. */
	unknown?: true | undefined;
}

/**
 * Most problems that are told of one file at a time, so that the work for a hostile one has a bound:
 * each problem is searched for in the text, and each unknown key for its like.
 */
export const MOST_PROBLEMS = 200;

/** In reading order: file, line, column, rule; the same findings always print alike. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
	return [...findings].sort(
		(a, b) =>
			compare(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			compare(a.rule, b.rule) ||
			compare(a.message, b.message),
	);
}

/** Most characters of a message or remedy; the middle of a longer one is cut out. */
const MAX_LENGTH = 1000;

/**
 * The finding with its words on one line and without hidden characters. They quote what authors
 * wrote, and a terminal or a build log would act on an escape sequence or a `::command` line.
 */
export function legible(finding: Finding): Finding {
	return { ...finding, message: oneLine(finding.message), fix: oneLine(finding.fix) };
}

/** A path as text for one line: it may hold a line break or an escape sequence as well. */
const visiblePath = (path: string) =>
	showHidden(
		path.replace(
			/[\r\n\t]/g,
			(sign) => `U+000${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
		),
	);

function oneLine(text: string): string {
	const line = showHidden(text.replace(/\r?\n|\t/g, ' '));
	return line.length <= MAX_LENGTH ? line : `${line.slice(0, 700)} ... ${line.slice(-250)}`;
}

/** Plain code-unit order: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/**
 * One finding as text, as the CLI and the build print it.
 *
 * @example
 * formatFinding(finding)
 * // => patterns/x/pattern.mdx:7:5 error no control "human-overide". [reference]
 * //        Did you mean "human-override"?
 */
export function formatFinding({
	file,
	line,
	column,
	severity,
	rule,
	message,
	fix,
}: Finding): string {
	return `${visiblePath(file)}:${line}:${column} ${severity} ${message} [${rule}]\n    ${fix}`;
}
