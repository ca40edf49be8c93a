/** Adds an approval to the text of approvals.yaml; what stands there already stays byte for byte. */
import { isDeepStrictEqual } from 'node:util';
import { type Approval, type Approvals, approvalsSchema } from '#schemas/approvals.ts';
import { parseYaml } from '../../read/parse/yaml.ts';

const HEAD = '# Written by `npm run approve`. Nothing here is edited or taken out by hand.\n';

/**
 * The text with one more approval, and with the files of its digest where they are new.
 *
 * Undefined when the text does not have the form this function writes, so that nothing is guessed:
 * the result is read again and must be what was there, plus the approval.
 */
export function withApproval(
	text: string | undefined,
	approval: Approval,
	contents: Readonly<Record<string, string>>,
): string | undefined {
	const before = text === undefined ? EMPTY : readApprovals(text);
	if (!before) return undefined;
	const isListed = Object.hasOwn(before.contents, approval.digest);
	const files = isListed ? '' : contentsLines(approval.digest, contents);
	const after =
		before.approvals.length === 0 ? fresh(approval, files) : added(text ?? '', approval, files);
	const expected: Approvals = {
		approvals: [...before.approvals, { ...approval }],
		contents: { ...before.contents, [approval.digest]: { ...contents } },
	};
	return isDeepStrictEqual(readApprovals(after), expected) ? after : undefined;
}

const EMPTY: Approvals = { approvals: [], contents: {} };

/** The data of the file, or undefined where it is not a record of approvals. */
export function readApprovals(text: string): Approvals | undefined {
	const read = parseYaml(text);
	const result = approvalsSchema.safeParse('data' in read ? read.data : undefined);
	return result.success ? result.data : undefined;
}

function fresh(approval: Approval, files: string): string {
	return `${HEAD}approvals:\n${approvalLines(approval)}contents:\n${files}`;
}

/** The list goes on before `contents`, which is the last key; the files go to the end. */
function added(text: string, approval: Approval, files: string): string {
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const ended = text.endsWith('\n') ? text : text + newline;
	const at = ended.search(/^contents:/m);
	const inserted = approvalLines(approval).replaceAll('\n', newline);
	return ended.slice(0, at) + inserted + ended.slice(at) + files.replaceAll('\n', newline);
}

/** Text is always quoted: a digest of digits, or a name such as "No", would be read as another type. */
function approvalLines({ version, digest, seat, by, date, reviewBy, ...lists }: Approval): string {
	const lines = [
		`version: ${quoted(version)}`,
		`digest: ${quoted(digest)}`,
		`seat: ${seat}`,
		`by: ${quoted(by)}`,
		`date: ${date}`,
		`reviewBy: ${reviewBy}`,
		...list('authors', lists.authors),
		...list('conditions', lists.conditions),
	];
	return lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}\n`).join('');
}

const list = (key: string, items: readonly string[]) =>
	items.length === 0 ? [`${key}: []`] : [`${key}:`, ...items.map((item) => `  - ${quoted(item)}`)];

function contentsLines(digest: string, contents: Readonly<Record<string, string>>): string {
	const files = Object.entries(contents).map(
		([path, file]) => `    ${quoted(path)}: ${quoted(file)}\n`,
	);
	return `  ${quoted(digest)}:\n${files.join('')}`;
}

/** JSON text is YAML text, but for two code points that YAML wants escaped. */
const quoted = (text: string) =>
	JSON.stringify(text).replace(/[\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16)}`);
