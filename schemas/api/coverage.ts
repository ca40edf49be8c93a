/** What live uses cover, and what is missing. */
import { z } from 'zod';
import * as words from '../vocabularies.ts';
import {
	address,
	count,
	documentOf,
	example,
	listOf,
	samePage,
	sections,
	summary,
	text,
	texts,
} from './form.ts';

export const coverageMapDocument = documentOf('What live uses cover: a map of rows and columns.', {
	page: samePage,
	csv: address('the cells as CSV'),
	title: text('What the map is called.'),
	counts: text('What the numbers of a cell count.'),
	states: listOf('What each state means in this map.', {
		state: words.coverageState.schema,
		says: z.string(),
	}),
	columns: z.array(z.object({ id: z.string(), title: z.string() })),
	rows: z.array(
		z.object({
			id: z.string(),
			title: z.string(),
			cells: listOf('Cells where a row and a column are related.', {
				column: text('Id of the column.'),
				state: words.coverageState.schema,
				covered: count,
				of: count,
				shown: text('What the page shows in the cell.'),
			}),
		}),
	),
});
export type CoverageMapDocument = z.output<typeof coverageMapDocument>;

export const coverageDocument = documentOf(
	'Which risks, controls, data and problems live uses cover, and what is missing.',
	{
		page: samePage,
		asOf: text('Date of the figures, year-month-day.'),
		example,
		summary,
		gaps: listOf('What is not covered, worst first.', {
			kind: text('Kind of gap.'),
			label: text('What pages call it.'),
			what: text('What is not covered.'),
			page: address('its page'),
			data: text('Class of the data, for a gap in data.').optional(),
			covered: count,
			of: count,
			uses: texts('Addresses of the live uses where it is missing.'),
			closes: text('How to close it.'),
			teams: texts('Teams of these uses.'),
			by: text('Earliest date that one of them plans it for, year-month-day.').optional(),
		}),
		maps: listOf('The maps.', {
			name: text('Name of the map, as in its address.'),
			title: text('What pages call it.'),
			page: address('its page'),
			json: address('its JSON'),
			csv: address('its cells as CSV'),
		}),
		sections,
	},
);
export type CoverageDocument = z.output<typeof coverageDocument>;
