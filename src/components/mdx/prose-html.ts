/** The prose of an entry as HTML: chunks as they are, notes as the page shows them. */
import { NOTE_KINDS, NOTE_TONES, NOTE_WORDS } from '#catalogue/read/mdx/components.ts';
import { classHtml, textHtml } from '#catalogue/words/escape-html.ts';
import type { BodyNode } from '#site/mdx.ts';

/** From `renderBody`: the guard has refused everything but Markdown and known components. */
export const proseHtml = (nodes: readonly BodyNode[]): string =>
	nodes
		.map((node) => ('html' in node ? node.html : noteHtml(node.props, proseHtml(node.children))))
		.join('');

/** A note: something to know, a decision with its reason, or a warning. */
function noteHtml({ kind, title }: Record<string, string>, inside: string): string {
	const known = NOTE_KINDS.find((one) => one === kind) ?? 'info';
	const word = NOTE_WORDS[known];
	const name = textHtml(title ? `${word}: ${title}` : word);
	return `<div${classHtml('note', NOTE_TONES[known])} role="note"><p><b>${name}</b></p>${inside}</div>`;
}
