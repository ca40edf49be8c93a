/** Makers of records for the example organisation: each is bound to what there is today. */
import type { CatalogueRecord, RecordOf } from '#schemas/record.ts';
import type { EvaluationDimension } from '#schemas/vocabularies.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import { definitionDigest } from '../../judge/records/binding.ts';
import { named, type Unnamed } from '../../judge/records/id.ts';
import { patternBehind, type Subject } from '../../judge/records/kept.ts';
import { subjectTier } from '../../judge/records/proof.ts';
import { atLeast, requiredControls } from '../../judge/tier.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { evidenceWords, otherEvidence } from './evidence-words.ts';
import { byLanguage, countsFor } from './runs.ts';
import { moved } from './told.ts';

type Said<Kind extends CatalogueRecord['kind']> = Omit<
	RecordOf<Kind>,
	'id' | 'kind' | 'on' | 'added' | 'corrects'
>;

const added = { by: 'Example recorder, Responsible AI Office' };
const PIPELINE = 'Evaluation pipeline';
const CURRENCY = 'GBP';

const onDay = (on: string) => ({ on, added: { ...added, on } });

/** Days one after the other, Mondays to Fridays not told apart. */
const dayAfter = (day: string, days: number) =>
	new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A subject with what its records are bound to. */
export interface About {
	subject: Subject;
	catalogue: Catalogue;
	/** Months by which the days of the tables move. */
	months: number;
}

const versionOf = ({ subject, catalogue }: Pick<About, 'subject' | 'catalogue'>) => ({
	version: subject.data.version,
	digest: contentDigest(subject, catalogue),
});

const record = <One extends Unnamed>({ months }: About, said: One): CatalogueRecord =>
	// `named` only adds the id, and the union is the one the schemas know.
	named(moved(said, months)) as unknown as CatalogueRecord;

interface Round {
	/** First day on which evidence was collected; a few controls each day. */
	from: string;
	/** The controls of which evidence was collected; all that are required if it is left out. */
	only?: readonly string[];
	/** Controls of which no evidence was collected. */
	without?: readonly string[];
	/** Controls whose evidence is older. */
	older?: Readonly<Record<string, string>>;
}

/** Controls that one drill or the training of the roles proves. */
const ELSEWHERE = ['incident-playbook', 'role-training'];

/** Evidence of every required control, as kinds that the control asks for at the tier. */
export function evidence(
	about: About,
	{ from, only, without = [], older = {} }: Round,
): CatalogueRecord[] {
	const { subject, catalogue } = about;
	const pattern = patternBehind(subject, catalogue);
	if (!pattern) return [];
	const tier = subjectTier(subject, pattern, catalogue);
	const required = requiredControls({ ...pattern.data, tier }, catalogue.policy);
	const left = new Set([...ELSEWHERE, ...without]);
	const controls = required
		.map(({ control }) => control)
		.filter((one) => !left.has(one) && (only?.includes(one) ?? true));
	return controls.flatMap((control, at) => {
		const asked = catalogue.controls.get(control)?.data.evidence ?? [];
		const here = asked.filter((one) => atLeast(tier, one.from));
		const kinds = (here.length > 0 ? here : asked).map(({ kind }) => kind);
		const words = evidenceWords[control];
		const kind = words && kinds.includes(words.kind) ? words.kind : kinds[0];
		if (!kind) return [];
		const { what, source, by } = words ?? otherEvidence;
		const on = older[control] ?? dayAfter(from, Math.floor(at / 2));
		const of = versionOf(about);
		return [
			record(about, {
				kind: 'evidence',
				...onDay(on),
				of,
				control,
				evidence: kind,
				what,
				source,
				by,
			}),
		];
	});
}

/** Everybody of every role of the pattern was trained on every topic of the policy. */
export function training(about: About, on: string, people: number): CatalogueRecord[] {
	const { subject, catalogue } = about;
	const roles = patternBehind(subject, catalogue)?.data.people ?? [];
	return roles.map(({ role }, at) => {
		const count = at === 0 ? people : Math.max(2, 6 - at);
		return record(about, {
			kind: 'training',
			...onDay(on),
			of: versionOf(about),
			role,
			trained: count,
			people: count,
			covers: [...catalogue.policy.training],
			source: 'Training register, list of attendance',
			by: 'People and Learning',
		});
	});
}

export const drill = (
	about: About,
	on: string,
	said: Omit<Said<'drill'>, 'of' | 'by'> & { by?: string },
): CatalogueRecord =>
	record(about, {
		kind: 'drill',
		...onDay(on),
		of: versionOf(about),
		by: 'Service Desk Duty Manager',
		...said,
	});

interface Run {
	run: number;
	on: string;
	fails?: EvaluationDimension;
	/** What the run was on, where it was not the prompts of today. */
	candidate?: string;
	languages: string[];
	dataset: string;
	checkedBy?: string;
	/** Whether task success was counted for each language as well. */
	grouped?: true;
}

