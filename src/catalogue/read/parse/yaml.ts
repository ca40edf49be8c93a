/**
 * YAML to data, with positions for what is wrong.
 *
 * Two readers of YAML 1.2: js-yaml turns sound text into data twenty times faster than `yaml`, and
 * `yaml` knows every error and every position. So `yaml` reads a text only when js-yaml refused it,
 * or when something in it must be pointed at. A test holds that both read the same.
 */
import {
	CORE_SCHEMA,
	constructFromEvents,
	EVENT_ID,
	parseEvents,
	SCALAR_STYLE,
	YAMLException,
} from 'js-yaml';
import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	visit,
} from 'yaml';
import type { CheckName } from '../../model/checks.ts';
import { MOST_PROBLEMS, type Range } from '../../model/finding.ts';
import type { Path } from '../../model/schema-walk.ts';
import { type Spot, spotOf } from './spots.ts';

export interface YamlProblem extends Range {
	rule: CheckName;
	message: string;
	fix: string;
}

export type YamlResult = { data: unknown; problems: [] } | { problems: YamlProblem[] };

/**
 * What the two read differently or `yaml` must point at: anchors, aliases, tags, directives, tabs
 * that indent, explicit, empty and null keys, the end mark "...". Sound entries need none of them.
 *
 * Each part starts with its sign and looks back from there: signs are rare, so most of a text is
 * passed over. It is asked about every text, and ten times as fast as one that looks ahead.
 */
const SPECIAL = new RegExp(
	[
		'[&*!](?<=(?:^|[\\s[{,:-]).)',
		'%(?<=^.)',
		'\\t(?<=^ *.)',
		'---(?<=^ *...)(?!-)',
		'\\.\\.\\.(?<=^...)',
		'[?:](?<=(?:^|[\\s[{,-]).)(?=[\\s,\\]}]|$)',
		'(?:~(?<=(?:^|[\\s[{,-]).)|(?:null|Null|NULL)(?<=(?:^|[\\s[{,-])....))\\s*:(?=[\\s,\\]}]|$)',
	].join('|'),
	'm',
);

/**
 * Parses one document of YAML.
 *
 * @param firstLine line of the file on which `text` starts, 1-based
 */
export function parseYaml(text: string, firstLine = 1): YamlResult {
	const special = SPECIAL.test(text);
	try {
		const events = parseEvents(text, { maxDepth: MAX_DEPTH });
		if (!special || !SPECIAL.test(bareText(text, events))) {
			const documents = constructFromEvents(events, { source: text, schema: CORE_SCHEMA });
			if (documents.length === 1) return { data: documents[0], problems: [] };
		}
	} catch (error) {
		if (!(error instanceof YAMLException || error instanceof RangeError)) throw error;
		// The other reader has no limit: it would build the whole nest before we can refuse it.
		if (!special && error instanceof YAMLException && error.reason.startsWith('nesting exceeded')) {
			return { problems: [tooDeep(firstLine + (error.mark?.line ?? 0))] };
		}
	}
	return parseWithPositions(text, firstLine);
}

const QUOTED = new Set<number>([SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED]);

/** The text without what is quoted within one line, where no sign has a meaning. */
function bareText(text: string, events: ReturnType<typeof parseEvents>): string {
	let bare = '';
	let from = 0;
	for (const event of events) {
		if (event.type !== EVENT_ID.SCALAR || !QUOTED.has(event.style)) continue;
		const { valueStart, valueEnd } = event;
		if (/[\r\n]/.test(text.slice(valueStart, valueEnd))) continue;
		bare += text.slice(from, valueStart);
		from = valueEnd;
	}
	return bare + text.slice(from);
}

/** The text without what is quoted within one line; whole where that cannot be told. */
export function withoutQuoted(text: string): string {
	try {
		return bareText(text, parseEvents(text, { maxDepth: MAX_DEPTH }));
	} catch (error) {
		if (error instanceof YAMLException || error instanceof RangeError) return text;
		throw error;
	}
}

