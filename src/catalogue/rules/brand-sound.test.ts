import { describe, expect, test } from 'vitest';
import { entry, soundFiles, TODAY } from '#tests/support/build.ts';
import { contextOf } from '../copy/context.ts';
import { brand as exporter } from '../export/brand.ts';
import { checkFiles } from '../load.ts';
import { logoOf } from '../model/brand.ts';
import { formatFinding } from '../model/finding.ts';
import { sourceOf } from '../read/files.ts';

const organisation = entry('organisation');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 24"><path d="M0 0h9"/></svg>';

/** The sound files with these lines at the end of the organisation, and these files of the brand. */
function check(lines: string, files: Record<string, string> = {}) {
	const logos = Object.entries(files).map(([name, text]) => {
		const file = sourceOf(`content/brand/${name}`, Buffer.from(text));
		if (!file) throw new Error(`${name} is passed by.`);
		return file;
	});
	const texts = { [organisation.file]: organisation.source + lines };
	return checkFiles([...soundFiles(texts), ...logos], { today: TODAY });
}
const found = async (...args: Parameters<typeof check>) =>
	(await check(...args)).findings.map(formatFinding);
/** Line of the organisation in which the first of the added ones is. */
const LINE = organisation.source.split('\n').length;
const accent = (light: string) => `brand:\n  accent:\n    light: ${light}\n`;

describe('a sound brand', () => {
	test('makes no finding, and its files are the logo and a stylesheet with tokens alone', async () => {
		const lines = `brand:\n  logo: logo.svg\n  accent: { light: "#0B5CAD", dark: "#7AB8E8" }\n`;
		const { catalogue, findings } = await check(lines, { 'logo.svg': SVG });
		expect(findings.map(formatFinding)).toEqual([]);
		expect(logoOf(catalogue)).toMatchObject({ width: 120, height: 24 });
		const files = [...exporter.files(contextOf(catalogue, (path) => path))];
		expect(files.map(({ path, type }) => [path, type])).toEqual([
			[expect.stringMatching(/^pictures\/logo\.[0-9a-f]{16}\.svg$/), 'image/svg+xml'],
			['brand.css', 'text/css; charset=utf-8'],
		]);
		expect(String(await files[0]?.body())).toBe(SVG);
		expect(await files[1]?.body()).toMatch(
			/^:root \{\n(?:\t--[a-z-]+: light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\);\n){4}\}\n$/,
		);
		expect(await files[1]?.body()).toContain('--link: light-dark(#0b5cad, #7ab8e8);');
	});

	test('can be a logo alone, or a colour alone', async () => {
		expect(await found('brand: { logo: logo.svg }\n', { 'logo.svg': SVG })).toEqual([]);
		expect(await found(accent('"#0b5cad"'))).toEqual([]);
	});

	test('is not there in an organisation without one, and no file is made', async () => {
		const { catalogue } = await check('');
		expect(logoOf(catalogue)).toBeUndefined();
		expect([...exporter.files(contextOf(catalogue, (path) => path))]).toEqual([]);
	});
});

describe('a colour that cannot be read is an error at its place, with the nearest that can', () => {
	test('too pale for text', async () => {
		expect(await found(accent('"#3478b8"'))).toEqual([
			`content/organisation.yaml:${LINE + 2}:12 error #3478b8 has a contrast of 3.4:1 on the light theme; text needs 4.5:1. [brand-sound]\n    Use #2c659c, the nearest colour that can be read, or a darker one.`,
		]);
	});

	test('too pale for lines', async () => {
		expect(await found(accent('"#7ab8e8"'))).toEqual([
			expect.stringContaining('text needs 4.5:1, and lines need 3:1. [brand-sound]'),
		]);
	});

	test('too dark for the dark theme', async () => {
		const lines = 'brand: { accent: { light: "#0b5cad", dark: "#0b5cad" } }\n';
		expect(await found(lines)).toEqual([
			expect.stringMatching(
				/^content\/organisation\.yaml:\d+:\d+ error #0b5cad .* on the dark theme; .*\n {4}Use #[0-9a-f]{6}, .* or a lighter one\.$/,
			),
		]);
	});
});

describe('what is no colour of six digits is refused, so that none of it reaches a stylesheet', () => {
	test.each([
		'red',
		'red; }',
		'url(https://x.example/a.png)',
		'"#12"',
		'"#fff"',
		'"#0b5cad80"',
		'"#0b5cad; }"',
		'"#0b5cad\\n"',
		'rgb(11, 92, 173)',
		'oklch(0.5 0.1 250)',
		'var(--link)',
		'"*/"',
		'12',
		'[a]',
		'{ a: b }',
	])('%s', async (colour) => {
		expect(await found(accent(colour))).toEqual([
			expect.stringMatching(
				new RegExp(`^content/organisation\\.yaml:${LINE + 2}:\\d+ error .* \\[schema\\]`),
			),
		]);
	});

	test('a colour without quotes is said to be a comment', async () => {
		expect(await found(accent('#0b5cad'))).toEqual([
			expect.stringMatching(/"#" starts a comment, so "#0b5cad" is lost\. \[yaml\]\n {4}Put the/),
		]);
	});
});

describe('a logo that cannot be shown', () => {
	test('and is not there, with the name that is near', async () => {
		expect(await found('brand: { logo: logo.svg }\n')).toEqual([
			`content/organisation.yaml:${LINE}:16 error there is no file content/brand/logo.svg. [brand-sound]\n    Put the logo in content/brand/.`,
		]);
		expect(await found('brand: { logo: Logo.svg }\n', { 'logo.svg': SVG })).toEqual([
			expect.stringMatching(/there is no file.*\n {4}Did you mean "logo\.svg"\?/),
		]);
	});

	test('and has a script, at its line', async () => {
		const evil = SVG.replace('<path', '\n<script>alert(1)</script><path');
		const lines = 'brand: { logo: logo.svg }\n';
		expect(await found(lines, { 'logo.svg': evil })).toEqual([
			'content/brand/logo.svg:2:9 error the picture contains <script>, which does more than draw. [file]\n    Save it as plain svg from a drawing program, or as png.',
		]);
		expect(logoOf((await check(lines, { 'logo.svg': evil })).catalogue)).toBeUndefined();
	});

	test('and is named by nobody, as a warning', async () => {
		expect(await found('', { 'logo.svg': SVG })).toEqual([
			expect.stringMatching(
				/^content\/brand\/logo\.svg:1:1 warning the header does not show this file/,
			),
		]);
	});

	test.each(['../../package.svg', 'https://x.example/a.svg', 'brand/logo.svg', 'logo.gif', '.svg'])(
		'and is named %s',
		async (name) => {
			expect(await found(`brand: { logo: "${name}" }\n`)).toEqual([
				expect.stringContaining('is not the name of a logo; put an svg or png file in'),
			]);
		},
	);
});
