/**
 * Takes facts out of pattern.mdx that are records today: the last run, days of evidence, measured
 * values, finished training. They named no content that they prove, so no record can be made of them;
 * they stay readable as comments of the register, for whoever records them again.
 */
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { SourceFile } from '../../read/files.ts';
import { splitFrontmatter } from '../../read/parse/frontmatter.ts';
import type { FileMove } from './move.ts';

interface Fact {
	/** What it is of, such as the control. */
	of: string;
	says: string;
	/** Offsets in the YAML, whole lines or a part of a line. */
	from: number;
	to: number;
}

const LISTS: readonly [list: string, name: string, inside: string | undefined, key: string][] = [
	['controls', 'control', 'evidence', 'date'],
	['metrics', 'metric', undefined, 'latest'],
	['people', 'role', undefined, 'completed'],
];

export function takeFacts(files: readonly SourceFile[]): FileMove[] {
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	return files.flatMap(({ path, text }): FileMove[] => {
		const register = path.replace(/pattern\.mdx$/, 'register.yaml');
		const kept = texts.get(register);
		const split =
			/^patterns\/[^/]+\/pattern\.mdx$/.test(path) && text ? splitFrontmatter(text) : undefined;
		if (!split || text === undefined || kept === undefined) return [];
		const facts = factsIn(split.yaml);
		if (facts.length === 0) return [];
		const start = text.indexOf(split.yaml);
		let rest = text;
		for (const { from, to } of [...facts].sort((a, b) => b.from - a.from)) {
			rest = rest.slice(0, start + from) + rest.slice(start + to);
		}
		const lines = facts.map(({ of, says }) => `#   ${of}: ${says}`);
		const note = `# Facts from before there were records, not linked to any content. If they are still true, record them again:\n${lines.join('\n')}\n`;
		return [
			{ path, text: rest, why: 'without facts that are records today' },
			{ path: register, text: kept.replace(/\n?$/, '\n') + note, why: 'those facts, as comments' },
		];
	});
}

function factsIn(yaml: string): Fact[] {
	const { contents, errors } = parseDocument(yaml);
	if (errors.length > 0 || !isMap(contents)) return [];
	const evaluation = contents.get('evaluation');
	const runs = isMap(evaluation)
		? factOf(yaml, evaluation, 'lastRun', 'last run of the evaluation')
		: [];
	const others = LISTS.flatMap(([list, name, inside, key]) => {
		const items = contents.get(list);
		return (isSeq(items) ? items.items : []).flatMap((item) => {
			if (!isMap(item)) return [];
			const holder = inside ? item.get(inside) : item;
			return isMap(holder)
				? factOf(yaml, holder, key, `${name} ${String(item.get(name))}, ${key}`)
				: [];
		});
	});
	return [...runs, ...others];
}

/** The fact of a key, and the text to cut: its lines, or its part of a map in one line. */
function factOf(yaml: string, map: YAMLMap, key: string, of: string): Fact[] {
	const at = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
	const pair = map.items[at];
	const first = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
	const last = rangeEnd(pair?.value);
	if (first === undefined || last === undefined) return [];
	const says = JSON.stringify(map.toJSON()[key]).slice(0, 300);
	if (!map.flow) {
		const from = yaml.lastIndexOf('\n', first) + 1;
		const end = yaml.indexOf('\n', last);
		// The value of a map on lines of its own ends behind its last line break already.
		const to = yaml[last - 1] === '\n' ? last : end < 0 ? yaml.length : end + 1;
		return [{ of, says, from, to }];
	}
	const before = yaml.slice(0, first).search(/,\s*$/);
	const after = /^\s*,\s*/.exec(yaml.slice(last))?.[0].length ?? 0;
	return at > 0 && before >= 0
		? [{ of, says, from: before, to: last }]
		: [{ of, says, from: first, to: last + after }];
}

const rangeEnd = (node: unknown): number | undefined =>
	isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[1] : undefined;
