/** Every record of the catalogue by its subject and by its id, gathered once. */
import type { CatalogueRecord, RecordKind, RecordOf } from '#schemas/record.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { placeOfRecords, type RecordPlace } from './place.ts';

/** A record with the file it is in. */
export interface Kept<One extends CatalogueRecord = CatalogueRecord> {
	record: One;
	file: Entry<'records'>;
	/** Its position in the file. */
	index: number;
	place: RecordPlace;
}

export interface AllRecords {
	byId: ReadonlyMap<string, Kept>;
	bySubject: ReadonlyMap<string, readonly Kept[]>;
	/** The correction of a record, by the id of the record that it replaces. */
	corrections: ReadonlyMap<string, Kept>;
}

/** Kept by the map rather than the catalogue, so that a look back at an earlier day shares it. */
const keepRecords = keeper<AllRecords>('records');

export function allRecords({ records }: Pick<Catalogue, 'records'>): AllRecords {
	return keepRecords(records, '', () => gather(records));
}

function gather(records: Catalogue['records']): AllRecords {
	const byId = new Map<string, Kept>();
	const bySubject = new Map<string, Kept[]>();
	const corrections = new Map<string, Kept>();
	for (const file of records.values()) {
		const place = placeOfRecords(file.id);
		const key = `${place.collection}/${place.subject}`;
		const list = bySubject.get(key) ?? [];
		bySubject.set(key, list);
		for (const [index, record] of file.data.records.entries()) {
			const kept: Kept = { record, file, index, place };
			if (!byId.has(record.id)) byId.set(record.id, kept);
			list.push(kept);
			if (record.corrects) corrections.set(record.corrects.record, kept);
		}
	}
	for (const list of bySubject.values()) {
		list.sort((a, b) => compare(a.record.on, b.record.on) || compare(a.record.id, b.record.id));
	}
	return { byId, bySubject, corrections };
}

/** The subject of records: a pattern or a use case. */
export type Subject = Entry<'patterns'> | Entry<'use-cases'>;

/** Every record of one kind about a pattern or use case, oldest first. Corrected ones are left out. */
export function recordsOf<Kind extends RecordKind>(
	{ collection, id }: Pick<Subject, 'collection' | 'id'>,
	kind: Kind,
	catalogue: Catalogue,
): Kept<RecordOf<Kind>>[] {
	const { bySubject, corrections } = allRecords(catalogue);
	return (bySubject.get(`${collection}/${id}`) ?? []).filter(
		(kept): kept is Kept<RecordOf<Kind>> =>
			kept.record.kind === kind && !corrections.has(kept.record.id),
	);
}

/** The pattern a subject is, or is built on. */
export function patternBehind(
	subject: Subject,
	{ patterns }: Pick<Catalogue, 'patterns'>,
): Entry<'patterns'> | undefined {
	return subject.collection === 'patterns' ? subject : patterns.get(subject.data.pattern);
}

const views = new WeakMap<Catalogue, Map<string, Catalogue>>();

/** The catalogue as it is seen on an earlier day: what was recorded or happened later is left out. */
export function asOf(catalogue: Catalogue, day: string): Catalogue {
	if (day >= catalogue.today) return catalogue;
	const kept = views.get(catalogue) ?? new Map<string, Catalogue>();
	views.set(catalogue, kept);
	const view = kept.get(day) ?? seenOn(catalogue, day);
	kept.set(day, view);
	past.add(view);
	return view;
}

const past = new WeakSet<Catalogue>();

/**
 * Whether a catalogue is a look back at an earlier day. Its content may have been other then: that is
 * in git, and not known here.
 */
export const isLookBack = (catalogue: Catalogue): boolean => past.has(catalogue);

/**
 * The very content of the catalogue, as it is judged on another day.
 *
 * A spread would read everything at once, and what is read of the view later would go unnoted.
 */
export const seenOn = (catalogue: Catalogue, day: string): Catalogue =>
	Object.create(Object.getPrototypeOf(catalogue), {
		...Object.getOwnPropertyDescriptors(catalogue),
		today: { enumerable: true, value: day },
	});
