/** A page as tools read it: its sections, whose words are Markdown. */
import { z } from 'zod';

const markdown = z.string().describe('Markdown. Each line break starts a new line.');

const tableBlock = z.strictObject({
	kind: z.literal('table').describe('Rows under named columns.'),
	label: z.string().describe('What the table shows.'),
	columns: z.array(z.string()).describe('Names of the columns.'),
	groups: z
		.array(
			z.strictObject({
				title: markdown.optional().describe('What these rows have in common.'),
				rows: z.array(z.array(markdown)).describe('Cells in the order of the columns.'),
			}),
		)
		.describe('Rows, in groups if they have groups.'),
});

const plainBlocks = [
	z.strictObject({
		kind: z.literal('text').describe('A paragraph.'),
		text: markdown,
	}),
	tableBlock,
	z.strictObject({
		kind: z.literal('list').describe('A list.'),
		ordered: z.boolean().describe('Whether the order counts.'),
		items: z.array(markdown).describe('Its items.'),
	}),
	z.strictObject({
		kind: z.literal('pairs').describe('Values with their names.'),
		pairs: z.array(z.tuple([markdown, markdown])).describe('Name and value.'),
	}),
	z.strictObject({
		kind: z.literal('command').describe('A line to paste into a shell.'),
		label: z.string().describe('What it does.'),
		command: z.string().describe('The line, without a prompt sign.'),
	}),
	z.strictObject({
		kind: z.literal('note').describe('Something to read first.'),
		tone: z.enum(['ok', 'info', 'warn', 'bad']).describe('How serious it is.'),
		text: markdown,
	}),
	z.strictObject({
		kind: z.literal('code').describe('Text kept line by line.'),
		language: z.string().describe('Language of the text.'),
		text: z.string().describe('The text.'),
	}),
	z.strictObject({
		kind: z.literal('prose').describe('What the author wrote.'),
		text: markdown,
	}),
] as const;

export type BlockDocument =
	| z.output<(typeof plainBlocks)[number]>
	| { kind: 'group'; title: string; blocks: BlockDocument[] };

/** A block of a page. */
export const blockSchema: z.ZodType<BlockDocument> = z.discriminatedUnion('kind', [
	...plainBlocks,
	z.strictObject({
		kind: z.literal('group').describe('Blocks under a heading.'),
		title: markdown.describe('The heading.'),
		blocks: z.array(z.lazy(() => blockSchema)).describe('The blocks.'),
	}),
]);

/** A section of a page. */
export const sectionSchema = z.strictObject({
	id: z
		.string()
		.describe('Id of the section on the page; empty for what comes before the first heading.'),
	title: z.string().describe('Title of the section.'),
	part: z
		.strictObject({
			title: z.string().describe('Title of the part.'),
			answer: markdown.optional().describe('Its conclusion in a sentence, bad news included.'),
			state: markdown.optional().describe('Where it stands, in a few words.'),
		})
		.optional()
		.describe('The part of the page it belongs to.'),
	answer: markdown.optional().describe('The conclusion of the section.'),
	blocks: z.array(blockSchema).describe('The details behind it.'),
});
export type SectionDocument = z.output<typeof sectionSchema>;
