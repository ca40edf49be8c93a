/** An item of the review queue: one thing that somebody has to do. Worked out, never typed. */
import type { CouncilSeat, QueueKind, Tier } from '#schemas/vocabularies.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { EntryState } from '../approval/state.ts';

/** What it is about, where the kind alone does not say it. */
export type QueueDetail =
	/** `by` is the moment at which its clock runs out. */
	| { kind: 'duty'; duty: string; from: string; by: string | undefined }
	| { kind: 'action'; what: string }
	| { kind: 'incident' }
	| { kind: 'unapproved'; state: EntryState | undefined }
	/** `plan` is what the author plans; without it nobody has planned anything. */
	| { kind: 'control'; controls: readonly string[]; plan: string | undefined }
	/** Seats that have to sign, and that nobody fills. */
	| { kind: 'seat'; empty: readonly CouncilSeat[] }
	/** Entries that were there before the council, with the seats that sign each. */
	| { kind: 'first'; lot: readonly { entry: Entry; seats: readonly CouncilSeat[] }[] }
	/** `signed` have signed this version; `changed` says that an older one was approved. */
	| { kind: 'signature'; signed: readonly CouncilSeat[]; changed: boolean }
	/** `review` is the day of the review, `approval` the last day of the approval. */
	| {
			kind: 'review';
			tier: Tier | undefined;
			review: string | undefined;
			approval: string | undefined;
	  }
	| { kind: 'condition'; text: string }
	| { kind: 'pilot'; exit: readonly string[] }
	| { kind: 'gate'; criteria: readonly string[] }
	| { kind: 'drift'; parts: readonly string[] }
	| { kind: 'waiver'; control: string | undefined; rule: string | undefined }
	| { kind: 'proof'; controls: readonly { control: string; until: string }[] }
	| { kind: 'model'; model: string; retires: string }
	| {
			kind: 'value';
			measures: readonly { metric: string; part: string | undefined; due: string }[];
	  }
	| { kind: 'target' }
	| { kind: 'supplier'; supplier: string; uses: number; of: number };

/** Who has to do it: teams act, seats decide and sign. */
export interface Doers {
	teams: readonly string[];
	seats: readonly CouncilSeat[];
	/** Role that an author named, in words. */
	role: string | undefined;
}

export interface QueueItem extends Doers {
	/** Stays the same while its day moves, so that an appointment moves with it. */
	id: string;
	kind: QueueKind;
	/** The entry it is about; undefined for an item of the whole portfolio. */
	entry: Entry | undefined;
	/** Its last day; undefined where nobody has set one. */
	due: string | undefined;
	/** Nobody has set a day, and the council decides at its next meeting: that is its day. */
	atMeeting: boolean;
	detail: QueueDetail;
}

/** An item before the policy and the next meeting have added what they say of its kind. */
export type RawItem = Omit<QueueItem, 'kind' | 'atMeeting' | 'id'> & {
	/** What sets it apart from others of the same kind and entry. */
	part?: string;
};

/** An item in which who is not named need not act. */
export const raw = (
	entry: Entry | undefined,
	due: string | undefined,
	detail: QueueDetail,
	{ teams = [], seats = [], role }: Partial<Doers>,
	part?: string,
): RawItem => ({
	entry,
	due,
	detail,
	teams,
	seats,
	role,
	...(part !== undefined && { part }),
});

/** The entries that an item is about. */
export const aboutOf = ({ entry, detail }: Pick<QueueItem, 'entry' | 'detail'>): Entry[] => {
	if (entry) return [entry];
	return detail.kind === 'first' ? detail.lot.map((one) => one.entry) : [];
};

/**
 * @example
 * idOf(item) // => 'waiver/use-cases/case-desk/abuse-monitoring'
 */
export const idOf = ({ detail, entry, part }: RawItem): string =>
	[detail.kind, ...(entry ? [entry.collection, entry.id] : []), ...(part ? [part] : [])].join('/');
