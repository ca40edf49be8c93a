/** The sections of a page as data, whose words are Markdown: for the API, and for other printers. */
import type { BlockDocument, SectionDocument } from '#schemas/page.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { type Block, isEmpty, type ListLook, sub, type Words } from '../pages/blocks.ts';
import type { Part, Section, Sheet } from '../pages/page.ts';
import { proseLevels } from '../pages/prose.ts';
import type { Place } from './context.ts';
import { lineOf } from './line.ts';
import { proseMarkdown } from './markdown/prose.ts';

/** What turns blocks into data: where they are, and the prose by its parts. */
interface Source {
	place: Place;
	prose: ReadonlyMap<number, string>;
}

/** All sections of a page in order, those beside it last; a page of no entry has no prose. */
export function sectionsOf(
	page: Sheet,
	entry: Entry | undefined,
	context: ExportContext,
): SectionDocument[] {
	const place = { ...context, path: page.path };
	const prose = entry ? proseMarkdown(entry, place, proseLevels(page)) : new Map<number, string>();
	return [...(page.opening ?? []), ...page.sections, ...page.side]
		.filter(({ onPageOnly }) => !onPageOnly)
		.map((section) => sectionOf(section, { place, prose }));
}

/** Blocks without prose as data. */
export const blocksOf = (
	blocks: readonly Block[],
	{ path }: Pick<Sheet, 'path'>,
	context: ExportContext,
): BlockDocument[] =>
	blocks.flatMap((block) => documentOf(block, { place: { ...context, path }, prose: new Map() }));

function sectionOf(section: Section, source: Source): SectionDocument {
	const { id, title, part, answer, blocks } = section;
	return {
		id,
		title,
		...(part ? { part: partOf(part, source) } : {}),
		...(isEmpty(answer) ? {} : { answer: markdownOf(answer, source) }),
		blocks: blocks.flatMap((block) => documentOf(block, source)),
	};
}

const partOf = ({ title, answer, state }: Part, source: Source) => ({
	title,
	...(isEmpty(answer) ? {} : { answer: markdownOf(answer, source) }),
	...(isEmpty(state) ? {} : { state: markdownOf(state, source) }),
});

/** Lists whose order counts. */
const ORDERED: ReadonlySet<ListLook | undefined> = new Set([
	'steps',
	'conditions',
	'timeline',
	'tasks',
]);

const markdownOf = (words: Words, { place }: Source): string => lineOf(words, place).markdown;

/** A block as data; one that is made of others may become several. */
function documentOf(block: Block, source: Source): BlockDocument[] {
	const line = (words: Words) => markdownOf(words, source);
	const inside = (blocks: readonly Block[]) => blocks.flatMap((one) => documentOf(one, source));
	switch (block.kind) {
		case 'text':
			return isEmpty(block.words) ? [] : [{ kind: 'text', text: line(block.words) }];
		case 'table':
			return [tableOf(block, source)];
		case 'list': {
			const ordered = block.ordered ?? ORDERED.has(block.look);
			const items = block.items.map(line).filter(Boolean);
			return items.length === 0 ? [] : [{ kind: 'list', ordered, items }];
		}
		case 'pairs': {
			const given = block.pairs.filter(([, words]) => !isEmpty(words));
			return given.length === 0
				? []
				: [
						{
							kind: 'pairs',
							pairs: given.map(([name, words, end]) => [line(name), line([words, sub(end)])]),
						},
					];
		}
		case 'command':
			return [{ kind: 'command', label: block.label, command: block.command }];
		case 'note':
			return [
				{
					kind: 'note',
					tone: block.tone,
					text: line([block.fact && { kind: 'strong', words: block.fact }, ' ', block.words]),
				},
				...inside(block.more ?? []),
			];
		case 'code':
			return [{ kind: 'code', language: block.language, text: block.text }];
		case 'prose':
			return [{ kind: 'prose', text: source.prose.get(block.part) ?? '' }];
		case 'columns':
			return inside(block.columns);
		case 'short':
		case 'custom':
			return inside(block.said);
		case 'group': {
			const end: Block[] = block.end ? [{ kind: 'text', words: `${block.end}.` }] : [];
			const blocks = inside([...end, ...block.blocks]);
			if (isEmpty(block.title)) return blocks;
			return [{ kind: 'group', title: line(block.title), blocks }];
		}
	}
}

function tableOf(
	{ label, columns, groups }: Extract<Block, { kind: 'table' }>,
	source: Source,
): BlockDocument {
	// A picture of numbers has no words, and its column no place among words.
	const kept = columns.map(({ look }) => look !== 'strip' && look !== 'plot');
	return {
		kind: 'table',
		label,
		columns: columns
			.filter((_, at) => kept[at])
			.map(({ label: name, total }) =>
				isEmpty(total) ? name : `${name} (${markdownOf(total, source)})`,
			),
		groups: groups.map(({ title, rows }) => ({
			...(isEmpty(title) ? {} : { title: markdownOf(title, source) }),
			rows: rows.map(({ cells, across }) =>
				across
					? [markdownOf(across, source)]
					: cells.filter((_, at) => kept[at]).map((cell) => markdownOf(cell, source)),
			),
		})),
	};
}
