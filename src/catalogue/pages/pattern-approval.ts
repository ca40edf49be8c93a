/** What a page says of a pattern's approval: who, what, until when, and what no longer holds. */

import { councilSeat } from '#schemas/vocabularies.ts';
import { type Standing, standingOf } from '../judge/approval/standing.ts';
import {
	type EntryState,
	isOverdue,
	retiredModels,
	stateOf,
	states,
} from '../judge/approval/state.ts';
import { nextReview } from '../judge/tier.ts';
import { isLive } from '../judge/waivers.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { teamOf } from '../model/team.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { inside, listOf } from '../words/phrase.ts';

export interface ApprovalView {
	state: EntryState;
	/** Under the stamp: when and by whom, or who is still to come. */
	stamp: string;
	/** Whether one of these approvals is invented; the stamp itself does not say it. */
	example: boolean;
	/** Whether the page is what was approved; undefined where nothing has been. */
	bound: boolean | undefined;
	/** The approvals of this content. */
	rows: { seat: string; by: string; date: string; reviewBy: string }[];
	/** Seats still to come. */
	missing: string[];
	conditions: string[];
	notices: Notice[];
}

/** The stamp where nothing else on the spot says that its approvals are invented. */
export const stampWords = ({ stamp, example }: ApprovalView): string =>
	`${stamp}.${example ? ' Example data.' : ''}`;

/** A line above everything else, because it changes what the reader may do. */
export interface Notice {
	tone: 'warn' | 'bad';
	fact: string;
	text: string;
	link?: { title: string; path: string };
}

/** Facts of the approval block of a pattern page. */
export function approvalOf(pattern: Entry<'patterns'>, catalogue: Catalogue): ApprovalView {
	const standing = standingOf(pattern, catalogue);
	const state = stateOf(pattern, catalogue);
	return {
		state,
		stamp: stampOf(state, standing, pattern, catalogue),
		example: standing.approvals.some(({ example }) => example),
		bound: boundOf(standing),
		rows: standing.approvals.map(({ seat, by, date, reviewBy }) => ({
			seat: councilSeat.label(seat),
			by,
			date,
			reviewBy,
		})),
		missing: standing.missing.map(councilSeat.label),
		// Two seats may ask for the same.
		conditions: [...new Set(standing.conditions.map(({ text }) => text))],
		notices: noticesOf(state, standing, pattern, catalogue),
	};
}

function boundOf({ state }: Standing): boolean | undefined {
	if (state === 'none' || state === 'partial') return undefined;
	return state !== 'changed';
}

function stampOf(
	state: EntryState,
	{ approvals, missing, seats, changedSince, signed, state: standing }: Standing,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): string {
	const council = teamOf(catalogue.organisation.council.team, catalogue);
	const day = approvals
		.map(({ date }) => date)
		.sort()
		.at(-1);
	const toCome = listOf(missing.map((seat) => inside(councilSeat.label(seat))));
	switch (state) {
		case 'draft':
			return 'Not yet proposed';
		case 'published':
			return 'Published by its owner';
		case 'proposed':
			return standing === 'partial'
				? `In review: ${approvals.length} of ${countOf(seats.length, 'seat')} approved, ${toCome} to come`
				: `In review: ${toCome} must approve`;
		case 'changed':
			return changedSince
				? `It differs from what was approved on ${longDay(changedSince.date)}`
				: 'It differs from what was approved';
		case 'overdue':
			return `Since ${longDay(nextReview(pattern, catalogue))}`;
		case 'deprecated':
		case 'withdrawn':
			return pattern.data.successor ? 'Move to the successor' : 'There is no successor';
		case 'approved':
			return day && missing.length === 0
				? `${longDay(day)}, by ${countOf(seats.length, 'seat')} of the ${council.name}${signed ? '' : ` (${inside(catalogue.policy.approval.unsigned)})`}`
				: 'Not approved yet';
	}
}

/** Most files named one by one. */
const NAMED = 5;

function noticesOf(
	state: EntryState,
	{ changedFiles, moved, expired }: Standing,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
): Notice[] {
	const { data } = pattern;
	const notices: Notice[] = [];
	const add = (tone: Notice['tone'], fact: string, text: string, link?: Notice['link']) =>
		notices.push({ tone, fact, text, ...(link && { link }) });
	if (state === 'changed') {
		const changed = [
			...changedFiles.map(({ path, change }) => `${path} (${change})`),
			...moved.filter(({ voids }) => voids).map(({ name }) => `${name} (changed)`),
		];
		const named = changed.slice(0, NAMED);
		const more = changed.length - named.length;
		add(
			'warn',
			'This page is not what was approved.',
			`${states.changed.duty} Since then: ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')}.`,
		);
	}
	if (state === 'overdue' || (data.status === 'approved' && isOverdue(pattern, catalogue))) {
		add(
			'warn',
			`The review was due on ${longDay(nextReview(pattern, catalogue))}.`,
			states.overdue.duty,
		);
	} else if (expired.length > 0) {
		add(
			'warn',
			`${countOf(expired.length, 'approval has', 'approvals have')} expired.`,
			states.overdue.duty,
		);
	}
	for (const id of retiredModels(pattern, catalogue)) {
		const model = catalogue.models.get(id);
		if (!model) continue;
		const { retires, pinnedVersion, title } = model.data;
		add(
			'bad',
			`The version behind ${title} stopped answering on ${longDay(retires)}.`,
			`${pinnedVersion} is retired: run the evaluation on its successor before the next release.`,
			{ title, path: entryPath(model) },
		);
	}
	for (const waiver of data.waivers.filter((one) => isLive(one, catalogue.today))) {
		const what = 'rule' in waiver ? `the rule ${waiver.rule}` : `the control ${waiver.control}`;
		add(
			'warn',
			`A waiver sets aside ${what} until ${longDay(waiver.expires)}.`,
			`${waiver.because} Instead: ${waiver.compensatedBy}`,
		);
	}
	const successor = data.successor && catalogue.patterns.get(data.successor);
	if (state === 'deprecated' && successor) {
		const link = { title: successor.data.title, path: entryPath(successor) };
		add('warn', 'This pattern is deprecated.', states.deprecated.duty, link);
	}
	return notices;
}
