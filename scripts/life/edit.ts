/** Sets fields of an entry as a command: checked first, all or nothing, with what follows from it. */
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { type Finding, formatFinding } from '#catalogue/model/finding.ts';
import { keysAt } from '#catalogue/model/schema-walk.ts';
import { withFields } from '#catalogue/scaffold/set-fields.ts';
import { collections } from '#schemas/index.ts';
import { type Io, UsageError } from '../run.ts';
import { writeAll } from '../write-files.ts';
import { added, findingsWith } from './consequences.ts';

/** The file that holds a field of an entry: that of the entry, or its register. */
export function fileOf({ file, source, beside, collection }: Entry, field: string) {
	if (beside?.fields.has(field)) return { file: beside.file, source: beside.source };
	return keysAt(collections[collection].schema, []).includes(field) ? { file, source } : undefined;
}

/**
 * Writes the fields into the one file that has them all. Exit codes: 0 written, 1 it would have
 * errors, and then nothing is.
 */
export async function setFields(
	entry: Entry,
	fields: Readonly<Record<string, string>>,
	{ catalogue, findings }: { catalogue: Catalogue; findings: readonly Finding[] },
	io: Io,
): Promise<number> {
	const name = `${entry.collection}/${entry.id}`;
	const places = Object.keys(fields).map((field) => fileOf(entry, field));
	const lacking = Object.keys(fields)[places.indexOf(undefined)];
	if (lacking !== undefined) {
		throw new UsageError(
			`${collections[entry.collection].plural} have no ${lacking}, so ${name} cannot be given one.`,
			'Leave it out.',
		);
	}
	const [place] = places;
	const text = place && withFields(place.source, fields);
	if (!place || text === undefined) {
		throw new UsageError(
			`${place?.file ?? name} is written in a way this command cannot edit.`,
			`Set it by hand: ${Object.entries(fields)
				.map(([key, value]) => `${key}: ${value}`)
				.join(', ')}.`,
		);
	}
	const change = { path: place.file, text };
	const after = await findingsWith([change], catalogue.today, io.cwd);
	const broken = added(findings, after).filter(({ file }) => file === place.file);
	if (broken.length > 0) {
		for (const finding of broken) io.out(formatFinding(finding));
		io.error(`${place.file} would have errors. Nothing was changed.`);
		return 1;
	}
	writeAll(io.cwd, [change], { overwrite: true });
	io.out(`    wrote ${place.file}`);
	const toDo = added(findings, after, () => true);
	if (toDo.length > 0) io.out(`What you must do now (${toDo.length}):`);
	for (const finding of toDo) io.out(formatFinding(finding));
	return 0;
}
