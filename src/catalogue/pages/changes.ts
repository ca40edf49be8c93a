/** What happened in the catalogue, as events: for the feeds and for the page "What changed". */
import type { Change } from '#schemas/fields.ts';
import { collections, pagedCollections } from '#schemas/index.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import { standingOf } from '../judge/approval/standing.ts';
import { states } from '../judge/approval/state.ts';
import { nextReview } from '../judge/tier.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath, titleOf } from '../model/entry.ts';
import { compare } from '../model/finding.ts';
import { isOf } from '../model/is-of.ts';
import { placeOfTombstone } from '../model/withdrawn.ts';
import type { CatalogueEvent, EventKind } from './event.ts';
import { governanceEvents } from './governance-events.ts';
import { comparisonsOf } from './prompt-versions.ts';
import { tombstoneOf } from './tombstone.ts';

/**
 * Everything that happened to entries with pages, newest first.
 *
 * @example
 * changeEvents(catalogue)[0]?.kind // => 'breaking'
 */
export function changeEvents(catalogue: Catalogue): CatalogueEvent[] {
	const living = pagedCollections.flatMap((name) => {
		const entries: Entry[] = [...catalogue.all[name].values()];
		return entries
			.sort((a, b) => compare(titleOf(a), titleOf(b)) || compare(a.id, b.id))
			.flatMap((entry) => eventsOf(entry, catalogue));
	});
	const gone = [...catalogue.withdrawn.values()].flatMap((entry) => withdrawal(entry, catalogue));
	// The sort is stable: on one day, in the order of the collections and then by title.
	return [...gone, ...living].sort((a, b) => compare(b.date, a.date));
}

function eventsOf(entry: Entry, catalogue: Catalogue): CatalogueEvent[] {
	const log = changesOf(entry);
	const about = { ...common(entry), pattern: patternOf(entry) };
	return [
		...overdue(entry, about, catalogue),
		...deprecation(entry, about, log),
		...governanceEvents(entry, catalogue).map((event) => ({
			...about,
			version: undefined,
			compared: undefined,
			...event,
		})),
		...log.map((change, at): CatalogueEvent => {
			const kind = kindOf(change, log[at + 1]);
			const asks = kind === 'new' ? '' : changeImpact.terms[change.impact].meaning;
			return {
				...about,
				kind,
				date: change.date,
				mark: `v${change.version}`,
				version: change.version,
				summary: change.summary,
				action: change.action ?? asks,
				compared: comparisonOf(entry, change.version, catalogue),
			};
		}),
	];
}

/** The change log of an entry, newest first; empty where it keeps none. */
export function changesOf({ data }: Entry): readonly Change[] {
	if ('catalogue.changes' in data) return data['catalogue.changes'];
	return 'changes' in data ? (data.changes ?? []) : [];
}

function kindOf({ version }: Change, before: Change | undefined): EventKind {
	if (!before) return 'new';
	const major = (text: string) => Number(text.split('.')[0]);
	return major(version) > major(before.version) ? 'breaking' : 'changed';
}

type About = Pick<CatalogueEvent, 'title' | 'path' | 'noun' | 'pattern' | 'example'>;

const common = (entry: Entry) => ({
	title: titleOf(entry),
	path: entryPath(entry),
	noun: collections[entry.collection].singular,
	example: 'example' in entry.data && entry.data.example === true,
});

/** A pattern, the pattern a prompt belongs to, or the one a use case is built on. */
function patternOf(entry: Entry): string | undefined {
	if (isOf('use-cases', entry)) return entry.data.pattern;
	return isOf('patterns', entry) ? entry.id : isOf('prompts', entry) ? entry.parent : undefined;
}

function comparisonOf(entry: Entry, version: string, catalogue: Catalogue): string | undefined {
	if (!isOf('prompts', entry)) return undefined;
	return comparisonsOf(entry, catalogue).find(({ to }) => to.version === version)?.page;
}

function overdue(entry: Entry, about: About, catalogue: Catalogue): CatalogueEvent[] {
	if (!isOf('patterns', entry)) return [];
	const date = missedDay(entry, catalogue);
	if (!date) return [];
	return [
		{
			...about,
			kind: 'overdue',
			date,
			mark: `overdue-${date}`,
			version: entry.data.version,
			summary: 'The day of its review has passed.',
			action: states.overdue.duty,
			compared: undefined,
		},
	];
}

/** The first day an approved pattern has missed: that of its review, or the end of an approval. */
function missedDay(pattern: Entry<'patterns'>, catalogue: Catalogue): string | undefined {
	const { today } = catalogue;
	if (pattern.data.status !== 'approved') return undefined;
	const { reviewBy } = standingOf(pattern, catalogue);
	return [nextReview(pattern, catalogue), reviewBy]
		.filter((day) => day !== undefined && day < today)
		.sort()[0];
}

/** Deprecation has no day of its own; it comes with the newest version, or with the last review. */
function deprecation(entry: Entry, about: About, log: readonly Change[]): CatalogueEvent[] {
	const { data } = entry;
	if (
		!('status' in data && 'reviewed' in data && 'version' in data) ||
		data.status !== 'deprecated'
	)
		return [];
	return [
		{
			...about,
			kind: 'deprecated',
			date: log[0]?.date ?? data.reviewed,
			mark: 'deprecated',
			version: data.version,
			summary: 'Its owner no longer recommends it.',
			action: states.deprecated.duty,
			compared: undefined,
		},
	];
}

function withdrawal(entry: Entry<'withdrawn'>, catalogue: Catalogue): CatalogueEvent[] {
	const tombstone = tombstoneOf(entry, catalogue);
	if (!tombstone) return [];
	const { title, path, kind: noun, version, withdrawn, because, turnOff, successor } = tombstone;
	const { collection, id } = placeOfTombstone(entry.id);
	return [
		{
			kind: 'withdrawn',
			date: withdrawn,
			mark: 'withdrawn',
			title,
			path,
			noun,
			version,
			summary: because,
			action: successor ? `${turnOff} ${successor.title}.` : turnOff,
			compared: undefined,
			pattern: collection === 'patterns' ? id : undefined,
			example: false,
		},
	];
}
