/** Explains a rule on a terminal: what its page on the site says, in 80 columns. */

import { type ShownExample, showExample } from '#catalogue/examples/show.ts';
import { type DocumentedRule, ruleDocs, waiving } from '#catalogue/rules/docs.ts';
import type { Policy } from '#schemas/policy.ts';
import { WIDTH, wrap } from '../printers/columns.ts';

/** Every rule, a line each. */
export function listRules(): string[] {
	const width = Math.max(...ruleDocs.map(({ id }) => id.length));
	return ruleDocs.map(
		({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${summary}`,
	);
}

/** One rule, with its example run, so that the finding shown is the one it gives. */
export async function explainRule(
	doc: DocumentedRule,
	policy: Pick<Policy, 'waivers'>,
	link: string | undefined,
): Promise<string[]> {
	const { id, severity, summary, why, source } = doc;
	const example = await showExample(doc);
	return [
		`${id} (${severity})`,
		'',
		...paragraph(summary),
		...paragraph(`Why: ${why}`),
		...(example ? exampleLines(example) : []),
		...paragraph(`Can it be waived? ${waiving(doc, policy)}`),
		...paragraph(`Source: ${source}.`),
		...paragraph(`Only this check: npm run validate -- --rule ${id}`),
		...(link ? [link] : []),
	];
}

const paragraph = (text: string) => [...wrap(text, WIDTH), ''];

function exampleLines({ intro, given, fails, passes, findings }: ShownExample): string[] {
	return [
		...given.flatMap((one) => [`Given, in the ${one.where}:`, ...indented(one.data), '']),
		intro.fails,
		...indented(fails),
		'',
		'It yields:',
		...findings.flatMap(folded),
		'',
		intro.passes,
		...indented(passes),
		'',
	];
}

const INDENT = ' '.repeat(4);

const indented = (text: string) => text.split('\n').map((line) => (INDENT + line).trimEnd());

const folded = (text: string) =>
	text
		.split('\n')
		.flatMap((line) => wrap(line.trim(), WIDTH - INDENT.length))
		.map((line) => INDENT + line);
