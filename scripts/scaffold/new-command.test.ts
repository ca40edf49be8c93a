import { expect, test } from 'vitest';
import { newCommand } from '#catalogue/pages/new-command.ts';
import { collectionNames } from '#schemas/index.ts';
import { scaffoldFor } from './index.ts';

test('every command that a page names for a new entry adds an entry of that collection', () => {
	const named = collectionNames.flatMap((name) => {
		const word = newCommand(name)?.split(' -- ')[1];
		return word ? [[name, scaffoldFor(word)?.collection]] : [];
	});
	expect(named.length).toBeGreaterThan(0);
	expect(named.filter(([name, collection]) => name !== collection)).toEqual([]);
});
