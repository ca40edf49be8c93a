/** The people whose work changes are trained before the pattern leaves its pilot. */
import { stage, trainingTopic } from '#schemas/vocabularies.ts';
import { trainingGap, trainingOf } from '../judge/records/proof.ts';
import { hasReached } from '../judge/tier.ts';
import type { Rule } from '../model/rule.ts';

export const skilling: Rule = {
	id: 'skilling',
	phase: 'policy',
	severity: 'error',
	summary:
		'From early production every role has finished training on purpose, data, reading the output and reporting issues.',
	why: 'Every control that relies on a person relies on what that person knows. Training that is only planned protects nobody.',
	source: 'Domain rule 17, project brief, section 5, EU AI Act Art. 4',
	example: { in: 'registers', fails: 'stage: early-production', passes: 'stage: pilot' },
	*check(catalogue) {
		const { patterns, policy } = catalogue;
		for (const entry of patterns.values()) {
			if (!hasReached(entry.data.stage, policy.evidenceFrom.training)) continue;
			const at = stage.label(entry.data.stage).toLowerCase();
			for (const [index, { role }] of entry.data.people.entries()) {
				const path = ['people', index];
				const record = trainingOf(entry, role, catalogue)?.record;
				if (!record) {
					const message = `there is no training record for the role "${role}", although the pattern is at ${at}.`;
					const fix = `Record the training: npm run record training patterns/${entry.id}. Or go back a stage.`;
					yield { entry, path, message, fix };
					continue;
				}
				const { topics, people } = trainingGap(record, catalogue);
				if (topics.length > 0) {
					const names = topics.map((topic) => trainingTopic.label(topic).toLowerCase()).join(', ');
					const message = `the training of "${role}" does not cover ${names}.`;
					yield { entry, path, message, fix: 'Train people in what is missing, then record it.' };
				}
				if (people > 0) {
					const message = `${people} of ${record.people} people in the role "${role}" have not finished the training.`;
					yield { entry, path, message, fix: 'Train them, then record it.' };
				}
			}
		}
	},
};
