/** The systems behind the pattern. Here both are stand-ins in memory with invented records. */
import type { Fields } from './connectors/connector.ts';
import { type MemoryConnector, memoryConnector } from './connectors/memory-connector.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, record, type Shape } from './policy/shape.ts';
import type { Move } from './router.ts';
import type { Services } from './services.ts';
import { FRONT_DESK } from './tables.ts';

const anything: Shape<unknown> = (value) => value;
const records = record(record(anything));

export interface StandIns {
	engine: MemoryConnector;
	desk: MemoryConnector;
	/** Request ids, with the title that each has in the example. */
	requests: readonly { id: string; shows: string }[];
}

/** Replace these with connectors to your workflow engine and service desk. The workflow stays. */
export function openStandIns(services: Services): StandIns {
	const shape = fields({ requests: records, tickets: records });
	const { requests, tickets } = readPolicy(services.root, 'example/requests.yaml', shape);
	return {
		...openSystems(services, requests, tickets),
		requests: Object.entries(requests).map(([id, { shows }]) => ({ id, shows: String(shows) })),
	};
}

type Records = Readonly<Record<string, Fields>>;

/** An engine with these requests and a desk with a ticket for each, new ones at the front desk. */
export function openSystems(
	{ access, logTouch: log }: Services,
	requests: Records,
	tickets: Records = {},
): Pick<StandIns, 'engine' | 'desk'> {
	const all = Object.fromEntries(
		Object.keys(requests).map((id) => [id, { queue: FRONT_DESK, moves: [], ...tickets[id] }]),
	);
	const desk = memoryConnector({ name: 'service-desk', records: all, access, log });
	return {
		engine: memoryConnector({ name: 'workflow-engine', records: requests, access, log }),
		desk: withMoves(desk, access.service),
	};
}

/** A service desk itself records each queue a ticket came to, and whose account moved it. */
function withMoves(desk: MemoryConnector, worker: string): MemoryConnector {
	const moved = new Map<string, Move[]>();
	const show = (id: string): Fields => {
		const ticket = desk.show(id);
		const before = Array.isArray(ticket.moves) ? ticket.moves : [];
		return { ...ticket, moves: [...before, ...(moved.get(id) ?? [])] };
	};
	return {
		...desk,
		show,
		read: async (id, names, caller) => {
			const read = await desk.read(id, names, caller);
			return names.includes('moves') ? { ...read, moves: show(id).moves } : read;
		},
		write: async (id, changes, caller) => {
			const { queue } = desk.show(id);
			await desk.write(id, changes, caller);
			if (typeof changes.queue !== 'string' || changes.queue === queue) return;
			const by = caller.service === worker ? 'worker' : 'person';
			moved.set(id, [...(moved.get(id) ?? []), { to: changes.queue, by }]);
		},
	};
}
