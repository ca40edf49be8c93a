import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entry, findingsIn } from '#tests/support/build.ts';
import { LEFT_OUT, LEFT_OUT_KEYS } from './left-out.ts';

const contributing = readFileSync(new URL('../../../../CONTRIBUTING.md', import.meta.url), 'utf8');
const prompt = entry('prompts');

/** What a reader would look for in the table. */
const searched: Readonly<Record<string, string>> = { partial: 'Partials', decorator: 'decorators' };

test.each(Object.keys(LEFT_OUT))('the table in CONTRIBUTING lists %s', (name) => {
	expect(contributing).toContain(searched[name] ?? name);
});

test.each(['tools', 'toolDefs', 'maxTurns', 'toolChoice', 'safetySettings', 'variant', 'metadata'])(
	'the table in CONTRIBUTING lists the key %s',
	(name) => expect(contributing).toContain(`\`${name}\``),
);

test.each(Object.entries(LEFT_OUT_KEYS))('the key %s says why it is left out', async (key, fix) => {
	const text = prompt.source.replace('---\n', `---\n${key}: x\n`);
	expect(await findingsIn(prompt.file, text)).toMatchObject([
		{ rule: 'schema', message: `unknown key "${key}".`, fix },
	]);
});

test.each([
	['schema: Customer', 'so it cannot refer to a schema by name'],
	['schema: { question: Customer }', 'so it cannot refer to a schema by name'],
	['schema: { question: strin }', 'Did you mean "string"?'],
])('input with %s', async (line, fix) => {
	const text = prompt.source.replace(/^input:\n(?: +.*\n)+/m, `input:\n  ${line}\n`);
	const found = await findingsIn(prompt.file, text);
	expect(found[0]?.fix).toContain(fix);
});

test('topK is passed on', async () => {
	const text = prompt.source
		.replace('---\n', '---\nconfig: { topK: 40 }\n')
		.replace(/^config: \{\}\n/m, '');
	expect(await findingsIn(prompt.file, text)).toEqual([]);
});
