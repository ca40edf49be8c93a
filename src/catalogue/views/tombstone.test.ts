import { expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { tombstones } from './tombstone.ts';

const grave = (id: string, successor?: string) => entry('withdrawn', id, { successor });

test('a withdrawn entry keeps its address, and names what to take instead', () => {
	const catalogue = catalogueOf(grave('risks.old', 'leak'), entry('risks', 'leak'));
	expect(tombstones(catalogue)).toMatchObject([
		{
			path: '/risks/old/',
			kind: 'risk',
			list: { title: 'Risks', path: '/risks/' },
			successor: { title: 'An entry', path: '/risks/leak/' },
		},
	]);
});

test('without a successor there is none', () =>
	expect(tombstones(catalogueOf(grave('patterns.old')))[0]?.successor).toBeUndefined());

test.each(['cases.old', 'nothing.old'])('%s had no page and gets none', (id) =>
	expect(tombstones(catalogueOf(grave(id)))).toEqual([]),
);
