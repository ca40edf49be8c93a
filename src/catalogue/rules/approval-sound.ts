/** Each approval is what a member of the council signed: nothing in it was changed or made up. */
import { faultsOf } from '../judge/approval/faults.ts';
import type { Rule } from '../model/rule.ts';

export const approvalSound: Rule = {
	id: 'approval-sound',
	phase: 'policy',
	severity: 'error',
	summary:
		'Each approval is signed by a member of its seat, with a listed key. The signature covers the subject, version and dates.',
	why: 'Teams trust what is approved. Anyone can type a name into a file; only a member can sign with their own key.',
	source: 'Domain rule 16; project brief, section 3; NIST SP 800-53 AC-5 and AU-10',
	example: {
		in: 'approvals',
		fails: statement('patterns/another'),
		passes: statement('patterns/summary'),
	},
	*check(catalogue) {
		for (const entry of catalogue.approvals.values()) {
			for (const fault of faultsOf(entry, catalogue)) yield { entry, ...fault };
		}
	},
};

function statement(subject: string): string {
	return `statement:
  format: 1
  subject: ${subject}
  version: "1.0.0"
  digest: "${'0'.repeat(64)}"
  tier: low
  reliesOn: {}
  seat: technology
  member: tess@example.com
  name: Tess Reviewer
  date: 2026-11-02
  reviewBy: 2027-11-02
  conditions: []
  authors: [Ada Writer <ada@example.com>]`;
}
