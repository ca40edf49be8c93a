/** What was decided or happened about an entry: approvals, waivers, stages, lapses, incidents. */
import { councilSeat, severity, stage as stages } from '#schemas/vocabularies.ts';
import { type Approval, approvalsOf } from '../judge/approval/standing.ts';
import { isApproved, subjectOf } from '../judge/approval/subject.ts';
import type { Subject } from '../judge/records/kept.ts';
import { proofsOf } from '../judge/records/proof.ts';
import { dayOf, incidentsOf } from '../judge/use/incidents.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { isOf } from '../model/is-of.ts';
import { titleById } from '../model/title.ts';
import { addDays } from '../words/calendar.ts';
import { longDay } from '../words/day.ts';
import type { CatalogueEvent, EventKind } from './event.ts';

/** The part of an event that is its own; the rest says which entry it is about. */
export type Happening = Pick<CatalogueEvent, 'kind' | 'date' | 'mark' | 'summary' | 'action'> & {
	version?: string | undefined;
	/** Where it is told, if not on the page of the entry. */
	path?: string;
};

/** Everything of the kind that happened to an entry, up to today. */
export function governanceEvents(entry: Entry, catalogue: Catalogue): Happening[] {
	const subject = isOf('patterns', entry) || isOf('use-cases', entry) ? entry : undefined;
	return [
		...(isApproved(entry) ? approvals(entry, catalogue) : []),
		...(subject ? [...waivers(subject, catalogue), ...lapses(subject, catalogue)] : []),
		...(isOf('use-cases', entry) ? [...stagesOf(entry), ...incidents(entry, catalogue)] : []),
	].filter(({ date }) => date <= catalogue.today);
}

/** A version is approved on the day on which the last of its seats signed. */
function approvals(entry: Entry, catalogue: Catalogue): Happening[] {
	const subject = subjectOf(entry, catalogue);
	if (!subject) return [];
	const given = approvalsOf(entry, catalogue).filter(({ proof }) => proof !== 'before');
	const byContent = Map.groupBy(given, ({ version, digest }) => `${version} ${digest}`);
	return [...byContent.values()].flatMap((all) => {
		// Oldest first: the last signature of each seat is the one that counts.
		const seats = new Map(all.map((approval) => [approval.seat, approval]));
		const needed = subject.seats.map((seat) => seats.get(seat));
		const last = needed.reduce<Approval | undefined>(
			(newest, one) => (one && (!newest || one.date >= newest.date) ? one : newest),
			undefined,
		);
		if (!last || needed.includes(undefined)) return [];
		const until = needed.map((one) => one?.reviewBy ?? '').sort()[0] ?? '';
		const who = subject.seats.map((seat) => councilSeat.label(seat)).join(', ');
		return [
			happening('approved', last.date, last.version, {
				version: last.version,
				summary: `${who}: approved until ${longDay(until)}.`,
			}),
		];
	});
}

function waivers({ data }: Subject, catalogue: Catalogue): Happening[] {
	return data.waivers.flatMap((waiver) => {
		const id = 'rule' in waiver ? waiver.rule : waiver.control;
		const what =
			'rule' in waiver ? `the rule ${id}` : `the control ${titleById('controls', id, catalogue)}`;
		return [
			happening('waiver', waiver.granted, id, {
				summary: `Goes without ${what} until ${longDay(waiver.expires)}. ${waiver.because}`,
				action: waiver.compensatedBy,
			}),
			happening('waiver-ended', addDays(waiver.expires, 1), id, {
				summary: `The waiver for ${what} has ended.`,
				action: `Meet the requirement, or ask the council for a new waiver.`,
			}),
		];
	});
}

/** Proof that has become too old, on the day after it was good. */
function lapses(subject: Subject, catalogue: Catalogue): Happening[] {
	return [...proofsOf(subject, catalogue).values()].flatMap(({ control, state, goodUntil }) => {
		if (state !== 'lapsed' || goodUntil === undefined) return [];
		return [
			happening('lapsed', addDays(goodUntil, 1), control, {
				summary: `The proof of the control ${titleById('controls', control, catalogue)} is too old.`,
				action: 'Prove that it works, and record it.',
			}),
		];
	});
}

const stagesOf = ({ data }: Entry<'use-cases'>): Happening[] =>
	data.stages.map(({ stage, entered }) =>
		happening('stage', entered, stage, { summary: `Entered the stage ${stages.label(stage)}.` }),
	);

function incidents(useCase: Entry<'use-cases'>, catalogue: Catalogue): Happening[] {
	return incidentsOf(useCase, catalogue).flatMap((entry) => {
		const { title, number, severity: level, noticed, closed } = entry.data;
		const path = entryPath(entry);
		const named = `${number}, severity ${severity.label(level)}: ${title}.`;
		return [
			{ ...happening('incident', dayOf(noticed.at), entry.id, { summary: named }), path },
			...(closed
				? [
						{
							...happening('incident-closed', dayOf(closed.at), entry.id, { summary: named }),
							path,
						},
					]
				: []),
		];
	});
}

const happening = (
	kind: EventKind,
	date: string,
	of: string,
	{ action = '', ...said }: Pick<Happening, 'summary' | 'version'> & { action?: string },
): Happening => ({ kind, date, mark: `${kind}-${of}-${date}`, action, ...said });
