/** An item of an evidence pack: what the policy asks for, and what there is of it. */
import type { Policy } from '#schemas/policy.ts';
import type { EvidenceState } from '#schemas/vocabularies.ts';
import type { Kept } from '../records/kept.ts';

export type EvidencePolicy = Policy['evidencePack'][number];

export interface PackItem {
	/** Its place in the list of the policy, among those that apply. */
	number: number;
	item: EvidencePolicy;
	state: EvidenceState;
	/** What proves it; of an item that is not held, why. */
	what: string;
	dated: string | undefined;
	goodUntil: string | undefined;
	/** Who recorded it. */
	by: string | undefined;
	/** The records that show it, oldest first. */
	records: readonly Kept[];
	/** Of an item that is not held. */
	toDo: ToDo | undefined;
}

export interface ToDo {
	/** Role or team that supplies it. */
	who: string;
	/** The day it is due. */
	by: string;
	/** Where the day comes from: a plan of the team, the end of the pilot, or the next review. */
	from: 'plan' | 'pilot' | 'review';
	/** What the team has planned. */
	next: string | undefined;
}

export const isHeld = ({ state }: Pick<PackItem, 'state'>): boolean =>
	state === 'held' || state === 'none-in-force';
