import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { Reads } from '#catalogue/model/reads.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { NewNotes, OldNotes, type StoredNotes } from './kept-notes.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const titled = (changed: readonly string[]) =>
	catalogueOf(
		...IDS.map((id) => entry('controls', id, { title: changed.includes(id) ? 'New' : 'Old' })),
	);
const keyOf = (id: string) => `entry\tcontrols\t${id}`;
/** As the file of the cache gives it back. */
const written = (notes: NewNotes, catalogue: Catalogue): StoredNotes =>
	JSON.parse(JSON.stringify(notes.stored(catalogue)));

interface Step {
	/** Which of the readers reads, and what: an entry, or what another reader has read. */
	reader: number;
	id: string;
	uses: number;
	/** Takes the notes of a reader in between. */
	take: number;
}
const readers = 4;
const steps: fc.Arbitrary<Step[]> = fc.array(
	fc.record({
		reader: fc.nat(readers - 1),
		id: fc.constantFrom(...IDS),
		uses: fc.nat(readers - 1),
		take: fc.nat(readers * 3),
	}),
	{ minLength: 1, maxLength: 20 },
);

test('a group holds while nothing has changed that was read until it was taken, readers in a circle too', () => {
	fc.assert(
		fc.property(steps, fc.subarray(IDS), fc.subarray(IDS), (list, changed, later) => {
			const all = Array.from({ length: readers }, () => new Reads());
			const notes = new NewNotes();
			const taken: { group: number; least: Set<string> }[] = [];
			const take = (reads: Reads) =>
				taken.push({ group: notes.groupOf(reads), least: reads.all() });
			for (const { reader, id, uses, take: which } of list) {
				all[reader]?.keys.add(keyOf(id));
				const other = all[uses];
				if (other && uses !== reader) all[reader]?.used.add(other);
				const asked = all[which];
				if (asked) take(asked);
			}
			for (const reads of all) take(reads);
			const before = titled([]);
			const first = new OldNotes(written(notes, before), titled(changed));
			// The notes of a build that takes everything over say the same as those before.
			const unchanged = new OldNotes(written(notes, before), before);
			const next = new NewNotes();
			const carried = taken.map(({ group }) => next.carry(group, unchanged));
			const second = new OldNotes(written(next, before), titled(later));
			const whole = (ids: readonly string[]) => new Set(ids.map(keyOf));
			for (const [at, { group, least }] of taken.entries()) {
				expect(unchanged.hold([group])).toBe(true);
				if (!whole(changed).isDisjointFrom(least)) expect(first.hold([group])).toBe(false);
				const most = first.readsOf([group]).keys;
				expect(first.hold([group])).toBe(whole(changed).isDisjointFrom(most));
				expect(second.hold([carried[at] ?? -1])).toBe(whole(later).isDisjointFrom(most));
			}
		}),
	);
});

test('what a reader reads after its group was taken belongs to the next', () => {
	const [reads, notes] = [new Reads(), new NewNotes()];
	const groups = ['a', 'b', 'b', 'c'].map((id) => {
		reads.keys.add(keyOf(id));
		return notes.groupOf(reads);
	});
	expect(groups[2]).toBe(groups[1]);
	const old = new OldNotes(written(notes, titled([])), titled(['b']));
	expect(groups.map((group) => old.hold([group]))).toEqual([true, false, false, false]);
	const kept = groups.map((group) => [...old.readsOf([group]).keys].sort());
	expect(kept[0]).toEqual([keyOf('a')]);
	expect(kept[3]).toEqual(['a', 'b', 'c'].map(keyOf));
});
