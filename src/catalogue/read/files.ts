/** Finds the files of a catalogue on disk. The only module of the core that reads the disk. */
import { type Dirent, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { BRAND_FOLDER } from '#schemas/organisation.ts';
import { digestOf, digestOfBytes, fileDigest } from '../model/digest.ts';
import { compare } from '../model/finding.ts';
import { type Picture, picturePath } from '../model/picture.ts';
import { isStarterFolder, MADE } from '../model/starter.ts';
import { checkPicture, type PictureProblem } from './pictures/check.ts';
import { checkLogo } from './pictures/logo.ts';

/** A file as it was found: its text, or why it has none. */
export interface SourceFile {
	path: string;
	text: string | undefined;
	/** Digest of a file that is no entry but is part of what is approved: a picture, a starter's file. */
	asset?: string;
	/** Of a sound picture beside an entry, or of a sound logo. */
	picture?: Picture;
	/** With its place in the file, where it has one. */
	problem?: PictureProblem;
}

const digests = new WeakMap<SourceFile, { text: string; digest: string }>();

/** SHA-256 of the text of a file, worked out once: a run asks for it several times. */
export function textDigest(file: SourceFile, text: string): string {
	const known = digests.get(file);
	if (known?.text === text) return known.digest;
	const digest = digestOf(text);
	digests.set(file, { text, digest });
	return digest;
}

/** The largest file that is read: an entry is prose and data, not a dump. */
export const MAX_BYTES = 512 * 1024;
/** The largest picture or file of a starter: a team downloads it, and every check reads it. */
export const MAX_ASSET_BYTES = 10 * 1024 * 1024;

const ROOTS = ['patterns', 'content'];
/** Served as it is, so it is searched for links and otherwise left alone. */
const SERVED = 'public';
/** Pictures stand beside an entry and are served as they are; everything else must have a place. */
const PICTURE = /\.(?:png|jpe?g|webp|avif)$/i;

/**
 * Every file under the content roots, in path order; pictures and the files of starters come as
 * assets. Reads one after the other: for thousands of small files that is several times faster
 * than promises.
 */
export function readFiles(root: string): SourceFile[] {
	const paths: string[] = [];
	const refused: SourceFile[] = [];
	const refuse = (path: string, message: string, fix: string) =>
		refused.push({ path, text: undefined, problem: { message, fix } });
	const open = (folder: string): Dirent[] => {
		try {
			return readdirSync(join(root, folder), { withFileTypes: true });
		} catch (error) {
			// A catalogue may have no patterns yet; any other reason hides entries, so it is said.
			if (codeOf(error) !== 'ENOENT') {
				refuse(
					folder,
					`cannot be opened (${codeOf(error)}).`,
					'Check that you have permission to read the folder.',
				);
			}
			return [];
		}
	};
	const assets: SourceFile[] = [];
	const walk = (folder: string, inStarter = false): void => {
		for (const item of open(folder)) {
			const path = `${folder}/${item.name}`;
			if (passedBy(item.name, inStarter)) {
				const unread = unreadAt(path);
				if (unread) refused.push(unread);
				continue;
			}
			if (item.isSymbolicLink()) refused.push(linkAt(path));
			else if (item.isDirectory()) walk(path, inStarter || isStarterFolder(path));
			else if (inStarter) assets.push(readAsset(root, path, asAsset));
			else if (isBrand(path)) assets.push(readAsset(root, path, asLogo));
			else if (PICTURE.test(item.name)) assets.push(readAsset(root, path, asPicture));
			else paths.push(path);
		}
	};
	const walkServed = (folder: string): void => {
		for (const item of open(folder)) {
			if (item.isSymbolicLink()) refused.push(linkAt(`${folder}/${item.name}`));
			else if (item.isDirectory()) walkServed(`${folder}/${item.name}`);
		}
	};
	for (const folder of [...ROOTS, SERVED]) {
		if (isLink(join(root, folder))) refused.push(linkAt(folder));
		else if (folder === SERVED) walkServed(folder);
		else walk(folder);
	}
	const read = paths.map((path) => readSource(root, path));
	return [...read, ...assets, ...refused].sort((a, b) => compare(a.path, b.path));
}

/** What is not read: hidden files, and in a starter what tools make. */
const passedBy = (name: string, inStarter: boolean) =>
	inStarter ? MADE.has(name) : name.startsWith('.');

/** Files that systems and editors leave behind, which nobody takes for content. */
const LEFT_BEHIND =
	/^\.(?:DS_Store|git|gitkeep|gitignore|gitattributes|localized|Trash.*|nfs.*|.*\.sw[a-p]|#.*|~.*)$/;

/** Why something that is not read must be said; undefined for what nobody would miss. */
function unreadAt(path: string): SourceFile | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (LEFT_BEHIND.test(name)) return undefined;
	// The common starter is installed where it is, to run its tests.
	if (path.startsWith('content/starter/')) return undefined;
	const message = name.startsWith('.')
		? 'is hidden, so it is not read.'
		: 'has a name that tools give to the files they generate, so it is not part of the starter.';
	return refusal(path, message, 'Rename it, or delete it.');
}

const isLink = (path: string) =>
	lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;

/** A link is never followed: it could show, or let a check read, a file from anywhere on the disk. */
export const linkAt = (path: string): SourceFile =>
	refusal(path, 'is a link to another file. Links are not followed.', 'Put the file itself here.');

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readSource(root: string, path: string): SourceFile {
	try {
		const { size } = statSync(join(root, path));
		return size > MAX_BYTES ? tooLarge(path, size) : asEntry(path, readFileSync(join(root, path)));
	} catch (error) {
		return unreadable(path, error);
	}
}

/** What a file that is no entry is taken for; bytes can be read again later. */
type AssetReader = (path: string, bytes: Uint8Array, again: () => Uint8Array) => SourceFile;

function readAsset(root: string, path: string, as: AssetReader): SourceFile {
	const file = join(root, path);
	try {
		const { size } = statSync(file);
		if (size > MAX_ASSET_BYTES) return tooLarge(path, size, MAX_ASSET_BYTES);
		return as(path, readFileSync(file), () => readFileSync(file));
	} catch (error) {
		return unreadable(path, error);
	}
}

function asEntry(path: string, bytes: Uint8Array): SourceFile {
	if (bytes.length > MAX_BYTES) return tooLarge(path, bytes.length);
	try {
		return { path, text: utf8.decode(bytes) };
	} catch {
		return refusal(path, 'is not UTF-8 text.', 'Save it as UTF-8.');
	}
}

/** Everything in the folder of the brand is a logo, or should be. */
const isBrand = (path: string) => path.startsWith(BRAND_FOLDER);

/** A picture: its size, or why it is not published. Its bytes are not kept: there may be many. */
const pictureBy =
	(check: typeof checkPicture): AssetReader =>
	(path, bytes, again) => {
		const found = check(path, bytes);
		const file: SourceFile = { path, text: undefined, asset: fileDigest(bytes) };
		if ('message' in found) return { ...file, problem: found };
		const published = picturePath(path, digestOfBytes(bytes));
		return { ...file, picture: { path: published, ...found, bytes: again } };
	};
const asPicture = pictureBy(checkPicture);
const asLogo = pictureBy(checkLogo);

/** A starter's file: its digest, and its text where it is text of a size to read. */
function asAsset(path: string, bytes: Uint8Array): SourceFile {
	const asset = fileDigest(bytes);
	if (bytes.length > MAX_BYTES || bytes.includes(0)) return { path, text: undefined, asset };
	try {
		return { path, text: utf8.decode(bytes), asset };
	} catch {
		return { path, text: undefined, asset };
	}
}

/**
 * The file at a path with these bytes, such as one from a commit, as `readFiles` would give it;
 * undefined for one that it passes by.
 */
export function sourceOf(path: string, bytes: Uint8Array): SourceFile | undefined {
	const kind = kindOf(path);
	if (typeof kind === 'object') return undefined;
	if (kind === 'picture') return asPicture(path, bytes, () => bytes);
	if (kind === 'logo') return asLogo(path, bytes, () => bytes);
	return kind === 'asset' ? asAsset(path, bytes) : asEntry(path, bytes);
}

/** The refusal of a file by its path and size alone; `passed` for one that is passed by in silence. */
export function refusedUnread(path: string, size: number): SourceFile | 'passed' | undefined {
	const kind = kindOf(path);
	if (typeof kind === 'object') return unreadAt(kind.passedAt) ?? 'passed';
	const limit = kind === 'entry' ? MAX_BYTES : MAX_ASSET_BYTES;
	return size > limit ? tooLarge(path, size, limit) : undefined;
}

/** What a file is by its path, or the file or folder at which it is passed by. */
function kindOf(path: string): 'asset' | 'picture' | 'logo' | 'entry' | { passedAt: string } {
	const parts = path.split('/');
	let inStarter = false;
	for (const [index, name] of parts.entries()) {
		const upTo = parts.slice(0, index + 1).join('/');
		if (index > 0 && passedBy(name, inStarter)) return { passedAt: upTo };
		inStarter ||= index < parts.length - 1 && isStarterFolder(upTo);
	}
	if (inStarter) return 'asset';
	if (isBrand(path)) return 'logo';
	return PICTURE.test(path) ? 'picture' : 'entry';
}

const refusal = (path: string, message: string, fix: string): SourceFile => ({
	path,
	text: undefined,
	problem: { message, fix },
});

const tooLarge = (path: string, size: number, limit = MAX_BYTES) =>
	refusal(
		path,
		`is ${Math.ceil(size / 1024)} kB.`,
		`Split it or cut it; the limit is ${limit / 1024} kB.`,
	);

const unreadable = (path: string, error: unknown) =>
	refusal(
		path,
		`cannot be read (${codeOf(error)}).`,
		'Check that the file exists and that you have permission to read it.',
	);

const codeOf = (error: unknown) =>
	error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

interface Shape {
	collection: CollectionName;
	pattern: RegExp;
	keys: string[];
}

/** The `file` of each collection as an expression over paths. */
const SHAPES: Shape[] = collectionNames.map((collection) => {
	const keys: string[] = [];
	const source = collections[collection].file
		.replace(/[.]/g, '\\.')
		.replace(/\{(id|parent)\}/g, (_, key: string) => {
			keys.push(key);
			return key === 'id' && collections[collection].deep ? '(.+?)' : '([^/]+?)';
		});
	return { collection, pattern: new RegExp(`^${source}$`), keys };
});

/** Which collection a path belongs to, with its ids; undefined for a path that fits none. */
export function placeOf(
	path: string,
): { collection: CollectionName; id: string; parent: string | undefined } | undefined {
	for (const { collection, pattern, keys } of SHAPES) {
		const match = pattern.exec(path);
		if (!match) continue;
		const values = new Map(keys.map((key, index) => [key, match[index + 1]]));
		const fileName = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
		return { collection, id: values.get('id') ?? fileName, parent: values.get('parent') };
	}
	return undefined;
}
