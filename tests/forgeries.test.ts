/**
 * Ways to forge or weaken an approval. Each is tried on a catalogue whose pattern three members have
 * signed, and each must be refused, or count for nothing, at the right file and line.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { approvalText, signedText } from '#catalogue/judge/approval/statement.ts';
import { checkFiles } from '#catalogue/load.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { judge } from '#catalogue/report/verdict.ts';
import type { Statement } from '#schemas/approvals.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { checkKept, entry, soundFiles, TODAY, textsOf } from './support/build.ts';
import { minimal } from './support/minimal.ts';
import { about, evaluation, recordFile } from './support/records.ts';
import {
	approvalBy,
	councilOf,
	lea,
	type Signer,
	signer,
	sol,
	statementFor,
	tess,
} from './support/signer.ts';

const NAME = 'patterns/summary';
const PATTERN = `${NAME}/pattern.mdx`;
const REGISTER = `${NAME}/register.yaml`;
const POLICY = 'content/policy.yaml';
const ROSTER = 'content/organisation.yaml';
const CONTROL = 'content/controls/logging.mdx';
const path = (seat: string, name = NAME) => `content/approvals/${name}/1.0.0.${seat}.yaml`;
const SECURITY = path('security');

const mallory = signer('Mallory Forger');
/** The address of Sol with a Cyrillic letter in it. */
const LOOKS_LIKE = 'sol.security@ex\u0430mple.com';
const left = signer('Lou Left', { until: '2026-10-31' });
const robbed = signer('Rob Robbed', { revoked: '2026-11-10' });
const members = { technology: [tess], security: [sol, left, robbed], legal: [lea] };

const policy = entry('policy', 'policy', {
	approval: {
		...minimal.policy().approval,
		seats: {
			low: ['technology', 'security', 'legal'],
			medium: ['technology', 'security', 'legal'],
			high: ['technology', 'security', 'legal'],
		},
		signedFrom: 'low',
		quorum: 2,
	},
});
const pattern = (changed: Parameters<typeof entry<'patterns'>>[2] = {}) =>
	entry('patterns', 'summary', changed);
/** A run that meets every limit, with the prompts and the model version there are. */
const passed = recordFile(
	pattern(),
	[evaluation(about(pattern(), entry('prompts')))],
	'evaluation.2026-11',
);

type Texts = Map<string, string>;
const filesOf = (texts: Texts): SourceFile[] =>
	[...texts].map(([file, text]) => ({ path: file, text }));
const load = (texts: Texts): Promise<Loaded> => checkFiles(filesOf(texts), { today: TODAY });

let base: Texts;
/** The same content before anyone signed. */
let open: Texts;

beforeAll(async () => {
	const sound = soundFiles({
		[POLICY]: policy.source,
		[ROSTER]: councilOf(members).source,
		...textsOf(pattern()),
		[passed.file]: passed.source,
		[path('technology')]: undefined,
	});
	open = new Map(sound.map((file) => [file.path, file.text ?? '']));
	base = new Map(open);
	for (const [seat, by] of [
		['technology', tess],
		['security', sol],
		['legal', lea],
	] as const) {
		await put(base, by, seat);
	}
});

/** Signs what there is, and puts the approval in its place. */
async function put(
	texts: Texts,
	by: Signer,
	seat: CouncilSeat,
	changed: Partial<Statement> = {},
	name = NAME,
) {
	const made = approvalBy(by, seat, name, (await checkKept(filesOf(texts))).catalogue, changed);
	texts.set(made.path, made.text);
	return made;
}

/** Writes the approval of security as a forger would: with any signature, or with none. */
async function forge(texts: Texts, signature?: (honest: Statement) => string) {
	const { data } = await put(texts, sol, 'security');
	const { statement, files } = data;
	const made = signature && { signature: signature(statement) };
	texts.set(SECURITY, approvalText({ statement, files, ...made }));
}

const edit = (texts: Texts, file: string, from: string | RegExp, to: string) => {
	const text = texts.get(file) ?? '';
	const next = text.replace(from, to);
	expect(next, `${file} has ${from}`).not.toBe(text);
	texts.set(file, next);
};
/** The next version of the pattern. */
const raise = (texts: Texts) => {
	for (const file of [PATTERN, REGISTER]) edit(texts, file, 'version: 1.0.0', 'version: 1.1.0');
};
const editStatement = (texts: Texts, seat: string, key: string, value: unknown) => {
	const document = parseDocument(texts.get(path(seat)) ?? '');
	document.setIn(['statement', key], value);
	texts.set(path(seat), document.toString({ lineWidth: 0 }));
};
const organisation = (changed: Partial<Record<CouncilSeat, readonly Signer[]>>) =>
	councilOf({ ...members, ...changed }).source;
