import { expect, test } from 'vitest';
import { entry, messagesOf, problemsOf } from '#tests/support/build.ts';
import { betterWords } from './better-words.ts';

const list = (overrides = {}) => entry('wording', 'wording', overrides);
const control = (body: string, overrides = {}) => entry('controls', 'logging', overrides, { body });
const FOUND = '"in vain" is on the list of words to avoid.';

test('words of the list are reported in prose and in fields', async () => {
	expect(await messagesOf(betterWords, list(), control('It blocks in vain.'))).toEqual([FOUND]);
	const pitfalls = ['It blocks one request in a hundred in vain.'];
	expect(await problemsOf(betterWords, list(), control('Prose.', { pitfalls }))).toMatchObject([
		{ path: ['pitfalls', 0], message: FOUND },
	]);
});

test('the place in prose is that of the words', async () => {
	const [problem] = await problemsOf(betterWords, list(), control('One.\n\nIt is in vain.\n'));
	expect(problem?.spot).toMatchObject({ column: 7 });
});

test('code is not judged', async () => {
	expect(
		await messagesOf(betterWords, list(), control('Run `in vain`.\n\n```\nin vain\n```\n')),
	).toEqual([]);
});

test('an exception with its reason keeps the words in its sentence only', async () => {
	const quoted = control('They say "tried in vain".\n\nIt blocks in vain.');
	const fine = [{ file: quoted.file, text: 'tried in vain', because: 'A quotation.' }];
	expect(await messagesOf(betterWords, list({ fine }), quoted)).toEqual([FOUND]);
});

test('an exception that nothing needs is reported', async () => {
	const sound = control('It works.');
	const fine = [{ file: sound.file, text: 'tried in vain', because: 'A quotation.' }];
	expect(await messagesOf(betterWords, list({ fine }), sound)).toEqual([
		`${sound.file} does not need this exception any more.`,
	]);
});

test('a collection can be checked later', async () => {
	const later = ['controls'];
	expect(await messagesOf(betterWords, list({ later }), control('It is in vain.'))).toEqual([]);
});

test('without a list nothing is reported', async () => {
	expect(await messagesOf(betterWords, control('It blocks in vain.'))).toEqual([]);
});