function parseWithPositions(text: string, firstLine: number): YamlResult {
	const positions = readPositions(text, firstLine);
	if (!positions || isTooDeep(positions.document)) return { problems: [tooDeep(firstLine)] };
	const { document, range } = positions;
	const errors = [...firstPerPlace(document), ...equalKeys(document)].slice(0, MOST_PROBLEMS + 1);
	const problems: YamlProblem[] = errors.map((error) => ({
		...range(error.pos[0], error.pos[1]),
		rule: 'yaml',
		message: `${firstSentence(error.message)}.`,
		fix: REMEDIES.get(error.code) ?? 'Compare the line with a neighbour that works.',
	}));
	visit(document, {
		Alias(_, node) {
			if (problems.length > MOST_PROBLEMS) return visit.BREAK;
			problems.push({
				...range(node.range?.[0] ?? 0, node.range?.[1] ?? 0),
				rule: 'yaml',
				message: `the alias *${node.source} repeats another place.`,
				fix: 'Write the value out. Aliases are not read, so that a file cannot expand endlessly.',
			});
			return undefined;
		},
	});
	if (problems.length > 0) return { problems };
	return { data: document.toJS({ maxAliasCount: 0 }), problems: [] };
}

/** No entry nests half as deep; far beyond it, any recursive reader runs out of stack. */
const MAX_DEPTH = 50;

