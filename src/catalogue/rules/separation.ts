/** The team that owns a pattern does not approve its uses. Who signs what is in `approval-sound`. */
import type { Rule } from '../model/rule.ts';

const rights = (approver: string) =>
	`decisionRights: { approvesUseCase: ${approver}, ownsData: office, monitorsQuality: office, respondsToFailure: office }`;

export const separation: Rule = {
	id: 'separation',
	phase: 'policy',
	severity: 'error',
	summary: 'The team that owns a pattern does not approve its uses.',
	why: 'An approval helps because a second person checks. Nobody sees their own mistakes.',
	source: 'Domain rule 16, project brief, section 3, NIST SP 800-53 AC-5',
	example: { in: 'patterns', fails: rights('office'), passes: rights('council') },
	*check({ patterns }) {
		for (const entry of patterns.values()) {
			const { owner, decisionRights } = entry.data;
			if (decisionRights.approvesUseCase === owner) {
				const message = `"${owner}" owns the pattern and also approves its use cases.`;
				const fix = 'Let another team approve, such as the governance council.';
				yield { entry, path: ['decisionRights', 'approvesUseCase'], message, fix };
			}
		}
	},
};
