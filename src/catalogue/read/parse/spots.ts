/**
 * Where a value of sound YAML is, from the events of the fast reader.
 *
 * `yaml` builds a tree of the whole text to point at one place of it, which takes thirty times as
 * long. It is still asked wherever the two could differ: then there is no answer here. A test holds
 * that both name the same place.
 */
import {
	EVENT_ID,
	type Event,
	getScalarValue,
	parseEvents,
	SCALAR_STYLE,
	YAMLException,
} from 'js-yaml';
import type { Path } from '../../model/schema-walk.ts';

/** Start and end in the text. A list or group spans many lines: only its start counts. */
export type Spot = readonly [start: number, end: number];

type ScalarEvent = Extract<Event, { type: typeof EVENT_ID.SCALAR }>;

/** The events of the text read last; undefined for one that the fast reader does not take. */
let last: { text: string; events: readonly Event[] | undefined } | undefined;

/**
 * The place of a value, or of its key; of the nearest that there is, where the path leads nowhere.
 *
 * @param maxDepth deeper nests are left to the careful reader
 */
export function spotOf(
	text: string,
	path: Path,
	want: 'key' | 'value',
	maxDepth: number,
): Spot | undefined {
	const part = partOf(text, path[0]);
	const spot = part && spotIn(text.slice(...part), path, want, maxDepth);
	return spot ? [spot[0] + part[0], spot[1] + part[0]] : spotIn(text, path, want, maxDepth);
}

/**
 * Where the lines of a key of the outermost group are: to point at something in them, the others
 * need not be read. A line that starts with a sign of its own is such a key, or an item of its list.
 */
function partOf(text: string, key: PropertyKey | undefined): [number, number] | undefined {
	if (typeof key !== 'string' || !READS_AS_TEXT.test(key) || /[^\w.-]/.test(key)) return undefined;
	const line = `${key}:`;
	const at = text.startsWith(line) ? 0 : text.indexOf(`\n${line}`) + 1;
	if (at === 0 && !text.startsWith(line)) return undefined;
	if (text.includes('\r')) return undefined;
	const rest = /\n[^\s#-]/g;
	rest.lastIndex = at + line.length;
	const end = rest.exec(text);
	return [at, end ? end.index + 1 : text.length];
}

function spotIn(
	text: string,
	path: Path,
	want: 'key' | 'value',
	maxDepth: number,
): Spot | undefined {
	if (last?.text !== text) last = { text, events: eventsOf(text, maxDepth) };
	const { events } = last;
	if (!events) return undefined;
	let node = 1;
	let spot = spotAt(text, events, node);
	for (const [index, key] of path.entries()) {
		const kind = events[node]?.type;
		if (kind === EVENT_ID.MAPPING) {
			const at = keyAt(text, events, node, String(key));
			if (at === 'unsure') return undefined;
			if (at === undefined) break;
			node = at + 1;
			const wantsKey = want === 'key' && index === path.length - 1;
			spot = spotAt(text, events, wantsKey ? at : node);
			if (wantsKey && isScalar(events[node])) return spot;
		} else if (kind === EVENT_ID.SEQUENCE) {
			const at = itemAt(events, node, Number(key));
			if (at === undefined) break;
			node = at;
			spot = spotAt(text, events, node);
		} else break;
		if (!spot) return undefined;
	}
	return spot && (isScalar(events[node]) ? spot : [spot[0], spot[0]]);
}

/** One document without anchors, tags and aliases; its first event opens it, its second is its content. */
function eventsOf(text: string, maxDepth: number): Event[] | undefined {
	// The two count lines by other signs.
	if (text.includes('\r') || text.startsWith('\ufeff')) return undefined;
	try {
		const events = parseEvents(text, { maxDepth });
		const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
		return documents === 1 && events.every(isPlainNode) ? events : undefined;
	} catch (error) {
		if (error instanceof YAMLException || error instanceof RangeError) return undefined;
		throw error;
	}
}

const isPlainNode = (event: Event) =>
	event.type !== EVENT_ID.ALIAS &&
	(!('tagStart' in event) || (event.tagStart === -1 && event.anchorStart === -1));

const isScalar = (event: Event | undefined): event is ScalarEvent =>
	event?.type === EVENT_ID.SCALAR;

/** The event after a node and all that is in it. */
function after(events: readonly Event[], node: number): number {
	let depth = 0;
	for (let at = node; at < events.length; at += 1) {
		const type = events[at]?.type;
		if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
		else if (type === EVENT_ID.POP) depth -= 1;
		if (depth === 0) return at + 1;
	}
	return events.length;
}

/** The event of a key of a group; `unsure` where a key may not read as it is written. */
function keyAt(
	text: string,
	events: readonly Event[],
	group: number,
	wanted: string,
): number | 'unsure' | undefined {
	let at = group + 1;
	while (events[at]?.type !== EVENT_ID.POP) {
		const key = events[at];
		if (!isScalar(key)) return 'unsure';
		const name = getScalarValue(text, key);
		if (key.style === SCALAR_STYLE.PLAIN && !READS_AS_TEXT.test(name)) return 'unsure';
		if (name === wanted) return at;
		at = after(events, at + 1);
	}
	return undefined;
}

/** A plain scalar that is neither a number nor a truth value nor nothing in any reading. */
const READS_AS_TEXT = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z_$]/i;

function itemAt(events: readonly Event[], list: number, index: number): number | undefined {
	let at = list + 1;
	for (let count = 0; events[at]?.type !== EVENT_ID.POP; count += 1) {
		if (count === index) return at;
		at = after(events, at);
	}
	return undefined;
}

/** The place of a node; undefined where the careful reader has to say it. */
function spotAt(text: string, events: readonly Event[], node: number): Spot | undefined {
	const event = events[node];
	if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
		return event.start < 0 ? undefined : [event.start, event.start];
	}
	if (!isScalar(event)) return undefined;
	const { style, valueStart: start, valueEnd: end } = event;
	if (style === SCALAR_STYLE.PLAIN) return end > start ? [start, end] : undefined;
	const isQuoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
	if (isQuoted) return [start - 1, end + 1];
	// The two end a block at different lines where empty ones follow.
	if (!/\S\n$/.test(text.slice(end - 2, end))) return undefined;
	const head = headOf(text, start);
	return head === undefined ? undefined : [head, end];
}

/** Where the sign of a block of text is, on the line above it; undefined where a line is hard to read. */
function headOf(text: string, start: number): number | undefined {
	const from = text.lastIndexOf('\n', start - 2) + 1;
	const [, before] = /^([^#'"|>\n]*)[|>][-+]?[ \t]*\n$/.exec(text.slice(from, start)) ?? [];
	return before?.trim() ? from + before.length : undefined;
}
