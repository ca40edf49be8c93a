/**
 * What the policy says to a team that takes a pattern for its own data: tier, obligations, and what
 * it refuses. Runs in the browser on the facts, with the very rules that judge the pattern itself.
 */
import {
	councilSeat,
	type DataClass,
	dataClass,
	type PersonalData,
	personalData,
	type Tier,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { computeTier, demandWords, requiredControls, tierOf } from '../../judge/tier.ts';
import type { Cache } from '../../model/cache.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import type { Rule } from '../../model/rule.ts';
import { dataCeiling } from '../../rules/data-ceiling.ts';
import { highTierTrio } from '../../rules/high-tier-trio.ts';
import { tierControls } from '../../rules/tier-controls.ts';
import { countOf } from '../../words/count.ts';
import { inside, listOf } from '../../words/phrase.ts';
import type { FillFacts } from './facts.ts';

/** What a team says of itself and its use. */
export interface Parameters {
	team: string;
	/** Who answers for it: a role or a mailbox. */
	owner: string;
	/** Connectors it will wire to real systems first; the others stay stand-ins. */
	connectors: string[];
	/** Model alias it starts with. */
	model: string;
	/** A class of data the pattern does not name, where there is one. */
	dataClass: DataClass | undefined;
	/** The kind of personal data, where it is more than the pattern names. */
	personalData?: PersonalData | undefined;
}

export interface Duty {
	control: string;
	title: string;
	/** Why it is required, as a sentence. */
	because: string;
	/** Whether the starter has it. */
	placed: boolean;
	/** Whether the team's own answers require it and the pattern as it is does not. */
	added: boolean;
}

export interface Refused {
	rule: string;
	message: string;
	fix: string;
	why: string;
}

export interface Judgement {
	tier: Tier;
	/** The tier of the pattern as it is. */
	before: Tier;
	/** Both as a reader sees them. */
	labels: { tier: string; before: string };
	reasons: string[];
	duties: Duty[];
	refused: Refused[];
	/** The most sensitive data that reaches it, of the pattern or of the team. */
	exposure: { data: DataClass; personalData: PersonalData };
	/** Why it does not fit, in the words of a reader rather than of a rule; empty where it does. */
	against: string[];
	/** Months between reviews, and the seats that approve. */
	reviewMonths: number;
	seats: readonly string[];
}

/** The rules whose answer depends on what a team may choose. */
const RULES: readonly Rule[] = [dataCeiling, tierControls, highTierTrio];

/** Rules may keep what they work out; here nothing is worth it. */
const noCache: Cache = { get: () => undefined, set: () => undefined, save: () => undefined };

/** Judges the choices. */
export async function judge(facts: FillFacts, chosen: Parameters): Promise<Judgement> {
	const { policy } = facts;
	const pattern = withChoices(facts, chosen);
	const tier = tierOf(pattern, policy);
	const now = requiredControls(pattern, policy);
	const before = new Set(requiredControls(facts.pattern, policy).map(({ control }) => control));
	const placed = new Set(facts.pattern.controls.map(({ control }) => control));
	const was = tierOf(facts.pattern, policy);
	const refused = await refusals(facts, pattern);
	return {
		tier,
		before: was,
		labels: { tier: tiers.label(tier), before: tiers.label(was) },
		reasons: computeTier(pattern, policy).reasons,
		duties: now.map(({ control, ...demand }) => ({
			control,
			title: facts.controls[control] ?? control,
			because: demandWords(demand),
			placed: placed.has(control),
			added: !before.has(control),
		})),
		refused,
		exposure: { data: pattern.exposure.data, personalData: pattern.exposure.personalData },
		against: refused.length === 0 ? [] : againstWords(facts, pattern, refused),
		reviewMonths: policy.reviewMonths[tier],
		seats: policy.approval.seats[tier].map((seat) => councilSeat.label(seat)),
	};
}

/** The pattern as this team would run it: a higher class reaches the model and every read. */
function withChoices(
	{ pattern }: FillFacts,
	{ dataClass: extra, personalData: kind, model }: Parameters,
) {
	const raised = (value: DataClass) => higher(dataClass.values, value, extra);
	return {
		...pattern,
		exposure: {
			...pattern.exposure,
			data: raised(pattern.exposure.data),
			personalData: higher(personalData.values, pattern.exposure.personalData, kind),
		},
		models: [model],
		connectors: pattern.connectors.map((use) =>
			use.access === 'read' || use.access === 'invoke' ? { ...use, data: raised(use.data) } : use,
		),
	};
}

const higher = <Value>(order: readonly Value[], own: Value, other: Value | undefined): Value =>
	other !== undefined && order.indexOf(other) > order.indexOf(own) ? other : own;

/**
 * What speaks against these choices: systems and models that accept less, controls that are
 * missing.
 */
function againstWords(
	{ connectors, models, controls, policy }: FillFacts,
	pattern: FillFacts['pattern'],
	refused: readonly Refused[],
): string[] {
	const above = (own: DataClass, ceiling: string | undefined) =>
		dataClass.values.some((value, at) => value === ceiling && dataClass.rank(own) > at);
	const most = (ceiling: DataClass) => dataClass.label(ceiling).toLowerCase();
	const accepts = (title: string, ceiling: string | undefined) =>
		dataClass.values.flatMap((value) =>
			value === ceiling ? [`${title} accepts data up to ${most(value)}.`] : [],
		);
	const systems = pattern.connectors.flatMap(({ connector, data }) => {
		const known = connectors[connector];
		return known && above(data, known.ceiling) ? accepts(known.title, known.ceiling) : [];
	});
	const aliases = pattern.models.flatMap((alias) => {
		const known = models[alias];
		const accepted = known && above(pattern.exposure.data, known.ceiling);
		return accepted ? accepts(`The model ${alias}`, known.ceiling) : [];
	});
	const own = new Set(pattern.controls.map(({ control }) => control));
	const missing = requiredControls(pattern, policy).filter(({ control }) => !own.has(control));
	const named = missing.map(({ control }) => inside(controls[control] ?? control));
	const lacking =
		missing.length === 0
			? []
			: [
					`${tiers.label(tierOf(pattern, policy))} tier requires ${countOf(missing.length, 'more control')} than the starter has: ${listOf(named)}.`,
				];
	const said = [...new Set([...systems, ...aliases, ...lacking])];
	// A rule may refuse for a reason of its own.
	return said.length > 0 ? said : refused.map(({ message, fix }) => `${message} ${fix}`);
}

async function refusals(
	{ id, policy, connectors, models, today }: FillFacts,
	pattern: FillFacts['pattern'],
): Promise<Refused[]> {
	const asMap = (record: object) =>
		new Map(Object.entries(record).map(([key, data]) => [key, { id: key, data }]));
	// These rules read these four and the day, and of a pattern what the facts hold.
	const catalogue = {
		patterns: asMap({ [id]: pattern }),
		connectors: asMap(connectors),
		models: asMap(models),
		policy,
		today,
	} as unknown as Catalogue;
	const found: Refused[] = [];
	for (const rule of RULES) {
		for await (const { message, fix, severity } of rule.check(catalogue, noCache)) {
			if ((severity ?? rule.severity) !== 'error') continue;
			found.push({ rule: rule.id, message, fix, why: rule.why });
		}
	}
	return found;
}
