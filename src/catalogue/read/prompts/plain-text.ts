/** A prompt as plain text, for a person who pastes it into a chat window and fills it by hand. */
import type { Entry } from '../../model/catalogue.ts';
import { messageTemplates } from './source.ts';
import type { Role } from './template.ts';

const HEADINGS = { system: 'System', user: 'User', model: 'Model' } as const satisfies Record<
	Role,
	string
>;

/** The template by role, its marks left as they are; the first line says which text this is. */
export function plainText({ id, data, body }: Entry<'prompts'>, page: string): string {
	const messages = messageTemplates(body);
	const parts = messages.map(({ role, content }) => `=== ${HEADINGS[role]} ===\n\n${content}\n`);
	const marks = /\{\{[#^]/.test(body)
		? 'Replace each {{name}} with a value. {{#each list}} repeats its lines for every item; {{#if name}} keeps them where there is a value.'
		: 'Replace each {{name}} with a value.';
	return [`${id} ${data.version} for ${data.model}: ${page}\n${marks}\n`, ...parts].join('\n');
}
