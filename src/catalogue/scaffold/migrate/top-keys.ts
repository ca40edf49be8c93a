/** Takes top-level keys out of YAML text, with their comments, and leaves every other byte alone. */
import { isMap, isScalar, parseDocument } from 'yaml';

export interface Cut {
	/** The text that is left. */
	rest: string;
	/** The lines of each key that was taken out, in the order of the text. */
	taken: Map<string, string>;
}

/** Undefined where the text is not a map that can be read, so that nothing is guessed. */
export function cutKeys(yaml: string, keys: ReadonlySet<string>): Cut | undefined {
	const document = parseDocument(yaml);
	if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
	const starts = document.contents.items.map(({ key }) => {
		const at = isScalar(key) ? key.range?.[0] : undefined;
		return at === undefined ? undefined : { key: String(isScalar(key) && key.value), at };
	});
	if (starts.some((start) => start === undefined)) return undefined;
	const known = starts.flatMap((start) => start ?? []);
	// A key in the middle of a line, as in { a: 1, b: 2 }, cannot be cut out by lines.
	if (known.some(({ at }) => at > 0 && yaml[at - 1] !== '\n')) return undefined;
	const blocks = known.map(({ key, at }) => ({ key, from: withComments(yaml, at) }));
	const taken = new Map<string, string>();
	let rest = yaml.slice(0, blocks[0]?.from ?? yaml.length);
	for (const [index, { key, from }] of blocks.entries()) {
		const text = yaml.slice(from, blocks[index + 1]?.from ?? yaml.length);
		if (keys.has(key)) taken.set(key, text.endsWith('\n') ? text : `${text}\n`);
		else rest += text;
	}
	return { rest, taken };
}

/** Comments right above a key belong to it. */
function withComments(yaml: string, at: number): number {
	let from = at;
	for (;;) {
		const line = yaml.lastIndexOf('\n', from - 2) + 1;
		if (from === 0 || !yaml.slice(line, from).startsWith('#')) return from;
		from = line;
	}
}
