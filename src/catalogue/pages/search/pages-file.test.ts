import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexPages } from './find.ts';
import { readPages, writePages } from './pages-file.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'case', ' ', 'queue'), maxLength: 12 });
const page = fc.record({ title: words, summary: words, task: words, text: words });

test('what is written of the pages is what is read', () => {
	fc.assert(
		fc.property(fc.array(page, { maxLength: 12 }), (some) => {
			const pages = some.map((one, at) => ({
				...one,
				path: `/patterns/p-${at}/`,
				kind: at % 2 ? 'pattern' : 'use case',
				aliases: [],
			}));
			const { index: _terms, ...common } = indexPages(pages).toJSON();
			const file = JSON.parse(JSON.stringify(writePages(common)));
			expect(readPages(file)).toEqual(common);
		}),
	);
});
