/** Likelihood by impact as a table: where each risk is, before controls. */
import { type Impact, impact, type Likelihood, likelihood } from '#schemas/vocabularies.ts';
import { capital, inside } from '../words/phrase.ts';
import { each, quiet, type TableBlock, table, type Words } from './blocks.ts';

export interface Rated {
	likelihood: Likelihood;
	impact: Impact;
	words: Words;
}

/**
 * The grid, the likeliest row first and the worst column last. It is a table with names in its
 * cells, so that it needs no second one beside it.
 */
export const riskGrid = (rated: readonly Rated[]): TableBlock =>
	table(
		'Before controls: how likely, and how bad',
		['How likely', ...impact.values.map((bad) => headOf(impact.terms[bad]))],
		likelihood.values.toReversed().map((likely) => [
			headOf(likelihood.terms[likely]),
			...impact.values.map((bad): Words => {
				const here = rated.filter((one) => one.likelihood === likely && one.impact === bad);
				return here.length === 0 ? quiet('None') : each(here.map(({ words }) => words));
			}),
		]),
		{ look: 'risk-grid' },
	);

const headOf = ({ label, meaning }: { label: string; meaning: string }) =>
	`${label}: ${inside(capital(meaning))}`;
