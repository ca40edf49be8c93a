/** What a pattern in use adds to the content: a use case, a waiver, a training record, a late model. */
import type { Files } from '#tests/mutations/files.ts';

const TRIAGE = 'patterns/support-case-triage/pattern.mdx';

/** A live use case; a control that is waived, a role that is trained, a model near its end. */
export function putToUse(files: Files): void {
	files.set(
		'content/use-cases/warranty-desk.yaml',
		[
			'title: Warranty desk triage',
			'summary: Sorts the cases of one help desk into its queues before an agent opens them.',
			'status: proposed',
			'owner: service-operations',
			'version: "1.0.0"',
			'reviewed: 2026-11-18',
			'pattern: support-case-triage',
			'businessOwner: Head of Customer Care',
			'outcome: service-efficiency',
			'stage: pilot',
			'liveSince: 2026-11-20',
			'tier: medium',
			'data: confidential',
			'connectors: [service-desk, model-gateway]',
			'measures:',
			'  - { metric: cycle-time, baseline: 40, target: { atMost: 15 } }',
		].join('\n'),
	);
	const waiver = [
		'waivers:',
		'  - control: drift-monitoring',
		'    because: The dashboard for drift comes with the next release of the gateway.',
		'    compensatedBy: The product manager reads fifty labels by hand each week.',
		'    by: A. One',
		'    seat: technology',
		'    granted: 2026-11-10',
		'    expires: 2026-12-31',
	].join('\n');
	files.swap(TRIAGE, '\npeople:\n', `\n${waiver}\npeople:\n`);
	const completed =
		'{ date: 2026-11-12, covers: [purpose, data, reading-output, reporting-issues], source: Course list }';
	files.swap(
		TRIAGE,
		'  - role: support-team\n',
		`  - role: support-team\n    completed: ${completed}\n`,
	);
	const model = 'content/models/small-fast.mdx';
	files.set(model, files.text(model).replace(/^retires: .*$/m, 'retires: 2026-12-20'));
}
