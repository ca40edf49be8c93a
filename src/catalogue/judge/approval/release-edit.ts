/** Raises the version in the text of an entry: a few characters change, everything else stays. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Change } from '#schemas/fields.ts';
import { splitFrontmatter } from '../../read/parse/frontmatter.ts';
import { parseYaml } from '../../read/parse/yaml.ts';

/** The version a step leads to. */
export function nextVersion(version: string, impact: Change['impact']): string {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	if (impact === 'major') return `${major + 1}.0.0`;
	return impact === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The version that a text of an entry gives itself, or undefined where it gives none. */
export function versionIn(text: string): string | undefined {
	const data = dataOf(text);
	return typeof data?.version === 'string' ? data.version : undefined;
}

export interface ReleaseEdit {
	/** Key of the change log; undefined if another file has the log. */
	log: 'changes' | 'catalogue.changes' | undefined;
	/** Whether the version is in this file. */
	raises: boolean;
	/** The change that is put on top; its version becomes that of the entry. */
	change: Change;
	/** Digest of the text that is left, for the change it was released with. */
	digest?: string | undefined;
}

/**
 * The text with the new version and its change on top of the log.
 *
 * Undefined when the frontmatter is written in a way this cannot edit: the result is read again
 * and must be what was there, with just this different.
 */
export function withRelease(text: string, edit: ReleaseEdit): string | undefined {
	const { log, raises, change, digest } = edit;
	const before = dataOf(text);
	const changes = log && before?.[log];
	if (!before || (log && !Array.isArray(changes))) return undefined;
	const { yaml, start } = partOf(text);
	const edits = editsOf(yaml, edit, text.includes('\r\n') ? '\r\n' : '\n');
	if (!edits) return undefined;
	const after = applied(text, edits, start);
	const expected: Record<string, unknown> = { ...before };
	if (raises) expected.version = change.version;
	if (log && Array.isArray(changes)) {
		const [left, ...older] = changes;
		expected[log] = [change, digest ? { ...left, digest } : left, ...older];
	}
	return isDeepStrictEqual(dataOf(after), expected) ? after : undefined;
}

/** The YAML of a file with prose or of one with data only, and where it starts. */
function partOf(text: string): { yaml: string; start: number } {
	const split = splitFrontmatter(text);
	// The YAML of a file with prose starts behind its first line, which is the opening fence.
	return split ? { yaml: split.yaml, start: text.indexOf('\n') + 1 } : { yaml: text, start: 0 };
}

function dataOf(text: string): Record<string, unknown> | undefined {
	const read = parseYaml(partOf(text).yaml);
	if (!('data' in read) || typeof read.data !== 'object' || !read.data) return undefined;
	return { ...read.data };
}

interface Edit {
	from: number;
	to: number;
	text: string;
}

function applied(text: string, edits: readonly Edit[], start: number): string {
	let after = text;
	for (const { from, to, text: put } of [...edits].sort((a, b) => b.from - a.from)) {
		after = after.slice(0, start + from) + put + after.slice(start + to);
	}
	return after;
}

function editsOf(
	yaml: string,
	{ log, raises, change, digest }: ReleaseEdit,
	newline: string,
): Edit[] | undefined {
	const { contents } = parseDocument(yaml, { keepSourceTokens: true });
	const raised = raises ? versionEdit(yaml, contents, change.version) : [];
	const added = log ? logEdits(yaml, valueAt(contents, log), { change, digest, newline }) : [];
	return raised && added && [...raised, ...added];
}

function versionEdit(yaml: string, contents: unknown, version: string): Edit[] | undefined {
	const node = valueAt(contents, 'version');
	if (!isScalar(node) || !node.range) return undefined;
	const [from, to] = node.range;
	const quote = yaml[from] === "'" ? "'" : '"';
	return [{ from, to, text: `${quote}${version}${quote}` }];
}

function logEdits(
	yaml: string,
	list: unknown,
	{ change, digest, newline }: Pick<ReleaseEdit, 'change' | 'digest'> & { newline: string },
): Edit[] | undefined {
	const newest = isSeq(list) ? list.items[0] : undefined;
	if (!isSeq(list) || !list.range || !isMap(newest) || !newest.range) return undefined;
	const at = list.flow ? newest.range[0] : firstDash(list);
	if (at === undefined) return undefined;
	const fields = fieldsOf(change);
	const put = list.flow
		? `{ ${fields.join(', ')} }, `
		: `- ${fields.join(`${newline}${' '.repeat(columnOf(yaml, at) + 2)}`)}${newline}${' '.repeat(columnOf(yaml, at))}`;
	const added = { from: at, to: at, text: put };
	return digest ? [added, digestEdit(yaml, newest, digest, newline)] : [added];
}

/** Where the first item of a block list starts; a comment may stand between its dash and its text. */
function firstDash({ srcToken }: YAMLSeq): number | undefined {
	if (srcToken?.type !== 'block-seq') return undefined;
	return srcToken.items[0]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
}

/** The digest goes before the second key, behind the version, where no comment is torn away. */
function digestEdit(yaml: string, map: YAMLMap, digest: string, newline: string): Edit {
	const keys = map.items.map(({ key }: Pair) => (isScalar(key) ? key.range?.[0] : undefined));
	const at = keys[1] ?? keys[0] ?? 0;
	const behind = map.flow ? ', ' : `${newline}${' '.repeat(columnOf(yaml, at))}`;
	return { from: at, to: at, text: `digest: "${digest}"${behind}` };
}

function fieldsOf({ version, date, impact, summary, action }: Change): string[] {
	return [
		`version: "${version}"`,
		`date: ${date}`,
		`impact: ${impact}`,
		// JSON text is YAML text, whatever is in it.
		`summary: ${JSON.stringify(summary)}`,
		...(action === undefined ? [] : [`action: ${JSON.stringify(action)}`]),
	];
}

function valueAt(node: unknown, key: string): unknown {
	if (!isMap(node)) return undefined;
	return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);
