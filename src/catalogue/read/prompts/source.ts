/** The text of a template by role, with its marks left in place. */
import { parseTemplate, type Role, type TemplateNode } from './template.ts';

export interface MessageTemplate {
	role: Role;
	/** Template text, Handlebars marks included. */
	content: string;
}

/**
 * Splits a template at its role marks, by the reader that everything else uses. Each part filled
 * alone gives what the whole gives for that message, up to spaces at its ends.
 *
 * @example
 * messageTemplates('{{role "system"}}\nSort it.\n{{role "user"}}\n{{text}}')
 * // => [{ role: 'system', content: 'Sort it.' }, { role: 'user', content: '{{text}}' }]
 */
export function messageTemplates(template: string): MessageTemplate[] {
	const text = template.trim();
	const { cuts, nodes, problems } = parseTemplate(text);
	// What cannot be read is not split: a release is kept as it was, whatever the rules are today.
	if (problems.length > 0) return text ? [{ role: 'user', content: text }] : [];
	const parts = partsOf(nodes);
	const messages: MessageTemplate[] = [];
	for (const [index, part] of parts.entries()) {
		const before = cuts[index - 1];
		const content = text.slice(before?.end ?? 0, cuts[index]?.start);
		if (content.trim() === '') continue;
		messages.push({ role: before?.role ?? 'user', content: standing(content.trim(), part) });
	}
	return messages;
}

/** The nodes between the roles. */
function partsOf(nodes: readonly TemplateNode[]): TemplateNode[][] {
	const parts: TemplateNode[][] = [[]];
	for (const node of nodes) {
		if ('role' in node) parts.push([]);
		else parts.at(-1)?.push(node);
	}
	return parts;
}

/** A mark that renders as nothing. */
const NOTHING = '{{! }}';

/**
 * The text such that it means alone what it means behind its role. A block that is alone on its line
 * takes the line break with it, and at the start of a text it looks alone; then a comment stands in
 * for the role.
 */
function standing(content: string, meant: readonly TemplateNode[]): string {
	const forms = [content, NOTHING + content, content + NOTHING, NOTHING + content + NOTHING];
	const wanted = trimmed(meant);
	return forms.find((form) => trimmed(parseTemplate(form).nodes) === wanted) ?? content;
}

/** Nodes as a text to compare: neighbouring texts joined, without spaces at the ends. */
function trimmed(nodes: readonly TemplateNode[]): string {
	const joined: TemplateNode[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (last && 'text' in last && 'text' in node) last.text += node.text;
		else joined.push({ ...node });
	}
	const [first] = joined;
	if (first && 'text' in first) first.text = first.text.trimStart();
	const last = joined.at(-1);
	if (last && 'text' in last) last.text = last.text.trimEnd();
	return JSON.stringify(joined.filter((node) => !('text' in node) || node.text !== ''));
}
