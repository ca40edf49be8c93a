/** The people whose work changes are trained before the pattern leaves its pilot. */
import { stage, trainingTopic } from '#schemas/vocabularies.ts';
import { hasReached } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

const person = (more: string) => `people:
  - role: analyst
    change: Reads the summary before the text.
    practises: Reading ten summaries
    judges: Whether a summary is enough
    doneWhen: Nine of ten are judged right${more}`;

export const skilling: Rule = {
	id: 'skilling',
	phase: 'policy',
	severity: 'error',
	summary:
		'From early production every role has finished a training on purpose, data, reading the output and reporting issues.',
	why: 'Every control that rests on a person rests on what that person knows. Training that is planned protects nobody yet.',
	source: 'Domain rule 17, brief §5, EU AI Act Art. 4',
	example: {
		in: 'patterns',
		given: [{ in: 'registers', data: 'stage: early-production' }],
		fails: person(''),
		passes: person(`
    completed:
      date: 2026-11-10
      covers: [purpose, data, reading-output, reporting-issues]
      source: Learning record of the office`),
	},
	*check({ patterns, policy, today }) {
		for (const entry of patterns.values()) {
			if (!hasReached(entry.data.stage, policy.evidenceFrom.training)) continue;
			const at = stage.label(entry.data.stage).toLowerCase();
			for (const [index, { role, completed }] of entry.data.people.entries()) {
				const path = ['people', index];
				if (!completed) {
					const message = `the role "${role}" has no finished training, although the pattern is at ${at}.`;
					const fix =
						'Add `completed` with date, covers and source; or go back a stage until it is done.';
					yield { entry, path, message, fix };
					continue;
				}
				if (completed.date > today) {
					const message = `the training of "${role}" is finished on ${completed.date}, which is still to come.`;
					const fix = 'Leave `completed` out until it is done.';
					yield { entry, path: [...path, 'completed', 'date'], message, fix };
				}
				const open = policy.training.filter((topic) => !completed.covers.includes(topic));
				if (open.length === 0) continue;
				const names = open.map((topic) => trainingTopic.label(topic).toLowerCase()).join(', ');
				const message = `the training of "${role}" does not cover ${names}.`;
				const fix = 'Train what is missing, then add it to `covers`.';
				yield { entry, path: [...path, 'completed', 'covers'], message, fix };
			}
		}
	},
};
