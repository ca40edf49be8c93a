/** The records of the example, bound to the content as it is today. */
import { isDeepStrictEqual } from 'node:util';
import { type CatalogueRecord, type RecordOf, recordFileSchema } from '#schemas/record.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import { definitionDigest } from '../../judge/records/binding.ts';
import { named } from '../../judge/records/id.ts';
import { patternBehind, type Subject } from '../../judge/records/kept.ts';
import { recordFileName, recordPath } from '../../judge/records/place.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { isOf } from '../../model/is-of.ts';
import { promptsToday } from '../built-on.ts';
import { dataIn, type Texts, yamlText } from './texts.ts';

export interface Today {
	catalogue: Catalogue;
	/** Fingerprints of the prompts that the use cases were built on before. */
	builtOn: ReadonlySet<string>;
}

/** The files of one subject with their records bound to it; a record that moves month moves file. */
export function recordsToday(files: Texts, subject: Subject, today: Today): Texts {
	const texts = new Map<string, string>();
	const made = new Map<string, CatalogueRecord[]>();
	for (const [path, text] of files) {
		const data = dataIn(recordFileSchema, text);
		// A bundle is what a pipeline sent: its name is the fingerprint of what it holds.
		if (!data || data.bundle) texts.set(path, text);
		else {
			for (const record of data.records) {
				const now = named(boundToday(record, subject, today));
				const place = recordPath(subject.collection, subject.id, now.kind, recordFileName(now));
				made.set(place, [...(made.get(place) ?? []), now]);
			}
		}
	}
	for (const [path, records] of made) {
		records.sort((a, b) => compare(a.added.on, b.added.on));
		const text = files.get(path);
		const before = text === undefined ? undefined : dataIn(recordFileSchema, text);
		const isSame = isDeepStrictEqual(before?.records, records);
		texts.set(path, isSame && text ? text : yamlText({ example: true, records }));
	}
	return texts;
}

/** The record with what in it follows from other content. */
function boundToday(record: CatalogueRecord, subject: Subject, today: Today): CatalogueRecord {
	const { catalogue } = today;
	if (record.kind === 'evaluation') return runToday(record, subject, today);
	if (record.kind === 'measurement') {
		const definition = definitionDigest(record.metric, catalogue) ?? record.definition;
		return { ...record, definition };
	}
	if (!('of' in record)) return record;
	const of = { version: subject.data.version, digest: contentDigest(subject, catalogue) };
	return record.kind === 'check'
		? { ...record, of, parts: partsToday(record, subject) }
		: { ...record, of };
}

/** A run on the prompts of a use case stays one on those of today; a run on a draft stays one. */
function runToday(
	run: RecordOf<'evaluation'>,
	subject: Subject,
	{ catalogue, builtOn }: Today,
): RecordOf<'evaluation'> {
	const pattern = patternBehind(subject, catalogue);
	const isDraft = run.prompts.some(({ digest }) => !builtOn.has(digest));
	const pin = isOf('use-cases', subject)
		? subject.data.model.pin
		: (catalogue.models.get(run.model)?.data.pinnedVersion ?? run.pin);
	const prompts = pattern && !isDraft ? promptsToday(pattern, catalogue) : run.prompts;
	return { ...run, prompts, pin };
}

/** What ran as it was approved is what the use case is built on today. */
function partsToday({ parts }: RecordOf<'check'>, subject: Subject): RecordOf<'check'>['parts'] {
	if (!isOf('use-cases', subject)) return parts;
	const { pattern, builtOn, prompts, model } = subject.data;
	const today = new Map<string, (typeof parts)[number]['approved']>([
		[`pattern ${pattern}`, builtOn],
		...prompts.map(
			({ prompt, version, digest }) => [`prompt ${prompt}`, { version, digest }] as const,
		),
		[`model ${model.model}`, { version: model.pin }],
	]);
	return parts.map((part) => {
		const state = today.get(`${part.part} ${part.name}`);
		return part.verdict === 'match' && state ? { ...part, approved: state, running: state } : part;
	});
}
