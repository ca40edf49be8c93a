/**
 * Who the worker is, for whom it acts and until when, and which fields it may touch. Everything is
 * refused that policy/access.yaml does not grant.
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
		/** Role that grants it, for all the work or for the part it answers for. */
		by: text,
		granted: text,
		days: number,
		covers: list(text),
	}),
	/** Highest class of data the pattern may carry. */
	ceiling: dataClass,
	/** Tags of items that are never read further. */
	neverRead: list(text),
	connectors: record(fields({ read: fieldClasses, write: fieldClasses })),
	/** Four groups; the platform holds their members. */
	groups: record(fields({ may: text, group: text, most: number })),
});
export type AccessPolicy = ReturnType<typeof accessShape>;

/** Who touches something, and on whose behalf. */
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

/** @throws Refusal when the delegation has ended or was not granted yet. */
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
	const message = `${connector} grants no ${access} of ${foreign.join(', ')}.`;
	throw new Refusal(CONTROL, 'not-granted', message);
}
