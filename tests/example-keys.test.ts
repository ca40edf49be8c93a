/**
 * The keys of the example organisation are public, so they must count nowhere else. Each way to use
 * them, or to pass invented data off as real, is tried on a catalogue that members have signed.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { approvalText } from '#catalogue/judge/approval/statement.ts';
import { exampleMembers, isExampleKey } from '#catalogue/judge/signature/example-keys.ts';
import { readKey } from '#catalogue/judge/signature/key.ts';
import { field } from '#catalogue/judge/signature/wire.ts';
import { checkFiles } from '#catalogue/load.ts';
import type { Finding } from '#catalogue/model/finding.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { judge } from '#catalogue/report/verdict.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { entry, soundFiles, TODAY, textsOf } from './support/build.ts';
import { minimal } from './support/minimal.ts';
import { about, evaluation, recordFile } from './support/records.ts';
import { approvalBy, councilOf, type Signer, signer, tess } from './support/signer.ts';

const ROSTER = 'content/organisation.yaml';
const APPROVAL = 'content/approvals/patterns/summary/1.0.0.technology.yaml';

type Texts = Map<string, string>;
const filesOf = (texts: Texts): SourceFile[] => [...texts].map(([path, text]) => ({ path, text }));
const load = (texts: Texts) => checkFiles(filesOf(texts), { today: TODAY });

const [first] = exampleMembers.filter(({ seat }) => seat === 'technology');
/** The member of the example organisation, as anyone can sign for them. */
const forged: Signer = {
	member: first?.member ?? tess.member,
	sign: (message, namespace = 'ai-pattern-catalogue/approval/1') =>
		first?.sign(message, namespace) ?? '',
};

const policy = entry('policy', 'policy', {
	approval: {
		...minimal.policy().approval,
		seats: { low: ['technology'], medium: ['technology'], high: ['technology'] },
		signedFrom: 'low',
		quorum: 1,
	},
});
const passed = recordFile(
	entry('patterns', 'summary'),
	[evaluation(about(entry('patterns', 'summary'), entry('prompts')))],
	'evaluation.2026-11',
);
const rosterOf = (members: Partial<Record<CouncilSeat, readonly Signer[]>>, example = false) =>
	`${example ? 'example: true\n' : ''}${councilOf(members).source}`;

/** A catalogue with this roster, in which nobody has signed yet. */
function catalogueWith(roster: string): Texts {
	const files = soundFiles({
		[policy.file]: policy.source,
		[ROSTER]: roster,
		...textsOf(entry('patterns', 'summary')),
		[passed.file]: passed.source,
		[APPROVAL]: undefined,
	});
	return new Map(files.map(({ path, text }) => [path, text ?? '']));
}

async function sign(texts: Texts, by: Signer, example: boolean): Promise<void> {
	const { catalogue } = await load(texts);
	const { data, path } = approvalBy(by, 'technology', 'patterns/summary', catalogue);
	texts.set(path, approvalText({ ...data, ...(example && { example }) }));
}

const verdictOn = (before: Texts, after: Texts) =>
	judge(
		filesOf(before),
		filesOf(after),
		[...new Set([...before.keys(), ...after.keys()])].filter(
			(path) => before.get(path) !== after.get(path),
		),
		(files) => checkFiles(files, { today: TODAY }),
	);

/** Findings of a rule in a file, each as the line it is on. */
const linesOf = (findings: readonly Finding[], rule: string, file: string, texts: Texts) =>
	findings
		.filter((one) => one.rule === rule && one.file === file)
		.map(({ line }) => (texts.get(file) ?? '').split('\n')[line - 1]?.trim());

const statusIn = async (texts: Texts) =>
	(await load(texts)).catalogue.patterns.get('summary')?.data.status;

