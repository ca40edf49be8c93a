/** A run as lines for a terminal: step by step, what happened at each control. */
import type { Run, StepKind } from './run.ts';

const MARKS: Record<StepKind, string> = {
	passed: 'ok   ',
	changed: 'chg  ',
	refused: 'STOP ',
	done: '     ',
};

const ENDINGS = {
	applied: 'Applied',
	held: 'Held for a person',
	left: 'Unchanged',
};

/** The lines of one run. Everything in them has already been redacted. */
export function runLines(title: string, run: Run): string[] {
	const width = Math.max(0, ...run.steps.map(({ node }) => node.length));
	const steps = run.steps.map(({ node, control, kind, says }) => {
		const who = control ? `[${control}] ` : '';
		return `  ${MARKS[kind]} ${node.padEnd(width)}  ${who}${says}`;
	});
	const ending = run.ending ? ENDINGS[run.ending] : 'Not finished';
	const reason = run.reason ? ` (${run.reason})` : '';
	return [`${run.item}  ${title}`, ...steps, `  =>    ${ending}${reason}.  Trace ${run.trace}`, ''];
}
