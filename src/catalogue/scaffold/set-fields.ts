/** Sets single values at the top of an entry's YAML; every other byte of the file stays. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, parseDocument } from 'yaml';
import { splitFrontmatter } from '../read/parse/frontmatter.ts';
import { parseYaml } from '../read/parse/yaml.ts';

/**
 * The text with these fields set. A field that is not there yet goes below the first one.
 *
 * Undefined when the text is written in a way this cannot edit: the result is read again and must be
 * what was there, with just this different.
 */
export function withFields(
	text: string,
	fields: Readonly<Record<string, string>>,
): string | undefined {
	const split = splitFrontmatter(text);
	// The YAML of a file with prose starts behind its first line, which is the opening fence.
	const start = split ? text.indexOf('\n') + 1 : 0;
	const yaml = split?.yaml ?? text;
	const before = dataOf(yaml);
	const { contents } = parseDocument(yaml);
	if (!before || !isMap(contents) || contents.flow) return undefined;
	const newline = text.includes('\r\n') ? '\r\n' : '\n';
	const nodes = new Map(
		contents.items.map(({ key, value }) => [isScalar(key) ? key.value : undefined, value]),
	);
	const edits: { from: number; to: number; put: string }[] = [];
	for (const [key, value] of Object.entries(fields)) {
		const node = nodes.get(key);
		if (node === undefined) {
			const from = secondLine(yaml, contents.range?.[0] ?? 0);
			edits.push({ from, to: from, put: `${key}: ${value}${newline}` });
		} else if (isScalar(node) && node.range) {
			edits.push({ from: node.range[0], to: node.range[1], put: value });
		} else return undefined;
	}
	let after = yaml;
	for (const { from, to, put } of edits.sort((a, b) => b.from - a.from))
		after = after.slice(0, from) + put + after.slice(to);
	if (!isDeepStrictEqual(dataOf(after), { ...before, ...fields })) return undefined;
	return text.slice(0, start) + after + text.slice(start + yaml.length);
}

/** Where a new line can go so that it stays among the keys: behind the first key of one line. */
function secondLine(yaml: string, from: number): number {
	const end = yaml.indexOf('\n', from);
	return end === -1 ? yaml.length : end + 1;
}

function dataOf(yaml: string): object | undefined {
	const read = parseYaml(yaml);
	return 'data' in read && typeof read.data === 'object' ? (read.data ?? undefined) : undefined;
}
