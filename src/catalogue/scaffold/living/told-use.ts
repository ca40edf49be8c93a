/** A use of the example organisation as its tables tell it: what every use has is said here, once. */
import type { UseCase } from '#schemas/use-case.ts';
import { stage as stages, type UseState } from '#schemas/vocabularies.ts';
import type { Given } from '../complete.ts';

/** What a use is built on; the versions and fingerprints are read from the catalogue as it is now. */
export type Own = Omit<Given<UseCase>, 'builtOn' | 'prompts' | 'model' | 'decisionRights'> & {
	pattern: string;
	model: { model: string; fallback: string };
};

type Base = Pick<Own, 'owner' | 'outcome' | 'tier' | 'data' | 'personalData'> & { pattern: string };
type Many<Field extends keyof Own> = NonNullable<Own[Field]>;

export interface ToldUse {
	title: string;
	summary: string;
	aliases: string[];
	/** Last full review. */
	reviewed: string;
	/** What it does and for whom; a base that many uses share has their model and connectors as well. */
	base: Base & Partial<Pick<Own, 'model' | 'connectors'>>;
	businessOwner: string;
	state: UseState;
	/** The day on which it entered each stage, from the pilot on. */
	entered: readonly string[];
	exit: string[];
	pilotEnds: string;
	sources: Many<'sources'>;
	model?: Own['model'];
	connectors?: Many<'connectors'>;
	settings?: Many<'settings'>;
	switchOff: Many<'switchOff'>;
	variations?: Many<'variations'>;
	measures: Many<'measures'>;
	plans?: Many<'plans'>;
	waivers?: Many<'waivers'>;
	changes: Many<'changes'>;
}

const USUAL_MODEL = { model: 'general-chat', fallback: 'local-private' };

/** The use, with its fields in the order of a file. */
export function ownOf(told: ToldUse): Own {
	const { title, summary, aliases, reviewed, base, businessOwner, state, entered } = told;
	const { sources, model = base.model ?? USUAL_MODEL, connectors = base.connectors } = told;
	const { settings, switchOff, variations, measures, plans, waivers, changes } = told;
	const reached = entered.flatMap((day, at) => {
		const stage = stages.values[at];
		return stage ? [{ stage, entered: day }] : [];
	});
	return {
		...{ title, summary, aliases, status: 'proposed', version: changes[0]?.version, reviewed },
		...{ example: true, ...base, businessOwner, state },
		...{ stage: reached.at(-1)?.stage, stages: reached, liveSince: reached[1]?.entered },
		...{ pilot: { exit: told.exit, ends: told.pilotEnds }, sources, model, connectors },
		...{ settings, switchOff, variations, measures, plans, waivers, changes },
	};
}

type Source = Many<'sources'>[number];

/** A system that the use reads or writes, with data of the class that the use has. */
export const sourceOf = (
	{ data, personalData }: Pick<Base, 'data' | 'personalData'>,
	{ system, direction, ...rest }: Omit<Source, 'data' | 'personalData'>,
): Source => ({ system, direction, data, personalData, ...rest });

/** A version of the use. */
export const change = (date: string, summary: string, version = '1.0.0') => ({
	...{ version, date, impact: 'minor' as const, summary },
});
