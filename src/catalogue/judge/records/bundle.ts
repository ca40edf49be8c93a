/** Reads a bundle from a pipeline of a team: all of it, or one line that says why not. */
import { BUNDLE_FORMAT, type Bundle, bundleSchema } from '#schemas/bundle.ts';
import { type CatalogueRecord, recordSchema } from '#schemas/record.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { schemaProblems } from '../../read/parse/issues.ts';
import { canonicalJson } from '../../words/canonical-json.ts';
import { changedSince } from './binding.ts';
import { nextRunOf } from './evaluation.ts';
import { named } from './id.ts';
import { allRecords, type Subject } from './kept.ts';
import { recordPath } from './place.ts';

/** The largest bundle that is read. */
export const MAX_BUNDLE_BYTES = 512 * 1024;

export interface Refusal {
	/** `again`: its records are here already. */
	code: 'refused' | 'again';
	message: string;
	fix: string;
}

export interface Accepted {
	subject: Subject;
	bundle: Bundle;
	records: CatalogueRecord[];
	/** Path of the file it goes to. */
	path: string;
	/** Records that do not count today, each with what has changed. */
	idle: string[];
}

/** The digest of a bundle: of everything in it but the digest itself. */
export function bundleDigest(bundle: Omit<Bundle, 'digest'>): string {
	const { digest: _, ...said } = { digest: '', ...bundle };
	return fileDigest(canonicalJson(said));
}

/** The bundle in a text, checked against the catalogue. Nothing is written. */
export function readBundle(
	text: string,
	catalogue: Catalogue,
	by: string,
	wanted?: string,
): Accepted | Refusal {
	const refused = (message: string, fix: string): Refusal => ({ code: 'refused', message, fix });
	if (Buffer.byteLength(text) > MAX_BUNDLE_BYTES)
		return refused(
			`the bundle is larger than ${MAX_BUNDLE_BYTES / 1024} kB.`,
			'Import the records of one run at a time.',
		);
	const value = parsed(text);
	if (value === undefined)
		return refused(
			'the bundle is not complete JSON.',
			'Fetch it again, or let the pipeline make it again.',
		);
	const format = formatOf(value);
	if (format !== undefined && format !== BUNDLE_FORMAT)
		return refused(
			`the bundle has the form "${format.slice(0, 60)}", and this catalogue reads "${BUNDLE_FORMAT}".`,
			'Update the catalogue, or make the bundle with the starter of this catalogue.',
		);
	const result = bundleSchema.safeParse(value, { reportInput: true });
	if (!result.success) {
		const [problem] = schemaProblems(bundleSchema, result.error.issues);
		return refused(`the bundle does not fit: ${problem?.message ?? 'unknown'}`, problem?.fix ?? '');
	}
	const bundle = result.data;
	if (bundleDigest(bundle) !== bundle.digest)
		return refused(
			'the bundle was changed after the pipeline made it: its digest does not match.',
			'Fetch it again from the pipeline. Do not edit it.',
		);
	if (wanted !== undefined && wanted !== bundle.subject)
		return refused(
			`the bundle is about ${bundle.subject}, not ${wanted}.`,
			'Check the name of the subject and the path of the bundle.',
		);
	const [collection, id = ''] = bundle.subject.split('/');
	const subject =
		collection === 'patterns' ? catalogue.patterns.get(id) : catalogue['use-cases'].get(id);
	if (!subject)
		return refused(
			`the bundle is about ${bundle.subject}, which this catalogue does not have.`,
			'Import it into the catalogue that has this pattern or use case.',
		);
	const added = { by, on: catalogue.today };
	const records: CatalogueRecord[] = [];
	// A pipeline does not know how many runs came before its own.
	let nextRun = nextRunOf(subject, catalogue);
	for (const [index, raw] of bundle.records.entries()) {
		const read = recordSchema.safeParse(
			{ ...(raw.kind === 'evaluation' && { run: nextRun }), ...raw, added, id: '0'.repeat(16) },
			{ reportInput: true },
		);
		if (!read.success) {
			const [problem] = schemaProblems(recordSchema, read.error.issues);
			return refused(
				`record ${index + 1} does not fit: ${problem?.message ?? 'unknown'}`,
				problem?.fix ?? '',
			);
		}
		if ('id' in raw || 'added' in raw)
			return refused(
				`record ${index + 1} has an id or says who added it.`,
				'Leave both out: the import writes them.',
			);
		if (read.data.on > catalogue.today)
			return refused(
				`record ${index + 1} is of ${read.data.on}, which is in the future.`,
				'Check the clock of the pipeline.',
			);
		if (read.data.kind === 'evaluation') nextRun = read.data.run + 1;
		records.push(named(read.data));
	}
	const name = bundle.digest.slice(0, 12);
	const path = recordPath(subject.collection, subject.id, 'bundle', name);
	const { byId } = allRecords(catalogue);
	const same = [...catalogue.records.values()].find(
		({ data }) => data.bundle?.digest === bundle.digest,
	);
	const places = records.map(({ id }) => byId.get(id)?.file.file);
	if (same || places.every((place) => place !== undefined))
		return {
			code: 'again',
			message: `the bundle has already been imported, in ${same?.file ?? places[0]}.`,
			fix: 'Nothing was written.',
		};
	const known = places.findIndex((place) => place !== undefined);
	if (known !== -1)
		return refused(
			`record ${known + 1} has already been imported, in ${places[known]}.`,
			'Make a bundle with only the other records.',
		);
	const idle = records.flatMap((record, index) => {
		const changed = changedSince({ record }, subject, catalogue);
		return changed.length > 0
			? [`${record.kind}, record ${index + 1}: ${changed.map(({ what }) => what).join(', ')}`]
			: [];
	});
	return { subject, bundle, records, path, idle };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function formatOf(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null || !('format' in value)) return undefined;
	return typeof value.format === 'string' ? value.format : undefined;
}
