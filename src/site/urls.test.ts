import { expect, test } from 'vitest';
import { withBase } from '#site/urls.ts';

test('at the root a path stays as it is', () =>
	expect(withBase('/', '/patterns/')).toBe('/patterns/'));

test('under a base path the base comes first, with or without its last slash', () => {
	expect(withBase('/ai/', '/patterns/#fit')).toBe('/ai/patterns/#fit');
	expect(withBase('/ai', '/')).toBe('/ai/');
});

test.each(['patterns/', '#fit', 'https://elsewhere.example/', '//elsewhere.example/'])(
	'%j is refused, because it is not a path of this site',
	(path) => expect(() => withBase('/', path)).toThrow('must start with one slash'),
);
