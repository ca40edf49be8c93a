/**
 * What a change asks of teams that already use the entry: the one table of what is breaking.
 *
 * Breaking (`major`) is what makes such a team act before it takes the change. An addition (`minor`)
 * may be taken without acting. Everything that no row names is a correction (`patch`). The report
 * holds the declared impact against it; `npm run report -- --explain` prints it.
 */
import type { ChangeImpact } from '#schemas/vocabularies.ts';
import { changeImpact } from '#schemas/vocabularies.ts';
import type { ChangeKind, FieldChange } from './field-changes.ts';

export interface Weighing {
	/** Collection and path; a path to `*` is an item of a list, any other covers what is inside. */
	at: string;
	on: readonly ChangeKind[];
	impact: ChangeImpact;
	/** Why, as a reason for the reader. */
	because: string;
}

const ANY: readonly ChangeKind[] = ['added', 'removed', 'raised', 'lowered', 'changed'];
const COMES: readonly ChangeKind[] = ['added', 'removed'];
const OTHER: readonly ChangeKind[] = ['raised', 'lowered', 'changed'];
const row = (
	at: string,
	on: ChangeKind | readonly ChangeKind[],
	impact: ChangeImpact,
	because: string,
): Weighing => ({ at, on: typeof on === 'string' ? [on] : on, impact, because });