const laxPolicy = (changed: Partial<(typeof policy)['data']['approval']>) =>
	entry('policy', 'policy', { ...policy.data, approval: { ...policy.data.approval, ...changed } })
		.source;

interface Forgery {
	name: string;
	/** What it starts from: everything signed, or nothing yet. */
	from: 'signed' | 'open';
	/** Rule, file and a text on the line of the finding. */
	finds: [rule: string, file: string, on: string];
	by: (texts: Texts) => unknown;
}

/** Someone signs in the seat of security who must not, or with a statement that must not be. */
const signed: [name: string, on: string, by: Signer, said?: Partial<Statement>][] = [
	['a member signs in a seat that they do not fill', 'member:', tess],
	['an author signs', 'member:', sol, { authors: ['SOL  security <other@example.com>'] }],
	['no author is named', 'authors:', sol, { authors: [] }],
	['the review date is later than the policy allows', 'reviewBy:', sol, { reviewBy: '2029-12-31' }],
	['the approval is dated tomorrow', 'date:', sol, { date: '2026-11-23' }],
	['a member who left signs', 'date:', left],
	['a member who left signs, and dates it back', 'signature: |', left, { date: '2026-10-30' }],
	['a revoked key signs', 'date:', robbed],
	['a revoked key signs, and dates it back', 'signature: |', robbed, { date: '2026-11-09' }],
	['an approval is older than it may be when it is merged', 'date:', sol, { date: '2026-11-01' }],
	['the statement leaves out what could change unseen', 'reliesOn:', sol, { reliesOn: {} }],
	[
		'the member has the address of another, but for one letter that only looks the same',
		'member:',
		mallory,
		{ member: LOOKS_LIKE, name: 'Sol Security' },
	],
];

