/** The maturity check: what the catalogue can answer itself, and the level that follows. */
import type { MaturityPolicy } from '#schemas/maturity.ts';
import type { MaturityCheck } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { addDays, addMonths } from '../../words/calendar.ts';
import { canSign } from '../approval/roster.ts';
import { stateOf } from '../approval/state.ts';
import { patternReuse, spendingOf } from '../portfolio/figures.ts';
import { outcomesOf } from '../portfolio/outcomes.ts';
import { concentrations } from '../portfolio/suppliers.ts';
import { liveUses, type Use } from '../portfolio/uses.ts';
import { recordsOf } from '../records/kept.ts';
import { computedOf } from '../use/gates.ts';

export type Question = MaturityPolicy['questions'][number];

/** An answer of the catalogue: so many of so many, and what is missing. */
export interface Answer {
	yes: boolean;
	done: number;
	of: number;
	/** Entries for which it is not true. */
	missing: readonly Entry[];
}

type Check = (catalogue: Catalogue, atLeast: number) => Omit<Answer, 'yes'>;

/** Days in which the council must have met. */
const MET_WITHIN = 45;

/** A check of each live use. */
const everyUse =
	(holds: (use: Use, catalogue: Catalogue) => boolean): Check =>
	(catalogue) => {
		const all = liveUses(catalogue);
		const missing = all.filter((use) => !holds(use, catalogue)).map(({ entry }) => entry);
		return { done: all.length - missing.length, of: all.length, missing };
	};

const checks: Record<MaturityCheck, Check> = {
	'patterns-approved': (catalogue, atLeast) => {
		const approved = [...catalogue.patterns.values()].filter(
			(pattern) => stateOf(pattern, catalogue) === 'approved',
		);
		return { done: approved.length, of: atLeast, missing: [] };
	},
	'uses-owned': everyUse(({ entry }) => entry.data.businessOwner.trim() !== ''),
	'seats-filled': ({ organisation, today }) => {
		const { seats } = organisation.council;
		const filled = seats.filter(({ seat }) => canSign(seat, organisation.council, today));
		return { done: filled.length, of: seats.length, missing: [] };
	},
	'council-meets': ({ organisation, today }) => {
		const days = (organisation.meetings?.dates ?? []).map(({ day }) => day);
		const met = days.some((day) => day < today && day >= addDays(today, -MET_WITHIN));
		const planned = days.some((day) => day >= today);
		return { done: Number(met) + Number(planned), of: 2, missing: [] };
	},
	'uses-approved': everyUse(({ entry }, catalogue) => stateOf(entry, catalogue) === 'approved'),
	'pattern-reused': (catalogue, atLeast) => {
		const reused = patternReuse(liveUses(catalogue), catalogue).filter(({ uses }) => {
			const unchanged = uses.filter(({ entry }) => entry.data.variations.length === 0);
			return new Set(unchanged.map(({ entry }) => entry.data.owner)).size > 1;
		});
		return { done: reused.length, of: atLeast, missing: [] };
	},
	'controls-proven': everyUse(
		({ entry }, catalogue) => computedOf('controls-proven', entry, catalogue).met,
	),
	'uses-measured': everyUse(({ verdict }) => verdict !== 'not-measured' && verdict !== 'too-early'),
	'people-trained': everyUse(
		({ entry }, catalogue) => computedOf('people-trained', entry, catalogue).met,
	),
	'switch-drilled': everyUse(({ entry }, catalogue) =>
		recordsOf(entry, 'drill', catalogue).some(
			({ record }) => record.result !== 'failed' && record.on >= addMonths(catalogue.today, -12),
		),
	),
	'evidence-complete': everyUse(
		({ entry }, catalogue) => computedOf('evidence-complete', entry, catalogue).met,
	),
	'cost-recorded': (catalogue) => {
		const { rows } = spendingOf(liveUses(catalogue), catalogue);
		const missing = rows.flatMap(({ use, spend }) => (spend ? [] : [use.entry]));
		return { done: rows.length - missing.length, of: rows.length, missing };
	},
	'outcomes-measured': (catalogue) => {
		const all = outcomesOf(catalogue);
		const missing = all.flatMap(({ entry, value }) => (value === undefined ? [entry] : []));
		return { done: all.length - missing.length, of: all.length, missing };
	},
	'suppliers-spread': (catalogue) => {
		const high = liveUses(catalogue).filter(({ tier }) => tier === 'high');
		const bound = new Set(concentrations(high, catalogue).flatMap(({ uses }) => uses));
		const missing = [...bound].map(({ entry }) => entry);
		// Without a high-tier use there is none that could depend on anybody.
		const of = high.length || liveUses(catalogue).length;
		return { done: of - missing.length, of, missing };
	},
};

/** What the catalogue answers; undefined for a question that only the reader can answer. */
export function answerOf(
	{ check, atLeast = 1 }: Question,
	catalogue: Catalogue,
): Answer | undefined {
	if (!check) return undefined;
	const found = checks[check](catalogue, atLeast);
	// Nothing of nothing is no achievement.
	return { ...found, yes: found.of > 0 && found.done >= found.of };
}
