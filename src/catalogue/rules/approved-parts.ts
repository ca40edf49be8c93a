/** What is approved relies on approved parts only. */

import { partsOf } from '../judge/approval/relies-on.ts';
import { signWords } from '../judge/approval/sign-words.ts';
import { standingOf } from '../judge/approval/standing.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Entry } from '../model/entry.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';

export const approvedParts: Rule = {
	id: 'approved-parts',
	phase: 'policy',
	severity: 'error',
	summary: 'An approved pattern uses approved controls, connectors and models.',
	why: 'A pattern is only as safe as its parts. A connector that the council has not approved can be used in a sandbox only.',
	source:
		'Project brief, section 6, approved connectors; the days of grace are in content/policy.yaml',
	*check(catalogue) {
		for (const pattern of catalogue.patterns.values()) {
			if (pattern.data.status === 'approved') yield* openParts(pattern, catalogue);
		}
	},
};

function* openParts(pattern: Entry<'patterns'>, catalogue: Catalogue): Generator<Problem> {
	const { all, policy, today } = catalogue;
	const { approvals } = standingOf(pattern, catalogue);
	const since =
		approvals
			.map(({ date }) => date)
			.sort()
			.at(-1) ?? today;
	const left = policy.approval.partsGraceDays - daysBetween(since, today);
	for (const name of partsOf(pattern, catalogue)) {
		const [collection = '', id = ''] = name.split('/');
		// `partsOf` names these three collections only; the place of each is its list in the pattern.
		const map: ReadonlyMap<string, Entry> = all[collection as 'controls' | 'connectors' | 'models'];
		const part = map.get(id);
		if (!part || !('status' in part.data) || part.data.status === 'approved') continue;
		const until = left > 0 ? ` You have ${countOf(left, 'day')} left.` : '';
		yield {
			entry: pattern,
			path: placeOf(pattern, collection, id),
			severity: left > 0 ? 'warning' : 'error',
			message: `${name} is ${part.data.status}, and an approved pattern needs approved parts.`,
			fix: `Have it approved: ${signWords(name, standingOf(part, catalogue).missing)}.${until}`,
		};
	}
}

function placeOf({ data }: Entry<'patterns'>, collection: string, id: string) {
	if (collection === 'controls')
		return ['controls', data.controls.findIndex(({ control }) => control === id), 'control'];
	if (collection === 'connectors')
		return [
			'connectors',
			data.connectors.findIndex(({ connector }) => connector === id),
			'connector',
		];
	const index = data.models.indexOf(id);
	return index < 0 ? ['models'] : ['models', index];
}
