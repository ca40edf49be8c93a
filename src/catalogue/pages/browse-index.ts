/** The compact index the browse page fetches: one line per pattern, facet values as numbers. */
import type { PersonalData } from '#schemas/vocabularies.ts';
import type { BrowseFacet, BrowseIndex, BrowseLine } from './browse-state.ts';

/** Raised when the form of a line changes: a page kept open must not misread a newer file. */
const FORMAT = 1;

/** Path of the file under the site. */
export const INDEX_PATH = 'patterns/index.json';

type PackedLine = [
	id: string,
	title: string,
	summary: string,
	aliases: string,
	version: string,
	personal: PersonalData,
	reviewBy: string,
	changed: string,
	values: (number | number[])[],
];

interface PackedIndex {
	format: typeof FORMAT;
	facets: readonly BrowseFacet[];
	lines: PackedLine[];
}

/** The index as JSON, one pattern per line of the file. */
export function packIndex({ facets, lines }: BrowseIndex): string {
	const numbers = facets.map(({ values }) => new Map(values.map(({ value }, at) => [value, at])));
	const packed = lines.map((line) => JSON.stringify(packLine(line, facets, numbers)));
	const head = `{"format":${FORMAT},\n"facets":${JSON.stringify(facets)},\n"lines":[`;
	return `${head}\n${packed.join(',\n')}\n]}\n`;
}

function packLine(
	line: BrowseLine,
	facets: readonly BrowseFacet[],
	numbers: readonly Map<string, number>[],
): PackedLine {
	const { id, title, summary, aliases, version, personal, reviewBy, changed } = line;
	const values = facets.map(({ name, several }, at) => {
		const found = (line.values[at] ?? []).map((value) => {
			const number = numbers[at]?.get(value);
			if (number === undefined) throw new Error(`${id}: "${value}" is not a value of ${name}.`);
			return number;
		});
		return several || found.length !== 1 ? found : (found[0] ?? found);
	});
	return [id, title, summary, aliases, version, personal, reviewBy, changed, values];
}

/** Reads what `packIndex` wrote. */
export function unpackIndex(json: string): BrowseIndex {
	const packed: unknown = JSON.parse(json);
	if (!isPacked(packed)) throw new Error('The list has changed. Load the page again.');
	const { facets } = packed;
	return { facets, lines: packed.lines.map((line) => unpackLine(line, facets)) };
}

/** Our own build wrote the file; its number says that it has the form above. */
function isPacked(value: unknown): value is PackedIndex {
	return (
		typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT
	);
}

function unpackLine(packed: PackedLine, facets: readonly BrowseFacet[]): BrowseLine {
	const [id, title, summary, aliases, version, personal, reviewBy, changed, numbers] = packed;
	const values = facets.map((facet, at) =>
		[numbers[at] ?? []].flat().flatMap((number) => facet.values[number]?.value ?? []),
	);
	return { id, title, summary, aliases, version, personal, reviewBy, changed, values };
}
