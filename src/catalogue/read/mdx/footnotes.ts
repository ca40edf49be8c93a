/** Footnotes: each text is used, and there is one text for each mark. */
import type { MdastNode } from 'satteri';
import { add, type BodyFacts } from './facts.ts';

/** Finds footnotes whose text no reader would see. A mark without a text is found as text. */
export function footnotes(root: MdastNode, facts: BodyFacts): void {
	const used = new Set<string>();
	const texts: Extract<MdastNode, { type: 'footnoteDefinition' }>[] = [];
	const visit = (node: MdastNode, depth: number): void => {
		if (depth > 60) return;
		if (node.type === 'footnoteReference') used.add(node.identifier);
		if (node.type === 'footnoteDefinition') texts.push(node);
		if ('children' in node) for (const child of node.children) visit(child as MdastNode, depth + 1);
	};
	visit(root, 0);
	const seen = new Set<string>();
	for (const text of texts) {
		const mark = `[^${text.label ?? text.identifier}]`;
		if (seen.has(text.identifier)) {
			add(facts, text, `the footnote ${mark} has two texts.`, 'Keep one, or give it another mark.');
		} else if (!used.has(text.identifier)) {
			const fix = `Put ${mark} where it belongs, or delete the footnote.`;
			add(facts, text, `the footnote ${mark} is never used, so no reader sees it.`, fix);
		}
		seen.add(text.identifier);
	}
}
