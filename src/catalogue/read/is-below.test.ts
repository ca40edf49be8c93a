import { join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBelow } from './is-below.ts';

const name = fc.stringMatching(/^\.{0,3}[a-z]{1,5}$/);
const names = (most: number) => fc.array(name, { minLength: 1, maxLength: most });

test('what is added to a folder is below it, also where a name starts with dots', () => {
	fc.assert(
		fc.property(names(4), names(4), (top, way) => {
			const folder = sep + join(...top);
			expect(isBelow(folder, join(folder, ...way))).toBe(true);
			expect(isBelow(join(folder, ...way), folder)).toBe(false);
		}),
	);
});

test.each([
	{ path: '/top/dist', below: false, why: 'the folder itself' },
	{ path: '/top/dist/', below: false, why: 'the folder itself, with a slash' },
	{ path: '/top/dist-old/a', below: false, why: 'another folder whose name starts alike' },
	{ path: '/top/dist/../a', below: false, why: 'a way that leads out' },
	{ path: '/top/dist/a/../b', below: true, why: 'a way that stays inside' },
	{ path: '/', below: false, why: 'the folder of all' },
])('$why: $below', ({ path, below }) => expect(isBelow('/top/dist', path)).toBe(below));
