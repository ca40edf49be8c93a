/** A use case is at a stage only if it met the gate on the day it entered. */
import { stage as stages } from '#schemas/vocabularies.ts';
import { gateOf } from '../judge/use/gates.ts';
import type { Entry } from '../model/catalogue.ts';
import { hasRefused } from '../model/refused.ts';
import type { Problem, Rule } from '../model/rule.ts';

const at = (entered: string) =>
	`stages: [{ stage: pilot, entered: ${entered} }, { stage: early-production, entered: 2026-11-10 }]\nstage: early-production`;

const COUNTED = ['use-cases', 'records', 'incidents', 'outcomes'] as const;

export const useCaseGates: Rule = {
	id: 'use-case-gates',
	phase: 'policy',
	severity: 'error',
	summary: 'A use case has met the gate of every stage it has entered, as of that day.',
	why: 'A stage tells leaders how far they can rely on a use. If anyone can enter it, it means nothing.',
	source: 'Project brief, section 6; the gates are in content/policy.yaml',
	example: { in: 'use-cases', fails: at('2026-11-20'), passes: at('2026-11-01') },
	*check(catalogue) {
		// Gates count uses, records and incidents: one that was not accepted would be missing from each.
		const whole = COUNTED.every((name) => !hasRefused(name, catalogue));
		for (const entry of catalogue['use-cases'].values()) {
			if (entry.data.state === 'retired') continue;
			const problems = [...inOrder(entry, catalogue.today)];
			yield* problems;
			// A pattern that was not accepted says nothing about a gate: one mistake, one message.
			if (problems.length > 0 || !whole || !catalogue.patterns.has(entry.data.pattern)) continue;
			for (const [index, { stage, entered }] of entry.data.stages.entries()) {
				for (const { criterion, met, decided, from } of gateOf(entry, stage, catalogue)) {
					if (met) continue;
					const name = stages.label(stage).toLowerCase();
					const message = `the gate to ${name} was not met on ${entered}: ${criterion} (${from}).`;
					const fix =
						decided === 'computed'
							? 'Record what is missing, or go back a stage.'
							: `Let the person who decides it record the decision: npm run record decision use-cases/${entry.id}`;
					yield { entry, path: ['stages', index], message, fix };
				}
			}
		}
	},
};

/** Stages follow one another, and the last one is where the use is. */
function* inOrder(entry: Entry<'use-cases'>, today: string): Generator<Problem> {
	const { stage, stages: entered } = entry.data;
	for (const [index, one] of entered.entries()) {
		const path = ['stages', index];
		const due = stages.values[index];
		const before = entered[index - 1];
		if (one.stage !== due) {
			const message = `stage ${index + 1} is "${one.stage}"; it should be "${due}".`;
			const fix = 'List every stage that the use has entered, from pilot on.';
			yield { entry, path: [...path, 'stage'], message, fix };
		} else if (one.entered > today) {
			const message = `the stage is entered on ${one.entered}, which is in the future.`;
			yield { entry, path: [...path, 'entered'], message, fix: 'Add it on the day.' };
		} else if (before && before.entered > one.entered) {
			const message = `the stage was entered on ${one.entered}, before the one above it.`;
			yield { entry, path: [...path, 'entered'], message, fix: 'Correct one of the two dates.' };
		}
	}
	const last = entered.at(-1)?.stage;
	if (last === stage || last === undefined) return;
	const message = `the stage is "${stage}", but the last stage it has entered is "${last}".`;
	const fix = `Add "${stage}" with its date to \`stages\`, or write stage: ${last}.`;
	yield { entry, path: ['stage'], message, fix };
}
