/** The systems behind the pattern. Here both are stand-ins in memory with invented records. */
import { ConnectorDown, type Fields } from './connectors/connector.ts';
import { type MemoryConnector, memoryConnector } from './connectors/memory-connector.ts';
import type { AccessPolicy, Caller } from './controls/access-control.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, record, type Shape } from './policy/shape.ts';
import type { Services } from './services.ts';
import type { ProcessEngine } from './writer.ts';

const anything: Shape<unknown> = (value) => value;
const records = record(record(anything));

export type MemoryEngine = ProcessEngine & Pick<MemoryConnector, 'history' | 'show' | 'setDown'>;

export interface StandIns {
	documents: MemoryConnector;
	engine: MemoryEngine;
	/** Task ids, with the title that each has in the example. */
	tasks: readonly { id: string; title: string }[];
	/** The sender replaces a document with another file. */
	replace: (document: string, version: string) => void;
}

type Log = Services['logTouch'];

/** A page written as plain text: its text layer equals its image. */
const withImages = (pages: unknown): unknown =>
	Array.isArray(pages)
		? pages.map((page) => (typeof page === 'string' ? { layer: page, image: page } : page))
		: [];

export function memoryDocuments(
	documents: Readonly<Record<string, Fields>>,
	access: AccessPolicy,
	log: Log,
) {
	const replaced = new Map<string, string>();
	const whole = Object.entries(documents).map(
		([id, one]) => [id, { ...one, pages: withImages(one.pages) }] as const,
	);
	const memory = memoryConnector({
		name: 'document-store',
		records: Object.fromEntries(whole),
		access,
		log,
	});
	const read: MemoryConnector['read'] = async (id, names, caller) => {
		const found = await memory.read(id, names, caller);
		const version = replaced.get(id);
		if (version === undefined || !('version' in found)) return found;
		return { ...found, version, digest: `${found.digest} ${version}` };
	};
	return {
		documents: { ...memory, read },
		replace: (id: string, version: string): void => void replaced.set(id, version),
	};
}

/** Tasks in memory. Completing one twice has no further effect. */
export function memoryEngine(
	tasks: Readonly<Record<string, Fields>>,
	access: AccessPolicy,
	log: Log,
): MemoryEngine {
	const states = new Map<string, string>();
	const memory = memoryConnector({ name: 'workflow-engine', records: tasks, access, log });
	let isDown = false;
	const touch = (id: string, caller: Caller) => {
		if (isDown) throw new ConnectorDown('workflow-engine');
		log({ connector: 'workflow-engine', access: 'write', id, fields: ['state'], caller });
	};
	return {
		...memory,
		setDown: (down) => {
			isDown = down;
			memory.setDown(down);
		},
		show: (id) => ({ ...memory.show(id), ...(states.has(id) && { state: states.get(id) }) }),
		read: async (id, names, caller) => {
			const found = await memory.read(id, names, caller);
			const state = states.get(id);
			return state !== undefined && 'state' in found ? { ...found, state } : found;
		},
		complete: async (id, caller) => {
			if (!states.has(id)) touch(id, caller);
			states.set(id, 'completed');
		},
		setStopped: async (id, stopped, caller) => {
			touch(id, caller);
			states.set(id, stopped ? 'stopped' : 'completed');
		},
	};
}

/** Replace these with connectors to your document store and engine. The workflow stays as it is. */
export function openStandIns({ root, access, logTouch: log }: Services): StandIns {
	const file = 'example/tasks.yaml';
	const { tasks, documents } = readPolicy(
		root,
		file,
		fields({ tasks: records, documents: records }),
	);
	return {
		...memoryDocuments(documents, access, log),
		engine: memoryEngine(tasks, access, log),
		tasks: Object.entries(tasks).map(([id, { title }]) => ({ id, title: String(title) })),
	};
}
