import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BundleFile } from '../model/artefacts.ts';
import { filesToEdit, fileTree, type TreeItem } from './file-tree.ts';

const file = (path: string, text = ''): BundleFile => ({ path, text, mode: 0o644 });
const aboutOf = (path: string, text: string) => {
	let { items }: { items: readonly TreeItem[] } = fileTree([file(path, text)]);
	while (items[0]?.kind === 'folder') ({ items } = items[0]);
	return items[0]?.about;
};
const toEdit = (...files: BundleFile[]) => filesToEdit(fileTree(files)).map(({ edit }) => edit);

test('folders come first, each with what is below it, and tests are beside their file', () => {
	const tree = fileTree([
		file('README.md'),
		file('b.ts'),
		file('src/a/x.test.ts'),
		file('src/a/x.ts'),
		file('src/lone.test.ts'),
	]);
	expect(tree).toMatchObject({ files: 5, edits: 0 });
	expect(tree.items.map(({ name }) => name)).toEqual(['src', 'README.md', 'b.ts']);
	expect(tree.items[0]).toMatchObject({
		path: 'src/',
		files: 3,
		items: [
			{
				path: 'src/a/',
				files: 2,
				items: [{ name: 'x.ts', path: 'src/a/x.ts', tests: 'src/a/x.test.ts' }],
			},
			{ name: 'lone.test.ts', tests: undefined },
		],
	});
});

describe('what a file is for is what it says first', () => {
	test.each([
		['a.ts', '/** Holds the line. Then more. */\ncode();\n', 'Holds the line.'],
		['a.ts', '/**\n * Two lines\n * make one. Next.\n */\n', 'Two lines make one.'],
		['a.ts', "import './b.ts';\n/** Not at the start. */\n", undefined],
		[
			'policy/a.yaml',
			'# Which queues there are,\n# by name. More.\nqueues: []\n',
			'Which queues there are, by name.',
		],
		['a.yml', 'job: x\n# Later.\n', undefined],
		['.env.example', '# Copy to .env for a run. More.\n', 'Copy to .env for a run.'],
		['a.json', '{\n\t"about": "The fields.",\n\t"x": 1\n}\n', 'The fields.'],
		['a.json', '{ "x": 1 }', undefined],
		['notes.md', '# Incident: Sorting\n\nText.\n', 'Incident: Sorting'],
		['p.prompt', '---\nmodel: a\ndescription: Sorts a letter.\n---\nText\n', 'Sorts a letter.'],
		['a.bin', '# no', undefined],
	])('%s %j', (path, text, about) => {
		expect(aboutOf(path, text)).toBe(about);
	});

	test('and what the README says of a folder or a file goes before', () => {
		const readme =
			'| Path | Contents |\n|---|---|\n| `src/`, `lib/` | All `code`, by part |\n| `a.ts` | The flow |\n';
		const tree = fileTree([
			file('README.md', readme),
			file('a.ts', '/** Something. */'),
			file('lib/b.ts'),
			file('src/c.ts'),
		]);
		expect(tree.items.map(({ name, about }) => [name, about])).toEqual([
			['lib', 'All code, by part'],
			['src', 'All code, by part'],
			['README.md', undefined],
			['a.ts', 'The flow'],
		]);
	});
});

describe('a file is yours to edit where it says so, in the words that say it', () => {
	test.each([
		['policy/a.yaml', '# Costs. Set `average` to your own.\n# More.\n', 'Set average to your own.'],
		['policy/a.yaml', '# Before going live, set it.\n', 'Before going live, set it.'],
		['training/a.yaml', '# Who is trained.\n# The ids are invented.\n', 'The ids are invented.'],
		['.ci/a.yml', '# The labelled set is yours to add.\n', 'The labelled set is yours to add.'],
		['policy/a.yaml', '# Off. Point src/a.ts at it.\n', 'Point src/a.ts at it.'],
		['.env.example', '# Copy to .env. More.\n', 'Copy to .env.'],
		['.env.example', '', 'Copy it to .env.'],
	])('%s %j', (path, text, edit) => expect(toEdit(file(path, text))).toEqual([edit]));

	const opens = "import { memoryConnector } from './connectors/memory-connector.ts';\n";
	test('code that opens stand-ins is, and its tests are not', () => {
		expect(toEdit(file('src/systems.ts', opens))).toEqual([
			'Open your systems here instead of the stand-ins.',
		]);
		expect(toEdit(file('src/a.test.ts', opens), file('src/testing.ts', opens))).toEqual([]);
		expect(toEdit(file('src/connectors/a.ts', opens))).toEqual([]);
	});

	test.each([
		['policy/a.yaml', '# What the gateway may do.\n# A file that is set up wrongly stops.\n'],
		['policy/a.yaml', 'a: 1 # yours\n'],
		['.ci/a.yml', '# Your platform does the rest.\n'],
		['example/a.yaml', '# Invented.\n'],
		['policy/a.txt', '# Yours.\n'],
	])('not %s %j', (path, text) => expect(toEdit(file(path, text))).toEqual([]));
});

test('whatever the files, each is in the tree once', () => {
	const name = fc.constantFrom('a', 'b', 'a.ts', 'a.test.ts', 'README.md', '.env.example');
	const paths = fc.uniqueArray(
		fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
		{ maxLength: 12 },
	);
	const all = (items: readonly TreeItem[]): string[] =>
		items.flatMap((item) =>
			item.kind === 'folder' ? all(item.items) : [item.path, ...(item.tests ? [item.tests] : [])],
		);
	// A file and a folder of one name cannot be side by side on a disk.
	const possible = (list: string[]) =>
		!list.some((path) => list.some((other) => other.startsWith(`${path}/`)));
	fc.assert(
		fc.property(paths.filter(possible), fc.string(), (list, text) => {
			const tree = fileTree(list.map((path) => file(path, text)));
			expect(all(tree.items).sort()).toEqual(list.toSorted());
			expect(tree.files).toBe(list.length);
		}),
	);
});
