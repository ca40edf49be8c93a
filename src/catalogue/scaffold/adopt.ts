/** Makes the example organisation a real one: what is invented goes, and the names of the house come. */
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { collections } from '#schemas/index.ts';
import type { Member } from '#schemas/organisation.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { isExampleKey } from '../judge/signature/example-keys.ts';
import { readKey } from '../judge/signature/key.ts';
import { isExampleFile } from './living/living.ts';
import type { NewFile } from './prompt.ts';

export interface Adoption {
	name?: string | undefined;
	/** Title of the catalogue, shown in the header. */
	catalogue?: string | undefined;
	/** Address of the site. */
	url?: string | undefined;
	repository?: string | undefined;
	branch?: string | undefined;
	contact?: string | undefined;
	/** Names and contacts of teams, by their ids. */
	teams: ReadonlyMap<string, { name: string; contact?: string | undefined }>;
	/** The team that fills each seat. */
	seats: ReadonlyMap<CouncilSeat, string>;
	members: readonly { seat: CouncilSeat; member: Member }[];
	/** Whether the patterns that are there go as well. */
	withoutPatterns: boolean;
}

interface TextFile {
	path: string;
	text?: string | undefined;
}

export interface Adopted {
	write: NewFile[];
	/** Paths of the files that go. */
	remove: string[];
}

const ORGANISATION = collections.organisation.file;
const ASKED = collections.synonyms.file;

/** A pattern, and what was signed and recorded about it. */
const OF_PATTERNS = /^(?:patterns|content\/(?:approvals|records)\/patterns)\//;

/** What is written and what is removed, from all files of the catalogue. */
export function adopted(files: readonly TextFile[], adoption: Adoption): Adopted {
	const invented = files.filter(({ path, text }) => isExampleFile(path, text ?? ''));
	const patterns = adoption.withoutPatterns
		? files.filter(({ path }) => OF_PATTERNS.test(path))
		: [];
	const gone = new Set([...invented, ...patterns].map(({ path }) => path));
	const left = files.filter(({ path }) => !gone.has(path));
	return {
		remove: [...gone],
		write: [
			...left.filter(({ path }) => path === ORGANISATION).map((file) => house(file, adoption)),
			...unlinked(left, patterns),
			...left.filter(({ path }) => path === ASKED).map((file) => unasked(file, gone)),
		].filter(({ path, text }) => files.find((one) => one.path === path)?.text !== text),
	};
}

/** Folders in which nothing is left, and single files elsewhere: what to remove on the disk. */
export function emptied(remove: readonly string[], files: readonly TextFile[]): string[] {
	const gone = new Set(remove);
	const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');
	const kept = new Set(
		files.filter(({ path }) => !gone.has(path)).map(({ path }) => folderOf(path)),
	);
	return [...new Set(remove.map((path) => (kept.has(folderOf(path)) ? path : folderOf(path))))];
}

function house({ path, text = '' }: TextFile, adoption: Adoption): NewFile {
	const document = parseDocument(text);
	const given: [string[], string | undefined][] = [
		[['name'], adoption.name],
		[['catalogue'], adoption.catalogue],
		[['site', 'url'], adoption.url],
		[['repository', 'url'], adoption.repository],
		[['repository', 'branch'], adoption.branch],
		[['contact'], adoption.contact],
	];
	for (const [place, value] of given) if (value !== undefined) document.setIn(place, value);
	takeMark(document);
	teams(document, adoption);
	seats(document, adoption);
	return { path, text: document.toString({ lineWidth: 0 }) };
}

/** The mark goes with the comment that explains it. */
function takeMark(document: Document): void {
	if (!isMap(document.contents)) return;
	const { items } = document.contents;
	const at = items.findIndex(({ key }) => String(key) === 'example');
	if (at < 0) return;
	items.splice(at, 1);
	// The meetings of an invented council are invented as well.
	document.delete('meetings');
}

