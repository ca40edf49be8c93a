import { expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const words = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, at) => `w${from + at}`).join(' ');

test('texts that differ in white space alone do not differ', () => {
	expect(wordDiff('one  two\nthree', 'one two three')).toEqual({ hunks: [], more: 0 });
});

test('a change keeps a few words on either side', () => {
	expect(
		wordDiff(`${words(1, 20)} old ${words(21, 40)}`, `${words(1, 20)} new ${words(21, 40)}`),
	).toEqual({
		hunks: [
			{
				before: '… w16 w17 w18 w19 w20 old w21 w22 w23 w24 …',
				after: '… w16 w17 w18 w19 w20 new w21 w22 w23 w24 …',
			},
		],
		more: 0,
	});
});

test('changes near one another are one place, far apart they are several', () => {
	const near = wordDiff('a one two b', 'x one two y');
	expect(near.hunks).toEqual([{ before: 'a one two b', after: 'x one two y' }]);
	expect(wordDiff(`a ${words(1, 30)} b`, `x ${words(1, 30)} y`).hunks).toHaveLength(2);
});

test('more places than fit are counted', () => {
	const text = (word: string) =>
		Array.from({ length: 7 }, () => `${word} ${words(1, 30)}`).join(' ');
	const { hunks, more } = wordDiff(text('old'), text('new'));
	expect([hunks.length, more]).toEqual([4, 3]);
});

test('a text that was added or taken away stands on one side', () => {
	expect(wordDiff('', 'all new').hunks).toEqual([{ before: '', after: 'all new' }]);
	expect(wordDiff('all old', '').hunks).toEqual([{ before: 'all old', after: '' }]);
});

test('two long texts that share nothing are shown by their starts', () => {
	const [hunk] = wordDiff(words(1, 3000), words(5000, 8000)).hunks;
	expect(hunk?.before).toMatch(/^w1 w2 .*…$/);
	expect(hunk?.after).toMatch(/^w5000 w5001 .*…$/);
});
