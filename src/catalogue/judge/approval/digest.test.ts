import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueOf, entry, soundEntries, TODAY } from '#tests/support/build.ts';
import { buildCatalogue } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { digestOfContents, isApprovedPath, patternContents, patternDigest } from './digest.ts';

const pattern = entry('patterns');
const prompt = entry('prompts');
const asset = { file: 'patterns/summary/starter/src/index.ts', digest: 'a'.repeat(64), text: '' };
const withAsset = (...assets: (typeof asset)[]) =>
	buildCatalogue([pattern, prompt], { ...catalogueOf(), today: TODAY, assets });

test('entries of the folder, released prompts and files of the starter count; approvals do not', () => {
	const catalogue = buildCatalogue(soundEntries(), { ...catalogueOf(), assets: [asset] });
	expect(Object.keys(patternContents(pattern, catalogue))).toEqual([
		'pattern.mdx',
		'prompts/ask.cases.yaml',
		'prompts/ask.prompt',
		'prompts/released/ask@0.9.0.prompt',
		'starter/src/index.ts',
	]);
});

test('a changed byte, a new file and a new name each change it', () => {
	const digests = [
		withAsset(asset),
		withAsset({ ...asset, digest: 'b'.repeat(64) }),
		withAsset(),
		withAsset({ ...asset, file: 'patterns/summary/starter/src/other.ts' }),
	].map((catalogue) => patternDigest(pattern, catalogue));
	expect(new Set(digests).size).toBe(4);
});

test('another pattern and the content beside it do not', () => {
	const beside = { ...asset, file: 'patterns/other/starter/index.ts' };
	expect(patternDigest(pattern, withAsset(beside))).toBe(patternDigest(pattern, withAsset()));
});

test('the order in which files were found does not matter', () => {
	const reversed = buildCatalogue([prompt, pattern], { ...catalogueOf(), assets: [asset] });
	expect(patternDigest(pattern, reversed)).toBe(patternDigest(pattern, withAsset(asset)));
});

test('line endings of a text do not matter; in a file with a zero byte every byte does', () => {
	const lines = fc.array(fc.string().filter((line) => !/[\0\r\n]/.test(line)));
	fc.assert(
		fc.property(lines, (text) => {
			expect(fileDigest(text.join('\r\n'))).toBe(fileDigest(text.join('\n')));
		}),
	);
	expect(fileDigest('\0\r\n')).not.toBe(fileDigest('\0\n'));
	expect(fileDigest('a\rb')).not.toBe(fileDigest('ab'));
});

test('it is the digest of what sha256sum prints for the folder', () => {
	const sha = (text: string) => createHash('sha256').update(text).digest('hex');
	const contents = { b: sha('two'), a: sha('one') };
	expect(digestOfContents(contents)).toBe(sha(`${sha('one')}  a\n${sha('two')}  b\n`));
});

test.each([
	['pattern.mdx', true],
	['prompts/released/ask@1.0.0.prompt', true],
	['starter/.env.example', true],
	['prompts/approvals.yaml', true],
	['approvals.yaml', false],
	['.draft.mdx', false],
	['prompts/.old/ask.prompt', false],
	['starter/node_modules/a/index.js', false],
	['starter/src/dist/a.js', false],
	['dist/a.png', true],
])('%s is approved with the rest: %s', (path, is) => expect(isApprovedPath(path)).toBe(is));
