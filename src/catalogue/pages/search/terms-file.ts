/**
 * The terms of the index as text: a line for each term, with its fields and their pages. Places of
 * pages are written as steps from the one before, which halves what a browser loads.
 *
 * @example
 * writeTerms([['case', { 0: { 3: 1, 5: 2 } }]]) // => 'case|0:3,2*2'
 */
import type { IndexData } from './find.ts';

type Terms = IndexData['index'];

export const writeTerms = (terms: Terms): string =>
	terms
		.map(([term, fields]) =>
			[term, ...Object.entries(fields).map(([field, pages]) => `${field}:${steps(pages)}`)].join(
				'|',
			),
		)
		.join('\n');

function steps(pages: Readonly<Record<string, number>>): string {
	let before = 0;
	return Object.entries(pages)
		.map(([page, times]) => ({ page: Number(page), times }))
		.sort((a, b) => a.page - b.page)
		.map(({ page, times }) => {
			const step = (page - before).toString(36);
			before = page;
			return times === 1 ? step : `${step}*${times}`;
		})
		.join(',');
}

export function readTerms(text: string): Terms {
	if (text === '') return [];
	return text.split('\n').map((line) => {
		const [term = '', ...fields] = line.split('|');
		return [term, Object.fromEntries(fields.map(readField))];
	});
}

function readField(field: string): [name: string, pages: Record<string, number>] {
	const [name = '', written = ''] = field.split(':');
	let page = 0;
	const pages = written.split(',').map((one): [number, number] => {
		const [step = '', times = '1'] = one.split('*');
		page += Number.parseInt(step, 36);
		return [page, Number(times)];
	});
	return [name, Object.fromEntries(pages)];
}
