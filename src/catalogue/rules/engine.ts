/** Runs rules over the catalogue in phases, so that one mistake gives one message. */

import { collections } from '#schemas/index.ts';
import { isWaived } from '../judge/waivers.ts';
import type { Cache } from '../model/cache.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { homeOf, locate } from '../read/parse/entry.ts';

const PHASES = ['references', 'structure', 'policy'] as const;

export interface RunOptions {
	rules: readonly Rule[];
	/** Files that already have an error; later phases say nothing about them. */
	rejected: ReadonlySet<string>;
	/** Whether policy and organisation were accepted; the policy phase needs both. */
	complete: boolean;
	cache: Cache;
}

/** Runs every rule, phase by phase, and returns their findings. */
export async function runRules(
	catalogue: Catalogue,
	{ rules, rejected, complete, cache }: RunOptions,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	const failed = new Set(rejected);
	for (const phase of PHASES) {
		if (phase === 'policy' && !complete) continue;
		const found: Finding[] = [];
		for (const rule of rules.filter((candidate) => candidate.phase === phase)) {
			for await (const problem of rule.check(catalogue, cache)) {
				if (filesOf(problem).some((file) => failed.has(file))) continue;
				if (isSpared(rule, problem) || isWaived(rule, problem, catalogue)) continue;
				found.push(toFinding(rule, problem));
			}
		}
		for (const { file, severity } of found) if (severity === 'error') failed.add(file);
		for (const finding of found) findings.push(finding);
	}
	return findings;
}

const isSpared = (rule: Rule, { entry }: Problem) =>
	collections[entry.collection].frozen === true && !rule.judgesFrozen;

/** The files whose errors silence a problem: the one it is in, or both files of its entry. */
const filesOf = ({ entry, file }: Problem): string[] =>
	file ? [file] : [entry.file, ...(entry.beside ? [entry.beside.file] : [])];

/** The file a problem is in; a field of the register is not in the file of the pattern. */
const fileOf = ({ entry, file, path, spot }: Problem) =>
	file ?? (spot ? entry : homeOf(entry, path ?? [])).file;

function toFinding(rule: Rule, problem: Problem): Finding {
	const { entry, path, spot, message, fix, severity } = problem;
	const file = fileOf(problem);
	const range = spot ?? locate(entry, path ?? []);
	return {
		file,
		severity: severity ?? rule.severity,
		rule: rule.id,
		message,
		fix,
		...range,
	};
}
