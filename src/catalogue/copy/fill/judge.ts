/**
 * What the policy says to a team that takes a pattern for its own data: tier, obligations, and what
 * it refuses. Runs in the browser on the facts, with the very rules that judge the pattern itself.
 */
import {
	councilSeat,
	type DataClass,
	dataClass,
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
}

export interface Duty {
	control: string;
	title: string;
	/** Why it is demanded, as a sentence. */
	because: string;
	/** Whether the starter has it. */
	placed: boolean;
	/** Whether the team's own answers demand it and the pattern as it is does not. */
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
		refused: await refusals(facts, pattern),
		reviewMonths: policy.reviewMonths[tier],
		seats: policy.approval.seats[tier].map((seat) => councilSeat.label(seat)),
	};
}

/** The pattern as this team would run it: a higher class reaches the model and every read. */
function withChoices({ pattern }: FillFacts, { dataClass: extra, model }: Parameters) {
	const raised = (value: DataClass) =>
		extra && dataClass.values.indexOf(extra) > dataClass.values.indexOf(value) ? extra : value;
	return {
		...pattern,
		exposure: { ...pattern.exposure, data: raised(pattern.exposure.data) },
		models: [model],
		connectors: pattern.connectors.map((use) =>
			use.access === 'read' || use.access === 'invoke' ? { ...use, data: raised(use.data) } : use,
		),
	};
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
