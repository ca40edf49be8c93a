/**
 * The files of a starter as a tree, from what the starter itself says: its README says what each
 * folder contains, and each file starts with a sentence about itself.
 */
import { type MdastNode, markdownToMdast } from 'satteri';
import type { BundleFile } from '../model/artefacts.ts';
import { compare } from '../model/finding.ts';

export interface TreeFile {
	kind: 'file';
	name: string;
	/** Path within the starter. */
	path: string;
	/** What it is for, in one sentence. */
	about: string | undefined;
	/** Path of its tests, which are beside it. */
	tests: string | undefined;
	/** What a team puts into it before it goes live, in the words of the file. */
	edit: string | undefined;
}

export interface TreeFolder {
	kind: 'folder';
	name: string;
	/** Path within the starter, with a slash at its end. */
	path: string;
	about: string | undefined;
	/** Files in it and in the folders below, and how many of them are yours to edit. */
	files: number;
	edits: number;
	/** Folders first, each by name. */
	items: readonly TreeItem[];
}

export type TreeItem = TreeFile | TreeFolder;

/** The tree of these files. */
export function fileTree(files: readonly BundleFile[]): TreeFolder {
	const abouts = folderAbouts(files.find(({ path }) => path === 'README.md')?.text ?? '');
	const paths = new Set(files.map(({ path }) => path));
	const leaves = files.flatMap((file): TreeFile[] => {
		const { path } = file;
		// The tests of a file are named beside it.
		if (path.endsWith('.test.ts') && paths.has(path.replace(/\.test\.ts$/, '.ts'))) return [];
		const tests = path.replace(/(?<!\.test)\.ts$/, '.test.ts');
		return [
			{
				kind: 'file',
				name: path.slice(path.lastIndexOf('/') + 1),
				path,
				about: abouts.get(path) ?? aboutOf(file),
				tests: tests !== path && paths.has(tests) ? tests : undefined,
				edit: editOf(file),
			},
		];
	});
	return folderOf('', leaves, abouts);
}

function folderOf(
	path: string,
	leaves: readonly TreeFile[],
	abouts: ReadonlyMap<string, string>,
): TreeFolder {
	const below = Map.groupBy(leaves, (leaf) => leaf.path.slice(path.length).split('/')[0] ?? '');
	const items = [...below].map(([name, own]): TreeItem => {
		const [only] = own;
		const isFile = only && only.path === path + name;
		return isFile ? only : folderOf(`${path}${name}/`, own, abouts);
	});
	return {
		kind: 'folder',
		name: path.split('/').at(-2) ?? '',
		path,
		about: abouts.get(path),
		files: leaves.reduce((sum, { tests }) => sum + (tests ? 2 : 1), 0),
		edits: leaves.filter(({ edit }) => edit !== undefined).length,
		items: items.sort(
			(a, b) => Number(a.kind === 'file') - Number(b.kind === 'file') || compare(a.name, b.name),
		),
	};
}

/** Every file that is yours to edit, in the order of the tree. */
export const filesToEdit = ({ items }: TreeFolder): TreeFile[] =>
	items.flatMap((item) => (item.kind === 'folder' ? filesToEdit(item) : item.edit ? [item] : []));

/** What the README says of a path: rows of its tables that start with paths in code. */
function folderAbouts(readme: string): Map<string, string> {
	const found = new Map<string, string>();
	const visit = (node: MdastNode): void => {
		if (node.type === 'tableRow') {
			const [first, second] = node.children;
			const paths = (first?.children ?? []).flatMap((part) =>
				part.type === 'inlineCode' ? [part.value] : [],
			);
			const about = second && textIn(second);
			for (const path of paths) if (about) found.set(path, about);
		} else if ('children' in node) {
			for (const child of node.children) visit(child as MdastNode); // Children of any node are nodes.
		}
	};
	visit(markdownToMdast(readme));
	return found;
}

function textIn(node: object): string {
	if ('value' in node) return String(node.value);
	// Children of a node of Markdown are nodes.
	return 'children' in node ? (node.children as object[]).map(textIn).join('') : '';
}

/** How a file starts that says what it is for, by the end of its name. */
const STARTS: readonly (readonly [end: RegExp, comment: RegExp])[] = [
	[/\.ts$/, /^\/\*\*([\s\S]*?)\*\//],
	[/(?:\.ya?ml|^\.env[^/]*|\.npmrc|\.gitignore)$/, /^((?:#.*\n)+)/],
	[/\.json$/, /^\{\s*"about":\s*"((?:[^"\\]|\\.)*)"/],
	[/(?<!README)\.md$/, /^# (.*)\n/],
	[/\.prompt$/, /^---\n[\s\S]*?^description: (.*)$/m],
];

/** The sentences of the comment at the start of a file; none for a file without one. */
function sentencesOf({ path, text }: Pick<BundleFile, 'path' | 'text'>): string[] {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const start = STARTS.find(([end]) => end.test(name))?.[1];
	const comment = start?.exec(text)?.[1] ?? '';
	return comment
		.replace(/^[ \t]*(?:\*|#+)[ \t]?/gm, '')
		.replace(/\s+/g, ' ')
		.replaceAll('`', '')
		.trim()
		.split(/(?<=[.?!]) (?=\p{Lu})/u)
		.filter((sentence) => sentence !== '');
}

/** What a file is for: the first of its sentences. */
const aboutOf = (file: BundleFile): string | undefined => sentencesOf(file)[0];

/** Settings whose comment says that a team puts something of its own here. */
const SETTINGS = /^(?:\.ci|policy|telemetry|training)\/.*\.ya?ml$/;
const YOURS = /\b[Yy]ours\b|\bare invented\b|\b[Bb]efore going live\b|^Set |\bPoint [\w./-]+ at\b/;
/** Code of the pattern that opens stand-ins where a team has systems. */
const CODE = /^src\/(?!connectors\/)(?!.*(?:\.test|\btesting)\.ts$).*\.ts$/;
const STAND_INS = /\bfrom ['"][^'"]*\/memory-connector\.ts['"]/;

/** The file itself says so: its first comment, or that it opens stand-ins. */
function editOf(file: BundleFile): string | undefined {
	if (file.path === '.env.example') return aboutOf(file) ?? 'Copy it to .env.';
	if (SETTINGS.test(file.path)) {
		const said = sentencesOf(file).filter((sentence) => YOURS.test(sentence));
		return said.length > 0 ? said.join(' ') : undefined;
	}
	const standIns = CODE.test(file.path) && STAND_INS.test(file.text);
	return standIns ? 'Open your systems here instead of the stand-ins.' : undefined;
}
