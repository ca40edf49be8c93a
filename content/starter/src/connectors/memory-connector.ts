/**
 * A stand-in for a real system: records in memory, the same grants, the same log of reads and
 * writes.
 */
import { type AccessPolicy, assertGranted } from '../controls/access-control.ts';
import { type Connector, ConnectorDown, type Fields, type Touch } from './connector.ts';

export interface MemoryConnector extends Connector {
	/** Every change, with the values before it. */
	history: { id: string; before: Fields; after: Fields }[];
	/** What the system contains now, as its own screen would show it. */
	show: (id: string) => Fields;
	/** Makes it fail, to see what the workflow does. */
	setDown: (down: boolean) => void;
}

export interface MemoryOptions {
	name: string;
	records: Readonly<Record<string, Fields>>;
	access: AccessPolicy;
	log: (touch: Touch) => void;
}

export function memoryConnector({ name, records, access, log }: MemoryOptions): MemoryConnector {
	const kept = new Map(Object.entries(structuredClone(records)));
	const history: MemoryConnector['history'] = [];
	let isDown = false;
	const found = (id: string): Fields => {
		const record = kept.get(id);
		if (isDown || !record) throw new ConnectorDown(name);
		return record;
	};
	return {
		name,
		history,
		setDown: (down) => {
			isDown = down;
		},
		show: (id) => ({ ...kept.get(id) }),
		read: async (id, fields, caller) => {
			assertGranted(access, name, 'read', fields);
			const record = found(id);
			log({ connector: name, access: 'read', id, fields, caller });
			return Object.fromEntries(fields.map((field) => [field, record[field]]));
		},
		write: async (id, changes, caller) => {
			const fields = Object.keys(changes);
			assertGranted(access, name, 'write', fields);
			const record = found(id);
			log({ connector: name, access: 'write', id, fields, caller });
			const before = Object.fromEntries(fields.map((field) => [field, record[field]]));
			kept.set(id, { ...record, ...changes });
			history.push({ id, before, after: { ...changes } });
		},
	};
}
