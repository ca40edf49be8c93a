import { expect, test } from 'vitest';
import { entry, findingsIn, messagesOf } from '#tests/support/build.ts';
import { imageAlt } from './image-alt.ts';

const check = (body: string) => messagesOf(imageAlt, entry('controls', 'logging', {}, { body }));

test('a picture without words is an error where it stands', async () => {
	const { file, source } = entry('controls');
	const text = `${source}\nAnd ![](./path.png)\n`;
	const found = await findingsIn(file, text);
	expect(found.filter(({ rule }) => rule === 'image-alt')).toMatchObject([
		{
			line: text.split('\n').length - 1,
			column: 5,
			severity: 'error',
			message: 'the image "./path.png" has no text for people who cannot see it.',
		},
	]);
});

test.each(['image', 'A picture', 'Diagram 2', 'screenshot', 'path.png'])(
	'"%s" does not say what a picture shows',
	async (alt) => {
		expect(await check(`![${alt}](./path.png)`)).toEqual([
			`the image "./path.png" is described as "${alt}", which does not say what it shows.`,
		]);
	},
);

test.each(['A request passes the filter', 'Diagram of one request', 'Logo of the catalogue'])(
	'"%s" says it',
	async (alt) => expect(await check(`![${alt}](./path.png)`)).toEqual([]),
);

test('a picture inside a link or a note is seen as well', async () => {
	const body = '[![](./a.png)](/risks/leak/)\n\n<Note kind="info">\n\n![](./b.png)\n\n</Note>\n';
	expect(await check(body)).toHaveLength(2);
});
