/** The house catalogue broken in one way each, the rule that must catch it, and the line it must name. */
import { approve, evaluate, type Files } from '#tests/support/house/files.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { SORTING_PROMPT } from '#tests/support/house/prompts.ts';

export interface Variant {
	name: string;
	/** Rule of the finding. */
	rule: string;
	/** File of the finding; the pattern where it is left out. */
	file?: string;
	/** Text on the line of the finding, in the broken file. */
	at: string;
	severity?: 'warning';
	/** Day of the check, where another one breaks it. */
	today?: string;
	break: (files: Files) => Files | Promise<Files>;
}

const FOLDER = `patterns/${LETTERS}`;
export const PATTERN = `${FOLDER}/pattern.mdx`;
const REGISTER = `${FOLDER}/register.yaml`;
const PROMPT = `${FOLDER}/prompts/${SORTING_PROMPT}.prompt`;
const CASES = `${FOLDER}/prompts/${SORTING_PROMPT}.cases.yaml`;
const APPROVAL = `content/approvals/${FOLDER}/1.0.0.technology.yaml`;
const POLICY = 'content/policy.yaml';
const swap = (from: string, to: string) => (files: Files) => files.swap(PATTERN, from, to);
const swapIn = (file: string, from: string, to: string) => (files: Files) =>
	files.swap(file, from, to);
const drop = (from: string, until: string) => (files: Files) => files.drop(PATTERN, from, until);
/** Takes a control from the next risk that names it, and the table of the starter, which names all. */
const without = (files: Files, control: string) =>
	files.swap(PATTERN, `      - ${control}\n`, '').set(`${FOLDER}/starter/controls.json`, '[]\n');
const add = (text: string) => swap('\n## Fit\n', `\n## Fit\n\n${text}\n`);

/** The lines of a waiver, before the incident. */
const waiver = (lines: readonly string[]) =>
	swap('\nwaivers: []\n', `\nwaivers:\n  - ${lines.join('\n    ')}\n`);
const granted = [
	'because: The gateway of the new site cannot do it before the move.',
	'compensatedBy: A person reads every case of that site until then.',
	'by: A. Reviewer',
	'seat: security',
];

const seats = { technology: 'A. One', security: 'B. Two', business: 'C. Three' };
const evaluated = (files: Files) => evaluate(files, LETTERS);
const signed = async (files: Files, who = seats, authors?: readonly string[]) =>
	approve(files, LETTERS, {
		seats: who,
		...(authors && { authors }),
	});

const tombstone = [
	'title: An old entry',
	'summary: What it was, in the words it had before it was withdrawn.',
	'owner: office',
	'withdrawn: 2026-11-20',
	'because: Two controls asked for the same thing.',
].join('\n');

const long = `A case ${'that somebody wrote '.repeat(10)}arrives at the desk and ${'is read by somebody '.repeat(4)}there.`;

