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
import { digestOfNote } from '#catalogue/model/noted.ts';
import { noteKey, type Reads, readApart } from '#catalogue/model/reads.ts';
import type { Notice } from '#catalogue/read/cache.ts';
import { readKept, writeKept } from '#catalogue/read/kept-file.ts';

/** A file of the old site as it was left: another size or time, and it is not taken over. */
type Left = readonly [path: string, size: number, time: number];

/** What is made at once: a page, or a file. */
interface Unit {
	/** What it was made with beside the catalogue. */
	with: string;
	/** Numbers of its notes in the list of all. */
	notes: readonly number[];
	files: readonly Left[];
	/** A value that is kept beside the files, for what many files are made of. */
	value?: unknown;
}

interface Stored {
	/** Every note that a unit has, with the digest it had. */
	notes: [key: string, digest: string][];
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
	readonly #oldNotes: Stored['notes'] = [];
	/** By number of the note: whether it holds still. Worked out for those that are asked about. */
	readonly #holds: boolean[] = [];
	readonly #next = new Map<
		string,
		{ with: string; notes: Uint32Array; files: string[]; value?: unknown }
	>();
	/** Every note of the new site by its number: tens of thousands of files share a few thousand. */
	readonly #numbers = new Map<string, number>();
	readonly #folders = new Set<string>();

	constructor(options: KeptOptions) {
		this.#options = options;
		if (!options.before || !options.file) return;
		const { value, problem } = readKept(options.file, options.version);
		if (problem) options.notice(problem);
		// The version in the file is that of this code, so the form is the one below.
		const stored = value as Stored | undefined;
		if (!stored) return;
		this.#oldNotes = stored.notes;
		this.#old = new Map(stored.units);
	}

	/** Takes the files of a unit over if nothing that it was made of has changed. */
	carry(name: string, withs: string): boolean {
		const unit = this.#old.get(name);
		if (!unit || unit.with !== withs || !unit.notes.every((at) => this.#hold(at))) return false;
		if (!unit.files.every((left) => this.#isLeft(left))) return false;
		for (const [path] of unit.files) this.#link(path);
		const notes = Uint32Array.from(unit.notes, (at) =>
			this.#numberOf(this.#oldNotes[at]?.[0] ?? ''),
		);
		this.#next.set(name, { with: withs, notes, files: unit.files.map(([path]) => path) });
		return true;
	}

	/** A value as it was made before, if it would be made the same again; whoever asks has read it. */
	async recall<Value>(name: string, make: () => Promise<Value>): Promise<Value> {
		const unit = this.#old.get(name);
		if (unit && unit.value !== undefined && unit.notes.every((at) => this.#hold(at))) {
			const keys = unit.notes.map((at) => this.#oldNotes[at]?.[0] ?? '');
			for (const key of keys) noteKey(key);
			const notes = Uint32Array.from(keys, (key) => this.#numberOf(key));
			this.#next.set(name, { with: '', notes, files: [], value: unit.value });
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
	made(name: string, withs: string, reads: Iterable<Reads>, files: string[]): void {
		const notes = new Set<number>();
		for (const one of reads) for (const key of one.all()) notes.add(this.#numberOf(key));
		this.#next.set(name, { with: withs, notes: Uint32Array.from(notes), files });
	}

	/** Whether every unit holds, and nothing else was made: the site would be made the same again. */
	allHolds(): boolean {
		return (
			this.#old.size > 0 &&
			[...this.#old.values()].every(
				({ notes, files }) =>
					notes.every((at) => this.#hold(at)) && files.every((left) => this.#isLeft(left)),
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
				notes: [...unit.notes],
				files: unit.files.map((path) => this.#left(path)),
				...(unit.value !== undefined && { value: unit.value }),
			},
		]);
		const notes = [...this.#numbers.keys()].map((key): [string, string] => [
			key,
			digestOfNote(key, catalogue) ?? '',
		]);
		const problem = writeKept(file, version, { notes, units } satisfies Stored);
		if (problem) notice(problem);
	}

	#numberOf(key: string): number {
		const number = this.#numbers.get(key) ?? this.#numbers.size;
		this.#numbers.set(key, number);
		return number;
	}

	#hold(at: number): boolean {
		const known = this.#holds[at];
		if (known !== undefined) return known;
		const [key = '', digest] = this.#oldNotes[at] ?? [];
		const holds = digestOfNote(key, this.#options.catalogue) === digest;
		this.#holds[at] = holds;
		return holds;
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
		const { size, mtimeMs } = statSync(join(this.#options.site, path));
		return [path, size, mtimeMs];
	}

	#link(path: string): void {
		const [from, to] = [join(this.#options.before ?? '', path), this.#place(path)];
		try {
			linkSync(from, to);
		} catch {
			// Another disk, or one that has no links.
			copyFileSync(from, to);
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
