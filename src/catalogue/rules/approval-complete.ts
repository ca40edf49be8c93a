/** "Approved" is a claim about exactly this content: every seat of the tier has signed its digest. */
import { councilSeat } from '#schemas/vocabularies.ts';
import { type Standing, standingOf } from '../judge/approval/standing.ts';
import type { Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

export const approvalComplete: Rule = {
	id: 'approval-complete',
	phase: 'policy',
	severity: 'error',
	summary:
		'A pattern with status approved has an approval of this very content from every seat of its tier.',
	why: 'A team builds on what was approved. Were one byte changed afterwards, it would build on something nobody looked at, under the name of those who looked at something else.',
	source: 'Brief §3, approval by the council; ours for the binding to content',
	example: { in: 'registers', fails: 'status: approved', passes: 'status: proposed' },
	*check(catalogue) {
		for (const pattern of catalogue.patterns.values()) {
			if (pattern.data.status !== 'approved') continue;
			const problem = describe(pattern, standingOf(pattern, catalogue));
			if (problem) yield { entry: pattern, path: ['status'], ...problem };
		}
	},
};

type Words = Pick<Problem, 'message' | 'fix' | 'severity'>;

function describe({ id }: Entry<'patterns'>, standing: Standing): Words | undefined {
	const { state, missing, expired, approvals, changedFiles, changedSince } = standing;
	const approve = `npm run approve -- ${id} --by NAME --seat SEAT`;
	if (state === 'complete') return undefined;
	if (state === 'expired') {
		const over = approvals.filter(({ seat }) => expired.includes(seat));
		return {
			severity: 'warning',
			message: `the approval ended: ${over.map(({ seat, reviewBy }) => `${seat} on ${reviewBy}`).join(', ')}.`,
			fix: `Review it and approve it anew: ${approve}`,
		};
	}
	const collect = `Set status to proposed, or collect what is missing: ${approve}`;
	if (state === 'changed') {
		const since = changedSince ? `${changedSince.version} on ${changedSince.date}` : 'then';
		const files = changedFiles.map(({ path, change }) => `${path} ${change}`).join(', ');
		return {
			message: `the content changed since the approval of ${since}: ${files || 'only the record of it'}.`,
			fix: `Undo the change, or have it approved anew: ${approve}. To merge it before that, set status to proposed.`,
		};
	}
	const lacking = missing.map((seat) => councilSeat.label(seat)).join(', ');
	return {
		message:
			state === 'none'
				? `status is "approved", and no approval is recorded; needed: ${lacking}.`
				: `status is "approved", and of this content no approval is recorded from: ${lacking}.`,
		fix: collect,
	};
}
