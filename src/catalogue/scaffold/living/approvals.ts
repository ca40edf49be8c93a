/** Approvals of the example organisation, signed with keys that everyone has. */
import type { ApprovalFile, Statement } from '#schemas/approvals.ts';
import { patternContents } from '../../judge/approval/digest.ts';
import { newStatement } from '../../judge/approval/new-statement.ts';
import { partsOf } from '../../judge/approval/relies-on.ts';
import {
	approvalPath,
	approvalText,
	NAMESPACE,
	signedText,
} from '../../judge/approval/statement.ts';
import { subjectNamed } from '../../judge/approval/subject.ts';
import { exampleMembers } from '../../judge/signature/example-keys.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import type { NewFile } from '../prompt.ts';
import { desks } from './desks.ts';
import { moved } from './told.ts';

interface Signing {
	on: string;
	conditions?: Statement['conditions'];
	/** Seats that have not signed yet. */
	without?: readonly string[];
}

/** What the council has signed, and when. */
const patterns: Readonly<Record<string, Signing>> = {
	'support-case-triage': {
		on: '2026-07-15',
		conditions: [{ text: 'Keep the confidence threshold at 0.80 or above.' }],
	},
	'knowledge-summarisation': { on: '2026-04-20' },
	'structured-data-extraction': { on: '2026-10-19' },
	'notice-translation': { on: '2026-06-22' },
};
const useCases: Readonly<Record<string, Signing>> = {
	'consumer-service-desk-triage': {
		on: '2026-09-11',
		conditions: [
			{ text: 'Report the difference between languages every quarter.', due: '2027-01-12' },
		],
	},
	'business-accounts-triage': { on: '2026-10-16' },
	...Object.fromEntries(Object.entries(desks).map(([id, { approved }]) => [id, { on: approved }])),
	'branch-procedure-summaries': { on: '2026-04-30' },
	'supplier-contract-capture': { on: '2026-11-26', without: ['business'] },
	'claims-file-briefs': {
		on: '2026-11-29',
		without: ['legal', 'compliance', 'data', 'business'],
		conditions: [
			{ text: 'No claim is decided from a brief until the impact assessment is signed.' },
		],
	},
};
/** Controls, connectors and models are signed before the patterns that use them. */
const PARTS_ON = '2026-04-13';

/** The approvals of what there is now. */
export function approvalsFor(catalogue: Catalogue, months: number): NewFile[] {
	const approved = Object.keys(patterns).flatMap((id) => catalogue.patterns.get(id) ?? []);
	const parts = new Set(approved.flatMap((pattern) => partsOf(pattern, catalogue)));
	return [
		...[...parts]
			.sort()
			.flatMap((name) => signed(name, moved({ on: PARTS_ON }, months), catalogue)),
		...Object.entries(patterns).flatMap(([id, how]) =>
			signed(`patterns/${id}`, moved(how, months), catalogue),
		),
		...Object.entries(useCases).flatMap(([id, how]) =>
			signed(`use-cases/${id}`, moved(how, months), catalogue),
		),
	];
}

/** Signatures of versions that came before those of now. */
const former: Readonly<Record<string, Signing>> = {
	'use-cases/supplier-contract-capture': { on: '2026-10-30' },
	'patterns/notice-translation': { on: '2026-04-14' },
};

/** The approvals of the versions before, from the content of that time. */
export const formerApprovals = (catalogue: Catalogue, months: number): NewFile[] =>
	Object.entries(former).flatMap(([name, how]) => signed(name, moved(how, months), catalogue));

/** One file for each seat that signs. */
function signed(name: string, how: Signing, catalogue: Catalogue): NewFile[] {
	const subject = subjectNamed(name, catalogue);
	if (!subject) return [];
	return exampleMembers
		.filter(({ seat }) => subject.seats.includes(seat) && !how.without?.includes(seat))
		.map(({ seat, member, sign }, at) => {
			const conditions = at === 0 ? (how.conditions ?? []) : [];
			const statement = newStatement(subject, catalogue, how.on, {
				seat,
				authors: ['Example author <author@organisation.example>'],
				conditions,
				member: member.email,
				name: member.name,
			});
			const file: ApprovalFile = {
				example: true,
				statement,
				signature: sign(signedText(statement), NAMESPACE),
				files: isOf('patterns', subject.entry) ? patternContents(subject.entry, catalogue) : {},
			};
			return { path: approvalPath(statement), text: approvalText(file) };
		});
}
