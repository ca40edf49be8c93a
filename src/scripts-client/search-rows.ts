/** Makes the rows of results out of elements: excerpts are text and marks, never markup. */
import type { IconName } from '#components/ui/icons.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
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

const TIERS = new Map<string, IconName>([
	['low', 'tier-low'],
	['medium', 'tier-medium'],
	['high', 'tier-high'],
]);

/** What stands beside a title: the type, the tier, and the status where the page offers its mark. */
export function factNodes({ type, tier, status }: Hit): Node[] {
	return [
		element('span', 'hit-type', capital(type)),
		...(tier ? tierNodes(tier) : []),
		...(status ? markNodes(`status-${status}`) : []),
	];
}

/** As the component Tier shows it. */
function tierNodes(tier: string): Node[] {
	const name = TIERS.get(tier);
	return name ? [element('span', `tier ${tier}`, icon(name), capital(tier))] : [];
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

/** A word as it stands at the start of a label. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The count as a sentence, for eyes and for screen readers. */
export function countText(total: number): string {
	if (total === 0) return 'No results';
	return total === 1 ? '1 result' : `${total} results`;
}
