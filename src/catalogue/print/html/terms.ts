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

/** Elements in which sentences are; what is in none of them is a label. */
const PROSE = new Set(['p', 'li', 'dd', 'blockquote', 'figcaption']);
/** Elements whose words are names, figures, code, or already act when they are clicked. */
const NEVER = new Set([
	...['a', 'button', 'summary', 'label', 'legend', 'select', 'textarea', 'dialog', 'template'],
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'b', 'strong', 'caption', 'table', 'time'],
	...['code', 'pre', 'kbd', 'samp', 'svg', 'math', 'nav', 'script', 'style', 'noscript', 'title'],
]);
/** Classes of words that are marks and labels rather than sentences. */
const MARKS = new Set(['label', 'tag', 'st', 'mono', 'ref', 'vh', 'tb']);
const VOID = new Set([
	...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
	...['track', 'wbr'],
]);
/** A shorter text is a label, such as "High tier". */
const SENTENCE = 24;

interface Open {
	name: string;
	/** Whether sentences are expected in it. */
	prose: boolean;
	/** Whether nothing in it may be linked. */
	never: boolean;
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

const keepLinker = keeper<ReturnType<typeof termLinker>>('term-linker');

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
	const terms = glossaryTerms(catalogue);
	const link = keepLinker(catalogue.glossary, '', () =>
		termLinker(terms.filter(({ linked }) => linked).map(namesOf)),
	);
	const own = terms.filter(({ see }) => see.some((to) => to.split('#')[0] === path));
	return link(html, { href, without: new Set(own.map(({ id }) => id)) });
}

/** A function that links terms in a piece of HTML that is well formed. */
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
			const inside = open.at(-1);
			const tag = html.indexOf('<', at);
			const until = tag === -1 ? html.length : tag;
			if (inside?.prose && !inside.never && until - at >= SENTENCE) {
				for (const { id, start, end } of find(html.slice(at, until))) {
					if (used.has(id) || without.has(id) || used.size >= MOST_TERMS) continue;
					used.add(id);
					const words = html.slice(at + start, at + end);
					made += `${html.slice(done, at + start)}<a class="term" href="${href(id)}">${words}</a>`;
					done = at + end;
				}
			}
			at = tag === -1 ? html.length : pass(html, tag, open);
		}
		return { html: made + html.slice(done), used: [...used] };
	};
}

/** Goes past the tag or comment at a place, and notes what is open after it. */
function pass(html: string, at: number, open: Open[]): number {
	if (html.startsWith('<!--', at)) return after(html, '-->', at);
	const end = endOfTag(html, at);
	const closing = html[at + 1] === '/';
	const start = at + (closing ? 2 : 1);
	let stop = start;
	while (stop < end && !' \t\n\r/>'.includes(html[stop] ?? '>')) stop += 1;
	const name = html.slice(start, stop).toLowerCase();
	if (closing) {
		const last = open.findLastIndex((one) => one.name === name);
		if (last !== -1) open.length = last;
	} else if (name !== '' && !VOID.has(name) && html[end - 2] !== '/') {
		const inside = open.at(-1);
		open.push({
			name,
			prose: inside?.prose === true || PROSE.has(name),
			never: inside?.never === true || NEVER.has(name) || isMark(html.slice(stop, end)),
		});
		// What follows is text up to its end, whatever it looks like.
		if (name === 'script' || name === 'style') {
			const close = html.indexOf(`</${name}`, end);
			return close === -1 ? html.length : close;
		}
	}
	return end;
}

function after(html: string, mark: string, from: number): number {
	const at = html.indexOf(mark, from);
	return at === -1 ? html.length : at + mark.length;
}

/** Just behind the ">" of a tag; one in the value of an attribute does not end it. */
function endOfTag(html: string, from: number): number {
	let quote = '';
	for (let at = from; at < html.length; at += 1) {
		const sign = html[at] ?? '';
		if (quote !== '') {
			if (sign === quote) quote = '';
		} else if (sign === '"' || sign === "'") quote = sign;
		else if (sign === '>') return at + 1;
	}
	return html.length;
}

function isMark(attributes: string): boolean {
	if (/\saria-hidden="?true/.test(attributes)) return true;
	const [, classes = ''] = /\sclass="([^"]*)"/.exec(attributes) ?? [];
	return classes.split(' ').some((name) => MARKS.has(name));
}
