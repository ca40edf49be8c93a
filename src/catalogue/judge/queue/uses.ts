/** What somebody must do about a use of AI, besides approving it. */
import type { RedFlag } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { subjectOf } from '../approval/subject.ts';
import { type Flag, mustProve } from '../portfolio/flags.ts';
import { useOf } from '../portfolio/uses.ts';
import { recordsOf } from '../records/kept.ts';
import { headlineOf, seriesOf, valueDue } from '../records/measures.ts';
import { proofsOf } from '../records/proof.ts';
import { dutiesOf, openIncidents } from '../use/incidents.ts';
import { isLive } from '../waivers.ts';
import { type QueueDetail, type RawItem, raw } from './item.ts';

type UseCase = Entry<'use-cases'>;
type Look = (use: UseCase, catalogue: Catalogue) => Iterable<RawItem>;

/** Everything that one use asks of somebody, apart from reviews and signatures. */
export function useItems(use: UseCase, catalogue: Catalogue): RawItem[] {
	const always: readonly Look[] = [incidents, waivers];
	const running: readonly Look[] = [pilot, plans, proof, values, model, undated];
	const looks = use.data.state === 'paused' ? always : [...always, ...running];
	return looks.flatMap((look) => [...look(use, catalogue)]);
}

const owner = ({ data }: UseCase) => [data.owner];

function* incidents(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	for (const { entry } of openIncidents(use, catalogue)) {
		const { data } = entry;
		const doers = { teams: [data.owner], role: data.responds };
		for (const { id, duty, from, due, state, done } of dutiesOf(data, catalogue)) {
			if (done !== undefined || state === 'does-not-apply') continue;
			yield raw(entry, due?.slice(0, 10), { kind: 'duty', duty, from, by: due }, doers, id);
		}
		const open = [...data.actions.entries()].filter(([, { done }]) => done === undefined);
		for (const [at, { what, who, by }] of open) {
			const detail: QueueDetail = { kind: 'action', what };
			yield raw(entry, by, detail, { teams: [data.owner], role: who }, String(at + 1));
		}
		if (open.length === 0) yield raw(entry, undefined, { kind: 'incident' }, doers);
	}
}

/** Waivers of a pattern or use that are in force. */
export function* waivers(
	entry: UseCase | Entry<'patterns'>,
	{ today }: Pick<Catalogue, 'today'>,
): Generator<RawItem> {
	for (const waiver of entry.data.waivers) {
		if (!isLive(waiver, today)) continue;
		const control = 'control' in waiver ? waiver.control : undefined;
		const rule = 'rule' in waiver ? waiver.rule : undefined;
		const doers = { teams: [entry.data.owner], seats: [waiver.seat] };
		yield raw(entry, waiver.expires, { kind: 'waiver', control, rule }, doers, control ?? rule);
	}
}

function* pilot(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	const { data } = use;
	if (data.state !== 'pilot' || !data.pilot) return;
	const { exit, ends } = data.pilot;
	const seats = subjectOf(use, catalogue)?.seats ?? [];
	const doers = { teams: owner(use), seats, role: data.businessOwner };
	yield raw(use, ends, { kind: 'pilot', exit }, doers);
}

/** What the author plans for a control that is not proven yet. */
function* plans(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	const proofs = proofsOf(use, catalogue);
	for (const { control, next, who, by } of use.data.plans) {
		if (proofs.get(control)?.state === 'proven') continue;
		const detail: QueueDetail = { kind: 'control', controls: [control], plan: next };
		yield raw(use, by, detail, { teams: owner(use), role: who }, control);
	}
}

function* proof(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	if (!mustProve(use, catalogue)) return;
	const planned = new Set(use.data.plans.map(({ control }) => control));
	const item = proofItem(use, planned, catalogue);
	if (item) yield item;
}

/** One item for all evidence of an entry; its day is the first on which some of it lapses. */
export function proofItem(
	entry: UseCase | Entry<'patterns'>,
	except: ReadonlySet<string>,
	catalogue: Catalogue,
): RawItem | undefined {
	const controls = [...proofsOf(entry, catalogue).values()]
		.flatMap(({ control, required, state, goodUntil }) =>
			required && (state === 'proven' || state === 'lapsed') && goodUntil && !except.has(control)
				? [{ control, until: goodUntil }]
				: [],
		)
		.sort((a, b) => compare(a.until, b.until) || compare(a.control, b.control));
	const [first] = controls;
	if (!first) return undefined;
	return raw(entry, first.until, { kind: 'proof', controls }, { teams: [entry.data.owner] });
}

function* values(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	const measures = use.data.measures
		.flatMap((measure) => {
			const due = valueDue(use, measure, catalogue);
			return due === undefined ? [] : [{ metric: measure.metric, part: measure.part, due }];
		})
		.sort((a, b) => compare(a.due, b.due));
	const [first] = measures;
	if (!first) return;
	const role = use.data.measures.find(({ metric }) => metric === first.metric)?.owner;
	yield raw(use, first.due, { kind: 'value', measures }, { teams: owner(use), role });
}

function* model(use: UseCase, { models }: Catalogue): Generator<RawItem> {
	const entry = models.get(use.data.model.model);
	// A use that calls another version than the alias points to has an end that we do not know.
	if (!entry || entry.data.pinnedVersion !== use.data.model.pin) return;
	const { retires } = entry.data;
	yield raw(use, retires, { kind: 'model', model: entry.id, retires }, { teams: owner(use) });
}

/** Red flags for which nobody has set a day. */
function* undated(use: UseCase, catalogue: Catalogue): Generator<RawItem> {
	const flags = Map.groupBy(useOf(use, catalogue).flags, ({ kind }) => kind);
	const of = (...kinds: RedFlag[]) => kinds.flatMap((kind) => flags.get(kind) ?? []);
	const planned = new Set(use.data.plans.map(({ control }) => control));
	const controls = of('control-missing', 'not-proven').map(aboutId);
	const open = controls.filter((control) => !planned.has(control));
	const doers = { teams: owner(use) };
	if (open.length > 0)
		yield raw(use, undefined, { kind: 'control', controls: open, plan: undefined }, doers);
	const criteria = of('gate-missed').map(aboutId);
	if (criteria.length > 0) yield raw(use, undefined, { kind: 'gate', criteria }, doers);
	const parts = of('drift').map(aboutId);
	if (parts.length > 0) yield raw(use, undefined, { kind: 'drift', parts }, doers);
	if (flags.has('off-target') && !isDecided(use, catalogue)) {
		const role = use.data.businessOwner;
		yield raw(use, undefined, { kind: 'target' }, { ...doers, role });
	}
}

/** Whether somebody has decided about the measure since its newest value; the next value asks again. */
function isDecided(use: UseCase, catalogue: Catalogue): boolean {
	const { latest } = seriesOf(use, headlineOf(use), catalogue);
	return recordsOf(use, 'decision', catalogue).some(
		({ record }) =>
			record.about === 'measure' && latest !== undefined && record.on >= latest.record.on,
	);
}

const aboutId = ({ about }: Flag): string => (typeof about === 'object' ? about.id : (about ?? ''));
