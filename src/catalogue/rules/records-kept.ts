/** Records are in the file of their subject, kind and month, and say what they said when they were added. */
import type { CatalogueRecord } from '#schemas/record.ts';
import { recordIdOf } from '../judge/records/id.ts';
import { type AllRecords, allRecords, type Kept } from '../judge/records/kept.ts';
import { placeOfRecords, recordFileName } from '../judge/records/place.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { tombstoneOf } from '../model/withdrawn.ts';
import { ofEntry } from './of-entry.ts';

const decision = (id: string) => `records:
  - kind: decision
    id: ${id}
    on: 2026-10-20
    source: Minutes of the council
    by: Council
    added: { by: Tess Reviewer, on: 2026-10-20 }
    of: { version: "1.0.0", digest: "${'0'.repeat(64)}" }
    about: council
    decided: agreed
    because: The pilot can start.`;

export const recordsKept: Rule = {
	id: 'records-kept',
	phase: 'structure',
	severity: 'error',
	keeps: true,
	summary:
		'Each record is in the file of its subject, kind and month, and its id is the fingerprint of its content.',
	why: 'A record that can be edited proves nothing. If one is wrong, a second one corrects it, and both can be read.',
	source: 'Our own rule. Records are only ever added to',
	example: {
		in: 'records',
		fails: decision('0123456789abcdef'),
		passes: decision('4b9b2a116e951a62'),
	},
	*check(catalogue, cache) {
		const all = allRecords(catalogue);
		const values = new Map<string, Kept>();
		for (const file of catalogue.records.values()) {
			yield* subjectKnown(file, catalogue);
			yield* ofEntry('records-kept', file, cache, () => unchanged(file));
			const place = placeOfRecords(file.id);
			for (const [index, record] of file.data.records.entries()) {
				const kept: Kept = { record, file, index, place };
				yield* inItsFile(kept);
				yield* inTime(kept, catalogue);
				yield* onlyOnce(kept, all, values);
				yield* corrects(kept, all);
			}
		}
	},
};

const RESTORE =
	'Restore the file from git. To correct a record, add another: npm run record -- KIND SUBJECT --corrects ID --because TEXT';

function* subjectKnown(entry: Entry<'records'>, catalogue: Catalogue): Generator<Problem> {
	const { collection, subject } = placeOfRecords(entry.id);
	// Records outlive their subject: the tombstone says what became of it.
	if (catalogue.knows(collection, subject) || tombstoneOf(collection, subject, catalogue)) return;
	const message = `the records are about "${subject}", but ${collection} has no such entry.`;
	const fix = 'Move the file to the folder of its subject, or restore the entry.';
	yield { entry, path: [], message, fix };
}

function* unchanged(file: Entry<'records'>): Generator<Problem> {
	for (const [index, record] of file.data.records.entries()) {
		const id = recordIdOf(record);
		if (id === record.id) continue;
		const message = `the record "${record.id}" was changed after it was added. Its present content has the id "${id}".`;
		yield { entry: file, path: ['records', index, 'id'], message, fix: RESTORE };
	}
}

function* inItsFile({ record, file, index, place }: Kept): Generator<Problem> {
	if (place.kind === 'bundle') {
		const digest = file.data.bundle?.digest;
		if (index > 0 || digest?.startsWith(place.name)) return;
		const message = `the file is named after the bundle "${place.name}", and ${digest ? `the bundle in it is ${digest.slice(0, 12)}` : 'it has no bundle'}.`;
		yield { entry: file, path: digest ? ['bundle', 'digest'] : [], message, fix: RESTORE };
		return;
	}
	const path = ['records', index];
	const fix = `Move it to ${record.kind}.${recordFileName(record)}.yaml in the same folder.`;
	if (record.kind !== place.kind) {
		const message = `a record of kind "${record.kind}" is in a file for ${place.kind}.`;
		yield { entry: file, path: [...path, 'kind'], message, fix };
	} else if (place.name !== recordFileName(record)) {
		const message = `the record belongs to ${recordFileName(record)}, but the file is for ${place.name}.`;
		yield { entry: file, path: [...path, 'on'], message, fix };
	}
}

function* inTime({ record, file, index }: Kept, { today }: Catalogue): Generator<Problem> {
	const { on, added } = record;
	const at = (key: string) => ['records', index, ...key.split('.')];
	if (on > added.on) {
		const message = `the record was added on ${added.on}, before its own date, ${on}.`;
		yield {
			entry: file,
			path: at('on'),
			message,
			fix: 'Record what has happened, on or after the day.',
		};
	} else if (added.on > today) {
		const message = `the record was added on ${added.on}, which is in the future.`;
		yield { entry: file, path: at('added.on'), message, fix: 'Check the clock of the machine.' };
	}
	const before = file.data.records[index - 1];
	if (!before || before.added.on <= added.on) return;
	const message = `the record added on ${added.on} is below one that was added on ${before.added.on}.`;
	yield { entry: file, path: at('added.on'), message, fix: 'Add new records at the end.' };
}

/** No record twice, no number of a run twice, and one value for each month. */
function* onlyOnce(kept: Kept, all: AllRecords, values: Map<string, Kept>): Generator<Problem> {
	const { record, file, index, place } = kept;
	const first = all.byId.get(record.id);
	if (first && (first.file !== file || first.index !== index)) {
		const message = `the record "${record.id}" is already in ${first.file.file}.`;
		yield { entry: file, path: ['records', index, 'id'], message, fix: 'Remove it from one file.' };
		return;
	}
	const key = keyOf(record);
	if (!key || all.corrections.has(record.id)) return;
	const place_ = `${place.collection}/${place.subject} ${key}`;
	const other = values.get(place_);
	values.set(place_, kept);
	if (!other) return;
	const message = `${key} is already recorded, in ${other.file.file}.`;
	const fix = `If the old one is wrong, correct it: npm run record -- KIND SUBJECT --corrects ${other.record.id} --because TEXT`;
	yield { entry: file, path: ['records', index], message, fix };
}

/** What there can be only one of. */
function keyOf(record: CatalogueRecord): string | undefined {
	if (record.kind === 'evaluation') return `run ${record.run}`;
	if (record.kind === 'spend') return `the spend of ${record.period}`;
	if (record.kind !== 'measurement') return undefined;
	const { metric, part, period, baseline } = record;
	return `${baseline ? 'the baseline' : 'the value'} of ${[metric, part].filter(Boolean).join(', ')} for ${period}`;
}

function* corrects({ record, file, index, place }: Kept, all: AllRecords): Generator<Problem> {
	if (!record.corrects) return;
	const path = ['records', index, 'corrects', 'record'];
	const old = all.byId.get(record.corrects.record);
	if (!old) {
		const message = `no record has the id "${record.corrects.record}".`;
		yield { entry: file, path, message, fix: 'Copy the id of the record that this one replaces.' };
	} else if (
		old.record.kind !== record.kind ||
		old.place.subject !== place.subject ||
		old.place.collection !== place.collection
	) {
		const message = `the record "${old.record.id}" is of another kind or about another subject.`;
		yield {
			entry: file,
			path,
			message,
			fix: 'Correct a record with one of the same kind and subject.',
		};
	} else if (all.corrections.get(old.record.id)?.record.id !== record.id) {
		const message = `the record "${old.record.id}" is already corrected.`;
		const fix = `Correct the correction instead: ${all.corrections.get(old.record.id)?.record.id}.`;
		yield { entry: file, path, message, fix };
	}
}
