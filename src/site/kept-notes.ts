/**
 * What the units of a site were made of, kept between builds.
 *
 * Tens of thousands of files share what a few thousand things were made of, such as the page model of
 * an entry. So notes are kept in groups, and a unit names its groups: to write out the notes of each
 * unit took longer than to make it.
 */
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { digestOfNote } from '#catalogue/model/noted.ts';
import { Reads } from '#catalogue/model/reads.ts';

/** Notes by their number, and the groups that are read with them; two groups may read each other. */
type Group = readonly [notes: readonly number[], used: readonly number[]];

export interface StoredNotes {
	/** Every note that a group has, with the digest it had. */
	notes: [key: string, digest: string][];
	groups: Group[];
}

/** The groups of the build before: which of them hold still. */
export class OldNotes {
	readonly #stored: StoredNotes;
	readonly #catalogue: Catalogue;
	#broken: Set<number> | undefined;

	constructor(stored: StoredNotes, catalogue: Catalogue) {
		this.#stored = stored;
		this.#catalogue = catalogue;
	}

	/** Whether nothing that these groups read has changed. */
	hold(groups: readonly number[]): boolean {
		this.#broken ??= this.#findBroken();
		const broken = this.#broken;
		return groups.every((at) => !broken.has(at));
	}

	/** Groups with a note that has changed, and whatever reads one of these. */
	#findBroken(): Set<number> {
		const { notes, groups } = this.#stored;
		const changed = notes.map(([key, digest]) => digestOfNote(key, this.#catalogue) !== digest);
		const readers = groups.map((): number[] => []);
		const broken = new Set<number>();
		for (const [at, [own, used]] of groups.entries()) {
			if (own.some((note) => changed[note])) broken.add(at);
			for (const other of used) readers[other]?.push(at);
		}
		// A set hands out what is added while it is walked.
		for (const at of broken) for (const reader of readers[at] ?? []) broken.add(reader);
		return broken;
	}

	group(at: number): Group {
		return this.#stored.groups[at] ?? [[], []];
	}

	key(note: number): string {
		return this.#stored.notes[note]?.[0] ?? '';
	}

	/** What these groups read, for whoever uses a value that was made of it. */
	readsOf(groups: readonly number[]): Reads {
		const reads = new Reads();
		const seen = new Set(groups);
		for (const at of seen) {
			const [notes, used] = this.group(at);
			for (const note of notes) reads.keys.add(this.key(note));
			for (const other of used) seen.add(other);
		}
		return reads;
	}
}

/** How far a list of files has been read: between two files it may have read more. */
interface Taken {
	keys: Iterator<string>;
	used: Iterator<Reads>;
	counts: [keys: number, used: number];
	group: number;
}

/** The groups of the build that runs. */
export class NewNotes {
	/** Every note by its number. */
	readonly #numbers = new Map<string, number>();
	readonly #groups: Group[] = [];
	readonly #taken = new WeakMap<Reads, Taken>();
	/** What several are made of; its notes are taken at the end. */
	readonly #shared = new Map<Reads, number>();
	/** Groups of the build before, by their number there. */
	readonly #carried = new Map<number, number>();
	/** Of these, those whose notes are not yet taken over. */
	readonly #pending = new Map<number, number>();

	/** The group of what was read until now. */
	groupOf(reads: Reads): number {
		const { keys, used } = reads;
		const before = this.#taken.get(reads);
		if (before?.counts[0] === keys.size && before.counts[1] === used.size) return before.group;
		const [keyCount, usedCount] = before?.counts ?? [0, 0];
		const taken: Taken = {
			keys: before?.keys ?? keys.values(),
			used: before?.used ?? used.values(),
			counts: [keys.size, used.size],
			group: this.#place(),
		};
		const notes = next(taken.keys, keys.size - keyCount).map((key) => this.#numberOf(key));
		const parts = next(taken.used, used.size - usedCount).map((part) => this.#sharedOf(part));
		this.#groups[taken.group] = [notes, before ? [before.group, ...parts] : parts];
		this.#taken.set(reads, taken);
		return taken.group;
	}

	/** The group of this build for one of the build before. */
	carry(at: number, old: OldNotes): number {
		const group = this.#carriedOf(at);
		// A map hands out what is added while it is walked.
		for (const [from, to] of this.#pending) {
			const [notes, used] = old.group(from);
			this.#groups[to] = [
				notes.map((note) => this.#numberOf(old.key(note))),
				used.map((other) => this.#carriedOf(other)),
			];
			this.#pending.delete(from);
		}
		return group;
	}

	#carriedOf(at: number): number {
		const known = this.#carried.get(at);
		if (known !== undefined) return known;
		const group = this.#place();
		this.#carried.set(at, group);
		this.#pending.set(at, group);
		return group;
	}

	stored(catalogue: Catalogue): StoredNotes {
		for (const [{ keys, used }, at] of this.#shared) {
			this.#groups[at] = [
				Array.from(keys, (key) => this.#numberOf(key)),
				Array.from(used, (part) => this.#sharedOf(part)),
			];
		}
		const notes = [...this.#numbers.keys()].map((key): [string, string] => [
			key,
			digestOfNote(key, catalogue) ?? '',
		]);
		return { notes, groups: this.#groups };
	}

	#sharedOf(reads: Reads): number {
		const known = this.#shared.get(reads);
		if (known !== undefined) return known;
		const group = this.#place();
		this.#shared.set(reads, group);
		return group;
	}

	#place(): number {
		return this.#groups.push([[], []]) - 1;
	}

	#numberOf(key: string): number {
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		const number = this.#numbers.size;
		this.#numbers.set(key, number);
		return number;
	}
}

/** The next values of a set, of which more will be asked when it has grown: so it is never ended. */
function next<Value>(values: Iterator<Value>, count: number): Value[] {
	return Array.from({ length: count }, () => values.next().value as Value);
}
