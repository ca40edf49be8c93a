/** Nobody approves what they made, and one person is one voice. */
import type { Approval } from '#schemas/approvals.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { Problem, Rule } from '../model/rule.ts';

const rights = (approver: string) =>
	`decisionRights: { approvesUseCase: ${approver}, ownsData: office, monitorsQuality: office, respondsToFailure: office }`;

export const separation: Rule = {
	id: 'separation',
	phase: 'policy',
	severity: 'error',
	summary:
		'The team that owns a pattern does not approve its uses; no author approves it; one person fills one seat.',
	why: 'An approval is worth what a second pair of eyes adds. Nobody finds their own blind spot, and one person in two seats is one opinion counted twice.',
	source: 'Domain rule 16, brief §3, NIST SP 800-53 AC-5',
	example: { in: 'patterns', fails: rights('office'), passes: rights('council') },
	*check(catalogue) {
		for (const entry of catalogue.patterns.values()) {
			const { owner, decisionRights } = entry.data;
			if (decisionRights.approvesUseCase === owner) {
				const message = `"${owner}" owns the pattern and approves its use cases as well.`;
				const fix = 'Let another team approve, such as the governance council.';
				yield { entry, path: ['decisionRights', 'approvesUseCase'], message, fix };
			}
		}
		for (const entry of catalogue.approvals.values()) yield* approvers(entry, catalogue);
	},
};

/** Judges the approvals of the version that stands; older ones are history, which nothing rests on. */
function* approvers(entry: Entry<'approvals'>, { patterns }: Catalogue): Generator<Problem> {
	const version = patterns.get(entry.id)?.data.version;
	const seen: Approval[] = [];
	for (const [index, approval] of entry.data.approvals.entries()) {
		if (approval.version !== version) continue;
		const path = ['approvals', index, 'by'];
		const { by, seat } = approval;
		if (approval.authors.some((author) => isSamePerson(author, by))) {
			const message = `"${by}" approves in the seat ${seat} and is an author of what is approved.`;
			yield { entry, path, message, fix: 'Ask a person for this seat who wrote none of it.' };
		}
		const other = seen.find(
			(earlier) =>
				earlier.digest === approval.digest && earlier.seat !== seat && isSamePerson(earlier.by, by),
		);
		if (other) {
			const message = `"${by}" fills the seat ${seat} and the seat ${other.seat}.`;
			yield { entry, path, message, fix: 'Ask another person for one of the two seats.' };
		}
		seen.push(approval);
	}
}

/**
 * Whether two signatures are of one person: the same name or the same mail address.
 *
 * @example
 * isSamePerson('Ada Example <ada@host.example>', 'ada example') // => true
 */
export function isSamePerson(a: string, b: string): boolean {
	const known = new Set(marksOf(a));
	return marksOf(b).some((mark) => known.has(mark));
}

const marksOf = (signature: string): string[] =>
	signature
		.split(/[<>]/)
		.map((part) => part.trim().replace(/\s+/g, ' ').toLowerCase())
		.filter((part) => part !== '');
