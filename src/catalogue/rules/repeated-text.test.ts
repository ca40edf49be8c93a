import { expect, test } from 'vitest';
import { entry, messagesOf } from '#tests/support/build.ts';
import { repeatedText } from './repeated-text.ts';

const filled = (text: string) =>
	messagesOf(repeatedText, entry('patterns', 'summary', { fit: text }));

test.each([
	'asdf asdf asdf asdf asdf asdf asdf',
	'good text good text good text good text',
	'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
])('"%s" says nothing', async (text) => expect(await filled(text)).toHaveLength(1));

test.each([
	'It fits a team that reads too much, and a team that writes too much.',
	'A case that waits is a case that costs.',
])('"%s" says something', async (text) => expect(await filled(text)).toEqual([]));
