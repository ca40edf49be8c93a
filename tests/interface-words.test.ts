/** The product speaks as it asks of its content: no words of content/wording.yaml in what people read. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { finderOf } from '#catalogue/words/avoid.ts';
import { wordingSchema } from '#schemas/wording.ts';
import { textsOfFile } from './support/interface-texts.ts';

const root = join(import.meta.dirname, '..');
const { avoid, fine } = wordingSchema.parse(
	parse(readFileSync(join(root, 'content/wording.yaml'), 'utf8')),
);
const find = finderOf(avoid);
const listed = execFileSync('git', ['ls-files', '-z', '--', 'src', 'scripts', 'schemas', '*.md'], {
	cwd: root,
	encoding: 'utf8',
}).split('\0');
const files = listed.filter(
	(file) => /\.(?:ts|astro)$/.test(file) || /^(?:README|CONTRIBUTING|SECURITY)\.md$/.test(file),
);
const texts = files
	.filter((file) => !/\.test\.ts$/.test(file))
	.flatMap((file) => textsOfFile(root, file));

test('what people read uses no words to avoid', () => {
	const found = texts.flatMap(({ file, line, text }) =>
		fine.some((one) => one.file === file && text.includes(one.text))
			? []
			: find(text).map((hit) => `${file}:${line} "${hit.text}": write for example ${hit.better}`),
	);
	expect(found).toEqual([]);
});

test('each exception for the product is still needed', () => {
	const ours = fine.filter(({ file }) => files.includes(file));
	const idle = ours.filter(
		(one) =>
			!texts.some(
				({ file, text }) => file === one.file && text.includes(one.text) && find(text).length > 0,
			),
	);
	expect(idle).toEqual([]);
});

describe('the texts of a file', () => {
	test('are the strings of a script, with a letter for what is filled in', () => {
		const said = textsOfFile(root, 'src/catalogue/words/phrase.ts');
		expect(said.every(({ text }) => /\w \w/.test(text))).toBe(true);
		expect(textsOfFile(root, 'scripts/commands/build.ts').length).toBeGreaterThan(3);
	});

	test('are the words of a component, without its classes', () => {
		const said = textsOfFile(root, 'src/pages/404.astro').map(({ text }) => text);
		expect(said.join(' ')).toContain('We cannot find that page');
		expect(said.join(' ')).not.toContain('h1-m');
	});
});
