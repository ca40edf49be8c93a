/** A new pattern from an existing one: what holds for any use is kept, what does not is marked. */
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { type DataClass, dataClass } from '#schemas/vocabularies.ts';
import { lowered } from '../judge/data-class.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fill, MARK } from '../model/marker.ts';
import type { Path } from '../model/schema-walk.ts';
import { splitFrontmatter } from '../read/parse/frontmatter.ts';
import { addMissing } from './copy-missing.ts';
import { copyPrompts, renamedPrompts } from './copy-prompts.ts';
import { marked, registerFile, sketchHead } from './head.ts';
import type { NewFile } from './prompt.ts';
import { printYaml, type Sketch, toNode } from './sketch.ts';
import type { PatternWish } from './wish.ts';

/**
 * The files of a copy: its page, and its prompts under new names with their cases. Approvals,
 * releases and the starter stay behind, since they are records and code of the other pattern.
 */
export function copiedFiles(
	source: Entry<'patterns'>,
	wish: PatternWish,
	catalogue: Catalogue,
): NewFile[] {
	const parts = splitFrontmatter(source.source);
	const document = parseDocument(parts?.yaml ?? '');
	const names = renamedPrompts(source, wish, catalogue);
	resetHead(document, source, wish);
	resetRecords(document);
	reclassify(document, source.data.exposure.data, wish.exposure.data, catalogue);
	renamePrompts(document, names);
	addMissing(document, source, wish, catalogue);
	const page = `---\n${printYaml(document)}---\n${markedBody(parts?.body ?? '', source.data.title)}`;
	return [
		{ path: `patterns/${wish.id}/pattern.mdx`, text: page },
		registerFile(wish, catalogue.today),
		...copyPrompts(names, wish, catalogue),
	];
}

const put = (document: Document, path: Path, value: Sketch) => document.setIn(path, toNode(value));

function resetHead(document: Document, { id }: Entry<'patterns'>, wish: PatternWish): void {
	const related = [...new Set([id, ...wish.near])];
	const head: Record<string, Sketch> = {
		...sketchHead(wish),
		exposure: { ...wish.exposure },
		models: [...wish.models],
		related: related.map((pattern) => ({ pattern, why: marked('related', 0, 'why') })),
		waivers: [],
	};
	for (const [key, value] of Object.entries(head)) put(document, [key], value);
	for (const key of ['tier', 'decidedBy']) document.delete(key);
	if (wish.decidedBy) put(document, ['decidedBy'], wish.decidedBy);
	put(document, ['evaluation', 'dataset'], marked('evaluation', 'dataset'));
	put(document, ['evaluation', 'knownFailures'], []);
}

/** Lists to read through, with what to look for; a marker each, so that none is overlooked. */
const READ_AGAIN: [path: Path, expected: string][] = [
	[['useWhen'], 'signs that it fits the new use'],
	[['doNotUseWhen'], 'signs that it does not fit the new use'],
	[['architecture', 'nodes'], 'nodes and flows of the new use'],
	[['connectors'], 'access, data class and reason in the new use'],
	[['risks'], 'scenario, rating and remaining risk in the new use'],
	[['controls'], 'thresholds, place and evidence in the new use'],
	[['metrics'], 'targets and sources of the new use'],
	[['evaluation', 'limits'], 'release limits of the new use'],
	[['people'], 'who must learn what for the new use'],
	[['incident', 'triggers'], 'triggers and first steps in the new use'],
];

/** What was measured, shown or accepted there says nothing here. */
function resetRecords(document: Document): void {
	each(document, 'metrics', ['baseline']);
	each(document, 'risks', ['accepted']);
	for (const [path, expected] of READ_AGAIN) {
		const list = document.getIn(path, true);
		if (isSeq(list)) list.commentBefore = ` ${MARK} ${expected}`;
	}
}

function each(document: Document, list: string, gone: readonly string[]): void {
	const items = document.get(list);
	for (const item of isSeq(items) ? items.items : []) {
		if (isMap(item)) for (const key of gone) item.delete(key);
	}
}

/** Data of the old class has the new one; nothing is above it, nor above what a connector carries. */
function reclassify(
	document: Document,
	from: DataClass,
	to: DataClass,
	{ connectors }: Catalogue,
): void {
	for (const path of [['connectors'], ['architecture', 'flows']]) {
		const list = document.getIn(path);
		for (const item of isSeq(list) ? list.items : []) {
			if (!isMap(item)) continue;
			const now = dataClass.values.find((value) => value === item.get('data'));
			if (!now || (now !== from && dataClass.rank(now) <= dataClass.rank(to))) continue;
			const ceiling = connectors.get(String(item.get('connector')))?.data.ceiling ?? 'as-carried';
			const capped = lowered(to, ceiling);
			item.set('data', capped);
		}
	}
}

function renamePrompts(document: Document, names: ReadonlyMap<string, string>): void {
	put(document, ['prompts'], [...names.values()]);
	const nodes = document.getIn(['architecture', 'nodes']);
	for (const node of isSeq(nodes) ? nodes.items : []) {
		if (!isMap(node)) continue;
		const name = names.get(String(node.get('prompt')));
		if (name) node.set('prompt', name);
		// The second line of a box is often the name of its prompt, and is short.
		if (names.has(String(node.get('note')))) node.delete('note');
	}
}

function markedBody(body: string, title: string): string {
	const mark = fill(`what differs here from ${title}. Correct what follows, then delete this line`);
	return body.replace(/^## .+$/gm, (heading) => `${heading}\n\n${mark}`);
}
