/** The compact index that a list fetches: one line per entry, facets and facts as numbers. */
import type { CollectionName } from '#schemas/index.ts';
import type { BrowseFacet, BrowseIndex, BrowseLine } from './state.ts';

/** Raised when the form of a line changes: a page kept open must not misread a newer file. */
const FORMAT = 2;

/** Path of the file under the site. */
export const indexPath = (name: CollectionName): string => `${name}/index.json`;
/** Path of the whole list as CSV. */
export const csvPath = (name: CollectionName): string => `${name}/list.csv`;

type PackedLine = [
	id: string,
	title: string,
	summary: string,
	aliases: string,
	cells: readonly number[],
	values: (number | number[])[],
];

interface PackedIndex extends Omit<BrowseIndex, 'lines'> {
	format: typeof FORMAT;
	lines: PackedLine[];
}

/** The index as JSON, one entry per line of the file. */
export function packIndex({ lines, ...index }: BrowseIndex): string {
	const { facets } = index;
	const numbers = facets.map(({ values }) => new Map(values.map(({ value }, at) => [value, at])));
	const packed = lines.map((line) => JSON.stringify(packLine(line, facets, numbers)));
	const head = JSON.stringify({ format: FORMAT, ...index }).slice(0, -1);
	return `${head},\n"lines":[\n${packed.join(',\n')}\n]}\n`;
}

function packLine(
	line: BrowseLine,
	facets: readonly BrowseFacet[],
	numbers: readonly Map<string, number>[],
): PackedLine {
	const { id, title, summary, aliases, cells } = line;
	const values = facets.map(({ name }, at) => {
		const found = (line.values[at] ?? []).map((value) => {
			const number = numbers[at]?.get(value);
			if (number === undefined) throw new Error(`${id}: "${value}" is not a value of ${name}.`);
			return number;
		});
		const [only] = found;
		return only !== undefined && found.length === 1 ? only : found;
	});
	return [id, title, summary, aliases, cells, values];
}

/** Reads what `packIndex` wrote. */
export function unpackIndex(json: string): BrowseIndex {
	const packed: unknown = JSON.parse(json);
	if (!isPacked(packed)) throw new Error('The list has changed. Load the page again.');
	const { format: _, lines, ...index } = packed;
	return { ...index, lines: lines.map((line) => unpackLine(line, index.facets)) };
}

/** Our own build wrote the file; its number says that it has the form above. */
function isPacked(value: unknown): value is PackedIndex {
	return (
		typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT
	);
}

function unpackLine(packed: PackedLine, facets: readonly BrowseFacet[]): BrowseLine {
	const [id, title, summary, aliases, cells, numbers] = packed;
	const values = facets.map((facet, at) =>
		[numbers[at] ?? []].flat().flatMap((number) => facet.values[number]?.value ?? []),
	);
	return { id, title, summary, aliases, cells, values };
}
