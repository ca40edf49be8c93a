/** What a system behind the pattern must offer. Replace the stand-ins, keep the interface. */
import type { Caller } from '../controls/access-control.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Connector {
	/** Id of the connector in the catalogue. */
	name: string;
	/** Reads the named fields of a record, and no others. */
	read: (id: string, fields: readonly string[], caller: Caller) => Promise<Fields>;
	/** Changes fields. The system keeps the values before, so that each write can be undone. */
	write: (id: string, changes: Fields, caller: Caller) => Promise<void>;
}

/** The system did not answer. The workflow says what happens then. */
export class ConnectorDown extends Error {
	constructor(name: string) {
		super(`${name} does not answer.`);
	}
}

/** Logs every read and write: who, on whose behalf, which fields. Values are never logged. */
export interface Touch {
	connector: string;
	access: 'read' | 'write';
	id: string;
	fields: readonly string[];
	caller: Caller;
}
