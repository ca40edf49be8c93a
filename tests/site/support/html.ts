/** Reads the elements of a page: enough to look at attributes and text, and quick on many pages. */

export interface Element {
	name: string;
	attributes: ReadonlyMap<string, string>;
	/** Nearest element around it. */
	parent: Element | undefined;
	/** 1-based line of its start tag. */
	line: number;
	/** The text inside, without tags and comments, in one line. */
	text: () => string;
}

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** What stands in these is text, whatever it looks like. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);

/**
 * The elements in document order. It trusts that end tags are in order, which the validator checks
 * on the same pages.
 */
export function readElements(html: string): Element[] {
	const elements: Element[] = [];
	const open: { element: Element; close: (at: number) => void }[] = [];
	const close = (name: string, at: number) => {
		const found = open.findLastIndex(({ element }) => element.name === name);
		if (found < 0) return;
		for (const left of open.splice(found)) left.close(at);
	};
	const lineAt = lineCounter(html);
	const token = new RegExp(TOKEN);
	for (let match = token.exec(html); match; match = token.exec(html)) {
		const [all, slash, tag, attributes = ''] = match;
		if (tag === undefined) continue;
		const name = tag.toLowerCase();
		if (slash) {
			close(name, match.index);
			continue;
		}
		const start = match.index + all.length;
		let end = start;
		const element: Element = {
			name,
			attributes: readAttributes(attributes),
			parent: open.at(-1)?.element,
			line: lineAt(match.index),
			text: () => plainText(html.slice(start, end)),
		};
		elements.push(element);
		if (VOID.has(name) || attributes.endsWith('/')) continue;
		const setEnd = (at: number) => {
			end = at;
		};
		open.push({ element, close: setEnd });
		if (!RAW.has(name)) continue;
		const last = html.indexOf(`</${name}`, start);
		token.lastIndex = last < 0 ? html.length : last;
	}
	return elements;
}

function readAttributes(text: string): Map<string, string> {
	const attributes = new Map<string, string>();
	for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
		attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
	}
	return attributes;
}

/** Counts on from the last place asked for: places come in order. */
function lineCounter(html: string): (at: number) => number {
	let line = 1;
	let next = html.indexOf('\n');
	return (at) => {
		while (next >= 0 && next < at) {
			line += 1;
			next = html.indexOf('\n', next + 1);
		}
		return line;
	};
}

function plainText(html: string): string {
	return decode(html.replace(TOKEN, '')).replace(/\s+/g, ' ').trim();
}

const NAMED = new Map(
	Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }),
);

function decode(text: string): string {
	return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (all, hex, decimal, name) => {
		if (name) return NAMED.get(name) ?? all;
		return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
	});
}
