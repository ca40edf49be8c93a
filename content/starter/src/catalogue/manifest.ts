/**
 * catalogue.json: what was taken from the catalogue. Also what the catalogue says about it today.
 */
import { fields, list, number, optional, record, type Shape, text } from '../policy/shape.ts';
import { SetupError } from '../refusal.ts';

/** The format version of both texts. If a catalogue raises it, a field has a new meaning. */
export const FORM = 1;
export const MANIFEST = 'catalogue.json';

/** A newer catalogue may say more than this script reads, so unknown names are ignored. */
const loose =
	<Of extends Parameters<typeof fields>[0]>(
		shapes: Of,
	): Shape<{ [Key in keyof Of]: ReturnType<Of[Key]> }> =>
	(value, at) => {
		const known =
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).filter(([key]) => Object.hasOwn(shapes, key)))
				: value;
		return fields(shapes)(known, at);
	};

const version: Shape<string> = (value, at) => {
	const found = text(value, at);
	if (/^\d+\.\d+\.\d+$/.test(found)) return found;
	throw new SetupError(`${at} is ${JSON.stringify(found)}.`, 'Three numbers, such as "1.2.0".');
};

const duty = loose({ control: text, title: text });

const manifestShape = loose({
	/** Address of the catalogue, with a slash at its end. */
	site: text,
	/** Where the catalogue answers for this pattern, relative to `site`. */
	answer: text,
	pattern: text,
	title: text,
	version,
	/** Digest of the pattern's folder. Approvals apply to exactly this digest. */
	digest: text,
	status: text,
	tier: text,
	/** Controls that the policy required when this copy was taken. */
	obligations: list(duty),
	/** SHA-256 of every file as it was delivered, by path. */
	files: record(text),
	/** Files that the form filled in, with the digest that each had in the catalogue before. */
	filled: record(text),
});
export type Manifest = ReturnType<typeof manifestShape>;

const answerShape = loose({
	pattern: text,
	title: text,
	page: text,
	version: optional(version),
	digest: optional(text),
	state: loose({ name: text, label: text, duty: text }),
	because: optional(text),
	successor: optional(loose({ title: text, page: text, version: optional(version) })),
	changes: list(
		loose({ version, date: text, impact: text, summary: text, action: optional(text) }),
	),
	tier: optional(text),
	obligations: list(duty),
	waivers: list(loose({ what: text, expires: text })),
	files: list(loose({ path: text, digest: text, size: number, from: text })),
});
export type Answer = ReturnType<typeof answerShape>;
export type OfferedFile = Answer['files'][number];

/** Reads catalogue.json. @throws SetupError that says what is wrong with it */
export function readManifest(source: string): Manifest {
	const value = parseJson(source, MANIFEST, 'Restore it from your last commit.');
	assertForm(
		value,
		MANIFEST,
		'It is newer than this script. Download the starter again and copy its src/catalogue/ over yours.',
	);
	return manifestShape(value, MANIFEST);
}

/** Reads what the site answers. @throws SetupError that says what is wrong with it */
export function readAnswer(source: string): Answer {
	const at = 'the answer';
	const value = parseJson(source, at, 'Perhaps it was cut off. Try again later.');
	assertForm(
		value,
		at,
		'The catalogue is newer than this script. Download the starter again and copy its src/catalogue/ over yours.',
	);
	return answerShape(value, at);
}

/** The value of a text that must be JSON. @throws SetupError with the fix */
export function parseJson(source: string, at: string, fix = ''): unknown {
	try {
		// Some editors on Windows put a byte order mark before a text.
		return JSON.parse(source.replace(/^\uFEFF/, ''));
	} catch {
		if (/^\s*</.test(source)) {
			throw new SetupError(
				`${at} is a web page.`,
				'Open it in a browser. Perhaps you must sign in first.',
			);
		}
		throw new SetupError(`${at} is not JSON.`, fix);
	}
}

function assertForm(value: unknown, at: string, newer: string): void {
	const form =
		typeof value === 'object' && value !== null && 'form' in value ? value.form : undefined;
	if (form === FORM) return;
	const said = JSON.stringify(form) ?? 'missing';
	const fix = typeof form === 'number' && form > FORM ? newer : 'It must be 1.';
	throw new SetupError(`${at}.form is ${said}.`, fix);
}
