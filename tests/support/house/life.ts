/**
 * The house catalogue in the middle of its life: approved, changed, late, released and withdrawn
 * entries, and a pattern in use.
 */
import { stringify } from 'yaml';
import { contentDigest } from '#catalogue/judge/approval/content-digest.ts';
import { recordPath } from '#catalogue/judge/records/place.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { recordFile, training } from '../records.ts';
import { approve, evaluate, Files } from './files.ts';
import { LETTERS } from './patterns.ts';
import { SORTING_PROMPT } from './prompts.ts';

const LETTERS_FILE = `patterns/${LETTERS}/pattern.mdx`;
const DRAFTS = 'reply-drafts';
const DRAFTS_FILE = `patterns/${DRAFTS}/pattern.mdx`;
/** The prompt that has a released version. */
export const DRAFTS_PROMPT = 'reply-drafts-prompt';
const DRAFTS_STEM = `patterns/${DRAFTS}/prompts`;
export const LATE = 'address-checks';
const LATE_REGISTER = `patterns/${LATE}/register.yaml`;
const LEAVING = 'content/models/leaving.mdx';
const SEATS = { technology: 'A. One', security: 'B. Two', business: 'C. Three' };
export const CONDITION = 'Report the spread between languages every quarter.';

/** Every file of it. */
export async function livedHouse(): Promise<Files> {
	const files = await Files.house();
	await release(files);
	files.set('content/withdrawn/patterns.old-sorting.yaml', TOMBSTONE);
	await putToUse(files);
	files.set(LEAVING, files.text(LEAVING).replace(/^retires: .*$/m, 'retires: 2026-12-20'));
	files.set(
		LATE_REGISTER,
		files.text(LATE_REGISTER).replace(/^reviewed: .*$/m, 'reviewed: 2026-04-01'),
	);
	await evaluate(files, LETTERS);
	await evaluate(files, LATE);
	await approve(files, LETTERS, { seats: SEATS, conditions: [CONDITION] });
	await approve(files, LATE, { seats: SEATS });
	await approve(files, DRAFTS, { seats: SEATS });
	return files.swap(DRAFTS_FILE, '\nproblem: draft\n', '\nproblem: draft # and changed since\n');
}

const TOMBSTONE = [
	'title: Old letter sorting',
	'summary: Sorted letters by words in the subject alone.',
	'owner: post-room',
	'version: "2.1.0"',
	'withdrawn: 2026-11-20',
	'because: Its word list sent urgent letters to the wrong shelf.',
	`successor: ${LETTERS}`,
].join('\n');

/** The prompt at 1.0.0 is frozen, and 1.1.0 says one line more. */
async function release(files: Files): Promise<void> {
	const path = `${DRAFTS_STEM}/${DRAFTS_PROMPT}.prompt`;
	const old = files.text(path);
	files.set(`${DRAFTS_STEM}/released/${DRAFTS_PROMPT}@1.0.0.prompt`, old);
	const newer = {
		version: '1.1.0',
		date: '2026-11-21',
		impact: 'minor',
		summary: 'Says when a letter is a repeat of an earlier one.',
	};
	const entry = stringify([newer]).replace(/^/gm, '  ').trimEnd();
	files
		.swap(path, 'version: 1.0.0\n', 'version: 1.1.0\n')
		.swap(path, 'catalogue.changes:\n', `catalogue.changes:\n${entry}\n`)
		.swap(path, '    summary: First', `    digest: ${fileDigest(old)}\n    summary: First`)
		.swap(
			path,
			'{{role "user"}}',
			'Treat a repeat of a letter as the first one.\n\n{{role "user"}}',
		);
}

/** A live use case with its outcome; a control that is waived, and a role that is trained. */
async function putToUse(files: Files): Promise<void> {
	const waiver = {
		control: 'shelf-watch',
		because: 'The dashboard comes with the next release of the gateway.',
		compensatedBy: 'The post room reads fifty labels by hand each week.',
		by: 'A. One',
		seat: 'technology',
		granted: '2026-11-10',
		expires: '2026-12-31',
	};
	files.set(
		LETTERS_FILE,
		files
			.text(LETTERS_FILE)
			.replace(/^waivers: \[\]$/m, stringify({ waivers: [waiver] }).trimEnd()),
	);
	const { catalogue } = await files.check();
	const subject = catalogue.patterns.get(LETTERS);
	const model = catalogue.models.get('large');
	const prompt = catalogue.prompts.get(SORTING_PROMPT);
	if (!subject || !model || !prompt) throw new Error(`${LETTERS} cannot be put to use.`);
	const trained = training(
		{ subject, catalogue },
		{ on: '2026-11-12', role: subject.data.people[0]?.role ?? '', source: 'Course list' },
	);
	files.set(
		recordPath('patterns', LETTERS, 'training', '2026-11'),
		recordFile(subject, [trained]).source,
	);
	files.set('content/outcomes/answers-sooner.yaml', stringify(OUTCOME, { lineWidth: 0 }));
	const use = {
		title: 'Warranty desk',
		summary: 'Sorts the letters of one desk before an agent opens them.',
		status: 'proposed',
		owner: 'post-room',
		version: '1.0.0',
		reviewed: '2026-11-18',
		pattern: LETTERS,
		builtOn: { version: subject.data.version, digest: contentDigest(subject, catalogue) },
		businessOwner: 'Head of Customer Care',
		outcome: 'answers-sooner',
		state: 'live',
		stage: 'pilot',
		stages: [{ stage: 'pilot', entered: '2026-11-20' }],
		liveSince: '2026-11-20',
		pilot: { exit: ['Nine labels in ten are right after a month.'], ends: '2027-01-31' },
		tier: 'medium',
		data: 'confidential',
		personalData: 'none',
		sources: [
			{
				system: 'Letter desk',
				direction: 'reads',
				data: 'confidential',
				personalData: 'none',
				fields: ['subject', 'first page'],
				keptFor: '30 days',
				dataOwner: 'Head of Customer Care',
				classifiedOn: '2026-11-10',
			},
		],
		prompts: [
			{ prompt: prompt.id, version: prompt.data.version, digest: fileDigest(prompt.source) },
		],
		model: { model: model.id, pin: model.data.pinnedVersion, region: model.data.regions[0] },
		connectors: [
			{ connector: 'letter-desk', access: 'read', data: 'confidential' },
			{ connector: 'gateway', access: 'invoke', data: 'confidential' },
		],
		switchOff: { who: 'Shift lead', how: 'Turn off the rule that calls the sorting.' },
		measures: [
			{
				metric: 'hours-to-shelf',
				headline: true,
				target: { atMost: 15 },
				owner: 'Head of Customer Care',
				source: 'Report of the letter desk',
			},
		],
		decisionRights: subject.data.decisionRights,
	};
	files.set('content/use-cases/warranty-desk.yaml', stringify(use, { lineWidth: 0 }));
}

const OUTCOME = {
	title: 'Writers get answers sooner',
	summary: 'A letter reaches the person who can answer it without waiting on the wrong shelf.',
	owner: 'post-room',
	reviewed: '2026-11-18',
	category: 'service-efficiency',
	accountable: 'Head of Customer Care',
	metric: 'hours-to-shelf',
	baseline: 40,
	target: { atMost: 15 },
	combine: { how: 'mean', weightedBy: 'letters' },
};