/** Each of these is an error for whoever judges the proposal by the base. */
const refused: Forgery[] = [
	{
		name: 'my own key is added to a seat in the same commit',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'member:'],
		async by(texts) {
			texts.set(ROSTER, organisation({ security: [sol, mallory] }));
			await put(texts, mallory, 'security');
		},
	},
	{
		name: 'my own key is added, and the roster is called the first one again',
		from: 'signed',
		finds: ['council-approved', ROSTER, 'version:'],
		by: (texts) => texts.set(ROSTER, organisation({ security: [mallory] })),
	},
	{
		name: 'a new roster is signed by the new members',
		from: 'open',
		finds: ['council-approved', ROSTER, 'version:'],
		async by(texts) {
			texts.set(
				ROSTER,
				organisation({ security: [mallory], legal: [signer('Moe Forger')] }).replace(
					'1.0.0',
					'1.1.0',
				),
			);
			await put(texts, mallory, 'security', {}, 'organisation/roster');
			await put(texts, signer('Moe Forger'), 'legal', {}, 'organisation/roster');
		},
	},
	{
		name: 'a new roster is signed by one member of the old one, in the seat they have',
		from: 'open',
		finds: ['council-approved', ROSTER, 'version:'],
		async by(texts) {
			texts.set(ROSTER, organisation({ security: [sol, mallory] }).replace('1.0.0', '1.1.0'));
			await put(texts, tess, 'technology', {}, 'organisation/roster');
		},
	},
	{
		name: 'the policy asks for one seat only, in the same commit',
		from: 'open',
		finds: ['council-approved', POLICY, 'version:'],
		async by(texts) {
			texts.set(
				POLICY,
				laxPolicy({ seats: { low: ['technology'], medium: ['technology'], high: ['technology'] } }),
			);
			await put(texts, tess, 'technology');
		},
	},
	{
		name: 'the policy asks for no signature, in the same commit, and names are typed',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'member:'],
		async by(texts) {
			texts.set(POLICY, laxPolicy({ signedFrom: 'high' }));
			await forge(texts);
		},
	},
	{
		name: 'the quorum is lowered, in the same commit',
		from: 'open',
		finds: ['council-approved', POLICY, 'version:'],
		by: (texts) => texts.set(POLICY, laxPolicy({ quorum: 1 })),
	},
	{
		name: 'one person signs in three seats under three names',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'signature: |'],
		by: (texts) => forge(texts, (statement) => tess.sign(signedText(statement))),
	},
	{
		name: 'three members of a new roster share one key',
		from: 'open',
		finds: ['roster-sound', ROSTER, 'key:'],
		by(texts) {
			const [key] = mallory.member.keys;
			const alias = (name: string): Signer => ({
				...mallory,
				member: { name, email: `${name[0]}@example.com`, keys: key ? [key] : [] },
			});
			texts.set(
				ROSTER,
				organisation({ technology: [alias('Tom One')], security: [alias('Sam Two')] }),
			);
		},
	},
	...signed.map(
		([name, on, by, said]): Forgery => ({
			name,
			from: 'open',
			finds: ['approval-sound', SECURITY, on],
			by: (texts) => put(texts, by, 'security', said),
		}),
	),
	...(
		[
			['the name', 'name', 'Sol  Security Junior', 'name:'],
			['the day', 'date', '2026-11-21', 'signature: |'],
			['the review date', 'reviewBy', '2027-11-21', 'signature: |'],
			['the digest', 'digest', 'a'.repeat(64), 'signature: |'],
			['the tier', 'tier', 'medium', 'signature: |'],
			['a condition', 'conditions', [{ text: 'Nothing at all.' }], 'signature: |'],
			['an author', 'authors', ['Nobody <no@example.com>'], 'signature: |'],
			['what it relies on', 'reliesOn', { policy: 'a'.repeat(64) }, 'signature: |'],
		] as const
	).map(
		([what, key, value, on]): Forgery => ({
			name: `${what} is changed in a signed file`,
			from: 'signed',
			finds: ['approval-sound', SECURITY, on],
			by: (texts) => editStatement(texts, 'security', key, value),
		}),
	),
	{
		name: 'the seat is changed in a signed file, and the file with it',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'member:'],
		async by(texts) {
			const { text, path: from } = await put(texts, tess, 'technology');
			texts.delete(from);
			texts.set(SECURITY, text.replace('"technology"', '"security"'));
		},
	},
	{
		name: 'the review date is far away',
		from: 'open',
		finds: ['possible-dates', SECURITY, 'reviewBy:'],
		by: (texts) => put(texts, sol, 'security', { reviewBy: '2099-12-31' }),
	},
	{
		name: 'the approval is dated ahead',
		from: 'open',
		finds: ['possible-dates', SECURITY, 'date:'],
		by: (texts) => put(texts, sol, 'security', { date: '2026-12-24' }),
	},
	{
		name: 'the approval of another pattern is copied here',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'subject:'],
		async by(texts) {
			for (const [file, text] of Object.entries(textsOf(entry('patterns', 'other'))))
				texts.set(file, text);
			const { text } = await put(texts, sol, 'security', {}, 'patterns/other');
			texts.set(SECURITY, text);
		},
	},
	{
		name: 'the signature of another approval is put under this statement',
		from: 'signed',
		finds: ['approval-sound', SECURITY, 'signature: |'],
		by: (texts) =>
			forge(texts, (statement) => sol.sign(signedText({ ...statement, seat: 'legal' }))),
	},
	{
		name: 'a signature that was made for a commit is used',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'signature: |'],
		by: (texts) => forge(texts, (statement) => sol.sign(signedText(statement), 'git')),
	},
	{
		name: 'the folder is renamed, and its approvals with it',
		from: 'signed',
		finds: ['approval-sound', path('security', 'patterns/renamed'), 'subject:'],
		by(texts) {
			for (const [file, text] of [...texts]) {
				if (!file.includes('patterns/summary/')) continue;
				texts.delete(file);
				texts.set(file.replace('patterns/summary/', 'patterns/renamed/'), text);
			}
		},
	},
	{
		name: 'names are typed into a file without a signature',
		from: 'open',
		finds: ['approval-sound', SECURITY, 'member:'],
		by: (texts) => forge(texts),
	},
	{
		name: 'an approval of the version before is put in the place of the next one',
		from: 'signed',
		finds: ['approval-sound', SECURITY.replace('1.0.0', '1.1.0'), 'subject:'],
		by(texts) {
			raise(texts);
			texts.set(SECURITY.replace('1.0.0', '1.1.0'), texts.get(SECURITY) ?? '');
		},
	},
	{
		name: 'the version in a signed file is raised with that of the pattern',
		from: 'signed',
		finds: ['approval-sound', SECURITY.replace('1.0.0', '1.1.0'), 'signature: |'],
		by(texts) {
			raise(texts);
			editStatement(texts, 'security', 'version', '1.1.0');
			texts.set(SECURITY.replace('1.0.0', '1.1.0'), texts.get(SECURITY) ?? '');
		},
	},
	{
		name: 'a look-alike of a member is listed beside the member, in the same commit',
		from: 'signed',
		finds: ['council-approved', ROSTER, 'version:'],
		by(texts) {
			const twin = { ...mallory.member, name: 'Sol Security', email: LOOKS_LIKE };
			texts.set(ROSTER, organisation({ security: [sol, { ...mallory, member: twin }] }));
		},
	},
	{
		name: 'a key of the statement is there twice: one for the reader, one for the signature',
		from: 'signed',
		finds: ['yaml', SECURITY, 'digest:'],
		by: (texts) =>
			edit(texts, SECURITY, /^( +)digest: /m, `$1digest: "${'a'.repeat(64)}"\n$1digest: `),
	},
	{
		name: 'the roster shrinks to the one seat that signs it',
		from: 'open',
		finds: ['council-approved', ROSTER, 'version:'],
		async by(texts) {
			texts.set(ROSTER, councilOf({ technology: [tess] }).source.replace('1.0.0', '1.1.0'));
			await put(texts, tess, 'technology', {}, 'organisation/roster');
		},
	},
	{
		name: 'the quorum is nobody',
		from: 'signed',
		finds: ['schema', POLICY, 'quorum:'],
		by: (texts) => edit(texts, POLICY, /quorum: \d+/, 'quorum: 0'),
	},
	{
		name: 'a second signature is put behind the first',
		from: 'signed',
		finds: ['approval-sound', SECURITY, 'signature: |'],
		by(texts) {
			const { signature, ...rest } = parseDocument(texts.get(SECURITY) ?? '').toJS();
			texts.set(SECURITY, stringify({ ...rest, signature: `${signature}\n${signature}` }));
		},
	},
	{
		name: 'a status says approved',
		from: 'open',
		finds: ['schema', REGISTER, 'status: approved'],
		by: (texts) => edit(texts, REGISTER, 'status: proposed', 'status: approved'),
	},
	{
		name: 'a control says that it is approved',
		from: 'open',
		finds: ['schema', CONTROL, 'status: approved'],
		by: (texts) => edit(texts, CONTROL, 'status: proposed', 'status: approved'),
	},
	{
		name: 'an approval that stood in the way is deleted',
		from: 'signed',
		finds: ['removed', SECURITY, ''],
		by: (texts) => texts.delete(SECURITY),
	},
	{
		name: 'the pattern is deleted, and no reason is left',
		from: 'signed',
		finds: ['removed', PATTERN, ''],
		by(texts) {
			for (const file of [...texts.keys()])
				if (file.startsWith('patterns/summary/')) texts.delete(file);
		},
	},
	{
		name: 'an old approval is written out again, and signed by nobody',
		from: 'signed',
		finds: ['approval-sound', SECURITY, 'member:'],
		by: (texts) => {
			const { signature: _, ...unsigned } = parseDocument(texts.get(SECURITY) ?? '').toJS();
			texts.set(SECURITY, stringify(unsigned));
		},
	},
];

