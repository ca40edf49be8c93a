/** What a printer gets, and what it is: a pure function from findings to text. */
import type { Finding } from '#catalogue/model/finding.ts';
import type { RuleDoc } from '#catalogue/model/rule.ts';

export interface Report {
	/** Sorted by file and place. */
	findings: readonly Finding[];
	/** Every file that was checked, sound ones too. */
	files: readonly string[];
	/** Documentation of every name a finding may carry. */
	rules: readonly RuleDoc[];
	/** Address of the site; undefined where the catalogue does not say it. */
	site: string | undefined;
	/** Address of the page of a rule; undefined like the address of the site. */
	linkTo: (rule: string) => string | undefined;
	/** Text of a file, to show the line that is meant. */
	sourceOf: (file: string) => string | undefined;
	/** Whether the text may hold colour codes. */
	colour: boolean;
}

export interface Printer {
	name: string;
	/** What reads it. */
	summary: string;
	/** Whether a program reads it, so that nothing else may stand in the output. */
	forMachines: boolean;
	/** The text, without a line break at its end; empty when there is nothing to say. */
	print: (report: Report) => string;
}

/** Message, remedy and link as one paragraph, for formats that have one field for all. */
export function inOneField({ message, fix, rule }: Finding, { linkTo }: Report): string {
	return [message, fix, linkTo(rule)].filter((part) => part !== undefined).join(' ');
}
