/**
 * What has changed in the pattern since this copy was taken. Pure: no file, no network, no clock.
 */
import type { Answer, Manifest, OfferedFile } from './manifest.ts';

/** How a file of the copy compares with the one that the catalogue offers now. */
export type FileState =
	/** The catalogue has a new text and the file is unchanged here, so it can be taken as it is. */
	| 'take'
	/** Offered anew and changed here: the new one is laid beside it. */
	| 'merge'
	/** Not in this copy yet. */
	| 'add'
	/** Removed here; it stays away. */
	| 'removed'
	/** No longer offered; yours to keep or delete. */
	| 'dropped';

export interface FileChange {
	path: string;
	state: FileState;
	/** What the catalogue offers; undefined for a file that it no longer offers. */
	offered: OfferedFile | undefined;
}

/** From the least to the most serious; each has its own exit code. */
export const VERDICTS = {
	current: { exit: 0, means: 'Nothing to do.' },
	behind: { exit: 10, means: 'There is a newer version that breaks nothing, or corrected files.' },
	breaking: { exit: 11, means: 'There is a newer version, and your team must act.' },
	obligations: {
		exit: 12,
		means: 'The policy requires other controls than when you took this copy.',
	},
	'waiver-ended': { exit: 13, means: 'The waiver of a control has ended.' },
	deprecated: { exit: 14, means: 'Do not start anything new with it. Move to its successor.' },
	withdrawn: { exit: 15, means: 'You must not run it any more.' },
} as const;
export type Verdict = keyof typeof VERDICTS;

export interface Comparison {
	/** The most serious verdict that applies. */
	verdict: Verdict;
	holds: Verdict[];
	pattern: string;
	title: string;
	page: string;
	/** Version of this copy, and the one in the catalogue now. */
	version: string;
	offered: string | undefined;
	state: Answer['state'];
	because: string | undefined;
	successor: Answer['successor'];
	/** Versions since this copy, newest first. */
	changes: Answer['changes'];
	files: FileChange[];
	obligations: { added: Manifest['obligations']; gone: Manifest['obligations'] };
	waivers: Answer['waivers'];
	/** New texts from an earlier update that are still next to their files. */
	waiting: string[];
}

/** Where the new text of a file goes if the file was changed here as well. */
export const newBeside = (path: string): string => `${path}.new`;

/**
 * Compares a copy with what the catalogue says now.
 *
 * @param digests SHA-256 of the files of the copy by path; a file that is not there is left out
 * @param today year-month-day, for waivers
 */
export function compareCopy(
	manifest: Manifest,
	answer: Answer,
	digests: ReadonlyMap<string, string>,
	today: string,
): Comparison {
	const since = answer.changes.filter(({ version }) => isLater(version, manifest.version));
	const gone = answer.state.name === 'withdrawn';
	const files = gone ? [] : filesSince(manifest, answer, digests);
	const obligations = gone
		? { added: [], gone: [] }
		: {
				added: without(answer.obligations, manifest.obligations),
				gone: without(manifest.obligations, answer.obligations),
			};
	const waivers = answer.waivers.filter(({ expires }) => expires < today);
	const found: Record<Verdict, boolean> = {
		current: true,
		behind: since.length > 0 || files.some(({ state }) => state !== 'removed'),
		breaking: since.some(({ impact }) => impact === 'major'),
		obligations: obligations.added.length + obligations.gone.length > 0,
		'waiver-ended': waivers.length > 0,
		deprecated: answer.state.name === 'deprecated',
		withdrawn: gone,
	};
	const order = Object.keys(VERDICTS).filter(isVerdict);
	const holds = order.filter((verdict) => found[verdict]);
	return {
		verdict: holds.at(-1) ?? 'current',
		holds: holds.slice(1),
		pattern: manifest.pattern,
		title: answer.title,
		page: answer.page,
		version: manifest.version,
		offered: answer.version,
		state: answer.state,
		because: answer.because,
		successor: answer.successor,
		changes: since,
		files,
		obligations,
		waivers,
		waiting: Object.keys(manifest.files)
			.map(newBeside)
			.filter((path) => digests.has(path)),
	};
}

const isVerdict = (word: string): word is Verdict => Object.hasOwn(VERDICTS, word);

const without = (some: Manifest['obligations'], others: Manifest['obligations']) =>
	some.filter(({ control }) => !others.some((other) => other.control === control));

function filesSince(
	{ files, filled }: Manifest,
	answer: Answer,
	digests: ReadonlyMap<string, string>,
): FileChange[] {
	// A pattern whose starter was withdrawn offers no files. That does not mean every file should go.
	if (answer.files.length === 0) return [];
	const offers = new Map(answer.files.map((offered) => [offered.path, offered]));
	const changed = answer.files.flatMap((offered): FileChange[] => {
		const { path, digest } = offered;
		const handed = ownOf(files, path);
		// A filled-in file always differs from the catalogue's. Check if the catalogue's has changed.
		if (digest === (ownOf(filled, path) ?? handed)) return [];
		const here = digests.get(path);
		if (here === digest) return [];
		if (here === undefined) return [{ path, state: handed ? 'removed' : 'add', offered }];
		const untouched = here === handed && ownOf(filled, path) === undefined;
		return [{ path, state: untouched ? 'take' : 'merge', offered }];
	});
	const dropped = Object.keys(files)
		.filter((path) => !offers.has(path) && digests.has(path))
		.map((path): FileChange => ({ path, state: 'dropped', offered: undefined }));
	return [...changed, ...dropped];
}

const ownOf = (record: Readonly<Record<string, string>>, key: string): string | undefined =>
	Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * Whether a version is later than another. Text that is not a version is never later.
 *
 * @example
 * isLater('1.10.0', '1.9.3') // => true
 */
export function isLater(version: string, than: string): boolean {
	const [a, b] = [version, than].map((one) =>
		/^(\d+)\.(\d+)\.(\d+)$/.exec(one)?.slice(1).map(Number),
	);
	if (!a || !b) return false;
	const at = a.findIndex((part, index) => part !== b[index]);
	return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
