/** Compares a file as it was built with what a host answers for it, and says how to put it right. */
import { digestOfBytes } from '#catalogue/model/digest.ts';

/** A file as it was built. */
export interface Built {
	/** Path under the site, without a leading slash. */
	path: string;
	bytes: Uint8Array;
	type: string;
}

/** What the host answered. */
export interface Answered {
	status: number;
	/** Address it leads to instead, where the answer is a redirect. */
	location?: string;
	type: string;
	headers: ReadonlyMap<string, string>;
	bytes: Uint8Array;
}

export interface Difference {
	path: string;
	what: string;
	fix: string;
}

const short = (bytes: Uint8Array) => digestOfBytes(bytes).slice(0, 12);

/** How the host changed a file, or nothing where it arrives as it was built. */
export function differences(built: Built, answered: Answered): Difference[] {
	const { path } = built;
	if (answered.status >= 300 && answered.status < 400) {
		const to = answered.location ? ` to ${answered.location}` : '';
		return [{ path, what: `is redirected${to}.`, fix: 'Serve the file at the address itself.' }];
	}
	if (answered.status !== 200) {
		return [{ path, what: `answers with status ${answered.status}.`, fix: missing(path) }];
	}
	if (digestOfBytes(built.bytes) !== digestOfBytes(answered.bytes)) {
		const what = `was changed: ${built.bytes.length} bytes, SHA-256 ${short(built.bytes)}, arrive as ${answered.bytes.length} bytes, ${short(answered.bytes)}.`;
		return [{ path, what, fix: changed(path) }];
	}
	return wrongType(built, answered);
}

function missing(path: string): string {
	if (/(?:^|\/)\./.test(path)) {
		return 'The host leaves out names that start with a dot. Allow them, for example with an empty .nojekyll file.';
	}
	if (/(?:^|\/)_/.test(path)) {
		return 'The host leaves out folders that start with an underscore. Publish the .nojekyll file as well.';
	}
	return 'Publish the whole folder dist, and build it for the address you publish it at.';
}

function changed(path: string): string {
	if (/\.(?:html|css|js|mjs)$/.test(path)) {
		return 'Turn off anything that minifies pages or adds scripts to them, and publish the site of the same commit.';
	}
	if (/\.(?:prompt|md|txt|yaml|yml)$/.test(path)) {
		return 'Turn off the template engine of the host (Jekyll stops at a .nojekyll file), and publish the site of the same commit.';
	}
	return 'Publish the site of the same commit, as binary files and without conversion.';
}

/** Types that a browser acts on; for all others a wrong type does no harm. */
const ACTED_ON = new Map([
	['.html', /^text\/html/],
	['.css', /^text\/css/],
	['.js', /^(?:text|application)\/javascript/],
	['.mjs', /^(?:text|application)\/javascript/],
	['.json', /json/],
	['.svg', /^image\/svg\+xml/],
	['.atom', /xml/],
]);

function wrongType({ path, type }: Built, answered: Answered): Difference[] {
	const ending = /\.[a-z0-9]+$/.exec(path)?.[0] ?? '';
	const right = ACTED_ON.get(ending);
	// A text for tools must never be run as a page.
	const wrong = right ? !right.test(answered.type) : /^text\/html/.test(answered.type);
	if (!wrong) return [];
	return [
		{
			path,
			what: `has the type "${answered.type || 'none'}".`,
			fix: `Map ${ending || 'names without an ending'} to ${type}.`,
		},
	];
}

/** Headers that a page cannot carry itself, and what each must have in it. */
const HEADERS: readonly [name: string, holds: RegExp, value: string][] = [
	['content-security-policy', /frame-ancestors\s+'none'/, "frame-ancestors 'none'"],
	['x-content-type-options', /^nosniff$/i, 'nosniff'],
	['referrer-policy', /^(?:same-origin|no-referrer|strict-origin.*)$/i, 'same-origin'],
];

/** The headers that the host does not add to a page. */
export function missingHeaders({ headers }: Answered): Difference[] {
	return HEADERS.filter(([name, holds]) => !holds.test(headers.get(name) ?? '')).map(
		([name, , value]) => ({
			path: 'index.html',
			what: `arrives without the header ${name}.`,
			fix: `Set the host to send ${name}: ${value}`,
		}),
	);
}

/** Files of one place and kind that are asked for, where not all are. */
const EACH = 2;

/**
 * Some files of each kind and of each place, hidden ones always: a host that changes one changes its
 * like. The order is that of the paths, so that two checks ask for the same files.
 */
export function sampleOf(paths: readonly string[]): string[] {
	const counts = new Map<string, number>();
	return [...paths].sort().filter((path) => {
		const parts = path.split('/');
		if (parts.some((part) => /^[._]/.test(part)) && parts[0] !== '_astro') return true;
		const ending = /\.[a-z0-9]+$/.exec(path)?.[0] ?? parts.at(-1) ?? '';
		const kind = `${parts.length > 1 ? parts[0] : ''} ${ending}`;
		const count = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, count);
		return count <= EACH;
	});
}
