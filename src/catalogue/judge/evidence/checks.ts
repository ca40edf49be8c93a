/** How the catalogue finds each item of an evidence pack, and what it says of it. */
import {
	councilSeat,
	type DataClass,
	dataClass,
	drill as drills,
	type EvidenceCheck,
	type EvidenceKind,
	evaluationDimension,
	evidenceKind,
	type PersonalData,
	personalData,
	type Tier,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { addMonths } from '../../words/calendar.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { withSymbol } from '../../words/number.ts';
import { capital, inside, listOf } from '../../words/phrase.ts';
import { targetWords } from '../../words/target.ts';
import type { Standing } from '../approval/standing.ts';
import { changedSince, counts, runsPattern } from '../records/binding.ts';
import {
	countingRun,
	type LimitResult,
	latestRun,
	resultsOf,
	unmeasured,
	whyNot,
} from '../records/evaluation.ts';
import { type Kept, recordsOf, type Subject } from '../records/kept.ts';
import { proofsOf, trainingGap, trainingOf } from '../records/proof.ts';
import { isLive } from '../waivers.ts';
import { modelHistory, promptHistory } from './history.ts';
import type { EvidencePolicy, PackItem } from './item.ts';

export interface Ask {
	subject: Subject;
	pattern: Entry<'patterns'>;
	tier: Tier;
	standing: Standing;
	catalogue: Catalogue;
}

export type Shown = Pick<PackItem, 'state' | 'what'> &
	Partial<Pick<PackItem, 'dated' | 'goodUntil' | 'by' | 'records'>>;

/** What shows an item: the answer of its check, else the newest record of its kind. */
export function lookFor(item: EvidencePolicy, ask: Ask): Shown {
	const shown = item.check ? checks[item.check](item, ask) : recordShown(item, ask);
	if (!item.also || shown.state !== 'held') return shown;
	return item.also.reduce((found, control) => withProof(found, control, ask), shown);
}

/** The same with the proof of a further control; without that proof it is not held. */
function withProof(shown: Shown, control: string, { subject, catalogue }: Ask): Shown {
	const proof = proofsOf(subject, catalogue).get(control);
	const title = catalogue.controls.get(control)?.data.title ?? control;
	const record = proof?.record;
	if (!proof || !record || proof.state !== 'proven') {
		const state = proof?.state === 'lapsed' ? ('lapsed' as const) : ('missing' as const);
		return { ...shown, state, what: `${sentence(shown.what)} ${title} is not proven.` };
	}
	const { record: said } = record;
	const what = said.kind === 'evidence' ? said.what : said.source;
	const ends = [shown.goodUntil, proof.goodUntil].filter((day) => day !== undefined);
	return {
		...shown,
		what: `${sentence(shown.what)} ${title}: ${inside(what)}.`,
		goodUntil: ends.sort(compare)[0],
		records: [...(shown.records ?? []), record],
	};
}

/** Who states what the catalogue works out itself. */
const CATALOGUE = 'The catalogue';

const checks: Record<EvidenceCheck, (item: EvidencePolicy, ask: Ask) => Shown> = {
	summary: (_, { subject, tier, catalogue }) => ({
		state: 'held',
		what: `${subject.collection === 'patterns' ? 'Pattern' : 'Use case'} ${subject.data.version}, ${tier} tier, four decision rights`,
		dated: subject.data.changes?.[0]?.date ?? subject.data.reviewed,
		by: teamName(subject.data.owner, catalogue),
	}),
	'control-mapping': (_, { subject, catalogue }) => {
		const controls = [...proofsOf(subject, catalogue).keys()];
		const frameworks = new Set(
			controls.flatMap((id) =>
				(catalogue.controls.get(id)?.data.frameworks ?? []).map(({ framework }) => framework),
			),
		);
		return {
			state: 'held',
			what: `${countOf(controls.length, 'control')} to ${countOf(frameworks.size, 'framework')}, as CSV and OSCAL`,
			dated: catalogue.today,
			by: CATALOGUE,
		};
	},
	'model-history': (_, { subject, catalogue }) => {
		const all = modelHistory(subject, catalogue);
		const now = all.filter(({ current }) => current);
		if (now.length === 0)
			return { state: 'missing', what: 'The pattern has no model yet. Add one.' };
		return {
			state: 'held',
			what: `${countOf(all.length, 'version')} on record. Now: ${listOf(now.map(({ id, version }) => `${id} ${version}`))}`,
			dated: newest(all.flatMap(({ since }) => since ?? [])),
			by: CATALOGUE,
		};
	},
	'prompt-history': (_, { subject, catalogue }) => {
		const all = promptHistory(subject, catalogue);
		const now = all.filter(({ current }) => current);
		if (now.length === 0)
			return { state: 'missing', what: 'The pattern has no prompt yet. Add one.' };
		return {
			state: 'held',
			what: `${countOf(all.length, 'version')} on record. Now: ${listOf(now.map(({ id, version }) => `${id} ${version}`))}`,
			dated: newest(all.flatMap(({ since }) => since ?? [])),
			by: CATALOGUE,
		};
	},
	evaluation: evaluationShown,
	classification: (_, { subject }) =>
		subject.collection === 'use-cases'
			? {
					state: 'held',
					what: `${countOf(subject.data.sources.length, 'source')}. ${classWords(subject.data.data, subject.data.personalData)}`,
					dated: newest(subject.data.sources.map(({ classifiedOn }) => classifiedOn)),
					by: listOf([...new Set(subject.data.sources.map(({ dataOwner }) => dataOwner))]),
				}
			: {
					state: 'held',
					what: `${classWords(subject.data.exposure.data, subject.data.exposure.personalData)} at most, through ${countOf(subject.data.connectors.length, 'connector')}`,
					dated: subject.data.reviewed,
					by: CATALOGUE,
				},
	training: trainingShown,
	waivers: (_, { subject, pattern, catalogue }) => {
		const all = [...new Set([...subject.data.waivers, ...pattern.data.waivers])];
		const live = all.filter((waiver) => isLive(waiver, catalogue.today));
		if (live.length === 0)
			return {
				state: 'none-in-force',
				what: 'No waivers are in force',
				dated: catalogue.today,
				by: CATALOGUE,
			};
		const end = live.map(({ expires }) => expires).sort(compare)[0] ?? '';
		return {
			state: 'held',
			what: `${countOf(live.length, 'waiver')} in force: ${listOf(live.map((one) => `${'control' in one ? one.control : `rule ${one.rule}`} until ${shortDay(one.expires)}`))}`,
			dated: newest(live.map(({ granted }) => granted)),
			goodUntil: end,
			by: listOf([...new Set(live.map(({ by }) => by))]),
		};
	},
	drill: drillShown,
	approval: (_, { standing, catalogue }) => {
		const { approvals, seats, missing, expired, reviewBy, signed, state } = standing;
		const labels = (all: typeof seats) =>
			listOf(all.map((seat) => inside(councilSeat.label(seat))));
		const given = `${seats.length - missing.length} of ${countOf(seats.length, 'seat')}`;
		const dated = newest(approvals.map(({ date }) => date));
		const by = capital(labels(seats.filter((seat) => !missing.includes(seat))));
		if (state === 'complete')
			return {
				state: 'held',
				what: `${given} approved this content${signed ? ', signatures verified' : ', not signed'}`,
				dated,
				goodUntil: reviewBy,
				by,
			};
		if (state === 'expired')
			return {
				state: 'lapsed',
				what: `The approval is over for ${labels(expired)}.`,
				dated,
				goodUntil: reviewBy !== undefined && reviewBy < catalogue.today ? reviewBy : undefined,
				by,
			};
		if (state === 'changed')
			return { state: 'lapsed', what: 'What was approved has changed since. Approve it again.' };
		return {
			state: 'missing',
			what: `${given} approved this content. Waiting for ${labels(missing)}.`,
		};
	},
};

const teamName = (id: string, { organisation }: Catalogue): string =>
	organisation.teams.find((team) => team.id === id)?.name ?? id;

const classWords = (data: DataClass, personal: PersonalData): string =>
	`${dataClass.label(data)}, ${personal === 'none' ? 'no' : inside(personalData.label(personal))} personal data`;

const newest = (days: readonly string[]): string | undefined => [...days].sort(compare).at(-1);

/** The subject, and the pattern where the use runs exactly that: its proof counts here too. */
const provers = ({ subject, pattern, catalogue }: Ask): Subject[] =>
	subject.collection === 'use-cases' && runsPattern(subject, pattern, catalogue)
		? [pattern, subject]
		: [subject];

const goodUntil = (day: string, { goodForMonths }: EvidencePolicy, { tier, catalogue }: Ask) =>
	addMonths(day, goodForMonths ?? catalogue.policy.reviewMonths[tier]);

/** A record that counts is held while it is in date, and lapsed after it. */
function dateShown(what: string, kept: Kept, item: EvidencePolicy, ask: Ask): Shown {
	const end = goodUntil(kept.record.on, item, ask);
	const common = { dated: kept.record.on, goodUntil: end, by: kept.record.by, records: [kept] };
	return end >= ask.catalogue.today
		? { state: 'held', what, ...common }
		: { state: 'lapsed', what: `${sentence(what)} It was good until ${shortDay(end)}.`, ...common };
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

function recordShown(item: EvidencePolicy, ask: Ask): Shown {
	const { catalogue } = ask;
	const all = provers(ask)
		.flatMap((one) => ofKind(one, item.kind, catalogue).map((kept) => ({ one, kept })))
		.filter(({ kept }) => kept.record.on <= catalogue.today)
		.sort((a, b) => compare(a.kept.record.on, b.kept.record.on));
	const counting = all
		.filter(({ one, kept }) => counts(kept, one, catalogue))
		.map(({ kept }) => dateShown(kept.record.what, kept, item, ask));
	const isOwn = ({ records = [] }: Shown) =>
		records.some(({ record }) => record.kind === 'evidence' && record.control === item.control);
	const inDate = counting.filter(({ state }) => state === 'held');
	// Several controls have evidence of one kind: that of the control of the item comes first.
	const found =
		inDate.findLast(isOwn) ?? inDate.at(-1) ?? counting.findLast(isOwn) ?? counting.at(-1);
	if (found) return found;
	const last = all.at(-1);
	const kind = item.kind ? inside(evidenceKind.label(item.kind)) : 'record';
	if (!last)
		return { state: 'missing', what: `No record yet. It needs a record of the kind "${kind}".` };
	return lapsedShown(last.kept, last.one, catalogue);
}

const ofKind = (subject: Subject, kind: EvidenceKind | undefined, catalogue: Catalogue) =>
	recordsOf(subject, 'evidence', catalogue).filter(({ record }) => record.evidence === kind);

/** A record of an earlier version, or of something that has changed since. */
function lapsedShown(kept: Kept, subject: Subject, catalogue: Catalogue): Shown {
	const { record } = kept;
	const changed = changedSince(kept, subject, catalogue).map(({ what }) => what);
	const about =
		'of' in record && record.of.version !== subject.data.version
			? `It is about version ${record.of.version}.`
			: `${capital(listOf(changed))} ${changed.length === 1 ? 'has' : 'have'} changed since.`;
	return {
		state: 'lapsed',
		what: `${about} Record it again for version ${subject.data.version}.`,
		dated: record.on,
		by: record.by,
		records: [kept],
	};
}

function evaluationShown(item: EvidencePolicy, ask: Ask): Shown {
	const { pattern, catalogue } = ask;
	const { limits } = pattern.data.evaluation;
	for (const one of [...provers(ask)].reverse()) {
		const run = countingRun(one, catalogue);
		if (!run) continue;
		const results = resultsOf(run.record, limits);
		const count = (verdict: string) => results.filter((r) => r.verdict === verdict).length;
		const open = unmeasured(results, limits).length;
		const parts = [
			`${count('met')} of ${countOf(results.length + open, 'limit')} met`,
			`${count('not-resolved') + open} not resolved`,
			`${count('not-met')} not met`,
		];
		const of = one === ask.subject ? '' : ' of the pattern';
		const missed = results.filter(({ verdict }) => verdict === 'not-met').map(missedWords);
		const named = missed.length > 0 ? `. Not met: ${missed.join('; ')}` : '';
		const what = `Run ${run.record.run}${of}, ${countOf(run.record.dataset.size, 'case')}: ${parts.join(', ')}${named}`;
		return dateShown(what, run, item, ask);
	}
	const last = latestRun(ask.subject, catalogue);
	if (!last) return { state: 'missing', what: 'No record. It has not been evaluated yet.' };
	return {
		state: 'lapsed',
		what: `Run ${last.record.run} does not count: ${listOf(whyNot(last, ask.subject, catalogue))}. Run it again.`,
		dated: last.record.on,
		by: last.record.by,
		records: [last],
	};
}

/** A limit that was missed, as a reader checks it: what was tested, the value and what it had to be. */
function missedWords({ limit, count: { group }, value, target }: LimitResult): string {
	const of = group ? `, ${group.by} ${group.is}` : '';
	const symbol = limit.unit === '%' ? '%' : '';
	const measured = withSymbol(Math.round(value * 100) / 100, symbol);
	return `${inside(evaluationDimension.label(limit.dimension))} (${inside(limit.measure)}${of}): ${measured}, and the limit is ${targetWords(target, symbol)}`;
}

function trainingShown(item: EvidencePolicy, ask: Ask): Shown {
	const { pattern, catalogue } = ask;
	const roles = pattern.data.people.map(({ role }) => {
		const found = provers(ask).flatMap((one) => trainingOf(one, role, catalogue) ?? []);
		return { role, kept: found.at(-1) };
	});
	const records = roles.flatMap(({ kept }) => kept ?? []).sort(byDay);
	const [oldest] = records;
	const trained = records.reduce((sum, { record }) => sum + record.trained, 0);
	const people = records.reduce((sum, { record }) => sum + record.people, 0);
	const open = roles.filter(({ kept }) => {
		if (!kept) return true;
		const gap = trainingGap(kept.record, catalogue);
		return gap.topics.length > 0 || gap.people > 0;
	});
	const titles = (all: typeof roles) =>
		listOf(all.map(({ role }) => inside(catalogue.roles.get(role)?.data.title ?? role)));
	if (!oldest) return { state: 'missing', what: `No training on record yet for ${titles(roles)}.` };
	if (open.length > 0)
		return {
			state: 'missing',
			what: `Not finished for ${titles(open)}. ${trained} of ${countOf(people, 'person', 'people')} on record have finished.`,
			records,
		};
	const what = `${trained} of ${countOf(people, 'person', 'people')} trained, in ${countOf(roles.length, 'role')}`;
	return { ...dateShown(what, oldest, item, ask), records };
}

const byDay = (a: Kept, b: Kept) => compare(a.record.on, b.record.on);

function drillShown(item: EvidencePolicy, ask: Ask): Shown {
	const { catalogue } = ask;
	const all = provers(ask)
		.flatMap((one) => recordsOf(one, 'drill', catalogue).map((kept) => ({ one, kept })))
		.filter(({ kept }) => kept.record.on <= catalogue.today)
		.sort((a, b) => byDay(a.kept, b.kept));
	const found = all.findLast(({ one, kept }) => counts(kept, one, catalogue));
	if (!found) {
		const last = all.at(-1);
		return last
			? lapsedShown(last.kept, last.one, catalogue)
			: { state: 'missing', what: 'No drill on record yet.' };
	}
	const { what, minutes, allowed, result, on } = found.kept.record;
	const said = `${drills.label(what)} drill of ${shortDay(on)}: ${countOf(minutes, 'minute')}${allowed === undefined ? '' : ` of ${allowed} allowed`}`;
	if (result === 'failed')
		return {
			state: 'missing',
			what: `${said}, and it failed. Rehearse it again.`,
			records: [found.kept],
		};
	return dateShown(said, found.kept, item, ask);
}
