/** What a pattern in use adds to the content: a use case, its outcome, a waiver, training, a late model. */
import { stringify } from 'yaml';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { recordPath } from '#catalogue/judge/records/place.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import type { Files } from '#tests/mutations/files.ts';
import { recordFile, training } from '#tests/support/records.ts';

const ID = 'support-case-triage';
const TRIAGE = `patterns/${ID}/pattern.mdx`;
const PROMPT = `patterns/${ID}/prompts/triage-classify.prompt`;
const MODEL = 'content/models/small-fast.mdx';

/** A live use case; a control that is waived, a role that is trained, a model near its end. */
export async function putToUse(files: Files): Promise<void> {
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
	files.set(MODEL, files.text(MODEL).replace(/^retires: .*$/m, 'retires: 2026-12-20'));

	const { catalogue } = await files.check();
	const subject = catalogue.patterns.get(ID);
	const model = catalogue.models.get('general-chat');
	const prompt = catalogue.prompts.get('triage-classify');
	if (!subject || !model || !prompt) throw new Error(`The pattern ${ID} cannot be put to use.`);
	const digest = contentDigest(subject, catalogue);
	const trained = training(
		{ subject, catalogue },
		{
			on: '2026-11-12',
			role: 'support-team',
			covers: ['purpose', 'data', 'reading-output', 'reporting-issues'],
			source: 'Course list',
		},
	);
	files.set(
		recordPath('patterns', ID, 'training', '2026-11'),
		recordFile(subject, [trained]).source,
	);
	const outcome = {
		title: 'Customers get answers sooner',
		summary: 'A case reaches the person who can answer it without waiting in the wrong queue.',
		owner: 'service-operations',
		reviewed: '2026-11-18',
		category: 'service-efficiency',
		accountable: 'Head of Customer Care',
		metric: 'cycle-time',
		baseline: 40,
		target: { atMost: 15 },
		combine: { how: 'mean', weightedBy: 'cases' },
	};
	files.set('content/outcomes/answers-sooner.yaml', stringify(outcome, { lineWidth: 0 }));
	const use = {
		title: 'Warranty desk triage',
		summary: 'Sorts the cases of one help desk into its queues before an agent opens them.',
		status: 'proposed',
		owner: 'service-operations',
		version: '1.0.0',
		reviewed: '2026-11-18',
		pattern: ID,
		builtOn: { version: subject.data.version, digest },
		businessOwner: 'Head of Customer Care',
		outcome: 'answers-sooner',
		state: 'live',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-11-20' }],
		liveSince: '2026-11-20',
		pilot: { exit: ['Nine labels in ten stand after a month.'], ends: '2027-01-31' },
		tier: 'medium',
		data: 'confidential',
		personalData: 'ordinary',
		sources: [
			{
				system: 'Service desk',
				direction: 'reads',
				data: 'confidential',
				personalData: 'ordinary',
				fields: ['subject', 'first message'],
				keptFor: '30 days',
				dataOwner: 'Head of Customer Care',
				classifiedOn: '2026-11-10',
			},
		],
		prompts: [
			{
				prompt: prompt.id,
				version: prompt.data.version,
				digest: fileDigest(files.text(PROMPT)),
			},
		],
		model: { model: model.id, pin: model.data.pinnedVersion, region: model.data.regions[0] },
		connectors: ['service-desk', 'model-gateway'].map((connector) => ({
			connector,
			access: 'read',
			data: 'confidential',
		})),
		switchOff: { who: 'Shift lead', how: 'Turn off the rule that calls the triage.' },
		measures: [
			{
				metric: 'cycle-time',
				headline: true,
				target: { atMost: 15 },
				owner: 'Head of Customer Care',
				source: 'Report of the service desk',
			},
		],
		decisionRights: subject.data.decisionRights,
	};
	files.set('content/use-cases/warranty-desk.yaml', stringify(use, { lineWidth: 0 }));
}
