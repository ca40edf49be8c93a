/** Runs every case, compares the result with the limits, and keeps it as evidence. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../clock.ts';
import { choiceProblems, choiceShape } from '../evaluation/choice-rates.ts';
import { type CaseResult, runCases } from '../evaluation/run-cases.ts';
import { isRecorded } from '../gateway/recorded-gateway.ts';
import { writeBundle } from '../handover/bundle.ts';
import { datasetShape, evaluationRecord } from '../handover/evaluation-record.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { fields, list, number, optional, text } from '../policy/shape.ts';
import { readPrompts } from '../prompts/prompt-library.ts';
import type { Job } from './jobs.ts';

const KINDS = ['golden', 'edge', 'injection'] as const;

const shape = fields({
	job: text,
	when: list(text),
	run: text,
	/** Lowest share of cases that must pass, in per cent. */
	limits: fields({ golden: number, edge: number, injection: number }),
	/** For a prompt that chooses one of several. */
	choice: optional(choiceShape),
	/** What the cases are. Without it, the run is kept here and is not passed to the catalogue. */
	dataset: optional(datasetShape),
});

export const EVIDENCE = 'evidence/evaluation.json';
const BUNDLE = 'evidence/evaluation.bundle.json';

export const evaluate: Job = async ({ root, clock, gateway, model, useCase, out }) => {
	const { limits, choice, dataset } = readPolicy(root, '.ci/evaluate.yml', shape);
	const prompts = await readPrompts(root);
	out(gateway.about);
	const began = clock.now();
	const results = await runCases(root, prompts, gateway, model);
	const seconds = Math.round((clock.now().getTime() - began.getTime()) / 1000);
	for (const { prompt, kind, name, problems } of results) {
		out(`${problems.length > 0 ? 'FAIL' : 'pass'}  ${prompt}  ${kind.padEnd(9)}  ${name}`);
		for (const problem of problems) out(`      ${problem}`);
	}
	const versions = [...prompts.values()].map(({ name, version, digest }) => ({
		name,
		version,
		digest,
	}));
	const evidence = {
		day: dayOf(clock.now()),
		gateway: gateway.about,
		models: [...new Set(results.map((result) => result.model))],
		prompts: versions,
		passed: results.filter(passed).length,
		total: results.length,
	};
	mkdirSync(join(root, 'evidence'), { recursive: true });
	writeFileSync(join(root, EVIDENCE), `${JSON.stringify(evidence, null, '\t')}\n`);
	out(`${evidence.passed} of ${evidence.total} cases pass. Kept in ${EVIDENCE}.`);
	if (!isRecorded(gateway) && model && dataset) {
		const ran = { root, prompts: [...prompts.values()], results, alias: model, seconds, dataset };
		const record = evaluationRecord(ran);
		if (typeof record === 'string') out(record);
		else {
			const making = { root, useCase, now: clock.now() };
			writeBundle(BUNDLE, 'npm run evaluate in a copy of the starter', [record], making);
			out(`For the catalogue: ${BUNDLE}`);
		}
	} else if (!dataset) {
		out('To pass runs to the catalogue, describe the cases in .ci/evaluate.yml under dataset.');
	}
	return [
		...KINDS.flatMap((kind) => shortfall(kind, results, limits[kind])),
		...(choice ? choiceProblems(results, choice) : []),
	];
};

const passed = ({ problems }: CaseResult) => problems.length === 0;

function shortfall(kind: string, results: readonly CaseResult[], least: number): string[] {
	const all = results.filter((result) => result.kind === kind);
	const share = all.length > 0 ? (all.filter(passed).length / all.length) * 100 : 100;
	return share < least ? [`${kind}: ${Math.floor(share)}% pass. The limit is ${least}%.`] : [];
}
