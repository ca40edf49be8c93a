import { expect, test } from 'vitest';
import { exportFiles } from '#catalogue/copy/index.ts';
import { contentType } from '#scripts/content-type.ts';
import { catalogueOf, soundEntries } from '#tests/support/build.ts';

test.each([
	['a/index.html', 'text/html; charset=utf-8'],
	['x.prompt', 'text/plain; charset=utf-8'],
	['starter.zip', 'application/zip'],
	['font.woff2', 'font/woff2'],
	['pagefind/wasm.en.pagefind', 'application/octet-stream'],
	['reader.wasm', 'application/wasm'],
	['pagefind/pagefind.en_1.pf_meta', 'application/octet-stream'],
])('%s is sent as %s', (path, type) => expect(contentType(path)).toBe(type));

test('what the exporters write is sent as text or as an archive, as they say', () => {
	const catalogue = {
		...catalogueOf(...soundEntries()),
		assets: [
			{ file: 'content/starter/README.template.md', digest: '', text: '# {{title}}\n' },
			{ file: 'patterns/summary/starter/src/start.ts', digest: '', text: '' },
		],
	};
	const files = exportFiles({ catalogue, url: (path) => `https://host.example${path}` });
	expect(files.length).toBeGreaterThan(50);
	const isText = (type: string) => /^text\/|json|yaml|xml/.test(type);
	const wrong = files.filter(({ path, type }) =>
		isText(type) ? !isText(contentType(path)) : contentType(path) !== type,
	);
	expect(wrong.map(({ path }) => path)).toEqual([]);
});
