import { expect, test } from 'vitest';
import { entry } from '#tests/support/build.ts';
import { plainText } from './plain-text.ts';

const page = 'https://catalogue.example/prompts/ask/';
const body = `{{role "system"}}
Answer {{name}} in one sentence.

{{role "user"}}
{{#each texts}}
- {{this}}
{{/each}}
{{role "model"}}
Yes.
`;

test('a prompt as plain text says what it is, then each role under its heading', () => {
	const [first, second, ...rest] = plainText(entry('prompts', 'ask', {}, { body }), page).split(
		'\n',
	);
	expect(first).toBe('ask 1.0.0 for small: https://catalogue.example/prompts/ask/');
	expect(second).toMatch(/^Replace each \{\{name\}\} with a value\. \{\{#each list\}\}/);
	expect(rest.join('\n')).toBe(`
=== System ===

Answer {{name}} in one sentence.

=== User ===

{{#each texts}}
- {{this}}
{{/each}}

=== Model ===

Yes.
`);
});

test('a prompt without blocks explains none', () => {
	expect(plainText(entry('prompts', 'ask'), page)).not.toContain('{{#');
});
