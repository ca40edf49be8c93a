/**
 * What a record proves, by digest or version, and whether that is still what there is.
 *
 * A record never voids an approval, and an approval never makes a record count: each is compared
 * with the content on its own.
 */

import type { CatalogueRecord, RecordKind, RecordOf } from '#schemas/record.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { dayFromToday } from '../../model/noted.ts';
import { canonicalJson } from '../../words/canonical-json.ts';
import { contentDigest } from '../approval/content-digest.ts';
import { type Kept, patternBehind, type Subject } from './kept.ts';

/** One thing that a record is bound to. */
export interface Binding {
	/** What it is, for a sentence: `prompt "ask"`. */
	what: string;
	recorded: string;
	/** Undefined where it no longer exists. */
	current: string | undefined;
}

type Bindings = {
	[Kind in RecordKind]: (
		record: RecordOf<Kind>,
		subject: Subject,
		catalogue: Catalogue,
	) => Binding[];
};

const ofSubject = (
	{ of }: { of: { version: string; digest: string } },
	subject: Subject,
	catalogue: Catalogue,
): Binding[] => [
	{ what: 'version', recorded: of.version, current: subject.data.version },
	{ what: 'content', recorded: of.digest, current: contentDigest(subject, catalogue) },
];

const bindings: Bindings = {
	evaluation: ({ prompts, model, pin }, subject, catalogue) => [
		...prompts.map(({ prompt, digest }) => ({
			what: `prompt "${prompt}"`,
			recorded: digest,
			current: promptDigest(prompt, subject, catalogue),
		})),
		{ what: `model "${model}"`, recorded: pin, current: pinOf(model, subject, catalogue) },
	],
	build: ({ module, test }, subject, catalogue) =>
		[module, test].map(({ path, digest }) => ({
			what: `file "${path}"`,
			recorded: digest,
			current: starterFile(path, subject, catalogue),
		})),
	evidence: ofSubject,
	drill: ofSubject,
	training: ofSubject,
	spend: ofSubject,
	check: ofSubject,
	decision: ofSubject,
	measurement: ({ metric, definition }, _, catalogue) => [
		{
			what: `metric "${metric}"`,
			recorded: definition,
			current: definitionDigest(metric, catalogue),
		},
	],
};

/** What the record is bound to, each with what there is now. */
function bindingsOf(record: CatalogueRecord, subject: Subject, catalogue: Catalogue): Binding[] {
	// The kind of the record picks its own function; TypeScript cannot follow the pair.
	const of = bindings[record.kind] as (
		record: CatalogueRecord,
		subject: Subject,
		catalogue: Catalogue,
	) => Binding[];
	return of(record, subject, catalogue);
}

/** What has changed since the record was made; empty while it counts. */
export function changedSince(
	{ record }: Pick<Kept, 'record'>,
	subject: Subject,
	catalogue: Catalogue,
): Binding[] {
	return bindingsOf(record, subject, catalogue).filter(
		({ recorded, current }) => recorded !== current,
	);
}

/**
 * Whether a record proves what there is. One from the future proves nothing yet.
 *
 * A look back at an earlier version goes by the number of that version: its content is in git.
 */
export function counts(kept: Kept, subject: Subject, catalogue: Catalogue): boolean {
	const { record } = kept;
	if (dayFromToday(record.on, catalogue) > 0) return false;
	const then = versionToday(subject, catalogue);
	if (then === subject.data.version) return changedSince(kept, subject, catalogue).length === 0;
	return 'of' in record ? record.of.version === then : true;
}

/** The version of today, by the change log. In a look back, today is an earlier day. */
export function versionToday({ data }: Subject, catalogue: Pick<Catalogue, 'today'>): string {
	const change = data.changes?.find(({ date }) => dayFromToday(date, catalogue) <= 0);
	return change?.version ?? data.version;
}

/** The prompt as the subject runs it: a use case names its own text, a pattern has today's. */
function promptDigest(id: string, subject: Subject, { prompts }: Catalogue): string | undefined {
	if (subject.collection === 'use-cases')
		return subject.data.prompts.find(({ prompt }) => prompt === id)?.digest;
	const prompt = prompts.get(id);
	return prompt && subject.data.prompts.includes(id) ? fileDigest(prompt.source) : undefined;
}

/** The version a model answers with: a use case names its own, a pattern has that of the alias. */
function pinOf(model: string, subject: Subject, { models }: Catalogue): string | undefined {
	if (subject.collection === 'patterns') return models.get(model)?.data.pinnedVersion;
	return subject.data.model.model === model ? subject.data.model.pin : undefined;
}

/** A file of the starter: the pattern's own, else the one of the common starter. */
function starterFile(path: string, subject: Subject, catalogue: Catalogue): string | undefined {
	const pattern = patternBehind(subject, catalogue);
	const files = assetDigests(catalogue);
	return (
		(pattern && files.get(`patterns/${pattern.id}/starter/${path}`)) ??
		files.get(`content/starter/${path}`)
	);
}

const assets = new WeakMap<Catalogue['assets'], Map<string, string>>();

function assetDigests(catalogue: Catalogue): Map<string, string> {
	const kept =
		assets.get(catalogue.assets) ??
		new Map(catalogue.assets.map(({ file, digest }) => [file, digest]));
	assets.set(catalogue.assets, kept);
	return kept;
}

/** What makes two values of a metric comparable: its unit, direction, formula and source. */
export function definitionDigest(metric: string, { metrics }: Catalogue): string | undefined {
	const data = metrics.get(metric)?.data;
	if (!data) return undefined;
	const { unit, direction, formula, source } = data;
	return fileDigest(canonicalJson({ unit, direction, formula, source }));
}

/** Whether a use case runs exactly the pattern there is today, so that its proof counts here too. */
export function runsPattern(
	{ data: { builtOn } }: Entry<'use-cases'>,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): boolean {
	return (
		builtOn.version === pattern.data.version && builtOn.digest === contentDigest(pattern, catalogue)
	);
}
