/**
 * What people do: place held requests, move or keep the others, object. Also what is learned from
 * it.
 */
import { DAY, dayOf } from './clock.ts';
import type { Connector } from './connectors/connector.ts';
import { abuseShape, findGrowth } from './controls/abuse-monitoring.ts';
import { driftShape, findDrift, sharesOf, type Week } from './controls/drift-monitoring.ts';
import type { Report } from './controls/feedback-channel.ts';
import { assertTrained } from './controls/role-training.ts';
import { readPolicy } from './policy/read-policy.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import { FRONT_DESK } from './tables.ts';

/** After this many moves of one kind, add a row, a clearer line or a case. */
const KIND = 3;

export interface People {
	/** Notes where a request went, for what people do with it later. */
	noted: (run: Run, queue: string) => void;
	/** The front desk places a held request. */
	place: (item: string, person: string, queue: string) => Promise<void>;
	/** Anyone in a queue moves a request in one step, without a reason. */
	move: (item: string, person: string, queue: string) => Promise<void>;
	/** Queue staff do the work: the queue was right. */
	keep: (item: string, person: string) => void;
	/** The requester says "this is the wrong place". */
	object: (item: string, by: string) => Report | undefined;
	/** Kinds of moves that repeat, a sentence each. */
	proposals: () => string[];
	/** Queues that grow too fast to be chance, a sentence each. */
	growing: () => string[];
	/** What the week looks like next to the frozen ones. */
	drift: () => string[];
}

/** The queue that a rule or the model chose, and whether a person moved it on. */
interface Chosen {
	queue: string;
	moved: boolean;
}

export function openPeople(services: Services, desk: Connector): People {
	const { overrides, held, training, feedback, telemetry, audit, clock, root } = services;
	const { growth } = readPolicy(root, 'telemetry/abuse.yaml', abuseShape);
	const places = new Map<string, { queue: string; trace: string }>();
	const arrivals: { day: string; queue: string }[] = [];
	const moves: string[] = [];
	const chosen = new Map<string, Chosen>();
	const acted = (item: string, by: string, word: 'accepted' | 'edited' | 'taken-over', to = '') => {
		const trace = places.get(item)?.trace ?? '';
		const moved = to && { 'aicat.routing.queue': to, 'aicat.routing.moved_by': 'person' };
		audit.line('person', { trace, item, by, word, ...(to && { queue: to }) });
		if (trace) telemetry.later(trace, 'user action', { 'aicat.user.action': word, ...moved });
	};
	const moveTo = async (
		item: string,
		person: string,
		queue: string,
		word: 'edited' | 'taken-over',
	) => {
		const { queue: from = FRONT_DESK, trace = '' } = places.get(item) ?? {};
		await desk.write(item, { queue }, { service: 'service-desk', onBehalfOf: person, trace });
		const about = { item, trace, by: person, before: { queue: from }, after: { queue } };
		overrides.record({ ...about, word });
		places.set(item, { queue, trace });
		if (word === 'edited') {
			moves.push(`${from} to ${queue}`);
			const first = chosen.get(item);
			if (first) chosen.set(item, { ...first, moved: true });
		}
		acted(item, person, word, queue);
	};
	const isHeld = (item: string) => held.waiting().some((one) => one.item === item);
	const place = async (item: string, person: string, queue: string) => {
		assertTrained(person, training);
		if (!isHeld(item)) return;
		await moveTo(item, person, queue, 'taken-over');
		// Only now: a request whose queue could not be written would be on no list.
		held.take(item);
	};
	const arrivedOn = (day: string): Record<string, number> => {
		const queues = arrivals.filter((one) => one.day === day).map(({ queue }) => queue);
		return countOf(queues);
	};
	return {
		noted: ({ item, trace }, queue) => {
			places.set(item, { queue, trace });
			if (queue !== FRONT_DESK) chosen.set(item, { queue, moved: false });
			arrivals.push({ day: dayOf(clock.now()), queue });
		},
		place,
		// A held request is placed, whichever key is pressed. If not, people could avoid the training.
		move: (item, person, queue) =>
			isHeld(item) ? place(item, person, queue) : moveTo(item, person, queue, 'edited'),
		keep: (item, person) => acted(item, person, 'accepted'),
		object: (item, by) => {
			const trace = places.get(item)?.trace;
			if (trace === undefined) return undefined;
			const report = feedback.report({ item, trace, by });
			audit.line('feedback', { ...report });
			return report;
		},
		proposals: () =>
			Object.entries(countOf(moves))
				.filter(([, count]) => count >= KIND)
				.map(
					([kind, count]) => `${count} moves from ${kind}. Add a row, a clearer line or a case.`,
				),
		growing: () => {
			const now = clock.now();
			const before = arrivedOn(dayOf(new Date(now.getTime() - DAY)));
			return findGrowth(before, arrivedOn(dayOf(now)), growth);
		},
		drift: () =>
			findDrift(weekOf([...chosen.values()]), readPolicy(root, 'telemetry/drift.yaml', driftShape)),
	};
}

/** Shares of the queues that were chosen, and how many requests of each a person moved on. */
export function weekOf(chosen: readonly Chosen[]): Week {
	const queues = chosen.map(({ queue }) => queue);
	const corrected = Object.fromEntries(
		[...new Set(queues)].map((queue) => {
			const own = chosen.filter((one) => one.queue === queue);
			return [queue, Math.round((own.filter(({ moved }) => moved).length / own.length) * 100)];
		}),
	);
	return { share: sharesOf(queues), corrected };
}

function countOf(words: readonly string[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
	return counts;
}
