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
	/** Key of the change log. */
	log: 'changes' | 'catalogue.changes';
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
export function withRelease(
	text: string,
	{ log, change, digest }: ReleaseEdit,
): string | undefined {
	const split = splitFrontmatter(text);
	const before = dataOf(text);
	const changes = before?.[log];
	if (!split || !Array.isArray(changes)) return undefined;
	const edits = editsOf(split.yaml, log, change, digest, text.includes('\r\n') ? '\r\n' : '\n');
	if (!edits) return undefined;
	// The YAML starts behind the first line, which is the opening fence.
	const after = applied(text, edits, text.indexOf('\n') + 1);
	const [left, ...older] = changes;
	const expected = {
		...before,
		version: change.version,
		[log]: [change, digest ? { ...left, digest } : left, ...older],
	};
	return isDeepStrictEqual(dataOf(after), expected) ? after : undefined;
}

function dataOf(text: string): Record<string, unknown> | undefined {
	const split = splitFrontmatter(text);
	const read = split ? parseYaml(split.yaml) : undefined;
	if (!read || !('data' in read) || typeof read.data !== 'object' || !read.data) return undefined;
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
	log: string,
	change: Change,
	digest: string | undefined,
	newline: string,
): Edit[] | undefined {
	const { contents } = parseDocument(yaml, { keepSourceTokens: true });
	const version = valueAt(contents, 'version');
	const list = valueAt(contents, log);
	const newest = isSeq(list) ? list.items[0] : undefined;
	if (!isScalar(version) || !version.range || !isSeq(list) || !list.range) return undefined;
	if (!isMap(newest) || !newest.range) return undefined;
	const quote = yaml[version.range[0]] === "'" ? "'" : '"';
	const raised = {
		from: version.range[0],
		to: version.range[1],
		text: `${quote}${change.version}${quote}`,
	};
	const at = list.flow ? newest.range[0] : firstDash(list);
	if (at === undefined) return undefined;
	const fields = fieldsOf(change);
	const put = list.flow
		? `{ ${fields.join(', ')} }, `
		: `- ${fields.join(`${newline}${' '.repeat(columnOf(yaml, at) + 2)}`)}${newline}${' '.repeat(columnOf(yaml, at))}`;
	const edits = [raised, { from: at, to: at, text: put }];
	return digest ? [...edits, digestEdit(yaml, newest, digest, newline)] : edits;
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
		// JSON text is YAML text, whatever it holds.
		`summary: ${JSON.stringify(summary)}`,
		...(action === undefined ? [] : [`action: ${JSON.stringify(action)}`]),
	];
}

function valueAt(node: unknown, key: string): unknown {
	if (!isMap(node)) return undefined;
	return node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);
