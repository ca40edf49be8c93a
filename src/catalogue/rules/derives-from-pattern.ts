/** A use case stands on a pattern that may be used, within what was approved there. */
import { type DataClass, dataClass } from '#schemas/vocabularies.ts';
import { atLeast, tierOf } from '../judge/tier.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

const rank = (value: DataClass) => dataClass.values.indexOf(value);

export const derivesFromPattern: Rule = {
	id: 'derives-from-pattern',
	phase: 'policy',
	severity: 'error',
	summary:
		'A use case names an approved pattern and stays within its tier, its data and its connectors.',
	why: 'What was approved is the pattern. A use that takes more data, another system or a lower tier was approved by nobody.',
	source: 'Domain rule 21, brief FAQ 6',
	example: { in: 'use-cases', fails: 'data: confidential', passes: 'data: internal' },
	*check({ 'use-cases': useCases, patterns, policy }) {
		for (const entry of useCases.values()) {
			const pattern = patterns.get(entry.data.pattern);
			if (!pattern) continue;
			yield* standing(entry, pattern);
			const tier = tierOf(pattern.data, policy);
			if (!atLeast(entry.data.tier, tier)) {
				const message = `the tier is ${entry.data.tier}; the pattern "${pattern.id}" is ${tier}.`;
				yield { entry, path: ['tier'], message, fix: `Write tier: ${tier}, or a stricter one.` };
			}
			const { data } = pattern.data.exposure;
			if (rank(entry.data.data) > rank(data)) {
				const message = `${entry.data.data} data is used; the pattern "${pattern.id}" is approved up to ${data}.`;
				const fix = 'Leave that data out, or have the pattern approved for it first.';
				yield { entry, path: ['data'], message, fix };
			}
			const listed = new Set(pattern.data.connectors.map(({ connector }) => connector));
			for (const [index, connector] of entry.data.connectors.entries()) {
				if (listed.has(connector)) continue;
				const message = `"${connector}" is no connector of the pattern "${pattern.id}".`;
				const fix = `It uses: ${[...listed].join(', ')}. Have the pattern changed first.`;
				yield { entry, path: ['connectors', index], message, fix };
			}
		}
	},
};

/** Whether the status of the pattern lets this use go on. */
function* standing(
	entry: Entry<'use-cases'>,
	{ id, data: pattern }: Entry<'patterns'>,
): Generator<Problem> {
	const { liveSince, stage, status } = entry.data;
	const path = ['pattern'];
	const move = pattern.successor ? ` Its successor is "${pattern.successor}".` : '';
	if (pattern.status === 'approved' || status === 'withdrawn') return;
	if (pattern.status === 'proposed' && stage === 'pilot' && !liveSince) return;
	// What is live may go on for a while; the rule deprecated-use counts its days.
	if (pattern.status === 'deprecated' && liveSince) return;
	const message = `the pattern "${id}" is ${pattern.status}.`;
	const fix =
		pattern.status === 'proposed'
			? 'Stay in the sandbox: stage pilot and no `liveSince`, until it is approved.'
			: `Name an approved pattern.${move}`;
	yield { entry, path, message, fix };
}
