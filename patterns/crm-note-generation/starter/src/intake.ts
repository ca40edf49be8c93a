/**
 * Nodes request and interaction: can this person have this interaction drafted? Decided before its
 * text is read.
 */
import type { Connector } from './connectors/connector.ts';
import { assertDelegated, type Caller } from './controls/access-control.ts';
import { assertMayBeRead } from './controls/data-classification.ts';
import { assertTrained } from './controls/role-training.ts';
import { fields, list, oneOf, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

/** What the account owner clicked on. */
export interface Request {
	id: string;
	owner: string;
	account: string;
}

const aboutShape = fields({
	kind: oneOf('call', 'meeting', 'mail'),
	date: text,
	labels: list(text),
	sender: text,
	participants: list(fields({ id: text, name: text })),
});
/** What is read before the text is. */
export type About = ReturnType<typeof aboutShape>;
const NAMES = ['kind', 'date', 'labels', 'sender', 'participants'];

/**
 * Everything runs under the sign-in of the account owner, so the pattern sees no more than they do.
 */
export const ownerOf = (
	{ access }: Pick<Services, 'access'>,
	owner: string,
	trace: string,
): Caller => ({ service: access.service, onBehalfOf: owner, trace });

export type TakeIn = (run: Run, request: Request) => Promise<About>;

export function openIntake(services: Services, mail: Connector): TakeIn {
	const { access, clock, killSwitch, overrides, training } = services;
	return async (run, { id, owner }) => {
		run.at('request');
		killSwitch.assertOn();
		run.passed('incident-playbook', 'The switch note.drafting.enabled is on.');
		assertTrained(owner, training);
		run.passed('role-training', `${owner} found the planted errors before first use.`);
		overrides.assertFree(id);
		assertDelegated(access, clock);
		const about = aboutShape(await mail.read(id, NAMES, ownerOf(services, owner, run.trace)), id);
		assertTookPart(owner, about);
		run.passed('access-control', `Acts for ${owner}, who took part.`);
		run.at('interaction');
		assertMayBeRead(about.labels, access);
		run.passed('data-classification', `Class ${access.ceiling}, and no label that keeps it here.`);
		return about;
	};
}

/**
 * @throws Refusal for somebody who was not there: only people who were can tell if a line is right.
 */
function assertTookPart(owner: string, { participants }: About): void {
	if (participants.some(({ id }) => id === owner)) return;
	throw new Refusal('access-control', 'not-a-participant', `${owner} did not take part in it.`);
}
