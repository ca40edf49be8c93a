/** Rows of facts as Markdown: the tables that pages share. */
import { tier as tiers } from '#schemas/vocabularies.ts';
import { states } from '../../judge/approval/state.ts';
import type { ExportContext } from '../../model/context.ts';
import type { PatternRows } from '../../pages/citing.ts';
import type { Fact, FactColumn, FactRow } from '../../pages/fact.ts';
import { linkTo } from './address.ts';
import { blocks, lines, list, type Markdown, md, table } from './write.ts';

type Columns = readonly (string | FactColumn)[];

/** A table of entries with their facts. */
export function factTable(
	columns: Columns,
	rows: readonly FactRow[],
	context: ExportContext,
): Markdown {
	return table(
		columns.map((column) => (typeof column === 'string' ? column : column.label)),
		rows.map((row) => [
			lines(linkTo(row, context), row.sub),
			...row.facts.map((fact) => factCell(fact, context)),
		]),
	);
}

function factCell(fact: Fact, context: ExportContext): Markdown {
	const { text, path, sub, status, tier, refs } = fact;
	return lines(
		status && states[status].label,
		tier && tiers.label(tier),
		refs?.map(({ id }) => id).join(' to '),
		path ? linkTo({ title: text, path }, context) : text,
		sub,
	);
}

/** What uses an entry: rows with facts, then names. */
export function usesBlock(columns: Columns, uses: PatternRows, context: ExportContext): Markdown {
	const { rest } = uses;
	return blocks(
		factTable(columns, uses.rows, context),
		rest.length > 0 && md`${rest.length} more:`,
		list(rest.map((other) => linkTo(other, context))),
	);
}
