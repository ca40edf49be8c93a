/**
 * From a source, people get what they are allowed to open there, and nothing else. The search runs
 * with the asker's own identity. Each source is asked again for every passage just before its text
 * is read, because an index learns later than the source that a right was removed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { fields, list, number, optional, text } from '../policy/shape.ts';
import { Refusal, SetupError } from '../refusal.ts';
import type { AccessPolicy, Caller } from './access-control.ts';
import { classesAbove, dataClass } from './data-classification.ts';

export const CONTROL = 'source-permissions';
export const SOURCES_FILE = 'policy/sources.yaml';

export const sourcesShape = fields({
	/** The most passages that a search returns, and the most that reach a prompt. */
	found: number,
	kept: number,
	/** Passages less close to the question than this are not used. Set it from labelled questions. */
	closenessAtLeast: number,
	maxAgeMonths: number,
	/** No answer of the source within this time means no right. */
	rightsWithinSeconds: number,
	/** What is searched. The pattern cannot see a space that is not listed here. */
	spaces: list(fields({ id: text, class: dataClass, owner: optional(text) })),
});
export type SourcesPolicy = ReturnType<typeof sourcesShape>;

/** Asks the source itself whether the caller's person may open this id, now. */
export type AskRight = (id: string, caller: Caller) => Promise<boolean>;

const MOST_AGE_MONTHS = 24;

/**
 * What is wrong with the list of sources, one sentence each: no owner, a class above the ceiling,
 * or passages older than any approval allows. The build and the start fail if there is anything.
 */
export function sourceProblems(
	{ spaces, maxAgeMonths }: SourcesPolicy,
	{ ceiling }: Pick<AccessPolicy, 'ceiling'>,
): string[] {
	const ownerless = spaces
		.filter(({ owner }) => owner === undefined)
		.map(({ id }) => `The space "${id}" has no owner.`);
	const above = spaces
		.filter((space) => classesAbove(ceiling).includes(space.class))
		.map((space) => `The space "${space.id}" is ${space.class}, above ${ceiling}.`);
	const old =
		maxAgeMonths > MOST_AGE_MONTHS
			? [`maxAgeMonths is ${maxAgeMonths}, above ${MOST_AGE_MONTHS}.`]
			: [];
	return [...ownerless, ...above, ...old];
}

/** @throws SetupError for a list of sources that must not be searched. */
export function assertSources(policy: SourcesPolicy, access: AccessPolicy): SourcesPolicy {
	const [problem] = sourceProblems(policy, access);
	if (problem === undefined) return policy;
	throw new SetupError(problem, `Fix ${SOURCES_FILE}, or leave out the space.`);
}

/** @throws Refusal if a search would run with the rights of the service, or of nobody. */
export function assertOwnRights(caller: Caller, { service, delegation }: AccessPolicy): void {
	const { onBehalfOf } = caller;
	if (onBehalfOf !== '' && onBehalfOf !== service && onBehalfOf !== delegation.by) return;
	const message = 'A search needs the rights of the person who asked.';
	throw new Refusal(CONTROL, 'no-asker', message);
}

/** Waits, unless it is stopped. Replaced in tests, so that they do not have to wait. */
export type Wait = (seconds: number, stop: AbortSignal) => Promise<unknown>;

const waitFor: Wait = (seconds, signal) => pause(seconds * 1000, undefined, { signal });

/**
 * Makes the question that fails closed: only a plain yes of the source, in time, is a right. A no,
 * an error and silence are not, and no answer is kept for the next person who asks.
 */
export function openRights(
	{ rightsWithinSeconds }: Pick<SourcesPolicy, 'rightsWithinSeconds'>,
	wait: Wait = waitFor,
): (ask: AskRight) => AskRight {
	return (ask) => async (id, caller) => {
		const stop = new AbortController();
		const silence = wait(rightsWithinSeconds, stop.signal).then(() => false);
		// The wait that is stopped below must not raise an error of its own.
		silence.catch(() => undefined);
		try {
			return (await Promise.race([ask(id, caller), silence])) === true;
		} catch {
			return false;
		} finally {
			stop.abort();
		}
	};
}
