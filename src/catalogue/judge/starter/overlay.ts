/** Judges the starter of a pattern before anything is made of it: what passes here can be built. */

import { z } from 'zod';
import { overlaySchema } from '#schemas/overlay.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { folderAt } from '../../model/noted.ts';
import { overlayOf } from '../../model/starter.ts';
import { locateYaml, parseYaml } from '../../read/parse/yaml.ts';
import { didYouMean } from '../../words/suggest.ts';
import { codeFaults } from './code.ts';
import type { Fault, Texts } from './fault.ts';
import { jobFaults } from './jobs.ts';
import { packageFaults, packagesOf } from './packages.ts';
import {
	BASE_FOLDER,
	CONTROL_TABLE,
	hasPlace,
	isCode,
	isFixed,
	LONGEST_PATH,
	MADE_FILES,
	OVERLAY_MANIFEST,
	placesInWords,
	promptPaths,
	README_SLOTS,
	TEMPLATE,
} from './places.ts';

/** The files of a folder of a starter, by their path within it. */
export function filesUnder(folder: string, catalogue: Catalogue): Texts {
	const { assets } = folderAt(folder.split('/', 2).join('/'), catalogue);
	return new Map(
		assets
			.filter(({ file }) => file.startsWith(folder))
			.map(({ file, text }) => [file.slice(folder.length), text]),
	);
}

export interface Replaced {
	path: string;
	/** Why, as the overlay says; undefined where it says nothing. */
	because: string | undefined;
}

/** What an overlay replaces of the common starter, in order of path. */
export function replacedBy(base: Texts, overlay: Texts): Replaced[] {
	const declared = manifestOf(overlay.get(OVERLAY_MANIFEST))?.replaces ?? {};
	return [...overlay.keys()]
		.filter((path) => base.has(path))
		.sort()
		.map((path) => ({ path, because: Object.hasOwn(declared, path) ? declared[path] : undefined }));
}

function manifestOf(source: string | undefined) {
	const read = parseYaml(source ?? 'replaces: {}');
	return 'data' in read ? overlaySchema.safeParse(read.data).data : undefined;
}

/** Everything that is wrong with the overlay of a pattern. */
export function* overlayFaults(pattern: Entry<'patterns'>, catalogue: Catalogue): Generator<Fault> {
	const base = filesUnder(BASE_FOLDER, catalogue);
	const overlay = filesUnder(overlayOf(pattern.id), catalogue);
	if (overlay.size === 0) return;
	const made = new Set<string>([
		...MADE_FILES,
		...promptPaths(pattern, catalogue).map(({ path }) => path),
	]);
	const spellings = new Map([...base.keys(), ...made].map((path) => [path.toLowerCase(), path]));
	const packages = packagesOf(base, overlay);
	for (const [path, text] of overlay) {
		const misplaced = placeFault(path, spellings);
		if (misplaced) yield misplaced;
		else if (text === undefined) yield noText(path);
		else yield* contentFaults(path, text, packages);
	}
	yield* manifestFaults(base, overlay);
	yield* packageFaults(base, overlay);
	yield* tableFaults(pattern, overlay, new Set([...base.keys(), ...made, ...overlay.keys()]));
}

function placeFault(path: string, spellings: ReadonlyMap<string, string>): Fault | undefined {
	if (isFixed(path)) {
		return {
			path,
			message:
				'the file belongs to the catalogue or the common starter, and no pattern replaces it.',
			fix: 'Delete it. Propose a change to content/starter/ instead.',
		};
	}
	if (!hasPlace(path)) {
		return {
			path,
			message: 'a starter cannot have a file here.',
			fix: `Move or delete it. Files go to: ${placesInWords}.`,
		};
	}
	const other = spellings.get(path.toLowerCase());
	if (other !== undefined && other !== path) {
		return {
			path,
			message: `the path differs only in capitals from ${other} of the common starter.`,
			fix: 'Rename it: on Windows and macOS they are the same file.',
		};
	}
	if (path.length > LONGEST_PATH || path.split('/').some((name) => name.length > 64)) {
		return {
			path,
			message: `the path is too long for an archive.`,
			fix: `Use at most ${LONGEST_PATH} characters, and 64 for one name.`,
		};
	}
	return undefined;
}

function* contentFaults(
	path: string,
	text: string,
	packages: ReadonlySet<string>,
): Generator<Fault> {
	if (text.startsWith('#!')) {
		yield {
			path,
			message: 'the file names its interpreter, so it could be run by itself.',
			fix: 'Delete the first line. Run it with "node src/name.ts".',
		};
	}
	if (path.endsWith('.ts')) yield* codeFaults(path, text, packages);
	if (path.startsWith('.ci/')) yield* jobFaults(path, text);
}

