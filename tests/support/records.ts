/** Builders of records for tests: bound to what there is, unless a test says otherwise. */

import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { definitionDigest } from '#catalogue/judge/records/binding.ts';
import { named, type Unnamed } from '#catalogue/judge/records/id.ts';
import type { Subject } from '#catalogue/judge/records/kept.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import type { RecordKind, RecordOf } from '#schemas/record.ts';
import { evaluationDimension, trainingTopic } from '#schemas/vocabularies.ts';
import { catalogueOf, entry } from './build.ts';

/** A file of records about a subject, of any kinds. */
export function recordFile(
	{ collection, id }: Pick<Subject, 'collection' | 'id'>,
	records: readonly Unnamed[],
	name = 'bundle.0123456789ab',
): Entry<'records'> {
	return entry('records', `${collection}/${id}/${name}`, { records: records.map(named) });
}

/** What a record needs to know of the catalogue it is about. */
export interface About {
	subject: Subject;
	catalogue: Catalogue;
}

export const about = (subject: Subject, ...others: readonly Entry[]): About => ({
	subject,
	catalogue: catalogueOf(subject, ...others),
});

type Over<Kind extends RecordKind> = Partial<Omit<RecordOf<Kind>, 'id' | 'kind'>>;

const common = (on: string) => ({
	on,
	source: 'Report of the office',
	by: 'Head of Office',
	added: { by: 'Tess Reviewer', on },
});

const ofSubject = ({ subject, catalogue }: About) => ({
	version: subject.data.version,
	digest: contentDigest(subject, catalogue),
});

const DAY = '2026-11-10';

export const evidence = (here: About, over: Over<'evidence'> = {}): Unnamed => ({
	kind: 'evidence',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	control: 'logging',
	evidence: 'log-config',
	what: 'Export of the settings, read line by line.',
	...over,
});

export const drill = (here: About, over: Over<'drill'> = {}): Unnamed => ({
	kind: 'drill',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	controls: ['logging'],
	what: 'off-switch',
	minutes: 4,
	result: 'worked',
	...over,
});

export const training = (here: About, over: Over<'training'> = {}): Unnamed => ({
	kind: 'training',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	role: 'analyst',
	trained: 12,
	people: 12,
	covers: [...trainingTopic.values],
	...over,
});

/** A run in which every dimension has k of n. */
export const evaluation = (
	here: About,
	over: Over<'evaluation'> = {},
	{ k, n } = { k: 480, n: 500 },
): Unnamed => ({
	kind: 'evaluation',
	...common(over.on ?? DAY),
	run: 1,
	prompts: promptsOf(here),
	model: 'small',
	pin: '2026-10-01',
	dataset: {
		name: 'Labelled texts',
		version: '3',
		digest: '1'.repeat(64),
		size: n,
		languages: ['English'],
	},
	counts: evaluationDimension.values.slice(0, 5).map((dimension) => ({ dimension, k, n })),
	...over,
});

function promptsOf({ subject, catalogue }: About) {
	if (subject.collection === 'use-cases') return subject.data.prompts;
	return subject.data.prompts.flatMap((id) => {
		const prompt = catalogue.prompts.get(id);
		if (!prompt) throw new Error(`the test has no prompt "${id}"`);
		return [{ prompt: id, version: prompt.data.version, digest: fileDigest(prompt.source) }];
	});
}

export const measurement = (here: About, over: Over<'measurement'> = {}): Unnamed => {
	const metric = over.metric ?? 'business-impact';
	return {
		kind: 'measurement',
		...common(over.on ?? DAY),
		metric,
		definition: definitionDigest(metric, here.catalogue) ?? '2'.repeat(64),
		period: '2026-10',
		value: 92,
		...over,
	};
};

export const spend = (here: About, over: Over<'spend'> = {}): Unnamed => ({
	kind: 'spend',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	period: '2026-10',
	tasks: 1000,
	cost: { amount: 95, currency: 'GBP' },
	...over,
});

export const check = (here: About, over: Over<'check'> = {}): Unnamed => ({
	kind: 'check',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	ranAt: '2026-11-10T03:00Z',
	run: '1842',
	files: 41,
	parts: [],
	...over,
});

export const decision = (here: About, over: Over<'decision'> = {}): Unnamed => ({
	kind: 'decision',
	...common(over.on ?? DAY),
	of: ofSubject(here),
	about: 'council',
	decided: 'agreed',
	because: 'The pilot showed that it helps.',
	...over,
});
