/** The bytes that a member signs, and what the signature is for. */
import type { ApprovalFile, Statement } from '#schemas/approvals.ts';
import { canonicalJson } from '../../words/canonical-json.ts';

/** A signature made for another purpose, such as a commit, never counts as an approval. */
export const NAMESPACE = 'ai-pattern-catalogue/approval/1';

/** The signed text: made from what the statement says, so that no layout of the file matters. */
export const signedText = (statement: Statement): string => `${canonicalJson(statement)}\n`;

/** Where the approval of a seat is kept. */
export const approvalPath = ({ subject, version, seat }: Statement) =>
	`content/approvals/${subject}/${version}.${seat}.yaml`;

const HEAD = '# Written by `npm run approve`. A change by hand breaks the signature.\n';

/** The text of the file of an approval. JSON text is YAML text, so any name and any words are safe. */
export function approvalText({
	example,
	statement,
	signature,
	before,
	files,
}: ApprovalFile): string {
	const { reliesOn, conditions, authors, ...facts } = statement;
	const lines = [
		...(example ? ['example: true'] : []),
		'statement:',
		...Object.entries(facts).map(([key, value]) => `  ${key}: ${quoted(value)}`),
		...map('reliesOn', reliesOn, '  '),
		...list(
			'conditions',
			conditions.map((one) => JSON.stringify(one)),
		),
		...list('authors', authors.map(quoted)),
		...(before ? ['before: true'] : []),
		...(signature
			? [
					'signature: |',
					...signature
						.trim()
						.split(/\r?\n/)
						.map((line) => `  ${line}`),
				]
			: []),
		...map('files', files, ''),
	];
	return `${HEAD}${lines.join('\n')}\n`;
}

const map = (key: string, values: Readonly<Record<string, string>>, indent: string) => {
	const pairs = Object.entries(values);
	if (pairs.length === 0) return [`${indent}${key}: {}`];
	return [
		`${indent}${key}:`,
		...pairs.map(([name, value]) => `${indent}  ${quoted(name)}: ${quoted(value)}`),
	];
};

const list = (key: string, items: readonly string[]) =>
	items.length === 0 ? [`  ${key}: []`] : [`  ${key}:`, ...items.map((item) => `    - ${item}`)];

/** Two code points are fine in JSON and must be escaped in YAML. */
const quoted = (value: unknown) =>
	JSON.stringify(value).replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
