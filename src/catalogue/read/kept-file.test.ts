import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/repository.ts';
import { readKept, writeKept } from './kept-file.ts';

/** Signs of every script, halves of pairs among them. */
const texts = fc.string({
	unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
	maxLength: 40,
});

test('what was kept is read as it was, whatever its signs, from a file of plain signs', () => {
	const file = join(temporaryFolder(), 'kept.json');
	fc.assert(
		fc.property(fc.dictionary(texts, fc.array(texts)), (value) => {
			// As JSON hands it out: a name such as __proto__ is a name among others.
			const plain: unknown = JSON.parse(JSON.stringify(value));
			expect(writeKept(file, '1', plain)).toBeUndefined();
			expect(readKept(file, '1')).toEqual({ value: plain, problem: undefined });
			expect(readFileSync(file).every((byte) => byte < 0x80)).toBe(true);
		}),
	);
});
