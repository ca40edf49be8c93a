/**
 * Links the first use of each glossary term in the prose of a page to its meaning.
 *
 * It works on the finished HTML, because only there is it known what comes first on a page. It adds
 * links and changes nothing else: without them the HTML is as it was.
 */
import type { Catalogue } from '../../model/catalogue.ts';
import { glossaryTerms, namesOf } from '../../model/glossary.ts';
import { keeper } from '../../model/keep.ts';
import { escapeHtml } from '../../words/escape-html.ts';
import { type Named, termFinder } from '../../words/term-finder.ts';

/** Most links of a page: more, and a reader sees links rather than sentences. */
export const MOST_TERMS = 12;

/**
 * What the elements are: sentences are in `prose`, and what is in none of them is a label; words that
 * are names, figures, code, or that act when they are clicked are `never` linked.
 */
type Kind = 'prose' | 'never' | 'empty';
const named = (kind: Kind, names: string) => names.split(' ').map((name) => [name, kind] as const);
const KINDS = new Map<string, Kind>([
	...named('prose', 'p li dd blockquote figcaption'),
	...named('never', 'a button summary label legend select textarea dialog template'),
	...named('never', 'h1 h2 h3 h4 h5 h6 dt b strong caption table time code pre kbd samp'),
	...named('never', 'svg math nav script style noscript title'),
	...named('empty', 'area base br col embed hr img input link meta source track wbr'),
]);
/** Attributes of words that are marks and labels rather than sentences. */
const MARK = /\s(?:aria-hidden="?true|class="(?:[^"]* )?(?:label|tag|st|mono|ref|vh|tb)[ "])/;
/** A shorter text is a label, such as "High tier". */
const SENTENCE = 24;

/** An element that is not yet closed, and whose words may be linked. */
interface Open {
	name: string;
	/** Whether sentences are expected in it. */
	prose: boolean;
}

export interface Linked {
	html: string;
	/** Ids of the terms that are linked, in the order of their first use. */
	used: string[];
}

export interface LinkOptions {
	/** Address of the meaning of a term. */
	href: (id: string) => string;
	/** Ids of terms that this page explains itself. */
	without?: ReadonlySet<string>;
}

/** What links terms, and which of them a page explains itself, by its path. */
interface Linker {
	link: ReturnType<typeof termLinker>;
	explained: ReadonlyMap<string | undefined, readonly { id: string }[]>;
}
const keepLinker = keeper<Linker>('term-linker');

/**
 * The HTML of a page with its terms linked; those whose meaning this page explains itself stay plain.
 *
 * @param path of the page, from the root of the site
 */
export function linkTerms(
	html: string,
	catalogue: Catalogue,
	{ path, href }: { path: string; href: (id: string) => string },
): Linked {
	const { link, explained } = keepLinker(catalogue.glossary, '', () => {
		const terms = glossaryTerms(catalogue);
		return {
			link: termLinker(terms.filter(({ linked }) => linked).map(namesOf)),
			explained: Map.groupBy(
				terms.flatMap(({ id, see }) => see.map((to) => ({ id, page: to.split('#')[0] }))),
				({ page }) => page,
			),
		};
	});
	const own = explained.get(path);
	return link(html, { href, ...(own && { without: new Set(own.map(({ id }) => id)) }) });
}

/** A function that links terms in a piece of HTML that is well formed, with names in lower case. */
export function termLinker(terms: readonly Named[]) {
	const find = termFinder(
		terms.map(({ id, names }) => ({ id, names: names.map((name) => escapeHtml(name)) })),
	);
	return (html: string, { href, without = new Set() }: LinkOptions): Linked => {
		const used = new Set<string>();
		const open: Open[] = [];
		let made = '';
		let done = 0;
		for (let at = 0; at < html.length && used.size < MOST_TERMS; ) {
			const tag = html.indexOf('<', at);
			const until = tag === -1 ? html.length : tag;
			if (until - at >= SENTENCE && open.at(-1)?.prose) {
				for (const { id, start, end } of find(html, at, until)) {
					if (used.has(id) || without.has(id) || used.size >= MOST_TERMS) continue;
					used.add(id);
					made += `${html.slice(done, start)}<a class="term" href="${href(id)}">${html.slice(start, end)}</a>`;
					done = end;
				}
			}
			at = until < html.length ? pass(html, until, open) : until;
		}
		return { html: made + html.slice(done), used: [...used] };
	};
}

/** Goes past the tag, the comment or the element without prose at a place; notes what is open after it. */
function pass(html: string, at: number, open: Open[]): number {
	if (html.startsWith('<!--', at)) return after(html, '-->', at);
	const end = endOfTag(html, at);
	const closing = html.charCodeAt(at + 1) === SLASH;
	const start = at + (closing ? 2 : 1);
	const stop = endOfName(html, start, end);
	const name = html.slice(start, stop);
	if (closing) {
		const last = open.findLastIndex((one) => one.name === name);
		if (last !== -1) open.length = last;
	} else if (stop > start && html.charCodeAt(end - 2) !== SLASH) {
		const kind = KINDS.get(name);
		if (kind === 'empty') return end;
		if (kind === 'never' || MARK.test(html.slice(stop, end))) return afterElement(html, name, end);
		open.push({ name, prose: kind === 'prose' || open.at(-1)?.prose === true });
	}
	return end;
}

/**
 * Just behind the end of an element that starts before a place, whatever is in it. Most of a page is
 * in tables, links and drawings, so of what is in them only their own name is read.
 */
function afterElement(html: string, name: string, from: number): number {
	// What follows is text up to its end, whatever it looks like.
	if (name === 'script' || name === 'style') return afterText(html, name, from);
	const initial = name.charCodeAt(0);
	let depth = 1;
	let at = from;
	while (depth > 0 && at < html.length) {
		const tag = nextTag(html, at);
		if (html.startsWith('<!--', tag)) {
			at = after(html, '-->', tag);
			continue;
		}
		at = endOfTag(html, tag);
		const closing = html.charCodeAt(tag + 1) === SLASH;
		const start = tag + (closing ? 2 : 1);
		const sign = html.charCodeAt(start);
		if (sign === initial && isNamed(html, name, start)) {
			if (closing) depth -= 1;
			else if (html.charCodeAt(at - 2) !== SLASH) depth += 1;
		} else if (sign === SMALL_S && !closing) {
			if (isNamed(html, 'script', start)) at = afterText(html, 'script', at);
			if (isNamed(html, 'style', start)) at = afterText(html, 'style', at);
		}
	}
	return at;
}

/** Where the next tag or comment starts; the end where there is none. */
function nextTag(html: string, from: number): number {
	let at = from;
	while (at < html.length && html.charCodeAt(at) !== START) at += 1;
	return at;
}

/** Whether a tag has this name; its name starts at a place. */
const isNamed = (html: string, name: string, start: number) =>
	html.startsWith(name, start) && !isNameSign(html.charCodeAt(start + name.length));

const afterText = (html: string, name: string, from: number) =>
	after(html, '>', after(html, `</${name}`, from));

function after(html: string, mark: string, from: number): number {
	const at = html.indexOf(mark, from);
	return at === -1 ? html.length : at + mark.length;
}

const [QUOTE, APOSTROPHE, HYPHEN, SLASH, START, END, SMALL_S] = [34, 39, 45, 47, 60, 62, 115];

/** Letters, digits and hyphens; spaces are before the slash in the order of signs. */
const isNameSign = (sign: number) => (sign > SLASH && sign !== END) || sign === HYPHEN;

function endOfName(html: string, from: number, end: number): number {
	let at = from;
	while (at < end && isNameSign(html.charCodeAt(at))) at += 1;
	return at;
}

/** Just behind the ">" of a tag; one in the value of an attribute does not end it. */
function endOfTag(html: string, from: number): number {
	let quote = 0;
	for (let at = from; at < html.length; at += 1) {
		const sign = html.charCodeAt(at);
		if (quote !== 0) {
			if (sign === quote) quote = 0;
		} else if (sign === END) return at + 1;
		else if (sign === QUOTE || sign === APOSTROPHE) quote = sign;
	}
	return html.length;
}
