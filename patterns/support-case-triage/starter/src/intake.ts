/** Nodes intake and new-case: can the case be touched at all? Decided before its text is read. */
import type { Connector } from './connectors/connector.ts';
import { assertDelegated, callerOf } from './controls/access-control.ts';
import { assertMayBeRead } from './controls/data-classification.ts';
import { fields, list, text } from './policy/shape.ts';
import { Refusal } from './refusal.ts';
import type { Run } from './run/run.ts';
import type { Services } from './services.ts';

const word = (value: unknown) => (typeof value === 'string' ? value : undefined);

const aboutShape = fields({
	tags: list(text),
	labelledBy: word,
	queue: word,
	language: text,
	sender: text,
	customer: text,
});
/** What is read before the text is. */
export type About = ReturnType<typeof aboutShape>;
const NAMES = ['tags', 'labelledBy', 'queue', 'language', 'sender', 'customer'];

export interface Intake {
	/** Passes the case on, or refuses it. */
	takeIn: (run: Run) => Promise<About>;
	/** @throws Refusal if a person took the case after it was taken in. */
	assertStillFree: (run: Run) => Promise<void>;
}

export function openIntake(services: Services, desk: Connector): Intake {
	const { access, clock, killSwitch, limits, overrides } = services;
	const readAbout = async ({ item, trace }: Run): Promise<About> =>
		aboutShape(await desk.read(item, NAMES, callerOf(access, trace)), 'case');
	const assertFree = (item: string, { labelledBy }: About): void => {
		overrides.assertFree(item);
		if (labelledBy === undefined) return;
		const message = 'A person labelled it; it is left alone.';
		throw new Refusal('human-override', 'taken-by-person', message);
	};
	return {
		takeIn: async (run) => {
			run.at('intake');
			killSwitch.assertOn();
			run.passed('incident-playbook', 'The switch triage.enabled is on.');
			assertDelegated(access, clock);
			run.passed('access-control', `Acts for: ${access.delegation.by}.`);
			const about = await readAbout(run);
			run.signals({ 'aicat.triage.language': about.language });
			assertFree(run.item, about);
			if (about.queue !== undefined && limits.isPaused()) {
				const message = 'It has a label; relabelling is paused for today.';
				throw new Refusal('rate-spend-limits', 'relabelling-paused', message);
			}
			run.at('new-case');
			assertMayBeRead(about.tags, access);
			run.passed('data-classification', `Class ${access.ceiling}, and no tag that keeps it here.`);
			return about;
		},
		assertStillFree: async (run) => assertFree(run.item, await readAbout(run)),
	};
}
