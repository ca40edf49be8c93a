/**
 * On a phone each row of a table becomes a sheet, which needs the name of the column beside each
 * value, and roles, because a table laid out as blocks is none to some readers. Both are read from
 * the table itself; without this script it stays a table and scrolls.
 */
for (const table of document.querySelectorAll<HTMLTableElement>('table.stack')) stack(table);

/** Gives a table what a phone needs; again whenever a script has put other rows into it. */
export function stack(table: HTMLTableElement) {
	const names = [...(table.tHead?.rows[0]?.cells ?? [])].map(
		(head) => head.dataset.short ?? head.textContent.trim(),
	);
	table.role = 'table';
	for (const group of table.querySelectorAll('thead, tbody')) group.role = 'rowgroup';
	for (const row of table.rows) {
		row.role = 'row';
		for (const cell of row.cells) {
			if (cell.tagName === 'TD') {
				cell.role = 'cell';
				// A cell across several columns has no column of its own.
				if (cell.colSpan === 1) cell.dataset.label ??= names[cell.cellIndex] ?? '';
			} else cell.role = row.parentElement === table.tHead ? 'columnheader' : 'rowheader';
		}
	}
}