export function evaluation(about: About, run: Run): CatalogueRecord[] {
	const { subject, catalogue } = about;
	const pattern = patternBehind(subject, catalogue);
	if (!pattern) return [];
	const overall = countsFor(pattern.data.evaluation.limits, run.fails);
	const counts = [...overall, ...(run.grouped ? byLanguage(overall, run.languages) : [])];
	const size = Math.max(...counts.map(({ n }) => n));
	const [alias] = pattern.data.models;
	const model = alias === undefined ? undefined : catalogue.models.get(alias);
	const pin = subject.collection === 'use-cases' ? subject.data.model.pin : undefined;
	const prompts = pattern.data.prompts.flatMap((prompt) => {
		const entry = catalogue.prompts.get(prompt);
		const version = entry?.data.version;
		if (!entry || version === undefined) return [];
		const text = run.candidate ? `${run.candidate} ${prompt}` : entry.source;
		return [{ prompt, version, digest: fileDigest(text) }];
	});
	if (!model || prompts.length === 0) return [];
	return [
		record(about, {
			kind: 'evaluation',
			...onDay(run.on),
			run: run.run,
			prompts,
			model: model.id,
			pin: pin ?? model.data.pinnedVersion,
			settings: { temperature: 0, seed: 7 },
			dataset: {
				name: run.dataset,
				version: String(run.run),
				digest: fileDigest(`${run.dataset} ${run.run}`),
				size,
				attacks: 60,
				languages: run.languages,
			},
			counts,
			seconds: size * 2,
			p95Seconds: 2.9,
			cost: { amount: Number((size * 0.015).toFixed(2)), currency: CURRENCY },
			source: `${PIPELINE}, run ${1800 + run.run} of ${run.on}`,
			by: PIPELINE,
			checkedBy: run.checkedBy ?? 'Service Quality Lead',
		}),
	];
}

interface Values {
	metric: string;
	part?: string;
	/** Cases, contacts or tasks behind each value. */
	n?: number;
	baseline?: { period: string; value: number };
	/** First month; a month without a value says why. */
	from: string;
	values: readonly (number | string)[];
	source: string;
	by: string;
	/** Whether the value is a share of the cases that were counted. */
	counted?: boolean;
	/** Months after its month until a value is final and is read. */
	lag?: number;
}

export function measurements(about: About, all: Values): CatalogueRecord[] {
	const { catalogue } = about;
	const { metric, part, n, source, by } = all;
	const definition = definitionDigest(metric, catalogue);
	if (!definition) return [];
	const common = { kind: 'measurement' as const, metric, definition, ...(part && { part }) };
	const at = (period: string, value: number | string, baseline?: true) => {
		const next = monthAfter(period, 1 + (all.lag ?? 0));
		const k =
			typeof value === 'number' && n && all.counted ? Math.round((value * n) / 100) : undefined;
		return record(about, {
			...common,
			...onDay(`${next}-03`),
			period,
			...(baseline && { baseline }),
			...(typeof value === 'number'
				? { value: k !== undefined && n ? Number(((k / n) * 100).toFixed(2)) : value }
				: { value: null, why: value }),
			...(k !== undefined && { k }),
			...(n && typeof value === 'number' && { n }),
			source,
			by,
		});
	};
	return [
		...(all.baseline ? [at(all.baseline.period, all.baseline.value, true)] : []),
		...all.values.map((value, index) => at(monthAfter(all.from, index), value)),
	];
}

function monthAfter(month: string, months: number): string {
	const [year = 0, one = 1] = month.split('-').map(Number);
	return new Date(Date.UTC(year, one - 1 + months, 1)).toISOString().slice(0, 7);
}

export const spend = (
	about: About,
	period: string,
	[tasks, amount, hours]: readonly [number, number, number?],
): CatalogueRecord =>
	record(about, {
		kind: 'spend',
		...onDay(`${monthAfter(period, 1)}-04`),
		of: versionOf(about),
		period,
		tasks,
		cost: { amount, currency: CURRENCY },
		...(hours !== undefined && { hours }),
		source: 'Monthly cost report of the model gateway',
		by: 'AI Platform Engineering',
	});

export function check(about: About, on: string, run: string, drifted?: string): CatalogueRecord[] {
	const { subject, catalogue } = about;
	if (subject.collection !== 'use-cases') return [];
	const { builtOn, pattern, prompts, model, settings } = subject.data;
	const same = (state: Said<'check'>['parts'][number]['approved']) => ({
		approved: state,
		running: state,
		verdict: 'match' as const,
	});
	return [
		record(about, {
			kind: 'check',
			...onDay(on),
			of: versionOf({ subject, catalogue }),
			ranAt: `${on}T02:10Z`,
			run,
			files: 41,
			parts: [
				...(drifted
					? [
							{
								part: 'file' as const,
								name: drifted,
								approved: { digest: fileDigest(`${drifted} as approved`) },
								running: { digest: fileDigest(`${drifted} as it runs`) },
								verdict: 'drift' as const,
								changedOn: '2026-11-20',
							},
						]
					: []),
				{ part: 'pattern', name: pattern, ...same(builtOn) },
				...prompts.map(({ prompt, version, digest }) => ({
					part: 'prompt' as const,
					name: prompt,
					...same({ version, digest }),
				})),
				{ part: 'model', name: model.model, ...same({ version: model.pin }) },
				...settings.map(({ name, value, allowed }) => ({
					part: 'setting' as const,
					name,
					approved: { value: allowed },
					running: { value },
					verdict: 'differs-allowed' as const,
					allowedBy: `The pattern allows ${allowed}.`,
				})),
			],
			source: `Nightly check of the running copy, run ${run}`,
			by: 'Pipeline of the team',
		}),
	];
}

export const decision = (
	about: About,
	on: string,
	said: Omit<Said<'decision'>, 'of' | 'by'>,
): CatalogueRecord =>
	record(about, {
		kind: 'decision',
		...onDay(on),
		of: versionOf(about),
		by: 'AI Governance Council',
		...said,
	});
