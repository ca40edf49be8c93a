/**
 * Blocks of a page as HTML: the printer that makes the site of the page model. A page has hundreds of
 * them, and a template for each would take longer than all else on the page.
 */
import type { Block, Group, TextLook } from '#catalogue/pages/blocks.ts';
import type { Custom } from '#catalogue/pages/custom.ts';
import { attributeHtml, classHtml, textHtml } from '#catalogue/words/escape-html.ts';
import { proseHtml } from '#components/mdx/prose-html.ts';
import { commandHtml, noticeEnds, plainCodeHtml } from '#components/ui/frame-html.ts';
import { iconHtml } from '#components/ui/mark-html.ts';
import type { BodyNode } from '#site/mdx.ts';
import { listHtml, pairsHtml } from './list-html.ts';
import { tableHtml } from './table-html.ts';
import { wordsHtml } from './words.ts';

/** HTML, or a part that has a component of its own; together they are in the order of the page. */
export type Piece = string | Custom;

export type Level = 2 | 3 | 4 | 5;

/** The author's prose by its parts. */
export type Prose = ReadonlyMap<number, readonly BodyNode[]>;

export interface Look {
	/** Level of a heading inside. */
	level: Level;
	prose?: Prose | undefined;
	/** In the column beside the page, where headings are small. */
	side?: boolean | undefined;
	/** Close together, where a reader takes them in at once. */
	tight?: boolean | undefined;
}

/** The blocks in order. */
export function piecesOf(blocks: readonly Block[], look: Look): Piece[] {
	return joined(
		blocks.flatMap((block, at) => blockPieces(block, distance(blocks, at, look), look)),
	);
}

/** Neighbouring HTML as one piece. */
export function joined(pieces: readonly Piece[]): Piece[] {
	const all: Piece[] = [];
	let html = '';
	for (const piece of pieces) {
		if (typeof piece === 'string') {
			html += piece;
			continue;
		}
		if (html !== '') all.push(html);
		html = '';
		all.push(piece);
	}
	return html === '' ? all : [...all, html];
}

const texts = {
	lead: 'lead',
	intro: 'muted mb-3',
	label: 'label',
	key: 'label mb-3',
	small: 'text-15',
	downloads: 'noprint cluster max-w-none gap-2',
	digest: 'label break-all',
	file: 'text-14',
	all: 'text-14 max-sm:hidden',
} satisfies Record<TextLook, string>;

const below = { 2: 3, 3: 4, 4: 5, 5: 5 } as const satisfies Record<Level, Level>;

/** Folded groups share their rules; everything else keeps its distance from what is before it. */
function distance(
	blocks: readonly Block[],
	at: number,
	{ side = false, tight = false }: Look,
): string | undefined {
	const [before, block] = [blocks[at - 1], blocks[at]];
	if (!before || !block) return undefined;
	if (block.kind === 'prose') return 'mt-6';
	if (tight) return 'mt-1';
	const folded = (one: Block) => one.kind === 'group' && one.fold !== undefined;
	if (folded(block) && folded(before)) return undefined;
	if (block.kind === 'columns' || folded(block)) return 'mt-4';
	if (block.kind === 'group') return side ? undefined : 'mt-6';
	// A label is close to what it names.
	return before.kind === 'text' && before.look === 'label' ? 'mt-1' : 'mt-3';
}

function blockPieces(block: Block, after: string | undefined, look: Look): readonly Piece[] {
	const { level, prose, side } = look;
	switch (block.kind) {
		case 'text':
			return [
				`<p${classHtml(block.look && texts[block.look], after)}>${wordsHtml(block.words)}</p>`,
			];
		case 'table':
			return [tableHtml(block, after)];
		case 'list':
			return [listHtml(block, after)];
		case 'pairs':
			return [pairsHtml(block, after)];
		case 'command':
			return [commandHtml(block.label, block.command)];
		case 'code':
			return [plainCodeHtml(block.text, block)];
		case 'note': {
			const [start, end] = noticeEnds(block, wordsHtml(block.words));
			const { more } = block;
			return more
				? [start, '<div class="mt-2">', ...piecesOf(more, { level, prose }), '</div>', end]
				: [start, end];
		}
		case 'prose':
			return [`<div${classHtml('prose', after)}>${proseHtml(prose?.get(block.part) ?? [])}</div>`];
		case 'group': {
			const inside = piecesOf(block.blocks, { level: below[level], prose, side });
			return groupPieces(block, inside, look, after);
		}
		case 'columns': {
			const columns = block.columns.flatMap((column) => {
				const inner = column.title === undefined ? level : below[level];
				return groupPieces(column, piecesOf(column.blocks, { level: inner, prose }), look);
			});
			return [`<div${classHtml(columnsLook(block), after)}>`, ...columns, '</div>'];
		}
		case 'short':
			return piecesOf(block.blocks, { level, prose });
		case 'custom':
			return [block.part];
	}
}

const columnLooks = {
	alarm: 'inc',
	lead: 'grid items-start gap-8 max-lg:grid-cols-1 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] max-md:[&_.code_pre]:max-h-[75dvb]',
} as const;

function columnsLook({ columns, look }: Extract<Block, { kind: 'columns' }>): string {
	if (columns.some((column) => column.look === 'alarm')) return columnLooks.alarm;
	return look ? columnLooks[look] : columns.length > 2 ? 'three' : 'two';
}

type Heading = Omit<Group, 'blocks'>;

/** Blocks under a heading of their own, or folded under a line that says what is inside. */
function groupPieces(
	group: Heading,
	inside: readonly Piece[],
	look: Look,
	after?: string,
): readonly Piece[] {
	return group.fold
		? [foldHtml(group, after), ...inside, '</div></details>']
		: [headingHtml(group, look, after), ...inside, '</div>'];
}

function foldHtml({ id, title, fold, end }: Heading, after?: string): string {
	const name = typeof title === 'string' ? textHtml(title) : `<span>${wordsHtml(title)}</span>`;
	const last = end ? `<span class="end">${textHtml(end)}</span>` : '';
	return `<details${classHtml('more', after)}${fold === 'open' ? ' open' : ''}><summary>${name}${last}</summary><div class="body"${attributeHtml('id', id)}>`;
}

const groupLooks = {
	yes: 'lined border-t border-frame pt-3',
	no: 'lined border-t border-frame pt-3',
	alarm: 'note bad',
	back: 'note info',
} satisfies Record<NonNullable<Group['look']>, string>;

const signs = {
	yes: { icon: 'tick', heading: 'flex items-center gap-2 text-ok' },
	no: { icon: 'cross', heading: 'flex items-center gap-2 text-bad' },
} as const;

function headingHtml({ id, title, look }: Heading, { level, side }: Look, after?: string): string {
	const start = `<div${classHtml(look && groupLooks[look], after)}${attributeHtml('id', id)}>`;
	if (!title) return start;
	const sign = look === 'yes' || look === 'no' ? signs[look] : undefined;
	const own = side ? 'label mt-2' : { 2: 'h4', 3: 'h-m', 4: undefined, 5: undefined }[level];
	const icon = sign ? iconHtml(sign.icon) : '';
	return `${start}<h${level}${classHtml(sign ? sign.heading : own)}>${icon}${wordsHtml(title)}</h${level}>`;
}
