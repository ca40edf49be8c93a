/** Makes the rows of results out of elements: excerpts are text and marks, never markup. */
import type { Hit } from './search-engine.ts';

const ENTITIES = new Map([
	['&lt;', '<'],
	['&gt;', '>'],
	['&amp;', '&'],
	['&quot;', '"'],
	['&#39;', "'"],
]);

/** Words kept before the first match. */
const LEAD = 2;

/** An element with a class and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	if (className) made.className = className;
	made.append(...content);
	return made;
}

/** The words of an excerpt with what matched as `mark` elements. */
export function excerptNodes(excerpt: string): Node[] {
	const nodes: Node[] = [];
	let marked = false;
	for (const part of excerpt.split(/(<\/?mark>)/)) {
		if (part === '<mark>') marked = true;
		else if (part === '</mark>') marked = false;
		else if (part) {
			const text = part.replace(/&(?:lt|gt|amp|quot|#39);/g, (code) => ENTITIES.get(code) ?? code);
			nodes.push(marked ? element('mark', '', text) : document.createTextNode(text));
		}
	}
	return nodes;
}

/**
 * The excerpt from a few words before the first match, for a row of one line.
 *
 * @example
 * fromMatch('one two three four <mark>five</mark>') // => '… three four <mark>five</mark>'
 */
export function fromMatch(excerpt: string): string {
	const at = excerpt.indexOf('<mark>');
	const before = excerpt.slice(0, Math.max(0, at)).split(' ');
	if (before.length <= LEAD + 1) return excerpt;
	return `… ${before.slice(-LEAD - 1).join(' ')}${excerpt.slice(at)}`;
}

/** What stands beside a title: the type, then tier and status where the page offers their marks. */
export function factNodes({ type, tier, status }: Hit): Node[] {
	return [
		element('span', 'hit-type', capital(type)),
		...(tier ? markNodes(`tier-${tier}`) : []),
		...(status ? markNodes(`status-${status}`) : []),
	];
}

/** The line under a title: the name it was found by, or what it is, or where the words stand. */
export function textNodes(hit: Hit): Node[] {
	if (hit.alias) return [document.createTextNode('Also called '), element('mark', '', hit.alias)];
	const elsewhere = hit.sections.length === 0 && hit.excerptFits;
	return elsewhere ? excerptNodes(hit.excerpt) : [document.createTextNode(hit.summary)];
}

function markNodes(name: string): Node[] {
	const template = document.querySelector<HTMLTemplateElement>(`template[data-mark="${name}"]`);
	return template ? [template.content.cloneNode(true)] : [];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The count as a sentence, for eyes and for screen readers. */
export function countText(total: number): string {
	if (total === 0) return 'No results';
	return total === 1 ? '1 result' : `${total} results`;
}
