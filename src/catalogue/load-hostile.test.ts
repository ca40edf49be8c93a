/** Whatever a file holds and wherever it stands: findings or an entry, never an exception. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CollectionName, collectionNames } from '#schemas/index.ts';
import { checkAmongSound, entry, pathOf, soundEntries, soundFiles } from '#tests/support/build.ts';
import { checkFiles } from './load.ts';
import type { Finding } from './model/finding.ts';

const sources = new Map(soundEntries().map(({ file, source }) => [file, source]));

/** What every finding has, so that it can be shown anywhere and acted on. */
function expectLegible(findings: readonly Finding[]): void {
	for (const finding of findings) {
		expect(finding.line).toBeGreaterThanOrEqual(1);
		expect(finding.column).toBeGreaterThanOrEqual(1);
		expect(finding.message).toMatch(/^.*\S.*\.$/u);
		expect(finding.fix).toMatch(/^\S.*\S$/u);
		expect(finding.rule).toMatch(/^[a-z-]+$/);
		expect(finding.message + finding.fix).not.toMatch(/[\u0000-\u001f\u202e]/);
	}
}

/** Checks the sound files with one of them replaced or added. */
async function survives(path: string, text: string): Promise<void> {
	const { catalogue, findings } = await checkAmongSound({ [path]: text });
	expectLegible(findings);
	const isEntry = Object.values(catalogue.all).some((map) =>
		[...map.values()].some(({ file }) => file === path),
	);
	expect(isEntry || findings.some(({ file }) => file === path)).toBe(true);
}

const name = fc.constantFrom<CollectionName>(...collectionNames);
const anyPath = fc.oneof(
	name.map((collection) => pathOf(collection, 'start')),
	fc.constantFrom(...sources.keys()),
	fc.string({ minLength: 1, maxLength: 30 }).map((text) => `content/risks/${text}.mdx`),
	fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
);
const marks = fc.constantFrom(
	...[
		'---\n',
		'\n',
		'\r\n',
		'  ',
		'- ',
		': ',
		'{',
		'}',
		'{{',
		'}}',
		'<',
		'>',
		'/>',
		'"',
		"'",
		'`',
		'#',
		'&a',
		'*a',
	],
	...[
		'!!js/function',
		'|',
		'[',
		']',
		'(',
		')',
		'!',
		'\t',
		'\u0000',
		'\u202e',
		'\ufeff',
		'\ud800',
		'é',
		'😀',
		'\\',
	],
	...[
		'title',
		'owner: office',
		'<Note',
		'{{#each a}}',
		'{{/each}}',
		'{{role "system"}}',
		'__proto__: ',
		'constructor',
	],
	...[
		'javascript:',
		'https://a.example',
		'[a](/risks/leak/)',
		'![',
		'<!--',
		'&#x6a;',
		'$$',
		':::',
		'1e999',
		'2026-02-30',
	],
);
const soup = fc
	.array(fc.oneof(marks, fc.string({ maxLength: 8 })), { maxLength: 30 })
	.map((list) => list.join(''));

test('any text at any path', async () => {
	const text = fc.oneof(
		soup,
		fc.string({ unit: 'binary', maxLength: 200 }),
		soup.map((body) => `---\n${body}\n---\n${body}`),
	);
	await fc.assert(fc.asyncProperty(anyPath, text, survives), { numRuns: 60 });
});

test('any sound file with a piece cut out and another put in', async () => {
	const file = fc.constantFrom(...sources);
	await fc.assert(
		fc.asyncProperty(
			file,
			fc.nat(),
			fc.nat(40),
			soup,
			async ([path, source], at, length, piece) => {
				const start = at % source.length;
				await survives(path, source.slice(0, start) + piece + source.slice(start + length));
			},
		),
		{ numRuns: 60 },
	);
});

test('any body under sound data', async () => {
	const owner = fc.constantFrom(entry('guides'), entry('prompts'), entry('patterns'));
	await fc.assert(
		fc.asyncProperty(owner, soup, async ({ file, source, body }, text) => {
			await survives(file, source.slice(0, source.length - body.length) + text);
		}),
		{ numRuns: 60 },
	);
});

const FIELD = /^[a-zA-Z.]+: ?./m;

test('any value in place of a field', async () => {
	const withFields = [...sources].filter(([, source]) => FIELD.test(source));
	const place = fc.constantFrom(...withFields).chain(([path, source]) => {
		const lines = source.split('\n').filter((line) => FIELD.test(line));
		return fc.constantFrom(...lines).map((line) => [path, source, line] as const);
	});
	const json = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }));
	await fc.assert(
		fc.asyncProperty(place, json, async ([path, source, line], value) => {
			const key = line.slice(0, line.indexOf(':'));
			await survives(
				path,
				source.replace(line, () => `${key}: ${JSON.stringify(value)}`),
			);
		}),
		{ numRuns: 60 },
	);
});

test('a file whose text is missing', async () => {
	const files = soundFiles().map((file) => ({ ...file, text: undefined }));
	const { findings } = await checkFiles(files);
	expectLegible(findings);
	expect(findings).toHaveLength(files.length);
});
