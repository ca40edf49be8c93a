/**
 * What a change of the policy asks less of. Each line of the tables is one demand, read the same from
 * both policies; a part of the policy that no line reads is named when it changes, as we cannot tell.
 */
import type { Policy } from '#schemas/policy.ts';
import { capital } from '../words/phrase.ts';
import { APPROVAL } from './demands/approval.ts';
import { CONTENT } from './demands/content.ts';
import type { Demand } from './demands/demand.ts';
import { PROOF } from './demands/proof.ts';
import { RISK } from './demands/risk.ts';
import { hoursOf, UPKEEP } from './demands/upkeep.ts';

const DEMANDS: readonly Demand[] = [...RISK, ...PROOF, ...UPKEEP, ...APPROVAL, ...CONTENT];

/** Parts, and keys of parts, that ask nothing of a pattern. */
const NO_DEMAND: ReadonlySet<string> = new Set([
	...['version', 'owner', 'reviewed', 'language', 'maturity'],
	...['approval.unsigned', 'telemetry.namespace'],
]);

/** What the second policy asks less of than the first, a line each; empty where it asks no less. */
export function loweredDemands(before: Policy, after: Policy): string[] {
	const read = new Set<string>();
	const [was, is] = [noting(before, read), noting(after, read)];
	const lowered = [...DEMANDS, ...hoursOf(before)].flatMap(({ what, weight, of }) =>
		lowerings(what, weight, of(was), of(is)),
	);
	return [
		...lowered,
		...unweighed(before, after, read).map(
			(part) => `"${part}" changes. Read it: this report cannot judge it`,
		),
	];
}

/**
 * The policy, noting which of its parts are read, and which keys of a part that is a group. So what
 * comes with a later schema counts as read only when a demand reads it.
 */
function noting<Part extends object>(part: Part, read: Set<string>, path = ''): Part {
	return new Proxy(part, {
		get(target, key, receiver) {
			const value: unknown = Reflect.get(target, key, receiver);
			const name = `${path}${String(key)}`;
			read.add(name);
			return path === '' && isGroup(value) ? noting(value, read, `${name}.`) : value;
		},
	});
}

/** Parts, and keys of parts, that changed and that no demand reads. */
function unweighed(before: Policy, after: Policy, read: ReadonlySet<string>): string[] {
	const changed = (was: unknown, is: unknown, path = ''): string[] => {
		if (!isGroup(was) || !isGroup(is)) return [];
		return Object.keys({ ...was, ...is }).flatMap((key) => {
			const name = `${path}${key}`;
			if (NO_DEMAND.has(name)) return [];
			if (read.has(name)) return path === '' ? changed(was[key], is[key], `${name}.`) : [];
			return JSON.stringify(was[key]) === JSON.stringify(is[key]) ? [] : [name];
		});
	};
	return changed(before, after);
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function lowerings(
	what: string,
	weight: Demand['weight'],
	was: readonly string[] | number,
	is: readonly string[] | number,
): string[] {
	if (typeof was === 'number' || typeof is === 'number') {
		if (was === is) return [];
		const fell = Number(is) < Number(was);
		const asksLess = weight === 'high' ? fell : !fell;
		return asksLess ? [`${capital(what)}: ${was} → ${is}`] : [];
	}
	const [kept, other] = weight === 'allowed' ? [is, was] : [was, is];
	const gone = [...new Set(kept)].filter((item) => !other.includes(item));
	if (gone.length === 0) return [];
	const verb = weight === 'allowed' ? 'added' : 'removed';
	return [`${capital(what)}: ${gone.join(', ')} ${verb}`];
}
