/** Sections 7 to 9: waivers, incidents, and who approved this content. */
import { councilSeat, severity as severities } from '#schemas/vocabularies.ts';
import { conditionsOf } from '../../judge/approval/conditions.ts';
import { signWords } from '../../judge/approval/sign-words.ts';
import { type Standing, standingOf } from '../../judge/approval/standing.ts';
import { stateOf, states } from '../../judge/approval/state.ts';
import { dayOf, incidentsOf, isOpen } from '../../judge/use/incidents.ts';
import { isLive } from '../../judge/waivers.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { entryPath } from '../../model/entry.ts';
import { teamOf } from '../../model/team.ts';
import { daysBetween } from '../../words/calendar.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { inside, listOf } from '../../words/phrase.ts';
import {
	type Block,
	id,
	joined,
	link,
	mark,
	pairs,
	quiet,
	sub,
	table,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import type { Section } from '../page.ts';

type UseCase = Entry<'use-cases'>;

export function waiversSection(entry: UseCase, catalogue: Catalogue): Section {
	const { today } = catalogue;
	const live = entry.data.waivers.filter((waiver) => isLive(waiver, today));
	const past = entry.data.waivers.length - live.length;
	const [first] = [...live].sort((a, b) => (a.expires < b.expires ? -1 : 1));
	const answer: Words = first
		? `${countOf(live.length, 'waiver')} in force. The first waiver ends in ${countOf(daysBetween(today, first.expires), 'day')}.`
		: 'No waivers are in force.';
	return {
		id: 'waivers',
		title: 'Waivers',
		answer: [answer, past > 0 && ` ${countOf(past, 'other')} ended or not started.`],
		blocks:
			entry.data.waivers.length === 0
				? []
				: [
						table(
							'Waivers of this use',
							[
								'Control',
								'Why',
								'Instead',
								'Granted by',
								{ label: 'From', whole: true },
								{ label: 'Ends', whole: true },
							],
							entry.data.waivers.map((waiver) => [
								[
									'control' in waiver
										? controlLink(waiver.control, catalogue)
										: ['Rule ', id(waiver.rule)],
									!isLive(waiver, today) && sub('Not in force'),
								],
								waiver.because,
								waiver.compensatedBy,
								[councilSeat.label(waiver.seat), sub(waiver.by)],
								shortDay(waiver.granted),
								shortDay(waiver.expires),
							]),
						),
					],
	};
}

function controlLink(control: string, catalogue: Catalogue): Words {
	const { title, path } = linkById('controls', control, catalogue);
	return link(title, path);
}

/** How long somebody took, in the unit that people would say. */
export function spanWords(minutes: number): string {
	if (minutes < 120) return `${minutes} min`;
	const hours = Math.round(minutes / 60);
	return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

export function incidentsSection(entry: UseCase, catalogue: Catalogue): Section {
	const all = incidentsOf(entry, catalogue);
	const open = all.filter(({ data }) => isOpen(data, catalogue.today)).length;
	return {
		id: 'incidents',
		title: 'Incidents',
		answer:
			all.length === 0
				? 'No incidents have been recorded for this use.'
				: `${countOf(all.length, 'incident')}, ${all.length === 1 ? (open === 1 ? 'still open' : 'closed') : `${open === 0 ? 'none' : open} of them open`}.`,
		blocks:
			all.length === 0
				? []
				: [
						table(
							'Incidents of this use',
							[
								'Incident',
								{ label: 'State', state: true },
								'Severity',
								'What happened',
								'Control that failed',
								{ label: 'Noticed', whole: true },
							],
							all.map((incident) => {
								const { data } = incident;
								const failed = data.controls.filter(({ result }) => result === 'failed');
								return [
									link(data.number, entryPath(incident)),
									isOpen(data, catalogue.today)
										? mark('Open', 'bad', 'gap')
										: mark('Closed', 'ok', 'tick'),
									severities.label(data.severity),
									data.title,
									failed.length === 0
										? quiet('None')
										: joined(failed.map(({ control }) => controlLink(control, catalogue))),
									shortDay(dayOf(data.noticed.at)),
								];
							}),
						),
					],
	};
}

export function approvalSection(entry: UseCase, catalogue: Catalogue): Section {
	const standing = standingOf(entry, catalogue);
	return {
		id: 'approval',
		title: 'Approval',
		answer: approvalAnswer(entry, standing, catalogue),
		blocks: [
			...signatures(standing),
			...conditions(entry, catalogue),
			{
				kind: 'group',
				id: 'who-decides',
				title: 'Who decides',
				blocks: [
					pairs(
						(
							[
								['Approves the use', entry.data.decisionRights.approvesUseCase],
								['Owns the data', entry.data.decisionRights.ownsData],
								['Watches quality', entry.data.decisionRights.monitorsQuality],
								['Responds to failure', entry.data.decisionRights.respondsToFailure],
							] as const
						).map(([label, team]) => [label, teamOf(team, catalogue).name]),
					),
				],
			},
		],
	};
}

/** What the approval comes to, in a sentence. */
export function approvalAnswer(
	entry: UseCase,
	{ approvals, missing, seats }: Standing,
	catalogue: Catalogue,
): string {
	const state = stateOf(entry, catalogue) ?? 'draft';
	const labels = (list: readonly (typeof seats)[number][]) =>
		listOf(list.map((seat) => councilSeat.label(seat).toLowerCase()));
	if (state === 'approved') {
		return `${countOf(approvals.length, 'seat')} approved this content: ${labels(approvals.map(({ seat }) => seat))}.`;
	}
	if (state === 'changed') return `${states.changed.label}. ${states.changed.duty}`;
	if (approvals.length === 0)
		return `Not approved yet. It needs ${labels(seats)}: ${signWords(`use-cases/${entry.id}`, missing)}.`;
	return missing.length > 0
		? `${approvals.length} of ${seats.length} seats approved this content. Still to come: ${labels(missing)}.`
		: `${states[state].label}. ${states[state].duty}`;
}

function signatures({ approvals }: Standing): Block[] {
	if (approvals.length === 0) return [];
	return [
		table(
			'Approvals of this content',
			[
				'Seat',
				'Member',
				{ label: 'Date', whole: true },
				{ label: 'Review by', whole: true },
				'Key fingerprint',
				'Signature',
			],
			approvals.map(({ seat, by, date, reviewBy, fingerprint, proof }) => [
				councilSeat.label(seat),
				by,
				shortDay(date),
				shortDay(reviewBy),
				fingerprint ? id(fingerprint) : '–',
				proof === 'signed' ? mark('Verified', 'ok', 'tick') : mark('Not signed', 'mute', 'open'),
			]),
		),
	];
}

/** What the seats asked for, each with the newest decision about it. */
function conditions(entry: UseCase, catalogue: Catalogue): Block[] {
	const all = conditionsOf(entry, catalogue);
	if (all.length === 0) return [];
	return [
		{
			kind: 'group',
			id: 'conditions',
			title: 'Conditions of approval',
			blocks: [
				table(
					'Conditions of approval',
					['Condition', { label: 'Due', whole: true }, 'State'],
					all.map(({ seat, text, due, decided, late }) => [
						[text, sub(councilSeat.label(seat))],
						due ? shortDay(due) : 'Always',
						decided
							? [
									decided.decided === 'met'
										? mark('Met', 'ok', 'tick')
										: mark('Not met', 'bad', 'cross'),
									sub(`${inside(decided.because)}, ${shortDay(decided.on)}`),
								]
							: late
								? mark('Overdue', 'bad', 'clock')
								: mark('Not decided yet', 'mute', 'open'),
					]),
				),
			],
		},
	];
}
