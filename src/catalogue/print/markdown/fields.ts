/** The fields of any entry as Markdown, read by its schema. */
import type { ExportContext } from '../../model/context.ts';
import { summaryOf } from '../../model/entry.ts';
import type { Readable, ReadableField } from '../../pages/readable.ts';
import { entryOfPath, linkTo } from './address.ts';
import { blocks, heading, type Inline, joined, list, type Markdown, md, table } from './write.ts';

type Text = Extract<Readable, { kind: 'text' }>;

/** A section per field: its name, what it holds, its value. */
export const fieldSections = (fields: readonly ReadableField[], context: ExportContext): Markdown =>
	blocks(
		...fields.flatMap(({ label, doc, value }) => [
			heading(2, label),
			doc && md`*${doc}*`,
			valueBlock(value, context),
		]),
	);

function valueBlock(value: Readable, context: ExportContext): Inline {
	if (value.kind === 'text') return textOf(value, context);
	if (value.kind === 'list') {
		return (
			recordTable(value.items, context) ??
			list(value.items.map((item) => valueBlock(item, context)))
		);
	}
	return list(
		value.fields.map((field) => {
			const inner = valueBlock(field.value, context);
			const name = md`**${field.label}:**`;
			return joined([name, inner], field.value.kind === 'text' ? ' ' : '\n');
		}),
	);
}

/** A value in a line: what it means, or what stands behind the link, said with it. */
function textOf({ text, path, meaning }: Text, context: ExportContext, brief = false): Inline {
	const linked = path && entryOfPath(path, context.catalogue);
	const about = meaning ?? (linked ? summaryOf(linked) : '');
	const shown = path ? linkTo({ title: text, path }, context) : text;
	return about && !brief ? md`${shown}: ${about}` : shown;
}

/** Records with the same plain fields read best as a table; undefined where they are not such. */
function recordTable(items: readonly Readable[], context: ExportContext): Markdown | undefined {
	const records = items.flatMap((item) => (item.kind === 'fields' ? [item.fields] : []));
	const plain = records.every((fields) => fields.every(({ value }) => value.kind === 'text'));
	if (records.length < items.length || !plain) return undefined;
	const labels = [...new Set(records.flatMap((fields) => fields.map(({ label }) => label)))];
	return table(
		labels,
		records.map((fields) =>
			labels.map((label) => {
				const field = fields.find((one) => one.label === label);
				return field?.value.kind === 'text' && textOf(field.value, context, true);
			}),
		),
	);
}
