/** The last lines of a run: how much there is, and whether it is sound. */

import type { Catalogue } from '#catalogue/model/catalogue.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import { countOf } from '#catalogue/words/count.ts';

const COUNTED = ['patterns', 'prompts', 'controls', 'risks', 'metrics', 'connectors'] as const;

export interface Outcome {
	/** Findings that are reported. */
	findings: readonly Finding[];
	/** Whether they fail the run. */
	fails: boolean;
	catalogue: Pick<Catalogue, 'all'>;
}

/** One line of counts with the verdict, or two where nothing fails. */
export function summarise({ findings, fails, catalogue }: Outcome): string[] {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const files = new Set(findings.map(({ file }) => file)).size;
	const warnings = findings.length - errors;
	const counts = `${countOf(errors, 'error')} and ${countOf(warnings, 'warning')} in ${countOf(files, 'file')}`;
	if (fails) return [`${counts}.`];
	const sizes = COUNTED.map((name) => `${catalogue.all[name].size} ${name}`).join(', ');
	if (findings.length === 0) return [`${sizes}:`, 'all sound.'];
	// What nobody has written yet cannot be called sound.
	const toFill = findings.filter(({ rule }) => rule === 'to-fill').length;
	const verdict = toFill > 0 ? `nothing fails, ${toFill} to fill.` : 'all sound.';
	return [sizes, `${counts}: ${verdict}`];
}
