/** Tables as CSV (RFC 4180), which spreadsheets and other tools read. */

export type CsvValue = string | number | boolean | undefined;

/** A spreadsheet runs text that begins with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows under their heads. Text that a spreadsheet would run gets an apostrophe before it, by
 * which the spreadsheet takes it as text.
 *
 * @example
 * csvOf(['name', 'count'], [['a, b', 2]]) // => 'name,count\r\n"a, b",2\r\n'
 */
export function csvOf(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
	const line = (cells: readonly CsvValue[]) => `${cells.map(cell).join(',')}\r\n`;
	return [heads, ...rows].map(line).join('');
}

function cell(value: CsvValue): string {
	if (value === undefined) return '';
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'number') return String(value);
	const text = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
