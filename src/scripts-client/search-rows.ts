/** Makes the rows of results out of elements: excerpts are text and marks, never markup. */

import { marked, type Run, whyOf } from '#catalogue/pages/search/why.ts';
import { countOf } from '#catalogue/words/count.ts';
import type { IconName } from '#components/ui/icons.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import type { Result, Results } from './search-engine.ts';

export { finder } from './search-engine.ts';

const ENTITIES = new Map([
	['&lt;', '<'],
	['&gt;', '>'],
	['&amp;', '&'],
	['&quot;', '"'],
	['&#39;', "'"],
]);

/** The words of an excerpt with what matched as `mark` elements. */
export function excerptNodes(excerpt: string): Node[] {
	const nodes: Node[] = [];
	let inMark = false;
	for (const part of excerpt.split(/(<\/?mark>)/)) {
		if (part === '<mark>') inMark = true;
		else if (part === '</mark>') inMark = false;
		else if (part) {
			const text = part.replace(/&(?:lt|gt|amp|quot|#39);/g, (code) => ENTITIES.get(code) ?? code);
			nodes.push(inMark ? element('mark', '', text) : document.createTextNode(text));
		}
	}
	return nodes;
}

const runNodes = (runs: readonly Run[]): Node[] =>
	runs.map(({ text, mark }) => (mark ? element('mark', '', text) : document.createTextNode(text)));

const TIERS = new Map<string, IconName>([
	['low', 'tier-low'],
	['medium', 'tier-medium'],
	['high', 'tier-high'],
]);

/** The facts beside a title: what it is, its tier and data, and its state where the page has the mark. */
export function factNodes({ kind, tier, data, state }: Result): Node[] {
	return [
		element('span', 'hit-type', capital(kind)),
		...(tier ? tierNodes(tier) : []),
		...(data ? [element('span', '', data)] : []),
		...(state ? markNodes(`status-${state}`) : []),
	];
}

/** As the component Tier shows it. */
function tierNodes(tier: string): Node[] {
	const name = TIERS.get(tier);
	return name ? [element('span', `tier ${tier}`, icon(name), capital(tier))] : [];
}

/** The summary with the words of the question marked. */
export const summaryNodes = ({ summary }: Result, { ideas }: Results): Node[] =>
	runNodes(marked(summary, ideas));

/** Why it was found and when to take it, or nothing where title and summary say it. */
export function whyNodes(result: Result): Node[] {
	const why = runNodes(whyOf(result));
	const use = result.use ? [document.createTextNode(`Use it when: ${result.use}`)] : [];
	const space = why.length > 0 && use.length > 0 ? [document.createTextNode(' ')] : [];
	return [...why, ...space, ...use];
}

function markNodes(name: string): Node[] {
	const template = document.querySelector<HTMLTemplateElement>(`template[data-mark="${name}"]`);
	return template ? [template.content.cloneNode(true)] : [];
}

/** A word as it is at the start of a label. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The count as a sentence, for eyes and for screen readers. */
export function countText(total: number): string {
	if (total === 0) return 'No results';
	return countOf(total, 'result');
}
