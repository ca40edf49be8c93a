/** Writes the files of exporters into a site, or takes them over from the site before. */
import type { Exporter, ExportFile } from '#catalogue/export/exporter.ts';
import type { ExportContext } from '#catalogue/model/context.ts';
import { type Reader, Reads, readAs } from '#catalogue/model/reads.ts';
import type { KeptSite } from './kept-site.ts';

export interface Written {
	files: number;
	made: number;
}

/** What whoever shares the processor with the writer has to say. */
export interface Beside {
	/** Waited for now and then, so that the writer can answer others in between. */
	pause?: () => Promise<void>;
	/** Names of groups that come next, because someone has asked for a part of them. */
	wanted?: string[];
}

/** A file on the list of an exporter. */
interface Listed extends ExportFile {
	/** What the list read for it. */
	list: Reads | number;
}

/**
 * The files of a pattern and its prompts are made one after the other, and so are those of any other
 * entry: they share what is costly to make, and it can be let go when they are written.
 */
export async function writeExports(
	exporters: readonly Exporter[],
	context: ExportContext,
	kept: KeptSite,
	{ pause = async () => {}, wanted = [] }: Beside = {},
): Promise<Written> {
	const { groups, files } = await listAll(exporters, context, kept, pause);
	const whole = groups.get(WHOLE) ?? [];
	groups.delete(WHOLE);
	let made = 0;
	let since = 0;
	const write = async (listed: readonly Listed[]) => {
		for (const file of listed) {
			const isMade = await writeOne(file, kept);
			if (isMade) made += 1;
			since += isMade ? MADE : CARRIED;
			if (since < BREATH) continue;
			since = 0;
			await pause();
		}
	};
	for (let name = nextOf(groups, wanted); name !== undefined; name = nextOf(groups, wanted)) {
		const group = groups.get(name) ?? [];
		groups.delete(name);
		await write(group);
	}
	// What is made of all entries uses what was found out about each.
	await write(whole);
	return { files, made };
}

/** The group that is wanted first among those that are left, or the first of these. */
function nextOf(groups: ReadonlyMap<string, unknown>, wanted: string[]): string | undefined {
	for (let name = wanted.shift(); name !== undefined; name = wanted.shift())
		if (groups.has(name)) return name;
	const [first] = groups.keys();
	return first;
}

/** The group of files that belong to no entry. */
const WHOLE = '';

/** The group of an entry by its file: the folder of its pattern, or itself. */
export const groupOf = (file: string): string => /^patterns\/[^/]+/.exec(file)?.[0] ?? file;

/** Files of a list between two pauses. */
const LISTED = 64;
/** Work between two pauses, and what a file is of it: one that is made takes longer. */
const BREATH = 64;
const CARRIED = 1;
const MADE = 8;

/** The lists of all exporters, by group. */
async function listAll(
	exporters: readonly Exporter[],
	context: ExportContext,
	kept: KeptSite,
	pause: () => Promise<void>,
): Promise<{ groups: Map<string, Listed[]>; files: number }> {
	const given: ExportContext = { ...context, recall: (name, make) => kept.recall(name, make) };
	const groups = new Map<string, Listed[]>();
	const paths = new Set<string>();
	for (const exporter of exporters) {
		const reader: Reader = { reads: new Reads() };
		const files = readAs(reader, () => exporter.files(given)[Symbol.iterator]());
		const next = () => readAs(reader, () => files.next());
		for (let step = next(); !step.done; step = next()) {
			const { path } = step.value;
			if (paths.has(path)) throw new Error(`Two exporters write "${path}".`);
			paths.add(path);
			if (paths.size % LISTED === 0) await pause();
			const { part, reads } = reader;
			// The list of what belongs to no entry reads on, for files that come after this one.
			const list = part === undefined ? kept.readUntilNow(reads) : reads;
			const name = part === undefined ? WHOLE : groupOf(part);
			const group = groups.get(name) ?? [];
			groups.set(name, group);
			group.push({ ...step.value, list });
		}
		// Which files there are follows from what the list read.
		kept.made(`list of ${exporter.name}`, '', [reader.reads], []);
	}
	return { groups, files: paths.size };
}

/** Whether the file had to be made. */
async function writeOne({ path, body, from, list }: Listed, kept: KeptSite): Promise<boolean> {
	if (kept.carry(path, from ?? '')) return false;
	const reads = new Reads();
	kept.write(path, await readAs({ reads }, body));
	// With a digest of what the list read for it, a file answers for that alone.
	kept.made(path, from ?? '', from === undefined ? [list, reads] : [reads], [path]);
	return true;
}
