import { expect, test } from 'vitest';
import type { Entry } from '#catalogue/model/catalogue.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { cacheKey, starterKey } from './cache-key.ts';

const summary = entry('patterns', 'summary', { prompts: ['ask'], controls: [] });
/** The key of the page of the pattern among other entries. */
const keyAmong = (...others: readonly Entry[]) =>
	cacheKey(summary, catalogueOf(summary, ...others));

test.each<[what: string, one: Entry, other: Entry]>([
	['a prompt it uses', entry('prompts', 'ask'), entry('prompts', 'ask', { description: 'Other.' })],
	[
		'a control that is demanded and not cited',
		entry('controls', 'logging'),
		entry('controls', 'logging', { title: 'Logging anew' }),
	],
])('the page of a pattern is made anew with %s', (_, one, other) => {
	expect(keyAmong(one)).not.toBe(keyAmong(other));
	expect(keyAmong(one)).toBe(keyAmong(structuredClone(one)));
});

test('the page of a pattern is made anew with a released version of a prompt of another folder', () => {
	const ask = entry('prompts', 'ask', {}, { parent: 'other' });
	const { version } = ask.data;
	const [before, after] = ['Old.', 'New.'].map((description) =>
		keyAmong(ask, entry('releases', `ask@${version}`, { description })),
	);
	expect(before).not.toBe(after);
});

test('the page of a pattern stays with a change elsewhere', () => {
	const elsewhere = (title: string) => entry('controls', 'unasked', { title });
	expect(keyAmong(elsewhere('One'))).toBe(keyAmong(elsewhere('Two')));
});

test('what every starter is laid over counts, by content and by path', () => {
	const keyOf = (file: string, digest: string) =>
		starterKey({ ...catalogueOf(), assets: [{ file, digest, text: '' }] });
	const key = keyOf('content/starter/a.ts', '1');
	expect(keyOf('content/starter/a.ts', '2')).not.toBe(key);
	expect(keyOf('content/starter/b.ts', '1')).not.toBe(key);
	expect(keyOf('patterns/summary/a.ts', '1')).toBe(starterKey(catalogueOf()));
});
