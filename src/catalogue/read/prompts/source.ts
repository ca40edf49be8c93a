/** The text of a template by role, with its marks left in place. */
import { ROLES, type Role } from './template.ts';

export interface MessageTemplate {
	role: Role;
	/** Template text, Handlebars marks included. */
	content: string;
}

const ROLE = /\{\{\s*role\s+"([a-z]+)"\s*\}\}[ \t]*\r?\n?/g;

/**
 * Splits a template at its role marks.
 *
 * @example
 * messageTemplates('{{role "system"}}\nSort it.\n{{role "user"}}\n{{text}}')
 * // => [{ role: 'system', content: 'Sort it.' }, { role: 'user', content: '{{text}}' }]
 */
export function messageTemplates(template: string): MessageTemplate[] {
	const pieces = template.split(ROLE);
	const first = (pieces[0] ?? '').trim();
	const messages: MessageTemplate[] = first ? [{ role: 'user', content: first }] : [];
	for (let index = 1; index < pieces.length; index += 2) {
		const role = ROLES.find((known) => known === pieces[index]);
		const content = (pieces[index + 1] ?? '').trim();
		if (role && content) messages.push({ role, content });
	}
	return messages;
}
