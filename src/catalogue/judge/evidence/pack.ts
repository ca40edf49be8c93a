/**
 * The evidence pack of a pattern or a use case: every item that the policy requires at its tier, each
 * held, none in force, lapsed or missing, with who supplies what is not held, and by when.
 *
 * Pages, files, gates and figures all read it from here; the policy says which items there are.
 */
import { type EvidenceSupplier, type Tier, tier as tiers } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { keeper } from '../../model/keep.ts';
import { teamOf } from '../../model/team.ts';
import { addMonths } from '../../words/calendar.ts';
import { faultsOf } from '../approval/faults.ts';
import { approvalsAbout } from '../approval/given.ts';
import { type Standing, standingOf } from '../approval/standing.ts';
import { nameOf } from '../approval/subject.ts';
import { allRecords, patternBehind, type Subject, seenOn } from '../records/kept.ts';
import { subjectTier } from '../records/proof.ts';
import { atLeast, holds } from '../tier.ts';
import { isDeclared } from '../use/live.ts';
import { lookFor } from './checks.ts';
import { type EvidencePolicy, isHeld, type PackItem, type ToDo } from './item.ts';

export interface Pack {
	subject: Subject;
	/** The pattern that the subject is, or is built on. */
	pattern: Entry<'patterns'>;
	tier: Tier;
	items: readonly PackItem[];
	/** Items of the tier whose condition does not hold here. */
	notRequired: readonly EvidencePolicy[];
	/** Items that are held, or of which there is none in force. */
	held: number;
	standing: Standing;
	/** Files of approvals whose signature does not verify. A pack with one is refused. */
	broken: readonly string[];
}

const keepPack = keeper<Pack | undefined>('evidence pack');

/** The pack as of the day of the catalogue; undefined where the pattern behind a use is gone. */
export function packOf(subject: Subject, catalogue: Catalogue): Pack | undefined {
	return keepPack(catalogue, nameOf(subject), () => workOut(subject, catalogue));
}

function workOut(subject: Subject, catalogue: Catalogue): Pack | undefined {
	const pattern = patternBehind(subject, catalogue);
	if (!pattern) return undefined;
	const tier = subjectTier(subject, pattern, catalogue);
	const here = catalogue.policy.evidencePack.filter(({ from }) => atLeast(tier, from));
	const required = here
		.filter((item) => applies(item, pattern))
		.sort((a, b) => tiers.rank(a.from) - tiers.rank(b.from));
	const standing = standingOf(subject, catalogue);
	const items = required.map((item, at): PackItem => {
		const shown = lookFor(item, { subject, pattern, tier, standing, catalogue });
		return {
			number: at + 1,
			item,
			records: [],
			dated: undefined,
			goodUntil: undefined,
			by: undefined,
			...shown,
			toDo: isHeld(shown) ? undefined : toDoFor(item, subject, tier, catalogue),
		};
	});
	return {
		subject,
		pattern,
		tier,
		items,
		notRequired: here.filter((item) => !applies(item, pattern)),
		held: items.filter(isHeld).length,
		standing,
		broken: brokenSignatures(subject, catalogue),
	};
}

/** Whether an item is needed here. One whose condition only people can judge is always asked for. */
const applies = ({ when }: EvidencePolicy, { data }: Entry<'patterns'>): boolean =>
	when === undefined || when.some((condition) => holds(condition, data));

/** Files of approvals about a subject whose signature does not verify. */
function brokenSignatures(
	subject: Pick<Subject, 'collection' | 'id'>,
	catalogue: Catalogue,
): string[] {
	return approvalsAbout(nameOf(subject), catalogue)
		.filter((approval) => faultsOf(approval, catalogue).some(({ path }) => path[0] === 'signature'))
		.map(({ file }) => file);
}

/** Who supplies what is not held, and by when: as planned, else the supplier by the next review. */
export function toDoFor(
	{ control, suppliedBy = 'owner' }: Pick<EvidencePolicy, 'control' | 'suppliedBy'>,
	subject: Subject,
	tier: Tier,
	catalogue: Catalogue,
): ToDo {
	const isUse = subject.collection === 'use-cases';
	const plan = isUse ? subject.data.plans.find((one) => one.control === control) : undefined;
	if (plan) return { who: plan.who, by: plan.by, from: 'plan', next: plan.next };
	const who = teamOf(suppliers[suppliedBy](subject), catalogue).name;
	const pilot = isUse && subject.data.state === 'pilot' ? subject.data.pilot?.ends : undefined;
	const review = addMonths(subject.data.reviewed, catalogue.policy.reviewMonths[tier]);
	return pilot !== undefined && pilot < review
		? { who, by: pilot, from: 'pilot', next: undefined }
		: { who, by: review, from: 'review', next: undefined };
}

const suppliers: Record<EvidenceSupplier, (subject: Subject) => string> = {
	owner: ({ data }) => data.owner,
	approves: ({ data }) => data.decisionRights.approvesUseCase,
	'owns-data': ({ data }) => data.decisionRights.ownsData,
	'monitors-quality': ({ data }) => data.decisionRights.monitorsQuality,
	responds: ({ data }) => data.decisionRights.respondsToFailure,
};

/** What is not held, in the order of the items. */
export const gapsOf = ({ items }: Pick<Pack, 'items'>): PackItem[] =>
	items.filter((item) => !isHeld(item));

/** The day, the time and the commit that a pack says it is of. */
export interface PackTime {
	day: string;
	/** In UTC; only the day is known without a commit. */
	at: string;
	commit: string | undefined;
}

/** A pack is as of its commit, so that the same commit gives the same bytes; else as of today. */
export function packTime({ commit, today }: Pick<Catalogue, 'commit' | 'today'>): PackTime {
	const day = commit?.at.slice(0, 10);
	// A commit from the future would make everything of today look old.
	if (!commit || day === undefined || day > today)
		return { day: today, at: `${today}T00:00:00Z`, commit: undefined };
	return { day, at: commit.at, commit: commit.id };
}

const keepView = keeper<Catalogue>('view of the packs');

/** The catalogue as the packs see it: the content of the commit, on its day. */
export function packView(catalogue: Catalogue): Catalogue {
	const { day } = packTime(catalogue);
	if (day === catalogue.today) return catalogue;
	return keepView(catalogue, day, () => seenOn(catalogue, day));
}

/**
 * Whether the site offers a pack: of every use that counts, and of patterns that somebody has approved
 * or recorded something about. The command makes one of any.
 */
export function hasPack(subject: Subject, catalogue: Catalogue): boolean {
	if (subject.collection === 'use-cases') return isDeclared(subject);
	if (approvalsAbout(nameOf(subject), catalogue).length > 0) return true;
	return (allRecords(catalogue).bySubject.get(nameOf(subject)) ?? []).length > 0;
}

/** Every subject with a pack on the site: uses before patterns, each in the order of their ids. */
export const packSubjects = (catalogue: Catalogue): Subject[] => [
	...[...catalogue['use-cases'].values()].filter((one) => hasPack(one, catalogue)),
	...[...catalogue.patterns.values()].filter((one) => hasPack(one, catalogue)),
];
