/** The worked example: ten invented interactions, what their owners do with the drafts, and the switch. */
import type { Clock } from './clock.ts';
import { MINUTE } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import { type Decision, undecided } from './lines.ts';
import type { Example } from './run/example.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { type Notes, openNotes } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T09:00:00Z';

type Decisions = Readonly<Record<string, Decision>>;

export function openExample(outer: Services): Example {
	let on = true;
	const clock = movable(outer.clock);
	const killSwitch = switchOver(() => on && outer.killSwitch.isOn());
	const services = { ...outer, clock, killSwitch };
	const systems = openStandIns(services);
	const notes = openNotes(services, systems);
	const clicked = (id: string) => systems.clicks.find((one) => one.id === id) ?? { id, title: id };
	const request = (id: string, title?: string) => {
		const { title: known, ...click } = { owner: '', account: '', ...clicked(id) };
		return { title: title ?? known, act: () => notes.request(click) };
	};
	/** The owner reads for this many minutes, decides, and accepts what is on the screen then. */
	const accept = (title: string, id: string, by: string, minutes: number, all: Decisions = {}) => ({
		title,
		act: () => {
			decideOn(notes, id, by, all);
			clock.move(minutes);
			return notes.accept(id, by, digestShown(notes, id));
		},
	});
	const rewrite = (text: string, reason?: string): Decision => ({
		word: 'rewrite',
		text,
		...(reason && { reason }),
	});
	return {
		title: 'CRM note generation, the worked example. All interactions are invented.',
		steps: [
			request('N-1001'),
			accept('Its owner reads it and accepts it as drafted', 'N-1001', 'owner-01', 1.5),
			request('N-1002'),
			accept('Its owner accepts it in one click', 'N-1002', 'owner-01', 0.1),
			accept('Its owner decides on the flagged lines, then accepts', 'N-1002', 'owner-01', 2, {
				f1: rewrite(
					'The customer might order forty units in January, depending on the budget.',
					'too-certain',
				),
				m1: { word: 'rewrite', text: 'send the volume terms in writing', due: '2026-11-23' },
				outcome: rewrite('unchanged'),
				summary: rewrite('The customer might order forty units; the volume terms are promised.'),
			}),
			request('N-1003'),
			request('N-1004'),
			accept('Its owner accepts within two seconds', 'N-1004', 'owner-02', 0.03),
			request('N-1005'),
			request('N-1006'),
			request('N-1007'),
			request('N-1008'),
			request('N-1009'),
			request('N-1010'),
			accept(
				'Its owner decides, is called away, and accepts after 40 minutes',
				'N-1010',
				'owner-02',
				40,
				{
					f2: { word: 'drop', reason: 'too-certain' },
					summary: rewrite('Eleven trackers do not report; a call with findings is promised.'),
				},
			),
			{
				title: 'Its owner reads it once more and accepts',
				act: async () => {
					if (digestShown(notes, 'N-1010') !== '') notes.show('N-1010');
					clock.move(1);
					return notes.accept('N-1010', 'owner-02', digestShown(notes, 'N-1010'));
				},
			},
			request('N-1002', 'A note that its owner wrote is asked for again'),
			{
				title: 'Someone set note.drafting.enabled to false',
				act: () => {
					on = false;
					return request('N-1007').act();
				},
			},
			{
				title: 'A team lead undoes a note, with the switch still off',
				act: () => notes.undo('N-1004', 'lead-01'),
			},
		],
		after: () => [
			'Waiting for their owners, to be written by hand:',
			...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
			'Appointments, unsent and without attendees:',
			...systems.calendar.drafts.map(({ date, title }) => `  ${date}  ${title}`),
			'Lines people changed, by reason:',
			...notes.edits
				.all()
				.map(({ item, line, word, reason }) => `  ${item}  ${line} ${word}, ${reason}`),
			'Candidates for the labelled set, their text in the prompt log by trace:',
			...services.overrides
				.all()
				.filter(({ word }) => word === 'edited')
				.map(({ item, trace }) => `  ${item}  ${trace}`),
			'Tickets:',
			...notes.edits
				.tickets()
				.map(({ says, to, answerBy }) => `  ${says} To ${to}, by ${answerBy}.`),
			'Reading, for the whole team:',
			...notes.reading().map((line) => `  ${line}`),
			'Planted drafts:',
			`  ${notes.plantedShortfall() ?? 'Enough this month, and enough of them caught.'}`,
			'Drift:',
			...notes.drift().map((line) => `  ${line}`),
		],
	};
}

/** What the script says for the lines there are. Flagged lines that it does not name are kept. */
function decideOn(notes: Notes, id: string, by: string, all: Decisions): void {
	if (Object.keys(all).length === 0 || digestShown(notes, id) === '') return;
	const known = new Set(notes.look(id)?.lines.map((line) => line.id));
	for (const [line, decision] of Object.entries(all)) {
		if (known.has(line)) notes.decide(id, by, line, decision);
	}
	for (const line of undecided(notes.look(id)?.lines ?? [])) {
		notes.decide(id, by, line.id, { word: 'keep' });
	}
}

const digestShown = (notes: Notes, id: string) => notes.look(id)?.digest ?? '';

/** A clock that starts with another one and runs ahead of it. */
function movable(start: Clock): Clock & { move: (minutes: number) => void } {
	let ahead = 0;
	return {
		now: () => new Date(start.now().getTime() + ahead),
		move: (minutes) => {
			ahead += minutes * MINUTE;
		},
	};
}
