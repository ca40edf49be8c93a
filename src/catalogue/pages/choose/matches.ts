/** Which patterns fit the answers, from the index that the list of patterns uses as well. */
import {
	type DataClass,
	dataClass,
	type PersonalData,
	personalData,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import type { Vocabulary } from '#schemas/vocabulary.ts';
import type { EntryState } from '../../judge/approval/state.ts';
import type { Choice } from '../../judge/choice/choose.ts';
import type { Answers } from '../../judge/choice/questions.ts';
import { atLeast } from '../../judge/tier.ts';
import type { BrowseIndex, BrowseLine } from '../browse/state.ts';

export interface Match {
	id: string;
	title: string;
	summary: string;
	tier: Tier;
	state: EntryState;
	/** It is designed for data as sensitive as that of the answers. */
	fits: boolean;
	/** What to know before you take it. */
	notes: string[];
}

/** Patterns that nobody can start from. */
const GONE = new Set<string>(['withdrawn']);

/**
 * The patterns for the task, those that fit the data first, then those that may be built on first.
 * Where rules do the work, only patterns that start with rules are left.
 */
export function matches(
	{ facets, lines }: BrowseIndex,
	answers: Answers,
	{ tier, advice }: Pick<Choice, 'tier' | 'advice'>,
): Match[] {
	if (answers.problem === undefined) return [];
	const at = new Map(facets.map(({ name }, place) => [name, place]));
	const valuesOf = (line: BrowseLine, facet: string) => line.values[at.get(facet) ?? -1] ?? [];
	// The states of the index are in the order of what may be used first.
	const states = facets.find(({ name }) => name === 'status')?.values.map(({ value }) => value);
	const rank = (state: string) => states?.indexOf(state) ?? 0;
	return lines
		.filter((line) => valuesOf(line, 'problem').some((value) => value === answers.problem))
		.filter((line) => advice !== 'rules' || valuesOf(line, 'technique').includes('rules'))
		.flatMap((line): Match[] => {
			const [own, state, data, personal] = ['tier', 'status', 'data', 'personal'].map(
				(name) => valuesOf(line, name)[0],
			);
			if (own === undefined || state === undefined || GONE.has(state)) return [];
			// Lines are made of entries that their schema accepted.
			const ownTier = own as Tier;
			const short = [
				tooLow(dataClass, data, answers.data, 'data'),
				tooLow(personalData, personal, answers.personalData, 'personal data'),
			].filter((note) => note !== undefined);
			const raised =
				tier !== ownTier && atLeast(tier, ownTier)
					? [`Your answers raise its tier from ${lower(tiers, ownTier)} to ${lower(tiers, tier)}.`]
					: [];
			return [
				{
					id: line.id,
					title: line.title,
					summary: line.summary,
					tier: ownTier,
					// As above.
					state: state as EntryState,
					fits: short.length === 0,
					notes: [...short, ...raised],
				},
			];
		})
		.sort(
			(a, b) =>
				Number(b.fits) - Number(a.fits) ||
				rank(a.state) - rank(b.state) ||
				a.notes.length - b.notes.length ||
				(a.title < b.title ? -1 : 1),
		);
}

/** The data of a team, and the tier it gives. */
export interface Asked {
	data: DataClass;
	personalData: PersonalData;
	tier: Tier;
}

/** States that a reader is not led to: not ready yet, or on its way out. */
const LEFT = new Set<EntryState>(['draft', 'deprecated', 'withdrawn']);

/** Patterns that are named in place of one that does not fit. */
const NAMED = 2;

/** The first patterns for the task of this one that are designed for the data, without this one. */
export function nearestIn(index: BrowseIndex, pattern: string, { tier, ...asked }: Asked): Match[] {
	const place = index.facets.findIndex(({ name }) => name === 'problem');
	const problem = index.lines.find(({ id }) => id === pattern)?.values[place]?.[0];
	return matches(index, { ...asked, ...(problem && { problem }) }, { tier, advice: 'open' })
		.filter(({ id, fits, state }) => fits && id !== pattern && !LEFT.has(state))
		.slice(0, NAMED);
}

const lower = <Value extends string>(vocabulary: Vocabulary<Value>, value: Value) =>
	vocabulary.label(value).toLowerCase();

/** What to say of a pattern that is designed for less sensitive data than the answers name. */
function tooLow<Value extends string>(
	vocabulary: Vocabulary<Value>,
	own: string | undefined,
	wanted: string | undefined,
	what: string,
): string | undefined {
	const words: readonly string[] = vocabulary.values;
	const has = words.indexOf(own ?? '');
	const most = vocabulary.values[has];
	if (most === undefined || words.indexOf(wanted ?? '') <= has) return undefined;
	return has === 0 && what === 'personal data'
		? 'It is not designed for personal data.'
		: `It is designed for ${lower(vocabulary, most)} ${what} at most.`;
}
