/** The systems behind the pattern. Here both are stand-ins in memory with invented meetings. */
import type { Fields, Touch } from './connectors/connector.ts';
import { type MemoryConnector, memoryConnector } from './connectors/memory-connector.ts';
import type { AccessPolicy } from './controls/access-control.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, oneOf, optional, record, type Shape, text } from './policy/shape.ts';
import type { ProcessEngine } from './process.ts';
import type { FollowUpRequest } from './requests.ts';
import type { Services } from './services.ts';

export interface MemoryEngine extends MemoryConnector, ProcessEngine {}

const anything: Shape<unknown> = (value) => value;
const values = record(anything);
const meetingsShape = fields({
	meetings: record(
		fields({
			title: text,
			request: fields({ by: text, kind: oneOf('transcript', 'notes'), pasted: optional(text) }),
			mail: values,
			process: values,
		}),
	),
});

export interface StandIns {
	mail: MemoryConnector;
	engine: MemoryEngine;
	/** Requests, with the title that each has in the example. */
	requests: readonly { title: string; request: FollowUpRequest }[];
}

/** A stand-in for the engine: the variables of a connector, and the pattern's own task. */
export function memoryEngine(
	records: Readonly<Record<string, Fields>>,
	access: AccessPolicy,
	log: (touch: Touch) => void,
): MemoryEngine {
	const variables = memoryConnector({ name: 'workflow-engine', records, access, log });
	const completed = new Set<string>();
	return {
		...variables,
		read: async (id, names, caller) => {
			const found = await variables.read(id, names, caller);
			return completed.has(id) && names.includes('ownTask') ? { ...found, ownTask: 'done' } : found;
		},
		completeTask: async (id, caller) => {
			log({ connector: variables.name, access: 'write', id, fields: ['own task'], caller });
			completed.add(id);
		},
	};
}

/** Replace these with connectors to your email system and engine. The workflow stays as it is. */
export function openStandIns({ root, access, logTouch: log }: Services): StandIns {
	const { meetings } = readPolicy(root, 'example/meetings.yaml', meetingsShape);
	const all = Object.entries(meetings);
	const mail = Object.fromEntries(all.map(([id, one]) => [id, one.mail]));
	const processes = Object.fromEntries(all.map(([id, one]) => [id, one.process]));
	return {
		mail: memoryConnector({ name: 'mail-collab', records: mail, access, log }),
		engine: memoryEngine(processes, access, log),
		requests: all.map(
			([
				meeting,
				{
					title,
					request: { by, kind, pasted },
				},
			]) => {
				return { title, request: { meeting, by, kind, ...(pasted && { pasted }) } };
			},
		),
	};
}
