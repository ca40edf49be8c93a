import { expect, test } from 'vitest';
import { sizeWords } from './size.ts';

test.each([
	[1, '1 byte'],
	[999, '999 bytes'],
	[1000, '1.0 kB'],
	[1900, '1.9 kB'],
	[99_949, '99.9 kB'],
	[99_950, '100 kB'],
	[123_456, '123 kB'],
])('%i bytes are "%s"', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
