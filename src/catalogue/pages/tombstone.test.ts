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
			turnOff: 'Turn off what is built on it and move to',
		},
	]);
});

test('without a successor there is none, and its owner is to be asked', () => {
	const [found] = tombstones(catalogueOf(grave('patterns.old')));
	expect(found?.successor).toBeUndefined();
	expect(found?.turnOff).toBe(
		'Turn off what is built on it, and ask its owner what to do instead.',
	);
});

test.each(['cases.old', 'nothing.old'])('%s had no page and gets none', (id) =>
	expect(tombstones(catalogueOf(grave(id)))).toEqual([]),
);
