import { expect, test } from 'vitest';
import { received, sent } from './files-task.ts';

test('a picture passes between threads with its bytes', () => {
	const content = new Uint8Array([137, 80, 78, 71]);
	const facts = { path: 'pictures/flow.0123456789abcdef.png', width: 4, height: 3 };
	const assets = [
		{
			file: 'content/guides/flow.png',
			digest: 'a',
			text: undefined,
			picture: { ...facts, bytes: () => content },
		},
		{ file: 'patterns/a/starter/a.ts', digest: 'b', text: 'export {};' },
	];
	const [picture, text] = received(structuredClone(sent(assets)));
	expect(picture?.picture).toMatchObject(facts);
	expect(picture?.picture?.bytes()).toEqual(content);
	expect(text).toEqual(assets[1]);
});
