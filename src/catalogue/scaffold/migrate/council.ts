/** Gives an older roster its version, an older policy its settings on approvals, and the form its number. */
import { collections } from '#schemas/index.ts';
import { FORM } from '#schemas/organisation.ts';
import type { SourceFile } from '../../read/files.ts';
import type { FileMove } from './move.ts';

/** What a policy of before said nothing of; the council reviews it like any change of its policy. */
const APPROVAL = `  parts:
    controls: [security, compliance]
    connectors: [technology, security]
    models: [technology, security, data]
  replacing: [security]
  quorum: 2
  signedFrom: medium
  unsigned: Approved, not signed
  voids: [controls, connectors, models, patterns, base, demands]
  partsGraceDays: 90
  landingDays: 14
`;

export function completeCouncil(files: readonly SourceFile[]): FileMove[] {
	return [
		...edited(files, collections.policy.file, 'settings on approvals', (text) =>
			/^ {2}signedFrom:/m.test(text)
				? text
				: text.replace(/^approval:[ \t]*\r?\n/m, `$&${APPROVAL}`),
		),
		...edited(files, collections.organisation.file, `form ${FORM}`, (text) =>
			numbered(versioned(text)),
		),
	];
}

const versioned = (text: string) =>
	/^council:[ \t]*\r?\n(?:[ \t].*\r?\n|\r?\n|#.*\r?\n)*?[ \t]+version:/m.test(text)
		? text
		: text.replace(/^council:[ \t]*\r?\n/m, '$&  version: "1.0.0"\n');

const numbered = (text: string) =>
	/^schema:/m.test(text)
		? text.replace(/^schema:.*$/m, `schema: ${FORM}`)
		: `${text.replace(/\n?$/, '\n')}# Form of the content; npm run catalogue -- migrate raises it.\nschema: ${FORM}\n`;

function edited(
	files: readonly SourceFile[],
	path: string,
	why: string,
	edit: (text: string) => string,
): FileMove[] {
	const text = files.find((file) => file.path === path)?.text;
	const next = text === undefined ? undefined : edit(text);
	return next === undefined || next === text ? [] : [{ path, text: next, why }];
}

/** The form that content says it has; content of before said nothing. */
export function formOf(files: readonly SourceFile[]): number {
	const text = files.find(({ path }) => path === collections.organisation.file)?.text ?? '';
	return Number(/^schema:[ \t]*(\d+)/m.exec(text)?.[1] ?? 1);
}
