/** The worked example: thirteen invented meetings, one review, one refused line, and the switch. */
import { switchOver } from './controls/kill-switch-rollback.ts';
import { Refusal } from './refusal.ts';
import type { Example } from './run/example.ts';
import { openRun, type Run } from './run/run.ts';
import type { Services } from './services.ts';
import { openStandIns } from './systems.ts';
import { type FollowUps, openFollowUps, PATTERN } from './workflow.ts';

/** The moment when it takes place. It is within the delegation of policy/access.yaml. */
export const EXAMPLE_START = '2026-11-20T15:00:00Z';

export function openExample(services: Services): Example {
	let on = true;
	const killSwitch = switchOver(() => on && services.killSwitch.isOn());
	const { mail, engine, requests } = openStandIns(services);
	const followUps = openFollowUps({ ...services, killSwitch }, { mail, engine });
	const { handle, corrections, drift } = followUps;
	const first = requests[0]?.request;
	if (!first) throw new Error('The example needs a first meeting.');
	return {
		title: 'Meeting actions, the worked example. All meetings are invented.',
		steps: [
			...requests.map(({ title, request }) => ({ title, act: () => handle(request) })),
			{
				title: 'The organiser decides on each line',
				act: () => orRefused(() => reviewed(followUps, first.meeting, first.by)),
			},
			{
				title: 'A person named in the list refuses a line',
				act: async () => {
					followUps.report(first.meeting, 'user-03');
					return orRefused(() => followUps.refuseLine(first.meeting, 'L2', 'user-03'));
				},
			},
			{ title: 'The same meeting is asked for again', act: () => handle(first) },
			{
				title: 'Someone set meeting_actions.enabled to false',
				act: () => {
					on = false;
					return handle({ ...first, meeting: 'M-1002' });
				},
			},
		],
		after: () => [
			'Waiting for their organiser, who writes the list by hand:',
			...services.held.waiting().map(({ item, reason }) => `  ${item}  ${reason}`),
			'Drafted and not yet decided on:',
			...followUps.undecided().map((meeting) => `  ${meeting}`),
			'Candidates for the labelled set, in marks:',
			...corrections().map(
				({ item, state, before, after }) => `  ${item}  ${state}: ${before} -> ${after}`,
			),
			'Drift:',
			...drift().map((line) => `  ${line}`),
		],
	};

	/**
	 * A real model may draft other lines than the recorded ones, or none. The example still runs to
	 * its end.
	 */
	async function orRefused(act: () => Promise<Run>): Promise<Run> {
		try {
			return await act();
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			const run = openRun(first?.meeting ?? '', PATTERN, services);
			run.at('right');
			run.refuse(error, 'left');
			return run;
		}
	}

	async function reviewed({ review }: FollowUps, meeting: string, by: string): Promise<Run> {
		const { lines, accept, change, drop, run } = review(meeting, by);
		for (const { id, digest, line } of lines) {
			if (line.kind === 'open-point') await drop(id);
			else if (line.owner === 'P2') await change(id, { text: 'Write to the other teams' });
			else await accept(id, digest);
		}
		return run;
	}
}
