/** The last lines of a run: how much there is, and whether it is sound. */

import type { Finding } from '#catalogue/model/finding.ts';
import { countOf } from '#catalogue/words/count.ts';

/** The collections that are counted at the end. */
export const COUNTED = [
	'patterns',
	'prompts',
	'controls',
	'risks',
	'metrics',
	'connectors',
] as const;

/** How many entries each of them has. */
export type Sizes = readonly (readonly [(typeof COUNTED)[number], number])[];

interface Summed {
	/** Findings that are reported. */
	findings: readonly Finding[];
	/** Whether they fail the run. */
	fails: boolean;
	sizes: Sizes;
}

/** One line of counts with the verdict, or two where nothing fails. */
export function summarise({ findings, fails, sizes: counted }: Summed): string[] {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const files = new Set(findings.map(({ file }) => file)).size;
	const warnings = findings.length - errors;
	const counts = `${countOf(errors, 'error')} and ${countOf(warnings, 'warning')} in ${countOf(files, 'file')}`;
	if (fails) return [`${counts}.`];
	const sizes = counted.map(([name, size]) => `${size} ${name}`).join(', ');
	if (findings.length === 0) return [`${sizes}:`, 'all sound.'];
	// What nobody has written yet cannot be called sound.
	const toFill = findings.filter(({ rule }) => rule === 'to-fill').length;
	const verdict = toFill > 0 ? `nothing fails, ${toFill} to fill.` : 'all sound.';
	return [sizes, `${counts}: ${verdict}`];
}
