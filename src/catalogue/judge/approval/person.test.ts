import { expect, test } from 'vitest';
import { isSamePerson } from './person.ts';

test('two people are the same by name or by mail, not by a part of either', () => {
	expect(isSamePerson('Ada Example <ada@host.example>', 'ada example')).toBe(true);
	expect(isSamePerson('A. Example <ada@host.example>', 'Ada <ADA@host.example>')).toBe(true);
	expect(isSamePerson('Ada Example', 'Ada')).toBe(false);
	expect(isSamePerson('Ada <>', 'Bo <>')).toBe(false);
});
