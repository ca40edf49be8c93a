/**
 * A person can change any result with one key and without a reason. From then on, the pattern
 * leaves it.
 */
import { type Clock, MINUTE } from '../clock.ts';
import { fields, flag, number, optional, text } from '../policy/shape.ts';
import { Refusal } from '../refusal.ts';

export const CONTROL = 'human-override';

export const overrideShape = fields({
	/** Who may change a result. */
	who: text,
	/** People stop correcting if you ask for a reason, so this stays false. */
	reasonAsked: flag,
	/** A held item is overdue after the first number; after the second, someone is paged. */
	heldMinutes: number,
	pageMinutes: number,
	page: text,
	/** How often the pattern itself can move one item, if it can make its result more than once. */
	automaticMoves: optional(number),
	/** For this many days, a person can bring back what was there before a write. */
	undoDays: optional(number),
});
export type OverridePolicy = ReturnType<typeof overrideShape>;

export type Word = 'accepted' | 'edited' | 'rejected' | 'undone' | 'taken-over';

export interface Override {
	item: string;
	trace: string;
	by: string;
	word: Word;
	before: Readonly<Record<string, unknown>>;
	after: Readonly<Record<string, unknown>>;
	at: Date;
}

export interface Overrides {
	/** Records what a person decided; returns the names of the fields that changed. */
	record: (override: Omit<Override, 'at'>) => string[];
	isTaken: (item: string) => boolean;
	/** @throws Refusal if a person has this item. */
	assertFree: (item: string) => void;
	all: () => readonly Override[];
}

export function openOverrides(clock: Clock): Overrides {
	const overrides: Override[] = [];
	const isTaken = (item: string) =>
		overrides.some((one) => one.item === item && one.word !== 'accepted');
	return {
		record: (override) => {
			overrides.push({ ...override, at: clock.now() });
			const names = new Set([...Object.keys(override.before), ...Object.keys(override.after)]);
			return [...names].filter((name) => override.before[name] !== override.after[name]);
		},
		isTaken,
		assertFree: (item) => {
			if (!isTaken(item)) return;
			throw new Refusal(
				CONTROL,
				'taken-by-person',
				'A person has decided on it, so it is not changed.',
			);
		},
		all: () => overrides,
	};
}

/** An item that waits for a person. */
export interface Held {
	item: string;
	trace: string;
	reason: string;
	at: Date;
}

/**
 * Held items, with how long each can wait. Only a person who takes an item removes it from the
 * list.
 */
export function openHeldItems(
	policy: Pick<OverridePolicy, 'heldMinutes' | 'pageMinutes'>,
	clock: Clock,
) {
	const held = new Map<string, Held>();
	const olderThan = (minutes: number): readonly Held[] =>
		[...held.values()].filter(({ at }) => clock.now().getTime() - at.getTime() >= minutes * MINUTE);
	return {
		hold: (item: Omit<Held, 'at'>): void => void held.set(item.item, { ...item, at: clock.now() }),
		take: (item: string): Held | undefined => {
			const found = held.get(item);
			held.delete(item);
			return found;
		},
		waiting: (): readonly Held[] => [...held.values()],
		/** Items for which someone must be paged now. */
		toPage: () => olderThan(policy.pageMinutes),
		/** Items that have waited too long. */
		overdue: () => olderThan(policy.heldMinutes),
	};
}
export type HeldItems = ReturnType<typeof openHeldItems>;
