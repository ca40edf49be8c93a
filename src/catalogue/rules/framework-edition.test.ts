import { expect, test } from 'vitest';
import type { Framework } from '#schemas/framework.ts';
import { entry, problemsOf } from '#tests/support/build.ts';
import { frameworkEdition } from './framework-edition.ts';

const cited = entry('controls', 'logging', {
	frameworks: [{ framework: 'rules-2026', item: 'R1', relation: 'meets' }],
});
const check = (more: Partial<Framework>) =>
	problemsOf(frameworkEdition, cited, entry('frameworks', 'rules-2026', more));

test('the edition in force may be cited', async () => {
	expect(await check({ status: 'current' })).toEqual([]);
});

test('an older one names the newer one', async () => {
	expect(await check({ status: 'superseded', supersededBy: 'rules-2027' })).toMatchObject([
		{
			path: ['frameworks', 0, 'framework'],
			message: '"rules-2026" is superseded by "rules-2027".',
			fix: 'Cite the item of "rules-2027" that means the same; its number may differ.',
		},
	]);
});

test('an older one without a successor is said as well', async () => {
	expect(await check({ status: 'superseded' })).toMatchObject([
		{ message: '"rules-2026" is superseded.' },
	]);
});

test('a framework may name an older one', async () => {
	const chain = entry('frameworks', 'rules-2025', { supersededBy: 'rules-2026' });
	const old = entry('frameworks', 'rules-2026', { status: 'superseded' });
	expect(await problemsOf(frameworkEdition, chain, old)).toEqual([]);
});
