import { expect, test } from 'vitest';
import { entry, findingsIn, messagesOf, shown } from '#tests/support/build.ts';
import { linkText } from './link-text.ts';

const check = (body: string) => messagesOf(linkText, entry('controls', 'logging', {}, { body }));

test.each([
	'here',
	'Click here',
	'this link',
	'Read more',
	'This page.',
	'**here**',
	'more \u00bb',
])('"%s" does not say where a link leads', async (text) =>
	expect(await check(`See [${text}](/risks/leak/).`)).toHaveLength(1),
);

test.each([
	'the risk of a leak',
	'here be dragons',
	'read more about leaks',
	'Open Web Application Security Project',
])('"%s" says where a link leads', async (text) => {
	expect(await check(`See [${text}](/risks/leak/).`)).toEqual([]);
});

test('an address is no name, written as a link or bare', async () => {
	const message = 'the link shows the address "https://rules.example/a", not words.';
	expect(await check('[https://rules.example/a](https://rules.example/a)')).toEqual([message]);
	expect(await check('See https://rules.example/a for it.')).toEqual([message]);
});

test('a link shows words, or a picture that has some', async () => {
	expect(await check('[](/risks/leak/)')).toEqual(['the link to "/risks/leak/" shows no words.']);
	expect(await check('[![The path of a leak](./leak.png)](/risks/leak/)')).toEqual([]);
});

test('the finding stands at the link', async () => {
	const { file, source } = entry('controls');
	const text = `${source}\nCaf\u00e9 and\nmore, see [here](/risks/leak/).\n`;
	const line = text.split('\n').length - 1;
	expect((await findingsIn(file, text)).map(shown)).toEqual([
		`${line}:11 the link text "here" does not say where it leads.`,
	]);
});
