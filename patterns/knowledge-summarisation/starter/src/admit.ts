/**
 * Nodes asker and access: who asks, are they allowed to, and whose rights everything is read with.
 */
import { assertDelegated, type Caller, CONTROL } from './controls/access-control.ts';
import { assertNothingRemains } from './controls/data-loss-prevention.ts';
import { assertTrained } from './controls/role-training.ts';
import { assertOwnRights } from './controls/source-permissions.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';
import type { Directory } from './stores.ts';
import type { Withdrawals } from './withdrawals.ts';

export interface Question {
	id: string;
	/** The signed-in person, as the identity provider names them. */
	by: string;
	audience: string;
	text: string;
}

export interface Admitted {
	caller: Caller;
	/** The question without what neither the search nor the model needs. */
	question: string;
}

/** Accepts a question, or refuses it before anything is read. */
export function openAdmission(
	services: Services,
	{ groupsOf }: Directory,
	withdrawals: Withdrawals,
): (run: Run, asked: Question) => Admitted {
	const { access, abuse, audit, clock, killSwitch, training, redact } = services;
	const group = access.groups.use?.group ?? '';
	return (run, { by, text }) => {
		run.at('asker');
		killSwitch.assertOn();
		run.done('The switch summary.enabled is on.');
		const redacted = redact(text);
		assertNothingRemains(redacted);
		const marks = Object.keys(redacted.replaced);
		if (marks.length > 0) run.done(`Replaced in the question by ${marks.join(', ')}.`);
		run.at('access');
		const groups = groupsOf(by);
		if (!groups) throw new Refusal(CONTROL, 'not-signed-in', 'Nobody is signed in.');
		if (!groups.includes(group)) {
			throw new Refusal(CONTROL, 'not-in-group', `The reader is not in the group ${group}.`);
		}
		assertDelegated(access, clock);
		const caller = { service: access.service, onBehalfOf: by, trace: run.trace };
		assertOwnRights(caller, access);
		run.passed('access-control', `Signed in, in ${group}; reads as this reader from here on.`);
		assertTrained(by, training);
		run.passed('role-training', 'The reader has done the exercise with five briefs.');
		for (const alert of abuse.acted('asked', by, run.trace)) audit.line('alert', { ...alert });
		withdrawals.assertMayBeAsked(text);
		return { caller, question: redacted.text };
	};
}