/** The most specific row that fits a change weighs it. */
export const WEIGHINGS: readonly Weighing[] = [
	row('patterns.tier.computed', 'raised', 'major', 'More controls, seats and reviews apply.'),
	row('patterns.tier.computed', 'lowered', 'minor', 'Fewer duties apply.'),
	row('patterns.controls.*', 'added', 'major', 'Teams must put it in place.'),
	row('patterns.controls', ANY, 'minor', 'Teams meet it in another way from their next release.'),
	row('patterns.connectors.*', 'removed', 'major', 'Teams must stop using it.'),
	row('patterns.connectors.*', 'added', 'minor', 'Teams may ask for access to it.'),
	row(
		'patterns.connectors.*.access',
		'lowered',
		'major',
		'What teams do now is no longer allowed.',
	),
	row('patterns.connectors.*.data', 'lowered', 'major', 'Data that passes now may no longer pass.'),
	row('patterns.connectors', ANY, 'minor', 'Teams may do more through it.'),
	row('patterns.models.*', 'removed', 'major', 'Teams must move to another model.'),
	row('patterns.models', [...ANY, 'reordered'], 'minor', 'Teams may run on another model.'),
	row('patterns.prompts.*', 'removed', 'major', 'Teams must do without it.'),
	row('patterns.prompts.*', 'added', 'minor', 'Teams may take it.'),
	row('patterns.architecture.fixedByApproval.*', 'added', 'major', 'Teams may have changed it.'),
	row('patterns.architecture.yoursToChange.*', 'removed', 'major', 'Teams may have changed it.'),
	row('patterns.telemetry.*', 'removed', 'major', 'Reports that read the field break.'),
	row('patterns.telemetry.*.type', ANY, 'major', 'Reports that read the field break.'),
	row('patterns.waivers.*', 'removed', 'major', 'What was waived must be met again.'),
	row('patterns.incident.command', ANY, 'major', 'Runbooks hold the old command.'),
	...['nodes', 'flows'].map((list) =>
		row(`patterns.architecture.${list}.*`, COMES, 'minor', 'The design changes.'),
	),
	...['nodes.*.connector', 'nodes.*.prompt', 'nodes.*.layer', 'flows.*.data'].map((field) =>
		row(`patterns.architecture.${field}`, ANY, 'minor', 'The design changes.'),
	),
	...['*.likelihood', '*.impact', '*.mitigatedBy', '*.accepted'].map((field) =>
		row(`patterns.risks.${field}`, ANY, 'minor', 'The risk is judged or answered anew.'),
	),
	row('patterns.risks.*', COMES, 'minor', 'Teams look at the risk in their own use.'),
	row('patterns.metrics.*', COMES, 'minor', 'Teams measure it from their next release.'),
	...['metrics.*.target', 'evaluation.limits', 'rollout', 'techniques', 'stage'].map((field) =>
		row(`patterns.${field}`, ANY, 'minor', 'Teams follow from their next release.'),
	),
	...['telemetry', 'waivers', 'incident', 'exposure', 'decisionRights', 'successor'].map((field) =>
		row(`patterns.${field}`, ANY, 'minor', 'Teams follow from their next release.'),
	),

	row('prompts.variable', 'removed', 'major', 'Code that fills it is refused.'),
	row('prompts.variable.required', 'added', 'major', 'Code must fill it.'),
	row('prompts.variable.optional', 'added', 'minor', 'Code may fill it.'),
	row('prompts.variable.required', 'raised', 'major', 'Code that leaves it out is refused.'),
	row('prompts.variable.required', 'lowered', 'minor', 'Code may leave it out.'),
	row('prompts.variable.type', ANY, 'major', 'Code passes the old type.'),
	row('prompts.variable.choice', 'removed', 'major', 'Code may pass a value that is refused.'),
	row('prompts.variable.choice', 'added', 'minor', 'Code may pass it.'),
	row('prompts.answer', 'removed', 'major', 'Code that reads it breaks.'),
	row('prompts.answer', 'added', 'minor', 'Code may read it.'),
	row('prompts.answer.required', 'lowered', 'major', 'Code may read a field that is absent.'),
	row('prompts.answer.required', 'raised', 'minor', 'Code may rely on it.'),
	row('prompts.answer.type', ANY, 'major', 'Code reads the old type.'),
	row('prompts.answer.choice', 'added', 'major', 'Code may meet a value it does not know.'),
	row('prompts.answer.choice', 'removed', 'minor', 'A value no longer comes.'),
	row('prompts.output.format', ANY, 'major', 'Code reads the old form.'),
	row('prompts.released', ['removed', 'changed'], 'major', 'A released text never changes.'),
	row('prompts.released', 'added', 'patch', 'Teams may pin it.'),
	row('prompts.catalogue.variables.*.dataClass', 'lowered', 'major', 'Teams may fill in more.'),
	row('prompts.catalogue.variables.*.personalData', 'lowered', 'major', 'Teams may fill in more.'),
	...['maxLength', 'maxItems'].map((field) =>
		row(
			`prompts.catalogue.variables.*.${field}`,
			['lowered', 'added'],
			'major',
			'Long values fail.',
		),
	),
	row('prompts.catalogue.variables', OTHER, 'minor', 'Teams may fill in more.'),
	row('prompts.model', ANY, 'minor', 'Run the cases again on it.'),
	row('prompts.config', ANY, 'minor', 'Run the cases again with it.'),

	row('connectors.scopes.*', 'removed', 'major', 'Patterns that use it must stop.'),
	row('connectors.ceiling', 'lowered', 'major', 'Data that passes now may no longer pass.'),
	row('connectors.auth.model', ANY, 'major', 'Callers must prove who they are in another way.'),
	row('connectors.regions.*', 'removed', 'major', 'Data may no longer go there.'),
	row('connectors.logFields.*', 'removed', 'major', 'Reports that read the field break.'),
	...['scopes', 'ceiling', 'auth', 'regions', 'logFields', 'rateLimit', 'whenDown'].map((field) =>
		row(`connectors.${field}`, ANY, 'minor', 'Callers may take it without acting.'),
	),

	row('models.ceiling', 'lowered', 'major', 'Data that is sent now may no longer be sent.'),
	row('models.contextTokens', 'lowered', 'major', 'Long prompts no longer fit.'),
	row('models.retires', 'lowered', 'major', 'Teams must move earlier.'),
	row('models.regions.*', ['added', 'removed'], 'major', 'Data goes elsewhere.'),
	row('models.goodFor.*', 'removed', 'major', 'A task is no longer approved.'),
	row('models.notFor.*', 'added', 'major', 'A task is no longer approved.'),
	...['pinnedVersion', 'hosting', 'ceiling', 'contextTokens', 'dataTerms', 'fallback'].map(
		(field) => row(`models.${field}`, ANY, 'minor', 'Run the cases again on it.'),
	),

	row('controls.demands.*', 'added', 'major', 'Teams must meet it.'),
	row('controls.evidence.*', 'added', 'major', 'Teams must keep it.'),
	row('controls.evidence.*.from', 'lowered', 'major', 'Lower tiers must keep it too.'),
	...['demands', 'byTier', 'evidence', 'verification', 'mitigates'].map((field) =>
		row(`controls.${field}`, ANY, 'minor', 'Teams follow from their next release.'),
	),
	row('risks.rating', ANY, 'minor', 'Patterns look at their own rating again.'),
	...['formula', 'unit', 'direction'].map((field) =>
		row(`metrics.${field}`, ANY, 'major', 'Values before and after cannot be compared.'),
	),
	...['source', 'signals', 'thresholds', 'dimension'].map((field) =>
		row(`metrics.${field}`, ANY, 'minor', 'Teams look at their values again.'),
	),
	row('frameworks.items.*', 'removed', 'major', 'Entries that cite it must be put right.'),
	row('frameworks.items.*', 'added', 'minor', 'Entries may cite it.'),
	row('roles.learns.*', 'added', 'minor', 'People learn it next.'),

	row('policy.tiers', ['added', 'changed'], 'major', 'Patterns may change their tier.'),
	row('policy.baselines', 'added', 'major', 'Patterns of the tier must carry it.'),
	row('policy.conditions', ['added', 'changed'], 'major', 'Patterns may need further controls.'),
	row('policy.reviewMonths', 'lowered', 'major', 'Reviews are due earlier.'),
	row('policy.approval', 'added', 'major', 'A further seat must approve.'),
	row('policy.waivers.maxDays', 'lowered', 'major', 'Waivers end earlier.'),
	row('policy.waivers', 'added', 'major', 'It may no longer be waived.'),
	row('policy.coreMetrics', 'added', 'major', 'Every pattern must carry it.'),
	row('policy.telemetry', 'added', 'major', 'Every pattern must write it.'),
	row('policy.telemetry', ['removed', 'changed'], 'major', 'Reports that read the field break.'),
	row('policy.evidencePack', 'added', 'major', 'A reviewer asks for more.'),
	...'tiers baselines conditions reviewMonths approval waivers coreMetrics telemetry evidencePack stages portfolioRisks publicHosts'
		.split(' ')
		.map((field) =>
			row(`policy.${field}`, ANY, 'minor', 'Less is asked, or the same differently.'),
		),
];

