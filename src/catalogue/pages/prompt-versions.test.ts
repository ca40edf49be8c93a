import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { comparisonsOf, versionsOf } from './prompt-versions.ts';

const change = (version: string) => ({
	version,
	date: '2026-11-01',
	impact: 'minor' as const,
	summary: 'A change to the prompt.',
});
const prompt = entry('prompts', 'ask', {
	version: '2.0.0',
	'catalogue.changes': ['2.0.0', '1.1.0', '1.0.0', '0.9.0'].map(change),
});
const release = (version: string) => entry('releases', `ask@${version}`, { version });
const catalogue = catalogueOf(prompt, release('1.1.0'), release('1.0.0'));

test('a frozen version has a page and a download of its own, the current one those of the prompt', () =>
	expect(versionsOf(prompt, catalogue).map(({ page, download }) => [page, download])).toEqual([
		['/prompts/ask/', '/prompts/ask.prompt'],
		['/prompts/ask/1.1.0/', '/prompts/ask@1.1.0.prompt'],
		['/prompts/ask/1.0.0/', '/prompts/ask@1.0.0.prompt'],
		[undefined, undefined],
	]));

test('every kept version can be compared with every other', () =>
	expect(comparisonsOf(prompt, catalogue).map(({ name }) => name)).toEqual([
		'1.1.0-to-2.0.0',
		'1.0.0-to-2.0.0',
		'1.0.0-to-1.1.0',
	]));

test('a prompt with one version has nothing to compare', () =>
	expect(comparisonsOf(entry('prompts'), catalogueOf(entry('prompts')))).toEqual([]));
