import { describe, expect, test } from 'vitest';
import { checkKept, entry, soundFiles, TODAY } from '#tests/support/build.ts';
import { png } from '#tests/support/pictures.ts';
import { contextOf } from '../copy/context.ts';
import { pictures as exporter } from '../export/pictures.ts';
import { checkFiles } from '../load.ts';
import type { Entry } from '../model/entry.ts';
import { formatFinding } from '../model/finding.ts';
import { entryMarkdown } from '../print/markdown/entry.ts';
import { sourceOf } from '../read/files.ts';

const guide = entry('guides');
const withBody = (body: string, of: Entry = guide) => ({
	[of.file]: of.source.slice(0, of.source.length - of.body.length) + body,
});
const beside = (name: string, bytes: Uint8Array) => {
	const file = sourceOf(`content/guides/${name}`, bytes);
	if (!file) throw new Error('A picture is passed by.');
	return file;
};
const check = (body: string, ...assets: ReturnType<typeof beside>[]) =>
	checkFiles([...soundFiles(withBody(body)), ...assets], { today: TODAY });
const found = async (body: string, ...assets: ReturnType<typeof beside>[]) =>
	(await check(body, ...assets)).findings.map(formatFinding);

const url = (path: string) => `https://site.example/ai${path}`;

describe('a picture beside the entry', () => {
	test('is published once, under a name with the digest of its content', async () => {
		const body = '![The flow of data](./flow.png)\n\n![The same flow again](flow.png)\n';
		const { catalogue, findings } = await check(body, beside('flow.png', png));
		expect(findings.map(formatFinding)).toEqual([]);
		const files = [...exporter.files(contextOf(catalogue, url))];
		expect(files.map(({ path, type }) => [path, type])).toEqual([
			[expect.stringMatching(/^pictures\/flow\.[0-9a-f]{16}\.png$/), 'image/png'],
		]);
		expect(await files[0]?.body()).toEqual(png);
	});

	test('stands in the twin with its full address', async () => {
		const body = '![The flow of data](./flow.png)\n';
		const { catalogue } = await check(body, beside('flow.png', png));
		const [made] = catalogue.guides.values();
		if (!made) throw new Error('The guide was not accepted.');
		expect(await entryMarkdown(made, contextOf(catalogue, url))).toMatch(
			/^!\[The flow of data\]\(https:\/\/site\.example\/ai\/pictures\/flow\.[0-9a-f]{16}\.png\)$/m,
		);
	});

	test('of a pattern stands in its twin, which its skill holds', async () => {
		const pattern = entry('patterns');
		const body = '## Fit\n\n![Where it fits](./fit.png)\n';
		const asset = sourceOf('patterns/summary/fit.png', png);
		if (!asset) throw new Error('A picture is passed by.');
		const files = [...soundFiles(withBody(body, pattern)), asset];
		const { catalogue } = await checkKept(files);
		const made = catalogue.patterns.get('summary');
		if (!made) throw new Error('The pattern was not accepted.');
		const markdown = await entryMarkdown(made, contextOf(catalogue, url));
		expect(markdown).toMatch(/!\[Where it fits\]\(https:\/\/site\.example\/ai\/pictures\/fit\./);
	});
});

test('a picture that is not there is an error at its line', async () => {
	expect(await found('Text.\n\n![The flow of data](./flow.png)\n')).toEqual([
		expect.stringMatching(
			/^content\/guides\/start\.mdx:\d+:1 error there is no file "flow\.png" in the folder of the entry\. \[pictures\]\n {4}Put the file in content\/guides\/, or/,
		),
	]);
});

test('a name that differs in a capital comes with the right one', async () => {
	expect(await found('![The flow of data](./Flow.png)\n', beside('flow.png', png))).toEqual([
		expect.stringMatching(
			/there is no file "Flow\.png" in the folder.*\n {4}Did you mean "flow\.png"\?$/,
		),
	]);
});

test('a picture that no entry shows is a warning at the file', async () => {
	expect(await found('Text.\n', beside('flow.png', png))).toEqual([
		'content/guides/flow.png:1:1 warning no entry shows this picture, so it is not published. [pictures]\n    Show it with ![what it shows](./flow.png), or delete it.',
	]);
});

test('a picture that is not what its name says is one error, at the file', async () => {
	const html = Uint8Array.from(Buffer.from('<!doctype html><script>x()</script>'));
	expect(await found('![The flow of data](./flow.png)\n', beside('flow.png', html))).toEqual([
		'content/guides/flow.png:1:1 error the picture is not a png picture: its first bytes say html. [file]\n    Open it in a picture program and save it as png, jpg, webp or avif.',
	]);
});

test.each(['flow.svg', 'flow.gif', 'flow.heic'])('%s is refused with the reason', async (name) => {
	const text = Uint8Array.from(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'));
	const findings = await found('Text.\n', beside(name, text));
	expect(findings).toEqual([
		expect.stringMatching(/is not a picture that can be published\. \[file\]\n {4}.*Save/),
	]);
});