export const variants: readonly Variant[] = [
	// Files and YAML
	{
		name: 'a file in no place',
		rule: 'file',
		file: `${FOLDER}/notes.txt`,
		at: 'x',
		break: (files) => files.set(`${FOLDER}/notes.txt`, 'x'),
	},
	{
		name: 'an empty file',
		rule: 'file',
		file: PROMPT,
		at: '',
		break: (files) => files.set(PROMPT, ''),
	},
	{
		name: 'a hidden direction character',
		rule: 'hidden',
		at: 'title: \u202eLetter',
		break: swap('title: Letter', 'title: \u202eLetter'),
	},
	{
		name: 'an id in capitals',
		rule: 'id',
		file: 'content/risks/Leak.mdx',
		at: '---',
		break: (files) => files.set('content/risks/Leak.mdx', files.text('content/risks/leak.mdx')),
	},
	{
		name: 'a prompt id that is taken',
		rule: 'id',
		file: PROMPT,
		at: '---',
		break: (files) =>
			files.set(`patterns/address-checks/prompts/${SORTING_PROMPT}.prompt`, files.text(PROMPT)),
	},
	{
		name: 'no closing line of the frontmatter',
		rule: 'frontmatter',
		at: '---',
		break: (files) => files.set(PATTERN, files.text(PATTERN).replaceAll('\n---\n', '\n')),
	},
	{
		name: 'broken YAML',
		rule: 'yaml',
		file: REGISTER,
		at: '  - envelope',
		break: swapIn(REGISTER, 'aliases:\n', 'aliases: [\n'),
	},
	{
		name: 'a key twice',
		rule: 'yaml',
		file: REGISTER,
		at: 'stage: pilot # again',
		break: swapIn(REGISTER, 'stage: pilot', 'stage: pilot\nstage: pilot # again'),
	},
	{
		name: 'an alias',
		rule: 'yaml',
		at: 'problem: *one',
		break: swap('problem: triage', 'problem: *one'),
	},
	// Keys and values
	{
		name: 'a key that is missing',
		rule: 'schema',
		file: REGISTER,
		at: 'status: proposed',
		break: swapIn(REGISTER, 'owner: post-room\n', ''),
	},
	{
		name: 'a misspelt key',
		rule: 'schema',
		at: 'busineOwner',
		break: swap('businessOwner: Head of', 'busineOwner: Head of'),
	},
	{
		name: 'a word outside the vocabulary',
		rule: 'schema',
		at: 'problem: triaje',
		break: swap('problem: triage', 'problem: triaje'),
	},
	{
		name: 'a text where a list belongs',
		rule: 'schema',
		file: REGISTER,
		at: 'aliases: post triage',
		break: swapIn(
			REGISTER,
			'aliases:\n  - envelope classification\n  - post triage\n',
			'aliases: post triage\n',
		),
	},
	{
		name: 'a day that does not exist',
		rule: 'schema',
		file: REGISTER,
		at: 'reviewed: 2026-02-30',
		break: swapIn(REGISTER, 'reviewed: 2026-11-22', 'reviewed: 2026-02-30'),
	},
	{
		name: 'a version without quotes',
		rule: 'schema',
		at: 'version: 1.10',
		break: swap('version: 1.0.0', 'version: 1.10'),
	},
	{
		name: 'an empty summary',
		rule: 'schema',
		at: 'summary: ""',
		break: (files) =>
			files.set(PATTERN, files.text(PATTERN).replace(/^summary: [^:]*\n/m, 'summary: ""\n')),
	},
	// References
	{
		name: 'a control that does not exist',
		rule: 'reference',
		at: 'injection-scren',
		break: swap('- control: injection-screen', '- control: injection-scren'),
	},
	{
		name: 'a connector that does not exist',
		rule: 'reference',
		at: 'connector: letter-dsk',
		break: swap('connector: letter-desk', 'connector: letter-dsk'),
	},
	{
		name: 'a metric that does not exist',
		rule: 'reference',
		at: 'metric: overide-share',
		break: swap('metric: override-share', 'metric: overide-share'),
	},
	{
		name: 'a team that does not exist',
		rule: 'reference',
		file: REGISTER,
		at: 'owner: post-rom\n',
		break: swapIn(REGISTER, 'owner: post-room', 'owner: post-rom'),
	},
	{
		name: 'an item of another edition',
		rule: 'reference',
		file: 'content/risks/prompt-injection.mdx',
		at: 'HL01:2025',
		break: swapIn('content/risks/prompt-injection.mdx', 'HL01:2026', 'HL01:2025'),
	},
	{
		name: 'a link in the prose to nothing',
		rule: 'reference',
		at: '/controls/second-lok/',
		break: add('See [the control](/controls/second-lok/) first.'),
	},
	// Code in prose
	{ name: 'an import', rule: 'mdx', at: 'import fs', break: add("import fs from 'node:fs'") },
	{
		name: 'an expression',
		rule: 'mdx',
		at: '{process.env.HOME}',
		break: add('Home is {process.env.HOME} here.'),
	},
	{ name: 'a script', rule: 'mdx', at: '<script>', break: add('<script>alert(1)</script>') },
	{
		name: 'a link that runs code',
		rule: 'mdx',
		at: 'javascript:',
		break: add('Press [the button](javascript:alert(1)) once.'),
	},
	{
		name: 'a picture from elsewhere',
		rule: 'mdx',
		at: 'pixel.png',
		break: add('![A drawing](https://elsewhere.example/pixel.png)'),
	},
	{ name: 'a component nobody knows', rule: 'mdx', at: '<Frame', break: add('<Frame src="x" />') },
	// Tier, controls, architecture
	{
		name: 'a lower tier than computed',
		rule: 'tier-consistent',
		at: 'tier: low',
		break: swap('problem: triage', 'problem: triage\ntier: low'),
	},
	{
		name: 'data above the ceiling of a connector',
		rule: 'data-ceiling',
		at: 'data: restricted',
		break: (files) =>
			files.swap(
				PATTERN,
				'access: read\n    data: confidential',
				'access: read\n    data: restricted',
			),
	},
	{
		name: 'a lower class than what passes through',
		rule: 'data-ceiling',
		at: 'data: internal # lowered',
		break: swap('data: confidential\n  personalData', 'data: internal # lowered\n  personalData'),
	},
	{
		name: 'a required control removed',
		rule: 'tier-controls',
		at: '- control: logging',
		break: (files) =>
			without(files, 'shelf-watch').drop(
				PATTERN,
				'  - control: shelf-watch',
				'  - control: injection-screen',
			),
	},
	{
		name: 'the only control of a risk removed',
		rule: 'risk-covered',
		at: 'mitigatedBy: [labelled-set] # only',
		break: swap(
			'mitigatedBy:\n      - logging\n      - entry-rights\n',
			'mitigatedBy: [labelled-set] # only\n',
		),
	},
	{
		name: 'a control at a node that does not exist',
		rule: 'enforced-at-exists',
		at: 'enforcedAt: chek',
		break: swap('enforcedAt: check', 'enforcedAt: chek'),
	},
	{
		name: 'a flow to a node that does not exist',
		rule: 'enforced-at-exists',
		at: 'to: intak # gone',
		break: swap('to: intake\n', 'to: intak # gone\n'),
	},
	{
		name: 'access that the connector does not offer',
		rule: 'connector-access',
		at: 'access: index-write',
		break: swap(
			'- connector: letter-desk\n    access: read',
			'- connector: letter-desk\n    access: index-write',
		),
	},
	{
		name: 'a dimension that nothing measures',
		rule: 'five-dimensions',
		at: '- metric: adoption',
		break: drop('  - metric: risk', '  - metric: operational-performance'),
	},
	{
		name: 'a decision about a person that it takes alone',
		rule: 'person-decision',
		at: 'effect: acts-alone',
		break: swap('decidesAboutPerson: false', 'decidesAboutPerson: true'),
	},
	{
		name: 'high tier without its three controls',
		rule: 'high-tier-trio',
		at: '- control: logging',
		break: (files) =>
			without(without(files, 'second-look'), 'second-look')
				.drop(PATTERN, '  - control: second-look', '  - control: labelled-set')
				.swap(PATTERN, 'regulated: false', 'regulated: true'),
	},
	{
		name: 'a stored secret as sign-in',
		rule: 'connector-auth',
		at: 'auth: static-key',
		break: swap('access: read\n', 'access: read\n    auth: static-key\n'),
	},
	{
		name: 'an agent without bounds',
		rule: 'agent-bounds',
		at: '- agent',
		break: swap('techniques:\n', 'techniques:\n  - agent\n'),
	},
	{
		name: 'a stage beyond the pilot without a baseline',
		rule: 'baseline-target',
		at: 'metric: business-impact',
		break: swapIn(REGISTER, 'stage: pilot', 'stage: early-production'),
	},
	{
		name: 'a stage beyond the pilot without trained people',
		rule: 'skilling',
		at: 'role: analyst',
		break: swapIn(REGISTER, 'stage: pilot', 'stage: early-production'),
	},
	{
		name: 'an evaluation without tone',
		rule: 'evaluation-scope',
		at: '- dimension: factuality',
		break: drop('    - dimension: tone', '    - dimension: task-success'),
	},
	{
		name: 'a contract without escalation',
		rule: 'telemetry-minimum',
		file: POLICY,
		at: '- escalation',
		break: (files) => files.drop(POLICY, '    - what: Signal escalation', '  mandatory:'),
	},
	{
		name: 'a log kept too short for an Annex III area',
		rule: 'log-retention',
		at: 'annexIII',
		break: (files) =>
			files
				.swap(PATTERN, 'regulated: false', 'regulated: true\n  annexIII: employment')
				.swap(
					POLICY,
					'sensitive: true\n      keepDays: 180',
					'sensitive: true\n      keepDays: 90',
				),
	},
	{
		name: 'a review that is late',
		rule: 'review-due',
		file: REGISTER,
		at: 'reviewed: 2026-01-01',
		severity: 'warning',
		break: swapIn(REGISTER, 'reviewed: 2026-11-22', 'reviewed: 2026-01-01'),
	},
	{
		name: 'a retired model',
		rule: 'model-retirement',
		at: '- large',
		break: (files) =>
			files.set(
				'content/models/large.mdx',
				files.text('content/models/large.mdx').replace(/^retires: .*$/m, 'retires: 2026-10-01'),
			),
	},
	// Waivers
	{
		name: 'a waiver that has run out',
		rule: 'waiver-valid',
		at: 'expires: 2026-11-01',
		break: waiver([
			'control: shelf-watch',
			...granted,
			'granted: 2026-10-01',
			'expires: 2026-11-01',
		]),
	},
	{
		name: 'a waiver that lasts too long',
		rule: 'waiver-valid',
		at: 'expires: 2027-09-01',
		break: waiver([
			'control: shelf-watch',
			...granted,
			'granted: 2026-11-01',
			'expires: 2027-09-01',
		]),
	},
	{
		name: 'a waiver of what cannot be waived',
		rule: 'waiver-valid',
		at: 'control: entry-rights\n    because',
		break: waiver([
			'control: entry-rights',
			...granted,
			'granted: 2026-11-01',
			'expires: 2026-12-01',
		]),
	},
	// Prompts
	{
		name: 'a variable that is not declared',
		rule: 'prompt-variables',
		file: PROMPT,
		at: '{{letterBdy}}',
		break: swapIn(PROMPT, '{{letterBody}}', '{{letterBdy}}'),
	},
	{
		name: 'a variable that nothing uses',
		rule: 'prompt-variables',
		file: PROMPT,
		at: 'letterSubject: string',
		break: swapIn(PROMPT, '{{letterSubject}}', 'none'),
	},
	{
		name: 'no injection case for untrusted input',
		rule: 'cases-present',
		file: CASES,
		at: '- name: charged twice',
		break: (files) =>
			files.set(CASES, files.text(CASES).replaceAll('kind: injection', 'kind: edge')),
	},
	{
		name: 'a version without a change',
		rule: 'versions-and-changes',
		file: PROMPT,
		at: '- version: 1.0.0',
		break: swapIn(PROMPT, 'version: 1.0.0', 'version: 1.1.0'),
	},
	{
		name: 'free text without a limit',
		rule: 'prompt-variables',
		file: PROMPT,
		at: 'label: Letter text',
		break: swapIn(PROMPT, '    maxLength: 8000\n', ''),
	},
	{
		name: 'untrusted text among the instructions',
		rule: 'prompt-hygiene',
		file: PROMPT,
		at: 'The letter says: {{letterBody}}',
		break: swapIn(
			PROMPT,
			'Do not guess to avoid',
			'The letter says: {{letterBody}}\nDo not guess to avoid',
		),
	},
	{
		name: 'a key in a prompt',
		rule: 'no-secret',
		file: PROMPT,
		at: 'ghp_',
		break: swapIn(
			PROMPT,
			'Do not guess to avoid',
			`Sign in with ${['ghp', 'x7Kp2LmQ9RtV4WzYb1Nc8DfGh3JsA6EuT5oI'].join('_')}.\nDo not guess to avoid`,
		),
	},
	{
		name: 'a key in prose',
		rule: 'no-secret',
		at: 'BEGIN RSA',
		break: add(
			[
				'```text',
				`-----BEGIN ${'RSA'} PRIVATE KEY-----`,
				'MIIEpAIBAAKCAQEA7bq9rW0Zx1kq3Hc8v0hJ6m2m5E2y7n0v7Q==',
				`-----END ${'RSA'} PRIVATE KEY-----`,
				'```',
			].join('\n'),
		),
	},
	// Words
	{
		name: 'a link that says nothing',
		rule: 'link-text',
		severity: 'warning',
		at: '[here]',
		break: add('The list is [here](/controls/second-look/).'),
	},
	{
		name: 'a picture without words',
		rule: 'image-alt',
		at: '![](',
		break: add('![](drawing.png)'),
	},
	{
		name: 'a sentence nobody can hold',
		rule: 'plain-language',
		severity: 'warning',
		at: 'A case that',
		break: add(long),
	},
	{
		name: 'a word to avoid',
		rule: 'better-words',
		severity: 'warning',
		at: 'in vain',
		break: add('Some letters come in vain.'),
	},
	{
		name: 'a gap left by the scaffold',
		rule: 'to-fill',
		at: 'FILL:',
		break: swap('\nfit: ', '\nfit: "FILL: who it is for, in one sentence." # '),
	},
	// Approval, release, withdrawal
	{
		name: 'approved without a run of its evaluation',
		rule: 'prompt-evaluated',
		at: 'dataset: ',
		break: (files) => signed(files),
	},
	{
		name: 'approved on a run that failed a limit',
		rule: 'prompt-evaluated',
		at: 'atMost: 40',
		break: async (files) =>
			signed(
				(await evaluated(files)).swap(
					PATTERN,
					'atLeast: 90\n      cases: 300\n    - dimension: relevance',
					'atMost: 40\n      cases: 300\n    - dimension: relevance',
				),
			),
	},
	{
		name: 'a status that nobody can type',
		rule: 'schema',
		file: REGISTER,
		at: 'status: approved',
		break: swapIn(REGISTER, 'status: proposed', 'status: approved'),
	},
	{
		name: 'edited after the approval',
		rule: 'approval-complete',
		severity: 'warning',
		file: REGISTER,
		at: 'status: proposed',
		break: async (files) => (await signed(files)).swap(PATTERN, '\nfit: The ', '\nfit: A '),
	},
	{
		name: 'a prompt edited after the approval',
		rule: 'approval-complete',
		severity: 'warning',
		file: REGISTER,
		at: 'status: proposed',
		break: async (files) => (await signed(files)).swap(PROMPT, 'Do not guess', 'Never guess'),
	},
	{
		name: 'approved by an author',
		rule: 'approval-sound',
		file: APPROVAL,
		at: 'member: "a.one@example.com"',
		break: (files) => signed(files, seats, ['A. One']),
	},
	{
		name: 'an approval changed by hand',
		rule: 'approval-sound',
		file: APPROVAL,
		at: 'signature: |',
		break: async (files) =>
			(await signed(files)).swap(
				APPROVAL,
				'conditions: []',
				'conditions: [{ text: Test it first. }]',
			),
	},
	{
		name: 'a key that is too weak',
		rule: 'roster-sound',
		file: 'content/organisation.yaml',
		at: 'ssh-dss',
		break: async (files) => {
			const text = (await signed(files)).text('content/organisation.yaml');
			return files.set('content/organisation.yaml', text.replace('ssh-ed25519', 'ssh-dss'));
		},
	},
	{
		name: 'a released prompt that nobody released',
		rule: 'released-unchanged',
		file: `${FOLDER}/prompts/released/${SORTING_PROMPT}@0.9.0.prompt`,
		at: 'version: 0.9.0',
		break: (files) =>
			files.set(
				`${FOLDER}/prompts/released/${SORTING_PROMPT}@0.9.0.prompt`,
				files.text(PROMPT).replace('version: 1.0.0', 'version: 0.9.0'),
			),
	},
	{
		name: 'an id that was withdrawn',
		rule: 'withdrawn-id',
		file: 'content/controls/second-look.mdx',
		at: 'title: Second look',
		break: (files) => files.set('content/withdrawn/controls.second-look.yaml', tombstone),
	},
	{
		name: 'a reference to a withdrawn entry',
		rule: 'withdrawn-reference',
		at: 'metric: override-share',
		break: (files) =>
			files
				.remove('content/metrics/override-share.mdx')
				.set('content/withdrawn/metrics.override-share.yaml', tombstone),
	},
	{
		name: 'a reference to a deprecated entry',
		rule: 'deprecated-use',
		severity: 'warning',
		at: 'control: second-look',
		break: swapIn('content/controls/second-look.mdx', 'status: proposed', 'status: deprecated'),
	},
];
