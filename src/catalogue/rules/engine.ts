/** Runs rules over the catalogue in phases, so that one mistake gives one message. */
import type { Cache } from '../cache.ts';
import type { Catalogue, Entry } from '../catalogue.ts';
import type { Finding, Range, Severity } from '../finding.ts';
import { locate } from '../parse/entry.ts';
import type { Path } from '../schema-walk.ts';

/** What a rule reports: an entry, the place in it, and the words. */
export interface Problem {
	entry: Entry;
	/** Field of the data; leave out when `spot` says the place. */
	path?: Path;
	/** Place in the body, as line and column of the file. */
	spot?: Range;
	message: string;
	fix: string;
}

export interface Rule {
	/** Name printed in brackets behind each finding. */
	id: string;
	/**
	 * `references` sees every accepted entry. `structure` and `policy` see those that passed the
	 * phases before; only `policy` needs content/policy.yaml and content/organisation.yaml.
	 */
	phase: 'references' | 'structure' | 'policy';
	severity: Severity;
	/** What it asks for, in one sentence. */
	summary: string;
	/** Why: the section of the brief or the framework it comes from. */
	source: string;
	/** Every problem in the whole catalogue; other entries may be missing, which is no problem here. */
	check: (catalogue: Catalogue, cache: Cache) => Iterable<Problem> | AsyncIterable<Problem>;
}

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
				if (failed.has(problem.entry.file)) continue;
				found.push(toFinding(rule, problem));
			}
		}
		for (const { file, severity } of found) if (severity === 'error') failed.add(file);
		findings.push(...found);
	}
	return findings;
}

function toFinding(rule: Rule, { entry, path, spot, message, fix }: Problem): Finding {
	const range = spot ?? locate(entry, path ?? []);
	return { file: entry.file, severity: rule.severity, rule: rule.id, message, fix, ...range };
}
