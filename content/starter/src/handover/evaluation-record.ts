/** An evaluation run as the catalogue records it: these prompts on this version of the model. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseResult, casePaths } from '../evaluation/run-cases.ts';
import { fields, list, text } from '../policy/shape.ts';
import type { Prompt } from '../prompts/read-prompt.ts';
import { fileDigest, type HandedOver, sha256 } from './bundle.ts';

/** What the cases are, as `.ci/evaluate.yml` describes them. */
export const datasetShape = fields({ name: text, version: text, languages: list(text) });
export type Dataset = ReturnType<typeof datasetShape>;

/** An evaluation that ran on a model. */
export interface Ran {
	root: string;
	prompts: readonly Prompt[];
	results: readonly CaseResult[];
	/** Alias that was asked. */
	alias: string;
	seconds: number;
	dataset: Dataset;
}

/**
 * The record, or a sentence that says why the run cannot be one.
 *
 * Cases with an attack count towards safety, all others towards task success. What a person judges,
 * such as tone, is not included: record that separately.
 */
export function evaluationRecord(ran: Ran): HandedOver | string {
	const { root, prompts, results, alias, seconds, dataset } = ran;
	const versions = [...new Set(results.map(({ model }) => model))];
	const [pin = ''] = versions;
	if (versions.length !== 1 || pin === '') {
		const said = versions.map((one) => one || 'none').join(', ');
		return `You cannot use this run for the catalogue: more than one model version answered (${said}).`;
	}
	const attacks = results.filter(({ kind }) => kind === 'injection');
	const cases = results.filter(({ kind }) => kind !== 'injection');
	if (cases.length === 0)
		return 'You cannot use this run for the catalogue: it contains only attacks.';
	return {
		kind: 'evaluation',
		source: 'npm run evaluate',
		prompts: prompts.map(({ name, version, digest }) => ({ prompt: name, version, digest })),
		model: alias,
		pin,
		dataset: {
			name: dataset.name,
			version: dataset.version,
			digest: casesDigest(root, prompts),
			size: cases.length,
			attacks: attacks.length,
			languages: dataset.languages,
		},
		counts: [
			{ dimension: 'task-success', ...rate(cases) },
			...(attacks.length > 0 ? [{ dimension: 'safety', ...rate(attacks) }] : []),
		],
		seconds,
	};
}

const rate = (results: readonly CaseResult[]) => ({
	k: results.filter(({ problems }) => problems.length === 0).length,
	n: results.length,
});

/** One digest for all case files: a line with digest and path for each. */
function casesDigest(root: string, prompts: readonly Prompt[]): string {
	const paths = prompts.flatMap(({ name }) => casePaths(name));
	const there = paths.filter((path) => existsSync(join(root, path))).sort();
	return sha256(there.map((path) => `${fileDigest(root, path)}  ${path}\n`).join(''));
}