/** The line of a finding, in the files of the proposal or, for what is gone, of the base. */
const lineOf = ({ file, line }: Finding, texts: Texts) =>
	(texts.get(file) ?? base.get(file) ?? '').split('\n')[line - 1] ?? '';

/** What is said of a proposal by whoever judges it by what was there before. */
const verdictOn = (texts: Texts, before: Texts) =>
	judge(
		filesOf(before),
		filesOf(texts),
		[...texts.keys()].filter((one) => texts.get(one) !== before.get(one)),
		(files) => checkFiles(files, { today: TODAY }),
	);

describe('whoever judges by the base refuses', () => {
	test.each(refused)('$name', async ({ from, finds: [rule, file, on], by }) => {
		const texts = new Map(from === 'signed' ? base : open);
		const before = new Map(texts);
		await by(texts);
		const { name, errors, ownErrors } = await verdictOn(texts, before);
		const found = [...errors, ...ownErrors].filter((one) => one.rule === rule && one.file === file);
		expect(name).not.toBe('same');
		expect(
			found.map((one) => lineOf(one, texts)),
			[...errors, ...ownErrors]
				.map((one) => `${one.file}:${one.line} ${one.message} [${one.rule}]`)
				.join('\n'),
		).toContainEqual(expect.stringContaining(on));
	});
});

