/**
 * The example organisation: what a catalogue looks like once people use it. Everything in it is
 * invented and says so. Its words are in its own files, as anyone writes them; what follows from
 * other content (versions, fingerprints, signatures) is brought up to date here.
 */

import { incidentSchema } from '#schemas/incident.ts';
import { collections } from '#schemas/index.ts';
import { RECORD_ID } from '#schemas/record.ts';
import { placeOfRecords } from '../../judge/records/place.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { placeOf } from '../../read/files.ts';
import { approvalsToday } from './approvals.ts';
import { recordsToday } from './records.ts';
import { dataIn, type Texts, withFields } from './texts.ts';
import { monthsBetween, moved, toldDay, withToldDay } from './told.ts';
import { useToday } from './uses.ts';

/** Collections whose entries can be examples, each file with the mark `example: true`. */
const EXAMPLE_COLLECTIONS = [
	'outcomes',
	'use-cases',
	'incidents',
	'records',
	'approvals',
	'withdrawn',
	'models',
	'patterns',
] as const;

const folders = EXAMPLE_COLLECTIONS.map((name) => collections[name].file.replace(/\{id\}.*$/, ''));

/** Whether a file is an example: by its place, and by its own word. */
export const isExampleFile = (path: string, text: string): boolean =>
	folders.some((folder) => path.startsWith(folder)) && /^(?:# )?example: true$/m.test(text);

const collectionOf = (path: string) => placeOf(path)?.collection;

/** The example as of a later day. A file that says it in a comment is a design, and has no days. */
export function toldAsOf(files: Texts, day: string): Texts {
	const months = monthsBetween(toldDay(files.values()), day);
	if (months <= 0) return files;
	return mapped(files, (path, text) => {
		if (!/^example: true$/m.test(text)) return text;
		const later = moved(text, months);
		return collectionOf(path) === 'outcomes' ? withToldDay(later, day) : later;
	});
}

/** The first step: the use cases, as the patterns are today. */
export const withUsesToday = (files: Texts, catalogue: Catalogue): Texts =>
	mapped(files, (path, text) =>
		collectionOf(path) === 'use-cases' ? useToday(text, catalogue) : text,
	);

/** The second step: what was signed, recorded and went wrong, from a catalogue with those uses. */
export function withLivesToday(
	files: Texts,
	catalogue: Catalogue,
	builtOn: ReadonlySet<string>,
): Texts {
	const by = Map.groupBy(files, ([path]) => madeIn(path) ?? '');
	const records = Map.groupBy(by.get('records') ?? [], ([path]) => {
		const { collection, subject } = placeOfRecords(placeOf(path)?.id ?? '');
		return catalogue[collection].get(subject);
	});
	return new Map([
		...(by.get('') ?? []),
		...mapped(new Map(by.get('incidents')), (_, text) => incidentToday(text, catalogue)),
		...[...records].flatMap(([subject, own]) =>
			subject ? [...recordsToday(new Map(own), subject, { catalogue, builtOn })] : [],
		),
		...approvalsToday(new Map(by.get('approvals')), catalogue),
	]);
}

/** The collection of a file that follows from others; not of one whose name says nothing. */
function madeIn(path: string): 'incidents' | 'records' | 'approvals' | undefined {
	const { collection, id = '' } = placeOf(path) ?? {};
	if (collection === 'records') return RECORD_ID.test(id) ? collection : undefined;
	return collection === 'incidents' || collection === 'approvals' ? collection : undefined;
}

/** The incident with the versions that ran; undefined where there is no such use case any more. */
function incidentToday(text: string, catalogue: Catalogue): string | undefined {
	const data = dataIn(incidentSchema, text);
	if (!data) return text;
	const use = catalogue['use-cases'].get(data.use)?.data;
	return use && withFields(text, { ran: { version: use.version, pattern: use.builtOn.version } });
}

/** The texts after a change of each; one that comes back undefined goes. */
const mapped = (files: Texts, change: (path: string, text: string) => string | undefined): Texts =>
	new Map(
		[...files].flatMap(([path, text]) => {
			const now = change(path, text);
			return now === undefined ? [] : [[path, now] as const];
		}),
	);
