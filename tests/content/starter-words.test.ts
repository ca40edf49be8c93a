/** What a starter says to the team that runs it: no words of content/wording.yaml. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { finderOf } from '#catalogue/words/avoid.ts';
import { wordingSchema } from '#schemas/wording.ts';
import { textsOfFile } from '../support/interface-texts.ts';

const root = join(import.meta.dirname, '../..');
const { avoid, fine } = wordingSchema.parse(
	parse(readFileSync(join(root, 'content/wording.yaml'), 'utf8')),
);
const find = finderOf(avoid);
const starters = ['content/starter/**/*.ts', 'patterns/*/starter/**/*.ts'];
const listed = execFileSync('git', ['ls-files', '-z', '--', ...starters], {
	cwd: root,
	encoding: 'utf8',
}).split('\0');

test('the messages of the starters use no words to avoid', () => {
	const found = listed
		.filter((file) => file.endsWith('.ts') && !/\.test\.ts$/.test(file))
		.flatMap((file) => textsOfFile(root, file))
		.flatMap(({ file, line, text }) =>
			fine.some((one) => one.file === file && text.includes(one.text))
				? []
				: find(text).map((hit) => `${file}:${line} "${hit.text}": write for example ${hit.better}`),
		);
	expect(found).toEqual([]);
});