/** These are no error: the approval is lost, and the pattern is not approved any more. */
const lost: [name: string, by: (texts: Texts) => unknown, moved?: string][] = [
	[
		'a byte of the pattern is changed under the approval',
		(texts) => edit(texts, PATTERN, 'It fits', 'It fits, too,'),
	],
	[
		'a comment is added to the pattern',
		(texts) => edit(texts, PATTERN, 'version:', '# Fine\nversion:'),
	],
	[
		'a prompt is changed under the approval',
		(texts) => edit(texts, 'patterns/summary/prompts/ask.prompt', 'one sentence', 'two sentences'),
	],
	[
		'a control is swapped under the approval',
		(texts) => edit(texts, CONTROL, 'type: detective', 'type: corrective'),
	],
	[
		'a model moves under the approval',
		(texts) =>
			edit(texts, 'content/models/small.mdx', 'ceiling: confidential', 'ceiling: restricted'),
	],
	[
		'a connector is opened under the approval',
		(texts) =>
			edit(texts, 'content/connectors/gateway.mdx', 'ceiling: confidential', 'ceiling: restricted'),
	],
	[
		'the tier is raised above what was approved',
		(texts) => edit(texts, PATTERN, 'problem:', 'tier: medium\nproblem:'),
	],
	[
		'an approval is marked as one of before there were signatures',
		(texts) => edit(texts, SECURITY, 'signature: |', 'before: true\nsignature: |'),
	],
	[
		'a key is revoked from a day before it signed',
		(texts) =>
			texts.set(ROSTER, organisation({ security: [signer('Sol Security', { revoked: TODAY })] })),
	],
];

test('before anything is forged, the pattern is approved and nothing is wrong', async () => {
	const { catalogue, findings } = await load(base);
	expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
	expect(catalogue.patterns.get('summary')?.data.status).toBe('approved');
});

describe('the approval is lost when', () => {
	test.each(lost)('%s', async (_, by) => {
		const texts = new Map(base);
		await by(texts);
		const { catalogue } = await load(texts);
		expect(catalogue.patterns.get('summary')?.data.status).toBe('proposed');
	});
});

describe('it is not lost when', () => {
	test.each([
		[
			'the upkeep of the pattern changes',
			(texts: Texts) => edit(texts, REGISTER, 'reviewed: 2026-11-01', 'reviewed: 2026-11-20'),
		],
		[
			'the upkeep of a control changes',
			(texts: Texts) => edit(texts, CONTROL, 'reviewed: 2026-11-01', 'reviewed: 2026-11-20'),
		],
		[
			'the file of an approval is laid out another way',
			(texts: Texts) =>
				texts.set(
					SECURITY,
					stringify(parseDocument(texts.get(SECURITY) ?? '').toJS(), { lineWidth: 40 }),
				),
		],
		[
			'the file of an approval has the line ends of Windows',
			(texts: Texts) => texts.set(SECURITY, (texts.get(SECURITY) ?? '').replaceAll('\n', '\r\n')),
		],
		[
			'a member leaves after signing',
			(texts: Texts) =>
				texts.set(ROSTER, organisation({ security: [signer('Sol Security', { until: TODAY })] })),
		],
	])('%s', async (_, by) => {
		const texts = new Map(base);
		by(texts);
		const { catalogue } = await load(texts);
		expect(catalogue.patterns.get('summary')?.data.status).toBe('approved');
	});

	test('a quorum of the old roster signs a new one', async () => {
		const texts = new Map(base);
		texts.set(ROSTER, organisation({ security: [sol, mallory] }).replace('1.0.0', '1.1.0'));
		await put(texts, tess, 'technology', {}, 'organisation/roster');
		await put(texts, lea, 'legal', {}, 'organisation/roster');
		const { errors, ownErrors } = await verdictOn(texts, base);
		expect([...errors, ...ownErrors]).toEqual([]);
	});
});

test('the statement of a test says what the command would say', async () => {
	const { catalogue } = await load(open);
	expect(Object.keys(statementFor(NAME, 'security', sol, catalogue)).sort()).toEqual([
		'authors',
		'conditions',
		'date',
		'digest',
		'format',
		'member',
		'name',
		'reliesOn',
		'reviewBy',
		'seat',
		'subject',
		'tier',
		'version',
	]);
});