/** Status moves, which mean the same in every collection. */
const STATUS: Readonly<Record<string, Pick<Weighing, 'impact' | 'because'>>> = {
	deprecated: { impact: 'major', because: 'Teams must plan a move.' },
	withdrawn: { impact: 'major', because: 'Teams must turn it off.' },
	approved: { impact: 'minor', because: 'Teams may build on it.' },
};

const CORRECTION: Pick<Weighing, 'impact' | 'because'> = {
	impact: 'patch',
	because: 'Nothing for teams to do.',
};

/** What a change of a field asks of teams, with the reason. */
export function weigh(
	collection: string,
	{ path, kind, after }: Pick<FieldChange, 'path' | 'kind' | 'after'>,
): Pick<Weighing, 'impact' | 'because'> {
	if (path.join() === 'status') return STATUS[String(after)] ?? CORRECTION;
	const place = [collection, ...path].join('.');
	const covers = (at: string) => place === at || (!at.endsWith('*') && place.startsWith(`${at}.`));
	const fitting = WEIGHINGS.filter(({ at, on }) => on.includes(kind) && covers(at));
	return fitting.sort((a, b) => b.at.length - a.at.length)[0] ?? CORRECTION;
}

/** The heavier of two impacts; undefined is none. */
export function heavier(
	a: ChangeImpact | undefined,
	b: ChangeImpact | undefined,
): ChangeImpact | undefined {
	if (!a || !b) return a ?? b;
	return changeImpact.values.indexOf(a) <= changeImpact.values.indexOf(b) ? a : b;
}

/** The impact that the step from one version to a later one declares; none where it is the same. */
export function declaredImpact(from: string, to: string): ChangeImpact | undefined {
	const [before, after] = [from.split('.'), to.split('.')];
	const step = before.findIndex((part, index) => part !== after[index]);
	return step < 0 ? undefined : changeImpact.values[step];
}
