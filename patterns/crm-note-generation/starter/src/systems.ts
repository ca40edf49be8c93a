/**
 * The systems behind the pattern. Here all of them are stand-ins in memory with invented records.
 */
import type { Connector, Fields } from './connectors/connector.ts';
import { type MemoryConnector, memoryConnector } from './connectors/memory-connector.ts';
import { assertGranted, type Caller } from './controls/access-control.ts';
import type { Request } from './intake.ts';
import { readPolicy } from './policy/read-policy.ts';
import { fields, list, record, type Shape, text } from './policy/shape.ts';
import type { Services } from './services.ts';

/** A CRM keeps the versions of a note, and can bring back the one before by itself. */
export interface Crm extends Connector {
	/** Restores the version before. For the first note, that is no note. */
	restore: (id: string, caller: Caller) => Promise<void>;
}

/** Unsent appointments in the owner's own calendar. */
export interface Calendar {
	draft: (appointment: Fields, caller: Caller) => Promise<void>;
}

export interface Systems {
	mail: Connector;
	calendar: Calendar;
	crm: Crm;
	/** Whether a person is in the group that may restore notes of others. */
	isLead: (person: string) => boolean;
}

const anything: Shape<unknown> = (value) => value;
const records = record(record(anything));
const clicks = list(fields({ id: text, owner: text, account: text, title: text }));
const NO_NOTE = {
	note_summary: null,
	note_outcome: null,
	note_facts: null,
	note_commitments: null,
	note_opportunity: null,
	note_trace_id: null,
};

export interface StandIns extends Systems {
	mail: MemoryConnector;
	crm: Crm & MemoryConnector;
	calendar: Calendar & { drafts: Fields[] };
	clicks: readonly (Request & { title: string })[];
}

type Records = Readonly<Record<string, Fields>>;

/** A calendar in memory: one list for everybody. */
export function memoryCalendar({ access, logTouch }: Services): StandIns['calendar'] {
	const drafts: Fields[] = [];
	return {
		drafts,
		draft: async (appointment, caller) => {
			const names = Object.keys(appointment);
			assertGranted(access, 'mail-collab', 'write', names);
			const id = `draft-${drafts.length + 1}`;
			logTouch({ connector: 'mail-collab', access: 'write', id, fields: names, caller });
			drafts.push({ ...appointment });
		},
	};
}

/** A CRM in memory, with an entry without a note for each interaction. */
export function memoryCrm(
	{ access, logTouch: log }: Services,
	accounts: Records,
	interactions: readonly string[],
): StandIns['crm'] {
	const entries = Object.fromEntries(interactions.map((id) => [id, NO_NOTE]));
	const crm = memoryConnector({ name: 'crm', records: { ...accounts, ...entries }, access, log });
	return {
		...crm,
		restore: async (id, caller) => {
			const last = crm.history.findLast((change) => change.id === id);
			if (last) await crm.write(id, last.before, caller);
		},
	};
}

/** Replace these with connectors to your email, calendar and CRM. The workflow stays as it is. */
export function openStandIns(services: Services): StandIns {
	const { root, access, logTouch: log } = services;
	const file = 'example/interactions.yaml';
	const shape = fields({ clicks, interactions: records });
	const { clicks: asked, interactions } = readPolicy(root, file, shape);
	const { accounts } = readPolicy(root, 'example/accounts.yaml', fields({ accounts: records }));
	const { leads } = readPolicy(root, 'example/people.yaml', fields({ leads: list(text) }));
	return {
		mail: memoryConnector({ name: 'mail-collab', records: interactions, access, log }),
		calendar: memoryCalendar(services),
		crm: memoryCrm(services, accounts, Object.keys(interactions)),
		isLead: (person) => leads.includes(person),
		clicks: asked,
	};
}
