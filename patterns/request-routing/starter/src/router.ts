/** Nodes limits, router and ticket: the two things that are written, and when they are not. */
import { type Connector, ConnectorDown } from './connectors/connector.ts';
import { callerOf } from './controls/access-control.ts';
import { overrideShape } from './controls/human-override.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, oneOf, text } from './policy/shape.ts';
import { Refusal, SetupError } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import { FRONT_DESK } from './tables.ts';

/** As approved. A team can allow fewer. */
const APPROVED_MOVES = 2;

const ticketShape = fields({
	queue: text,
	/** Each queue the ticket came to, oldest first, and who moved it. */
	moves: list(fields({ to: text, by: oneOf('worker', 'person') })),
});
type Ticket = ReturnType<typeof ticketShape>;
export type Move = Ticket['moves'][number];

export interface Choice {
	queue: string;
	by: 'rule' | 'model';
	/** Why, for the staff who read the ticket. */
	because: string;
}

export interface Router {
	/**
	 * @throws Refusal if a person has moved the request: then it is not moved automatically again.
	 */
	assertFree: (run: Run) => Promise<Ticket>;
	/** Writes queue and comment. @throws Refusal if that would be one move too many. */
	route: (run: Run, choice: Choice) => Promise<void>;
	/**
	 * Leaves a held request to the front desk, with what may help to place it. Returns whether it
	 * waits there.
	 */
	toFrontDesk: (run: Run, because: string) => Promise<boolean>;
}

export function openRouter(
	{ root, access }: Services,
	desk: Connector,
	approved = APPROVED_MOVES,
): Router {
	const { automaticMoves: most = 0 } = readPolicy(root, 'policy/override.yaml', overrideShape);
	if (most < 1 || most > approved) {
		throw new SetupError(
			`automaticMoves is ${most}, not from 1 to ${approved}.`,
			'More moves need a new approval of the pattern.',
		);
	}
	const assertFree = async ({ item, trace }: Run): Promise<Ticket> => {
		const read = await desk.read(item, ['queue', 'moves'], callerOf(access, trace));
		const ticket = ticketShape(read, 'ticket');
		if (!ticket.moves.some(({ by }) => by === 'person')) return ticket;
		const message = 'A person has moved it; it is left alone.';
		throw new Refusal('human-override', 'taken-by-person', message);
	};
	const write = async (run: Run, queue: string, because: string) => {
		assertTraced(run.trace);
		run.at('ticket');
		const changes = { queue, 'internal-comment': `${because} Trace ${run.trace}.` };
		await desk.write(run.item, changes, callerOf(access, run.trace));
		run.done(`${queue}, with the trace id in an internal comment.`);
	};
	return {
		assertFree,
		route: async (run, { queue, by, because }) => {
			run.at('limits');
			const ticket = await assertFree(run);
			const done = ticket.moves.filter(
				(one) => one.by === 'worker' && one.to !== FRONT_DESK,
			).length;
			run.signals({ 'aicat.routing.queue': queue });
			if (ticket.queue === queue) return run.done(`It is in ${queue} already.`);
			if (done >= most) {
				const message = `It was moved ${done} times without a person; ${most} are allowed.`;
				throw new Refusal('human-override', 'move-limit', message);
			}
			run.passed('human-override', `Automatic moves so far: ${done} of ${most}, none by a person.`);
			run.at('router');
			await write(run, queue, because);
			run.signals({ 'aicat.routing.moved_by': by });
		},
		toFrontDesk: async (run, because) => {
			run.at('router');
			try {
				await assertFree(run);
				await write(run, FRONT_DESK, because);
				return true;
			} catch (error) {
				// New tickets arrive at the front desk, so what cannot be written waits where it is.
				const isKnown = error instanceof Refusal || error instanceof ConnectorDown;
				run.done(`Nothing is written. ${isKnown ? error.message : 'It failed.'}`);
				return !(error instanceof Refusal && error.reason === 'taken-by-person');
			}
		},
	};
}

/** A queue needs a cause: a request that cannot be traced stays where it is. */
function assertTraced(trace: string): void {
	if (/^[0-9a-f]{32}$/.test(trace)) return;
	throw new Refusal(
		'prompt-response-logging',
		'no-trace',
		'It has no trace id, so it stays where it is.',
	);
}
