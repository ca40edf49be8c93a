import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';
import { soundTexts } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { register } from './register.ts';

const manifest = {
	form: 1,
	pattern: 'summary',
	version: '1.0.0',
	digest: 'a'.repeat(64),
	files: {},
};
const FLAGS = ['--title', 'Legal desk', '--owner', 'office', '--outcome', 'less-reading'];

async function registered(text: string, ...flags: string[]) {
	const { root } = repositoryOf({ '.gitignore': '.cache/\n', ...soundTexts() });
	writeFileSync(join(root, 'catalogue.json'), text);
	return { root, ...(await call(root, register, 'catalogue.json', ...flags)) };
}

test('the draft names what was taken, and the checks find only what is to fill', async () => {
	const { root, code } = await registered(JSON.stringify(manifest), ...FLAGS);
	expect(code).toBe(0);
	const path = 'content/use-cases/legal-desk.yaml';
	expect(readFileSync(join(root, path), 'utf8')).toContain('a'.repeat(64));
	const { findings } = await loadCatalogue(root);
	const own = findings.filter(({ file }) => file === path);
	expect(own.filter(({ rule }) => rule !== 'to-fill')).toEqual([]);
});

test.each([
	['half a manifest', JSON.stringify(manifest).slice(0, 40), 'is not the manifest'],
	['a newer form', JSON.stringify({ ...manifest, form: 2 }), 'is not the manifest'],
	[
		'another pattern',
		JSON.stringify({ ...manifest, pattern: 'elsewhere' }),
		'which this catalogue does not have',
	],
])('%s is refused in one line, and nothing is written', async (_, text, said) => {
	const { root, code, error } = await registered(text, ...FLAGS);
	expect([code, error[0]]).toEqual([2, expect.stringContaining(said)]);
	expect(existsSync(join(root, 'content/use-cases/legal-desk.yaml'))).toBe(false);
});

test('a team that is not there is named', async () => {
	const { code, error } = await registered(JSON.stringify(manifest), ...FLAGS.with(3, 'ofice'));
	expect([code, error.join(' ')]).toEqual([2, expect.stringContaining('Did you mean "office"?')]);
});