function isTooDeep(document: Document.Parsed): boolean {
	// `yaml` lists an exhausted stack among the errors of the text.
	if (document.errors.some(({ message }) => message.includes('call stack'))) return true;
	let deep = false;
	try {
		visit(document, (_, node, path) => {
			deep =
				(isMap(node) || isSeq(node)) &&
				path.filter((above) => isMap(above) || isSeq(above)).length >= MAX_DEPTH;
			return deep ? visit.BREAK : undefined;
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		deep = true;
	}
	return deep;
}

/** Keys that are there twice in one group, in the words of the reader. */
function equalKeys(document: Document.Parsed) {
	const found: { pos: [number, number]; code: string; message: string }[] = [];
	visit(document, {
		Map(_, { items }) {
			const seen = new Set<string>();
			for (const { key } of items) {
				if (!isScalar(key) || !key.range) continue;
				// The number 1 and the text "1" are two keys in YAML.
				const name = `${typeof key.value} ${key.value}`;
				const [start] = key.range;
				const pos: [number, number] = [start, start + 1];
				if (seen.has(name)) {
					found.push({ pos, code: 'DUPLICATE_KEY', message: 'Map keys must be unique' });
				}
				seen.add(name);
			}
		},
	});
	return found;
}

/** Brackets that stay open give one error each, all at the end of the text: one is enough. */
function firstPerPlace({ errors, warnings }: Document.Parsed) {
	const places = new Map([...errors, ...warnings].reverse().map((error) => [error.pos[0], error]));
	return [...places.values()].sort((a, b) => a.pos[0] - b.pos[0]);
}

const firstSentence = (message: string) =>
	(message.split('\n')[0] ?? message)
		.replace(/ at line \d+, column \d+:?$/, '')
		// What a programmer does about it helps nobody who writes an entry.
		.replace(/; please use .*$/, '')
		.replace(/\.$/, '');

const REMEDIES = new Map<string, string>([
	['DUPLICATE_KEY', 'Keep one of the two and delete the other.'],
	['TAB_AS_INDENT', 'Indent with spaces; YAML does not allow tabs.'],
	['BAD_INDENT', 'Give keys of the same level the same number of spaces in front.'],
	['MULTIPLE_DOCS', 'Remove the "---" line inside the data.'],
	['TAG_RESOLVE_FAILED', 'Remove the tag; values are plain text, numbers, true or false.'],
	['MISSING_CHAR', 'Close the quote or bracket that was opened.'],
	['BAD_ALIAS', 'Put the value in quotes if it starts with *.'],
	['BLOCK_AS_IMPLICIT_KEY', 'Put the value in quotes if it contains ": ".'],
	['MULTILINE_IMPLICIT_KEY', 'Check for a missing ":" after a key, or a quote that is not closed.'],
]);

const tooDeep = (line: number): YamlProblem => ({
	line,
	column: 1,
	rule: 'yaml',
	message: 'the data is nested too deeply to read.',
	fix: `No entry needs more than ${MAX_DEPTH} levels; look for brackets that are never closed.`,
});

/** A text as `yaml` reads it, with where each piece of it is. */
export interface PositionedYaml {
	document: Document.Parsed;
	range: (start: number, end: number) => Range;
}

/** The text read last: a file with many problems is asked for one position after the other. */
let last: { text: string; firstLine: number; positions: PositionedYaml | undefined } | undefined;

export function readPositions(text: string, firstLine: number): PositionedYaml | undefined {
	if (last?.text !== text || last.firstLine !== firstLine) {
		last = { text, firstLine, positions: parsePositions(text, firstLine) };
	}
	return last.positions;
}

function parsePositions(text: string, firstLine: number): PositionedYaml | undefined {
	const counter = new LineCounter();
	try {
		const document = parseDocument(text, {
			lineCounter: counter,
			// It compares each key with every other; `equalKeys` below asks a set.
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: 'error',
			version: '1.2',
		});
		const range = (start: number, end: number): Range => {
			const from = counter.linePos(start);
			const to = counter.linePos(end);
			return {
				line: from.line + firstLine - 1,
				column: from.col,
				endLine: to.line + firstLine - 1,
				endColumn: to.col,
			};
		};
		return { document, range };
	} catch (error) {
		// Thousands of open brackets exhaust the stack of any recursive parser.
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/**
 * Where a value, or its key, stands in the text. A path that leads nowhere points at the nearest
 * place that exists: for a missing key, the object that lacks it.
 */
export function locateYaml(text: string, path: Path, want: 'key' | 'value', firstLine = 1): Range {
	const spot = SPECIAL.test(text) ? undefined : spotOf(text, path, want, MAX_DEPTH);
	return spot ? rangeAt(text, spot, firstLine) : locateCarefully(text, path, want, firstLine);
}

function rangeAt(text: string, [start, end]: Spot, firstLine: number): Range {
	const [from, to] = [placeAt(text, start), placeAt(text, end)];
	return {
		line: from.line + firstLine - 1,
		column: from.column,
		endLine: to.line + firstLine - 1,
		endColumn: to.column,
	};
}

function placeAt(text: string, offset: number): { line: number; column: number } {
	let line = 1;
	let start = 0;
	for (let next = text.indexOf('\n'); next !== -1 && next < offset; ) {
		line += 1;
		start = next + 1;
		next = text.indexOf('\n', start);
	}
	return { line, column: offset - start + 1 };
}

/** The same by the tree of `yaml`. @internal exported for the test that holds both alike */
export function locateCarefully(
	text: string,
	path: Path,
	want: 'key' | 'value',
	firstLine: number,
): Range {
	const positions = readPositions(text, firstLine);
	if (!positions) return { line: firstLine, column: 1 };
	const { document, range } = positions;
	let node: unknown = document.contents;
	let spot = rangeOf(node) ?? [0, 0];
	for (const [index, key] of path.entries()) {
		const last = index === path.length - 1;
		if (isMap(node)) {
			const pair = node.items.find(
				({ key: name }) => isScalar(name) && String(name.value) === String(key),
			);
			if (!pair) break;
			const keySpot = rangeOf(pair.key);
			node = pair.value;
			spot = (last && want === 'key' ? keySpot : rangeOf(node)) ?? keySpot ?? spot;
		} else if (isSeq(node)) {
			const item: unknown = node.items[Number(key)];
			if (item === undefined) break;
			node = item;
			spot = rangeOf(node) ?? spot;
		} else break;
	}
	// An object or list spans many lines: point at its start only.
	return isMap(node) || isSeq(node) ? range(spot[0], spot[0]) : range(spot[0], spot[1]);
}

function rangeOf(node: unknown): [number, number] | undefined {
	if (!(isScalar(node) || isMap(node) || isSeq(node) || isAlias(node))) return undefined;
	return node.range ? [node.range[0], node.range[1]] : undefined;
}