function* manifestFaults(base: Texts, overlay: Texts): Generator<Fault> {
	const source = overlay.get(OVERLAY_MANIFEST);
	const manifest = manifestOf(source);
	if (!manifest) {
		yield {
			path: OVERLAY_MANIFEST,
			message:
				'the file is not YAML with "replaces" and a reason of 10 to 240 characters for each path.',
			fix: 'Write it as "replaces:", then a line such as "  policy/limits.yaml: Why it differs."',
		};
		return;
	}
	for (const { path, because } of replacedBy(base, overlay)) {
		if (isFixed(path)) continue;
		if (because === undefined) {
			yield {
				path,
				message: `the file replaces ${path} of the common starter, and ${OVERLAY_MANIFEST} does not say so.`,
				fix: `Add "${path}: Why it differs." under "replaces" in ${OVERLAY_MANIFEST}, or rename the file.`,
			};
		} else if (isCode(path)) {
			yield {
				path,
				severity: 'warning',
				message: `the file replaces code of the common starter: ${because}`,
				fix: 'Approvers: compare it with content/starter. Authors: add to the code instead, if you can.',
			};
		}
	}
	for (const path of Object.keys(manifest.replaces)) {
		if (base.has(path) && overlay.has(path)) continue;
		const { line, column } = locateYaml(source ?? '', ['replaces', path], 'key');
		yield {
			path: OVERLAY_MANIFEST,
			spot: { line, column },
			message: overlay.has(path)
				? `"${path}" is not a file of the common starter.`
				: `"${path}" is not a file of this starter.`,
			fix: didYouMean(
				path,
				[...overlay.keys()].filter((one) => base.has(one)),
				'Delete the line.',
			),
		};
	}
}

const rowsSchema = z.array(
	z.looseObject({ control: z.string(), module: z.string(), file: z.string().optional() }),
);
/** A row of controls.json: which code is the control. */
export type ControlRow = z.output<typeof rowsSchema>[number];

/** The rows of an overlay's control table; undefined where it is broken. */
export function controlRows(json: string): ControlRow[] | undefined {
	try {
		return rowsSchema.safeParse(JSON.parse(json)).data;
	} catch {
		return undefined;
	}
}

function* tableFaults(
	{ data }: Entry<'patterns'>,
	overlay: Texts,
	all: ReadonlySet<string>,
): Generator<Fault> {
	const source = overlay.get(CONTROL_TABLE);
	if (source === undefined) return;
	const rows = controlRows(source);
	if (!rows) {
		yield {
			path: CONTROL_TABLE,
			message: 'the table is not a JSON list of rows with "control" and "module".',
			fix: 'Compare it with the table of another starter.',
		};
		return;
	}
	const controls = data.controls.map(({ control }) => control);
	for (const [at, { control, module, file }] of rows.entries()) {
		const where = (key: string) => {
			const { line, column } = locateYaml(source, [at, key], 'value');
			return { path: CONTROL_TABLE, spot: { line, column } };
		};
		if (!controls.includes(control)) {
			yield {
				...where('control'),
				message: `"${control}" is not a control of this pattern.`,
				fix: didYouMean(control, controls, 'Add it to the pattern, or delete the row.'),
			};
		}
		for (const [key, path] of [
			['module', module],
			['file', file],
		] as const) {
			if (path === undefined || all.has(path)) continue;
			yield {
				...where(key),
				message: `"${path}" is not a file of the starter.`,
				fix: didYouMean(
					path,
					[...all],
					'Add the file, or name the file that contains the control.',
				),
			};
		}
	}
}

const noText = (path: string): Fault => ({
	path,
	message: 'the file is not UTF-8 text of at most 512 kB.',
	fix: 'Save it as UTF-8, make it smaller, or delete it: a starter is text that a team reads.',
});

/** Everything that is wrong with the common starter. */
export function* baseFaults(catalogue: Catalogue): Generator<Fault> {
	const base = filesUnder(BASE_FOLDER, catalogue);
	for (const [path, text] of base) {
		if (text === undefined) yield noText(path);
		if (/\.(?:mdx|prompt)$/.test(path)) {
			yield {
				path,
				message: 'an entry in the common starter is not read.',
				fix: 'Move it to the folder of its collection.',
			};
		}
		if (/(?:^|\/)dot-/.test(path) || path.length > LONGEST_PATH) {
			yield {
				path,
				message: 'the path starts with "dot-", which stands for a leading dot, or is too long.',
				fix: `Rename it, with at most ${LONGEST_PATH} characters.`,
			};
		}
	}
	const template = base.get(TEMPLATE) ?? '';
	const slots: readonly string[] = README_SLOTS;
	for (const [whole, name = ''] of template.matchAll(/\{\{(\w+)\}\}/g)) {
		if (slots.includes(name)) continue;
		yield {
			path: TEMPLATE,
			message: `nothing fills ${whole}.`,
			fix: didYouMean(name, slots, `Use one of: ${slots.join(', ')}.`),
		};
	}
}
