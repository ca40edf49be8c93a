/** What a team can take of a pattern: the panel on its page, and the page that lists everything. */

import { controlRows } from '../judge/starter/overlay.ts';
import type { Archive } from '../model/artefacts.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { fileDigest } from '../model/digest.ts';
import { titleOf } from '../model/entry.ts';
import { MANIFEST_PATH, starterFilePath } from '../model/starter.ts';
import { countOf } from '../words/count.ts';
import { sizeWords } from '../words/size.ts';
import { fileTree, type TreeFolder } from './file-tree.ts';
import { takeLine } from './take.ts';

type Pattern = Entry<'patterns'>;

/** An archive as a page shows it. */
export interface OfferedArchive {
	kind: Archive['kind'];
	/** What it is, in two words. */
	label: string;
	name: string;
	/** Path of the site. */
	path: string;
	size: string;
	/** SHA-256 in full. */
	digest: string;
	gives: string;
}

export interface CopyPanel {
	/** The answer of section 5. */
	answer: string;
	/** The line to paste; undefined without a starter. */
	line: string | undefined;
	archives: OfferedArchive[];
	/** Files of the starter. */
	files: number;
	/** The same as a tree; undefined without a starter. */
	tree: TreeFolder | undefined;
}

const OFFERS = {
	'starter-zip': { label: 'Starter, zip', gives: 'The same files, for a machine without a shell.' },
	'starter-tar': { label: 'Starter, tgz', gives: 'What the line above unpacks.' },
	'prompts-zip': {
		label: 'Prompts, zip',
		gives: 'Prompts in every format with their cases, for code that you already have.',
	},
} satisfies Record<Archive['kind'], { label: string; gives: string }>;

/** What the panel on the page of a pattern offers, in the order it offers it. */
export async function copyPanel(pattern: Pattern, context: ExportContext): Promise<CopyPanel> {
	const archives = await context.artefacts.archives(pattern);
	const files = context.artefacts.starter(pattern);
	return {
		answer: starterAnswer(pattern, context),
		line: files.length > 0 ? takeLine(pattern, context.url) : undefined,
		files: files.length,
		tree: files.length > 0 ? fileTree(files) : undefined,
		archives: archives.map(({ kind, name, path, size, digest }) => ({
			kind,
			name,
			path: `/${path}`,
			size: sizeWords(size),
			digest,
			...OFFERS[kind],
		})),
	};
}

/** The answer of section 5. */
function starterAnswer(pattern: Pattern, { artefacts }: ExportContext): string {
	const files = artefacts.starter(pattern);
	if (files.length === 0) return 'No starter yet. Take the prompts, the drawing and the controls.';
	const tests = files.filter(({ path }) => path.includes('.test.')).length;
	return `A repository that runs: ${countOf(files.length, 'file')}, the flow and every control in code, ${countOf(tests, 'test file')}. After the install it needs no network.`;
}

/** A control of the starter, with the files that hold it. */
export interface PlacedControl {
	control: string;
	title: string;
	/** Files within the starter, and where each is served. */
	files: { path: string; href: string }[];
}

export interface SingleFile {
	path: string;
	href: string;
	size: string;
	digest: string;
}

/** Which file of the starter is which control, in the order of its control table. */
export function placedControls(
	pattern: Pattern,
	{ catalogue, artefacts }: ExportContext,
): PlacedControl[] {
	const files = artefacts.starter(pattern);
	const table = files.find(({ path }) => path === 'controls.json')?.text ?? '[]';
	const served = new Set(files.map(({ path }) => path));
	return (controlRows(table) ?? []).map(({ control, module, file }) => {
		const entry = catalogue.controls.get(control);
		const paths = [...new Set([module, file])].filter((path) => path && served.has(path));
		return {
			control,
			title: entry ? titleOf(entry) : control,
			files: paths.flatMap((path) =>
				path ? [{ path, href: `/${starterFilePath(pattern.id, path)}` }] : [],
			),
		};
	});
}

/** Every file of the starter on its own. */
export function singleFiles(pattern: Pattern, { artefacts }: ExportContext): SingleFile[] {
	return artefacts
		.starter(pattern)
		.filter(({ path }) => path !== MANIFEST_PATH)
		.map(({ path, text }) => ({
			path,
			href: `/${starterFilePath(pattern.id, path)}`,
			size: sizeWords(Buffer.byteLength(text)),
			digest: fileDigest(text),
		}));
}
