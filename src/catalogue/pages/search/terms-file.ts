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
		const [term = '', ...written] = line.split('|');
		const fields: Record<string, Record<string, number>> = {};
		for (const one of written) {
			const at = one.indexOf(':');
			fields[one.slice(0, at)] = readSteps(one.slice(at + 1));
		}
		return [term, fields];
	});
}

/** A browser reads thousands of these before its first result, so no list is made for each. */
function readSteps(written: string): Record<string, number> {
	const pages: Record<string, number> = {};
	let page = 0;
	for (const one of written.split(',')) {
		const at = one.indexOf('*');
		page += Number.parseInt(one, 36);
		pages[page] = at < 0 ? 1 : Number(one.slice(at + 1));
	}
	return pages;
}
