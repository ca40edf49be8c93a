/** Says when an entry that was approved no longer is, so that someone signs again or undoes it. */

import { approvalsAbout } from '../judge/approval/given.ts';
import { signWords } from '../judge/approval/sign-words.ts';
import { type Standing, standingOf } from '../judge/approval/standing.ts';
import { isApproved, nameOf } from '../judge/approval/subject.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Entry } from '../model/entry.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { MAKE_EXAMPLE } from './example-data.ts';

export const approvalComplete: Rule = {
	id: 'approval-complete',
	phase: 'policy',
	severity: 'warning',
	summary: 'The content is still what was approved, and the approval has not ended.',
	why: 'A team builds on what was approved. If one byte changed later, the team would be building on something nobody had reviewed.',
	source:
		'Project brief, section 3, approval by the council; our own rule for the binding to content',
	*check(catalogue) {
		for (const map of Object.values(catalogue.all)) {
			for (const entry of map.values()) yield* lost(entry, catalogue);
		}
	},
};

function* lost(entry: Entry, catalogue: Catalogue): Generator<Problem> {
	if (!isApproved(entry) || approvalsAbout(nameOf(entry), catalogue).length === 0) return;
	const { data } = entry;
	if (!('status' in data) || !['proposed', 'approved'].includes(data.status ?? '')) return;
	const words = describe(nameOf(entry), standingOf(entry, catalogue));
	const invented = approvalsAbout(nameOf(entry), catalogue).every((one) => one.data.example);
	if (words) yield { entry, path: ['status'], ...words, ...(invented && { fix: MAKE_EXAMPLE }) };
}

function describe(name: string, standing: Standing): Pick<Problem, 'message' | 'fix'> | undefined {
	const { state, seats, expired, approvals, changedFiles, changedSince, moved } = standing;
	if (state === 'expired') {
		const over = approvals.filter(({ seat }) => expired.includes(seat));
		return {
			message: `the approval ended: ${over.map(({ seat, reviewBy }) => `${seat} on ${reviewBy}`).join(', ')}.`,
			fix: `Review it and approve it again: ${signWords(name, expired)}`,
		};
	}
	if (state !== 'changed' || !changedSince || changedSince.proof === 'before') return undefined;
	const since = `${changedSince.version} on ${changedSince.date}`;
	const files = changedFiles.map(({ path, change }) => `${path} ${change}`);
	const parts = moved.filter(({ voids }) => voids).map((one) => `${one.name} changed`);
	const what = [...files, ...parts].join(', ') || 'the content or its tier';
	return {
		message: `the approval of ${since} is lost: ${what}.`,
		fix: `Undo the change, or have it approved again: ${signWords(name, seats)}`,
	};
}
