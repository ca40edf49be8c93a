/**
 * Takes over from the site before what would be made the same again.
 *
 * For each page and file it is kept what was read of the catalogue to make it (`Reads`). Where none
 * of that has changed, the file is linked from the old site, or copied where links do not work; a
 * file that is made again is a new one, so no file of the old site is ever written to.
 */
import { copyFileSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from '#catalogue/model/catalogue.ts';
import { type Reads, readApart, useAgain } from '#catalogue/model/reads.ts';
import type { Notice } from '#catalogue/read/cache.ts';
import { readKept, writeKept } from '#catalogue/read/kept-file.ts';
import { NewNotes, OldNotes, type StoredNotes } from './kept-notes.ts';

/** A file of the old site as it was left: another size or time, and it is not taken over. */
type Left = readonly [path: string, size: number, time: number];

/** What is made at once: a page, or a file. */
interface Unit {
	/** What it was made with beside the catalogue. */
	with: string;
	/** Numbers of its groups of notes. */
	groups: readonly number[];
	files: readonly Left[];
	/** A value that is kept beside the files, for what many files are made of. */
	value?: unknown;
}

interface Stored extends StoredNotes {
	units: [name: string, unit: Unit][];
}

export interface KeptOptions {
	catalogue: Catalogue;
	/** Folder of the site that is being built. */
	site: string;
	/** Folder of the site before; undefined to make everything anew. */
	before: string | undefined;
	/** Where the notes are kept between builds; undefined to keep none. */
	file: string | undefined;
	/** Code and settings that everything is made with. */
	version: string;
	notice: Notice;
}

export class KeptSite {
	readonly #options: KeptOptions;
	readonly #old = new Map<string, Unit>();
	#oldNotes: OldNotes | undefined;
	readonly #next = new Map<string, Omit<Unit, 'files'> & { files: string[] }>();
	readonly #notes = new NewNotes();
	readonly #folders = new Set<string>();
	/** Files that are links: size and time of each are those that were looked at in the old site. */
	readonly #linked = new Map<string, Left>();

	constructor(options: KeptOptions) {
		this.#options = options;
		if (!options.before || !options.file) return;
		const { value, problem } = readKept(options.file, options.version);
		if (problem) options.notice(problem);
		// The version in the file is that of this code, so the form is the one below.
		const stored = value as Stored | undefined;
		if (!stored) return;
		this.#oldNotes = new OldNotes(stored, options.catalogue);
		this.#old = new Map(stored.units);
	}

	/** Whether there is a site before, of which something may be taken over. */
	get hasOld(): boolean {
		return this.#old.size > 0;
	}

	/** Takes the files of a unit over if nothing that it was made of has changed. */
	carry(name: string, withs: string): boolean {
		const [unit, old] = [this.#old.get(name), this.#oldNotes];
		if (!unit || !old || unit.with !== withs || !old.hold(unit.groups)) return false;
		if (!unit.files.every((left) => this.#isLeft(left))) return false;
		for (const left of unit.files) if (this.#link(left[0])) this.#linked.set(left[0], left);
		const groups = unit.groups.map((at) => this.#notes.carry(at, old));
		this.#next.set(name, { with: withs, groups, files: unit.files.map(([path]) => path) });
		return true;
	}

	/** A value as it was made before, if it would be made the same again; whoever asks has read it. */
	async recall<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
		const [unit, old] = [this.#old.get(name), this.#oldNotes];
		if (old && unit && unit.value !== undefined && old.hold(unit.groups)) {
			const reads = old.readsOf(unit.groups);
			useAgain(reads);
			const groups = [this.#notes.groupOf(reads)];
			this.#next.set(name, { with: '', groups, files: [], value: unit.value });
			// Under a name stands what `make` of that name gave, with the same code.
			return unit.value as Value;
		}
		const { value: making, reads } = readApart(make);
		const value = await making;
		this.made(name, '', [reads], []);
		const made = this.#next.get(name);
		if (made) made.value = value;
		return value;
	}

	/** Notes what a unit was made of. Its files stand in the new site, or will when it is saved. */
	made(name: string, withs: string, reads: Iterable<Reads | number>, files: string[]): void {
		// A pipeline keeps no notes.
		if (!this.#options.file) return;
		const groups = Array.from(reads, (one) =>
			typeof one === 'number' ? one : this.#notes.groupOf(one),
		);
		this.#next.set(name, { with: withs, groups, files });
	}

	/** Stands for what was read until now, where more is to be read for others. */
	readUntilNow(reads: Reads): number {
		return this.#options.file ? this.#notes.groupOf(reads) : 0;
	}

	/** Whether every unit holds, and nothing else was made: the site would be made the same again. */
	allHolds(): boolean {
		return (
			this.#old.size > 0 &&
			[...this.#old.values()].every(
				({ groups, files }) =>
					this.#oldNotes?.hold(groups) && files.every((left) => this.#isLeft(left)),
			)
		);
	}

	/** Writes a file of the new site; one that came out as it was is linked. */
	write(path: string, body: string | Uint8Array): void {
		if (this.#isSame(path, body)) this.#link(path);
		else writeFileSync(this.#place(path), body);
	}

	/** Keeps the notes for the next build. */
	save(): void {
		const { file, version, catalogue, notice } = this.#options;
		if (!file) return;
		const units = [...this.#next].map(([name, unit]): [string, Unit] => [
			name,
			{
				with: unit.with,
				groups: unit.groups,
				files: unit.files.map((path) => this.#left(path)),
				...(unit.value !== undefined && { value: unit.value }),
			},
		]);
		const stored: Stored = { ...this.#notes.stored(catalogue), units };
		const problem = writeKept(file, version, stored);
		if (problem) notice(problem);
	}

	#isLeft([path, size, time]: Left): boolean {
		const found = statSync(join(this.#options.before ?? '', path), { throwIfNoEntry: false });
		return found?.isFile() === true && found.size === size && found.mtimeMs === time;
	}

	#isSame(path: string, body: string | Uint8Array): boolean {
		const { before } = this.#options;
		if (!before) return false;
		const old = join(before, path);
		const found = statSync(old, { throwIfNoEntry: false });
		const bytes = typeof body === 'string' ? Buffer.from(body) : body;
		return found?.size === bytes.length && found.isFile() && readFileSync(old).equals(bytes);
	}

	#left(path: string): Left {
		const linked = this.#linked.get(path);
		if (linked) return linked;
		const { size, mtimeMs } = statSync(join(this.#options.site, path));
		return [path, size, mtimeMs];
	}

	/** Whether the file is a link, and no copy. */
	#link(path: string): boolean {
		const [from, to] = [join(this.#options.before ?? '', path), this.#place(path)];
		try {
			linkSync(from, to);
			return true;
		} catch {
			// Another disk, or one that has no links.
			copyFileSync(from, to);
			return false;
		}
	}

	#place(path: string): string {
		const file = join(this.#options.site, path);
		const folder = dirname(file);
		if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
		this.#folders.add(folder);
		return file;
	}
}
