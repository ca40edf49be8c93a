/** Sections of a page as text: the same blocks, whoever reads them. */
import type { BlockDocument, SectionDocument } from '#schemas/page.ts';
import {
	blocks,
	fenced,
	heading,
	list,
	type Markdown,
	md,
	pairs,
	quoted,
	table,
} from './markdown/write.ts';

const made = (markdown: string): Markdown => ({ markdown });

/** A section under a heading of this level; what comes before the first heading has none. */
export function sectionText(
	{ title, answer, blocks: own }: SectionDocument,
	level: number,
): Markdown {
	return blocks(
		title !== '' && heading(level, title),
		answer !== undefined && made(answer),
		...own.map((block) => blockText(block, level + 1)),
	);
}

/** A block as Markdown; `level` is that of a heading inside it. */
export function blockText(block: BlockDocument, level: number): Markdown {
	switch (block.kind) {
		case 'text':
		case 'prose':
			return made(block.text);
		case 'list':
			return list(block.items.map(made), block.ordered);
		case 'pairs':
			return pairs(block.pairs.map(([name, value]) => [made(name), made(value)]));
		case 'command':
			return fenced(block.command, 'sh');
		case 'code':
			return fenced(block.text, block.language);
		case 'note':
			return quoted(made(block.text));
		case 'table':
			return tableText(block);
		case 'group':
			return blocks(
				heading(level, made(block.title)),
				...block.blocks.map((inner) => blockText(inner, level + 1)),
			);
	}
}

/** A group of rows has its name in a row of its own, as on the page. */
function tableText({ columns, groups }: Extract<BlockDocument, { kind: 'table' }>): Markdown {
	return table(
		columns,
		groups.flatMap(({ title, rows }) => [
			...(title ? [[md`**${made(cell(title))}**`]] : []),
			...rows.map((cells) => cells.map((one) => made(cell(one)))),
		]),
	);
}

/** No line ends inside a cell. */
const cell = (text: string) => text.replaceAll('\n', '<br>');