function teams(document: Document, adoption: Adoption): void {
	const list = document.get('teams');
	if (!isSeq(list)) return;
	for (const team of list.items) {
		if (!isMap(team)) continue;
		const handle = String(team.get('handle') ?? '');
		if (handle.startsWith('@example/')) team.delete('handle');
		const given = adoption.teams.get(String(team.get('id')));
		if (!given) continue;
		team.set('name', given.name);
		if (given.contact !== undefined) team.set('contact', given.contact);
	}
}

function seats(document: Document, { seats: filled, members }: Adoption): void {
	const list = document.getIn(['council', 'seats']);
	if (!isSeq(list)) return;
	for (const seat of list.items) {
		if (!isMap(seat)) continue;
		// The schema has checked the words; a vocabulary is a list of texts.
		const name = String(seat.get('seat')) as CouncilSeat;
		const team = filled.get(name);
		if (team !== undefined) seat.set('team', team);
		const kept = realMembers(seat.toJS(document).members ?? []);
		const own = members.filter((one) => one.seat === name).map(({ member }) => member);
		const all = [...kept, ...own];
		if (all.length === 0) seat.delete('members');
		else seat.set('members', document.createNode(all));
	}
}

/** Members who have a key that only they have. */
const realMembers = (members: readonly Member[]): Member[] =>
	members.filter(({ keys }) => keys.some(({ key }) => !isPublic(key)));

function isPublic(line: string): boolean {
	const read = readKey(line);
	return 'key' in read && isExampleKey(read.key);
}

/** Questions that a page answers go with the page; the other lines stay as they are written. */
function unasked({ path, text = '' }: TextFile, gone: ReadonlySet<string>): NewFile {
	const asked = parseDocument(text).get('asked');
	if (!isSeq(asked)) return { path, text };
	const pages = [...gone].flatMap(pagesOf);
	const cuts = asked.items.flatMap((item) => {
		if (!isMap(item) || !item.range) return [];
		const page = String(item.get('page'));
		if (!pages.some((one) => page.startsWith(one))) return [];
		const [from, to] = item.range;
		return [[text.lastIndexOf('\n', from) + 1, text.indexOf('\n', to - 1) + 1] as const];
	});
	const left = cuts.reduceRight((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
	return {
		path,
		text: cuts.length < asked.items.length ? left : left.replace(/^asked:\s*$/m, 'asked: []'),
	};
}

/** The address of the page that a file had; only entries have one. */
function pagesOf(path: string): string[] {
	const [, root, name] =
		/^(?:content\/)?([a-z-]+)\/(?:[a-z0-9-]+\/prompts\/)?([a-z0-9-]+)(?:\.mdx|\.yaml|\.prompt|\/pattern\.mdx)$/.exec(
			path,
		) ?? [];
	if (root === undefined || name === undefined) return [];
	return [`/${path.endsWith('.prompt') ? 'prompts' : root}/${name}/`];
}

/** Links to what goes become plain text; the sentence stays. */
function unlinked(files: readonly TextFile[], removed: readonly TextFile[]): NewFile[] {
	const ids = new Map<string, Set<string>>([
		['patterns', new Set()],
		['prompts', new Set()],
	]);
	for (const { path } of removed) {
		const [root, pattern = '', folder, name = ''] = path.split('/');
		if (root !== 'patterns') continue;
		ids.get('patterns')?.add(pattern);
		const prompt = folder === 'prompts' && /^([^@/]+)\.prompt$/.exec(name)?.[1];
		if (prompt) ids.get('prompts')?.add(prompt);
	}
	const link = /\[([^\]]+)\]\(\/(patterns|prompts)\/([a-z0-9-]+)[^)]*\)/g;
	return files
		.filter(({ path }) => path.startsWith('content/') && path.endsWith('.mdx'))
		.map(({ path, text = '' }) => ({
			path,
			text: text.replace(link, (whole, words: string, kind: string, id: string) =>
				ids.get(kind)?.has(id) ? words : whole,
			),
		}));
}
