/** A filled prompt as marked text and as chat messages. Runs in the build and in the browser alike. */
import { type ChatMessage, renderMessages, renderPieces } from '../read/prompts/render.ts';
import type { TemplateNode } from '../read/prompts/template.ts';
import { formatNumber } from '../words/number.ts';
import type { Filled } from './prompt-fill.ts';

/** A stretch of the preview: a role, text of the template, a value, or the mark of a missing one. */
export interface Span {
	kind: 'role' | 'text' | 'value' | 'gap';
	text: string;
}

export interface Preview {
	/** Joined they are the text to copy. */
	spans: Span[];
	/** The messages as JSON. */
	json: string;
	/** Rough size in words, such as "about 1,200 tokens". */
	size: string;
}

const PLACEHOLDER = /^\{\{[\w.]+\}\}$/;

/** Renders a template with what a form holds. */
export function previewOf(nodes: readonly TemplateNode[], { input, problems }: Filled): Preview {
	const gaps = new Set(
		problems.filter(({ missing }) => missing).map(({ path }) => path.split('.')[0]),
	);
	const spans = renderPieces(nodes, input).flatMap(({ role, pieces }, index): Span[] => [
		{ kind: 'role', text: `${index > 0 ? '\n\n' : ''}${role}\n` },
		...trimmed(
			pieces.map(({ text, variable }): Span => {
				if (variable === undefined) return { kind: 'text', text };
				return { kind: gaps.has(variable) && PLACEHOLDER.test(text) ? 'gap' : 'value', text };
			}),
		),
	]);
	const messages = renderMessages(nodes, input);
	return { spans, json: JSON.stringify(messages, null, 2), size: sizeOf(messages) };
}

/** Drops the blank lines around a message, which the marks of the roles leave behind. */
function trimmed(spans: readonly Span[]): Span[] {
	const filled = ({ text }: Span) => text.trim() !== '';
	const first = spans.findIndex(filled);
	const last = spans.findLastIndex(filled);
	return spans.slice(first, last + 1).map((span, index) => {
		const start = index === 0 ? span.text.replace(/^\s*\n/, '') : span.text;
		return { ...span, text: index === last - first ? start.trimEnd() : start };
	});
}

const CHARACTERS_PER_TOKEN = 4;

/** Models count differently, so two digits are all that can honestly be said. */
function sizeOf(messages: readonly ChatMessage[]): string {
	const characters = messages.reduce((sum, { content }) => sum + content.length, 0);
	const tokens = Number((characters / CHARACTERS_PER_TOKEN).toPrecision(2));
	return `about ${formatNumber(Math.max(1, Math.round(tokens)))} tokens`;
}