describe('in an organisation that is not the example', () => {
	let real: Texts;
	beforeAll(() => {
		real = catalogueWith(rosterOf({ technology: [tess] }));
	});

	test('a public key on the roster is refused at its line, and what it signs counts for nothing', async () => {
		const texts = catalogueWith(rosterOf({ technology: [forged] }));
		await sign(texts, forged, false);
		const { findings } = await load(texts);
		expect(linesOf(findings, 'example-data', ROSTER, texts)).toEqual([
			expect.stringMatching(/^-? ?key: /),
		]);
		expect(linesOf(findings, 'approval-sound', APPROVAL, texts)).toEqual(['signature: |']);
		expect(await statusIn(texts)).toBe('proposed');
	});

	test('a proposal that adds the public key and signs with it is refused', async () => {
		const texts = new Map(real);
		texts.set(ROSTER, rosterOf({ technology: [tess, forged] }));
		await sign(texts, forged, true);
		const { name, errors, ownErrors } = await verdictOn(real, texts);
		const rules = [...errors, ...ownErrors].map(({ rule }) => rule);
		expect(name).not.toBe('same');
		expect(rules).toEqual(expect.arrayContaining(['council-approved', 'approval-sound']));
		expect(linesOf(ownErrors, 'example-data', ROSTER, texts)).toHaveLength(1);
	});

	test('a proposal that calls the organisation an example is refused at that line', async () => {
		const texts = new Map(real);
		texts.set(ROSTER, rosterOf({ technology: [tess] }, true));
		const { name, errors } = await verdictOn(real, texts);
		expect(name).not.toBe('same');
		expect(linesOf(errors, 'example-data', ROSTER, texts)).toEqual(['example: true']);
	});

	test('the mark of example data is refused on an approval, whoever signed it', async () => {
		const texts = new Map(real);
		await sign(texts, tess, true);
		const { findings } = await load(texts);
		expect(linesOf(findings, 'example-data', APPROVAL, texts)).toEqual(['example: true']);
	});

	test('a real member signs as before', async () => {
		const texts = new Map(real);
		await sign(texts, tess, false);
		expect((await verdictOn(real, texts)).name).toBe('same');
		expect(await statusIn(texts)).toBe('approved');
	});
});

describe('in the example organisation', () => {
	let invented: Texts;
	beforeAll(async () => {
		invented = catalogueWith(rosterOf({ technology: [forged] }, true));
		await sign(invented, forged, true);
	});

	test('what the public keys signed counts', async () => {
		expect(await statusIn(invented)).toBe('approved');
		const { findings } = await load(invented);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	test('it must say that it is an example', async () => {
		const texts = new Map(invented);
		await sign(texts, forged, false);
		const { findings } = await load(texts);
		expect(linesOf(findings, 'example-data', APPROVAL, texts)).toEqual(['signature: |']);
	});

	test('whoever makes it theirs may take out the invented approvals, and name members of their own', async () => {
		const texts = new Map(invented);
		texts.delete(APPROVAL);
		texts.set(ROSTER, rosterOf({ technology: [signer('Ada Adopter')] }));
		const { errors, ownErrors } = await verdictOn(invented, texts);
		expect([...errors, ...ownErrors]).toEqual([]);
	});

	test('taking them out is no way to remove a real approval', async () => {
		const before = new Map(invented);
		before.set(ROSTER, rosterOf({ technology: [forged, tess] }, true));
		before.delete(APPROVAL);
		await sign(before, tess, false);
		const after = new Map(before);
		after.delete(APPROVAL);
		const { errors } = await verdictOn(before, after);
		expect(errors.map(({ rule, file }) => [rule, file])).toEqual([['removed', APPROVAL]]);
	});

	test('a roster with a real member is still changed by a quorum only', async () => {
		const before = new Map(invented);
		before.set(ROSTER, rosterOf({ technology: [forged, tess] }, true));
		const after = new Map(before);
		after.set(ROSTER, rosterOf({ technology: [signer('Mallory Forger')] }, true));
		const { errors } = await verdictOn(before, after);
		expect(errors.map(({ rule }) => rule)).toContain('council-approved');
	});
});

describe('a public key is known', () => {
	const keyOf = (line: string) => {
		const read = readKey(line);
		if ('problem' in read) throw new Error(read.problem);
		return read.key;
	};
	const line = first?.member.keys[0]?.key ?? '';

	test('under any comment', () => {
		const [type, blob] = line.split(' ');
		expect(isExampleKey(keyOf(`${type} ${blob} ada@host.example`))).toBe(true);
	});

	test('as a key of another type', () => {
		const point = Buffer.from(line.split(' ')[1] ?? '', 'base64').subarray(-32);
		const type = 'sk-ssh-ed25519@openssh.com';
		const blob = Buffer.concat([field(type), field(point), field('ssh:')]);
		expect(isExampleKey(keyOf(`${type} ${blob.toString('base64')}`))).toBe(true);
	});

	test('and no other key is taken for one', () =>
		expect(isExampleKey(keyOf(tess.member.keys[0]?.key ?? ''))).toBe(false));
});
