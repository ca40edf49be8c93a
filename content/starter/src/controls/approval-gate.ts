/**
 * Nothing is done until a named person has accepted exactly this action. The acceptance covers only
 * the digest of the action, works once and for a limited time, and cannot be given in bulk.
 */
import { type Clock, MINUTE } from '../clock.ts';
import { fields, number } from '../policy/shape.ts';
import { digestOf } from '../prompts/read-prompt.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'approval-gate';

export const approvalShape = fields({ validMinutes: number });

export interface Proposal<Action> {
	id: string;
	action: Action;
	digest: string;
	/** The person who must decide. Nobody else can, not even on their behalf. */
	forPerson: string;
	at: Date;
}

export interface ApprovalGate<Action> {
	propose: (id: string, action: Action, forPerson: string) => Proposal<Action>;
	/** Records the decision of a person on the text with this digest. */
	decide: (id: string, by: string, word: 'accept' | 'reject', digest: string) => void;
	/** Does the accepted action, once. */
	perform: <Result>(id: string, act: (action: Action) => Result) => Result;
}

interface Open<Action> extends Proposal<Action> {
	accepted: boolean;
}

export function openGate<Action>(
	{ validMinutes }: ReturnType<typeof approvalShape>,
	clock: Clock,
): ApprovalGate<Action> {
	const open = new Map<string, Open<Action>>();
	const found = (id: string): Open<Action> => {
		const proposal = open.get(id);
		if (!proposal) throw refused(`There is no open proposal "${id}".`);
		if (clock.now().getTime() - proposal.at.getTime() <= validMinutes * MINUTE) return proposal;
		open.delete(id);
		throw refused(`The proposal "${id}" is older than ${validMinutes} minutes.`);
	};
	return {
		propose: (id, action, forPerson) => {
			const kept = structuredClone(action);
			const digest = digestOf(JSON.stringify(kept));
			const proposal = { id, action: kept, digest, forPerson, at: clock.now(), accepted: false };
			open.set(id, proposal);
			return { id, action: structuredClone(kept), digest, forPerson, at: proposal.at };
		},
		decide: (id, by, word, digest) => {
			const proposal = found(id);
			if (by !== proposal.forPerson) throw refused(`"${id}" is not for this person to decide.`);
			if (digest !== proposal.digest) throw refused(`"${id}" is not the text that was shown.`);
			if (word === 'reject') open.delete(id);
			else proposal.accepted = true;
		},
		perform: (id, act) => {
			const proposal = found(id);
			if (!proposal.accepted) throw refused(`Nobody has accepted "${id}".`);
			// Removed first: an action that fails halfway must not be repeated without anyone noticing.
			open.delete(id);
			return act(proposal.action);
		},
	};
}

const refused = (message: string) => new Refusal(CONTROL, 'not-approved', message);
