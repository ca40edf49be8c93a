/**
 * Who the worker is, who it acts for and until when, and which fields it can read or write.
 * Everything that policy/access.yaml does not grant is refused.
 */
import { type Clock, DAY } from '../clock.ts';
import { fields, list, number, record, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';
import { dataClass } from './data-classification.ts';

export const CONTROL = 'access-control';

const fieldClasses = record(dataClass);

export const accessShape = fields({
	/** Name under which every read and write is logged. */
	service: text,
	delegation: fields({
		/** Role that grants it, for all the work or for the part that role is responsible for. */
		by: text,
		granted: text,
		days: number,
		covers: list(text),
	}),
	/** Highest class of data that the pattern is cleared for. */
	ceiling: dataClass,
	/** Tags that stop an item from being read any further. */
	neverRead: list(text),
	connectors: record(fields({ read: fieldClasses, write: fieldClasses })),
	/** Four groups. Your platform manages who is in them. */
	groups: record(fields({ may: text, group: text, most: number })),
});
export type AccessPolicy = ReturnType<typeof accessShape>;

/** Who reads or writes something, and on whose behalf. */
export interface Caller {
	service: string;
	onBehalfOf: string;
	trace: string;
}

export const callerOf = ({ service, delegation }: AccessPolicy, trace: string): Caller => ({
	service,
	onBehalfOf: delegation.by,
	trace,
});

/** @throws Refusal if the delegation has ended or has not started. */
export function assertDelegated({ delegation }: AccessPolicy, clock: Clock): void {
	const from = Date.parse(`${delegation.granted}T00:00:00Z`);
	const now = clock.now().getTime();
	if (now >= from && now < from + delegation.days * DAY) return;
	const message = `The delegation of ${delegation.granted} is valid for ${delegation.days} days. Renew it.`;
	throw new Refusal(CONTROL, 'delegation-ended', message);
}

/** @throws Refusal for a field that is not granted. */
export function assertGranted(
	policy: AccessPolicy,
	connector: string,
	access: 'read' | 'write',
	names: readonly string[],
): void {
	const granted = Object.hasOwn(policy.connectors, connector)
		? policy.connectors[connector]?.[access]
		: undefined;
	const foreign = names.filter((name) => !granted || !Object.hasOwn(granted, name));
	if (foreign.length === 0) return;
	const message = `${connector} does not grant ${access} access to ${foreign.join(', ')}.`;
	throw new Refusal(CONTROL, 'not-granted', message);
}
