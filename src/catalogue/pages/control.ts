/** The page of a control: what it must do, how to put it in place and test it, where it is used. */
import {
	codification,
	controlType,
	evidenceKind,
	metricDimension,
	riskCategory,
	tier as tiers,
} from '#schemas/vocabularies.ts';
import { proofsOf } from '../judge/records/proof.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { entryPath } from '../model/entry.ts';
import { labelAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { capital, inside, listOf } from '../words/phrase.ts';
import { code, label, list, pairs, quiet, strong, sub, table, text, tierMark } from './blocks.ts';
import { citingPatterns, linkOf, type PatternRows, patternRows } from './citing.ts';
import {
	besideSection,
	changesSection,
	fieldSection,
	mappingSection,
	proseSections,
	usesSection,
} from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { type Fact, nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status, usedByColumn as usedBy } from './list-columns.ts';
import type { Page, Section } from './page.ts';
import { type EnforcedAt, placesOf } from './pattern-places.ts';
import { requiredFrom, requiredWords } from './required-from.ts';
import { neighbour } from './rows.ts';
import type { EntryFacts, LabelledFact } from './title-facts.ts';

/** Everything the page of a control says. */
export function controlPage(entry: Entry<'controls'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	// What comes before the first heading opens the page; the rest belongs to how it is put in place.
	const prose = proseSections(entry);
	const opening = prose.filter(({ title }) => !title);
	const below = prose.filter(({ title }) => title);
	return entryPage(entry, catalogue, {
		facts: factsOf(entry, catalogue),
		purpose: purposeOf(entry, catalogue),
		sections: [
			...opening,
			fieldSection('controls', 'demands', [
				pairs(
					data.demands.map(({ name, text }) => [name, text]),
					'demands',
				),
			]),
			fieldSection('controls', 'byTier', [
				pairs(
					tiers.values.map((tier) => [
						tierMark(tier),
						data.byTier[tier] ?? quiet('Nothing is required at this tier.'),
					]),
					'facts',
				),
			]),
			fieldSection('controls', 'implementation', [
				list(data.implementation, 'steps'),
				...below.map(({ id, title, blocks }) => ({ kind: 'group', id, title, blocks }) as const),
			]),
			verification(data.verification),
			evidence(entry.id, data.evidence),
			fieldSection('controls', 'pitfalls', [list(data.pitfalls)]),
			usesSection('Where it is used', {
				label: 'Patterns that put this control in place',
				columns: CONTROL_USE_COLUMNS,
				uses: controlUses(entry, catalogue),
				none: 'No patterns use this control yet. When one does, it will be listed here.',
				look: 'control-uses',
			}),
			mappingSection(entry, data.frameworks, catalogue),
		],
		side: besideOf(entry, catalogue),
	});
}

/** The risks it is there for. */
function purposeOf({ data }: Entry<'controls'>, { risks }: Catalogue): LabelledFact {
	const titles = data.mitigates.flatMap((id) => risks.get(id)?.data.title ?? []);
	return { label: labelAt('controls', 'mitigates'), text: capital(listOf(titles.map(inside))) };
}

function factsOf({ id, data }: Entry<'controls'>, { policy }: Catalogue): EntryFacts {
	const required = requiredFrom(id, policy);
	const named = required.because.length > 0 ? 'In certain cases' : 'Not required';
	return [
		{
			label: 'Required from',
			text: required.tier ? '' : named,
			sub: requiredWords(required),
			...(required.tier && { tier: required.tier }),
		},
		{
			label: labelAt('controls', 'type'),
			text: controlType.label(data.type),
			sub: controlType.terms[data.type].meaning.replace(/\.$/, ''),
		},
		{
			label: labelAt('controls', 'codifiedIn'),
			text: codification.label(data.codifiedIn),
			sub: codification.terms[data.codifiedIn].meaning.replace(/\.$/, ''),
		},
	];
}

type Data = Entry<'controls'>['data'];

const verification = (steps: Data['verification']): Section =>
	fieldSection('controls', 'verification', [
		table(
			'Test procedure',
			['Step', 'Do', 'Pass when', 'How often'],
			steps.map((step, at) => [String(at + 1), step.do, step.passWhen, step.often]),
		),
	]);

const evidence = (id: string, items: Data['evidence']): Section =>
	fieldSection('controls', 'evidence', [
		pairs(
			items.map(({ kind, what, from, inDateFor }) => [
				[
					strong(evidenceKind.label(kind)),
					sub(label([tierMark(from), from !== 'high' && ' and above'])),
				],
				[what, sub(label(`How long it is valid: ${inDateFor}`))],
			]),
			'facts',
		),
		text([
			'To record it for your use case, run ',
			code(`npm run record -- evidence use-cases/ID control=${id}`),
			'. Replace ID with the id of your use case.',
		]),
	]);

/** The risks it addresses, what to compare it with, what measures it, who runs it, its changes. */
function besideOf({ data }: Entry<'controls'>, catalogue: Catalogue): Section[] {
	const { controls, metrics, risks, roles } = catalogue;
	const found = <Found>(one: Found | undefined): Found[] => (one ? [one] : []);
	const title = (key: keyof Data) => labelAt('controls', key);
	return [
		...besideSection(
			'mitigates',
			title('mitigates'),
			data.mitigates
				.flatMap((id) => found(risks.get(id)))
				.map((risk) =>
					neighbour(linkOf(risk), risk.data.summary, riskCategory.label(risk.data.category)),
				),
		),
		...besideSection(
			'read-with',
			title('readWith'),
			data.readWith.flatMap(({ control, why }) =>
				found(controls.get(control)).map((other) => neighbour(linkOf(other), why)),
			),
		),
		...besideSection(
			'measured-by',
			title('measuredBy'),
			data.measuredBy
				.flatMap((id) => found(metrics.get(id)))
				.map((metric) =>
					neighbour(
						linkOf(metric),
						undefined,
						`${metricDimension.label(metric.data.dimension)}, ${metric.data.unit}`,
					),
				),
		),
		...besideSection(
			'operator',
			title('operator'),
			found(roles.get(data.operator)).map((role) => neighbour(linkOf(role), role.data.workChanges)),
		),
		changesSection(data.changes),
	];
}

const CONTROL_USE_COLUMNS = [
	'Pattern',
	'Status',
	'Tier',
	'Where',
	'How the pattern meets it',
	'Evidence',
] as const;

/** Patterns that put a control in place: where it acts, how it is met, the newest evidence. */
function controlUses(control: Entry<'controls'>, catalogue: Catalogue): PatternRows {
	const patterns = citingPatterns(control, catalogue).filter(({ data }) =>
		data.controls.some((use) => use.control === control.id),
	);
	return patternRows(patterns, catalogue, (pattern) => {
		const use = pattern.data.controls.find((candidate) => candidate.control === control.id);
		if (!use) return [];
		const kind = evidenceKind.label(use.evidence.kind);
		const proof = proofsOf(pattern, catalogue).get(control.id);
		return [
			enforcedAt(pattern, use.enforcedAt),
			words(use.how),
			proof?.kind && proof.record
				? { text: shortDay(proof.record.record.on), sub: kind }
				: { ...nothing('None yet'), sub: kind },
		];
	});
}

/** The place in the drawing as references; a runbook acts outside of it. */
function enforcedAt(pattern: Entry<'patterns'>, place: EnforcedAt): Fact {
	const places = placesOf(pattern.data.architecture, place);
	if (places.length === 0) return nothing('Outside the drawing');
	return {
		text: '',
		refs: places.map(({ ref, title, to }) => ({
			id: `${ref} ${title}`,
			path: entryPath(pattern) + to,
		})),
	};
}

/** What its list compares. */
export const controlColumns: readonly ListColumn<'controls'>[] = [
	status,
	{
		label: 'Required from',
		fact: ({ id }, { policy }) => {
			const { tier, because } = requiredFrom(id, policy);
			if (tier) return { text: '', tier };
			return because.length > 0 ? words('In certain cases') : nothing('Not required');
		},
	},
	{
		label: labelAt('controls', 'codifiedIn'),
		fact: ({ data }) => words(codification.label(data.codifiedIn)),
	},
	{
		label: 'Addresses',
		fact: ({ data }) => words(countOf(data.mitigates.length, 'risk', 'risks')),
	},
	usedBy,
];
