import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadCatalogue } from '#catalogue/load.ts';
import { entry, soundFiles } from '#tests/support/build.ts';
import { png } from '#tests/support/pictures.ts';
import { forget } from './catalogue.ts';
import { type BodyNode, renderBody } from './mdx.ts';

const htmlOf = (nodes: readonly BodyNode[]): string =>
	nodes
		.map((node) =>
			'html' in node
				? node.html
				: `<${node.component} ${JSON.stringify(node.props)}>${htmlOf(node.children)}`,
		)
		.join('');

const html = async (body: string) =>
	(await renderBody(body)).map(({ title, nodes }) => `[${title}]${htmlOf(nodes)}`);

test('a quote that opens with a mark is a note', async () => {
	expect(await html('> [!WARNING]\n> Look *here*.\n>\n> - one')).toEqual([
		expect.stringMatching(
			/^\[\]<Note \{"kind":"warning"\}>\s*<p>Look <em>here<\/em>\.<\/p>\s*<ul>/,
		),
	]);
});

test('a note within a list is one too', async () => {
	const [made] = await html('- one\n\n  > [!TIP]\n  > Look.\n\n- two');
	expect(made).toMatch(/<div class="note info" role="note"><p><b>Tip<\/b><\/p>\s*<p>Look\.<\/p>/);
});

test('a line breaks within a cell', async () => {
	const [made] = await html('| a |\n|---|\n| one<br>two, `<br>` |');
	expect(made).toContain('<td>one<br>two, <code>&#x3C;br></code></td>');
});

test('the box of a task has the words of its item for a name', async () => {
	const [made] = await html('- [x] Call **them**\n  - [ ] Ask');
	expect(made).toContain('<ul class="tasks">');
	expect(made).toMatch(/<input type="checkbox" checked disabled aria-label="Call them">/);
	expect(made).toMatch(/<input type="checkbox" disabled aria-label="Ask">/);
});

describe('footnotes', () => {
	test('stand under the section that first points to them, with their numbers', async () => {
		const body =
			'## A\n\nOne.[^x] Two.[^y]\n\n## B\n\nThree.[^z] Four.[^x]\n\n[^x]: Note x.\n\n[^y]: Note y.\n\n[^z]: Note z.';
		const [a = '', b = ''] = await html(body);
		expect(a).toMatch(/<ol class="footnotes"[^>]*>\s*<li [^>]*value="1">.*Note x\..*value="2"/s);
		expect(a).not.toContain('Note z.');
		expect(a).toMatch(/aria-label="Back to reference 1"[^>]*>Back<\/a>/);
		expect(b).toMatch(/<ol class="footnotes"[^>]*>\s*<li [^>]*value="3">.*Note z\./s);
		expect(b).not.toContain('Note x.');
	});

	test('every link between mark and text has its end', async () => {
		const made = (await html('T.[^a][^a]\n\n## S\n\nU.[^b]\n\n[^a]: A.[^b]\n\n[^b]: B.')).join('');
		const ids = [...made.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
		const links = [...made.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
		expect(links.length).toBeGreaterThan(4);
		expect(links.filter((id) => !ids.includes(id))).toEqual([]);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

test.each([
	['python', 'def f(): pass'],
	['Bash', 'echo $HOME'],
	['mermaid', 'graph LR\nA-->B'],
	['java', 'class A {}'],
])('code in %s is coloured', async (language, code) => {
	const [made] = await html(`\`\`\`${language}\n${code}\n\`\`\``);
	expect(made).toContain('<span class="tk-token-');
});

describe('a picture', () => {
	let root = '';
	afterEach(() => {
		vi.unstubAllEnvs();
		forget();
		rmSync(root, { recursive: true, force: true });
	});

	test('is shown at its published address with its sides', async () => {
		root = mkdtempSync(join(tmpdir(), 'catalogue-'));
		const guide = entry('guides', 'start', {}, { body: '![The flow of data](./flow.png)\n' });
		for (const { path, text } of soundFiles({ [guide.file]: guide.source })) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text ?? '');
		}
		writeFileSync(join(root, 'content/guides/flow.png'), png);
		vi.stubEnv('CATALOGUE_ROOT', root);
		forget();
		const made = (await loadCatalogue(root)).catalogue.guides.get('start');
		if (!made) throw new Error('The guide was not accepted.');
		const [section] = await renderBody(made);
		expect(htmlOf(section?.nodes ?? [])).toMatch(
			/<img src="\/pictures\/flow\.[0-9a-f]{16}\.png" alt="The flow of data" width="2" height="3" loading="lazy" decoding="async">/,
		);
	});
});
