/** Commands that replace what they have read hold the lock from the reading to the writing. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** They make their file from other files alone, so the last one to write is right. */
const MAKES_IT_ANEW = ['codeowners.ts', 'report.ts', 'starter.ts'];

const sources = readdirSync(import.meta.dirname)
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
	.map((name) => ({ name, text: readFileSync(`${import.meta.dirname}/${name}`, 'utf8') }));

test('every command that replaces files says so, and then runs alone', () => {
	const replacing = sources.filter(({ text }) => /overwrite: true|remove: true/.test(text));
	expect(replacing.length).toBeGreaterThan(3);
	const silent = replacing.filter(({ text }) => !text.includes('writes: true'));
	expect(silent.map(({ name }) => name).filter((name) => !MAKES_IT_ANEW.includes(name))).toEqual(
		[],
	);
});
