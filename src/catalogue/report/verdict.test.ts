import { describe, expect, test } from 'vitest';
import { named } from '#catalogue/judge/records/id.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import { checkKept, entry, soundFiles } from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { judge } from './verdict.ts';

const base = soundFiles();
const check = (files: readonly SourceFile[]) => checkKept(files);
const risk = entry('risks');

/** The verdict on the sound files with some replaced, added or (undefined) taken away. */
function verdictOn(texts: Record<string, string | undefined>, others: string[] = []) {
	return judge(base, soundFiles(texts), [...Object.keys(texts), ...others], check);
}
const policyWith = (changes: object) =>
	entry('policy', 'policy', { ...minimal.policy(), ...changes }).source;

test('what the base accepts is the same', async () => {
	const verdict = await verdictOn({ [risk.file]: risk.source.replace('An entry', 'A leak') });
	expect(verdict).toMatchObject({ name: 'same', errors: [], ownErrors: [], judges: [] });
});

test('an error is refused, and is one that no change of the judges explains', async () => {
	const verdict = await verdictOn({
		[risk.file]: risk.source.replace('title: An entry', 'title: ""'),
	});
	expect(verdict.name).toBe('refused');
	expect(verdict.errors.map(({ file }) => file)).toEqual([risk.file]);
});

describe('a proposal that changes what judges it', () => {
	const late = entry('registers', undefined, { reviewed: '2025-01-01' });
	const strict = {
		'content/policy.yaml': policyWith({ overdue: { errorAfterDays: 0, errorFrom: 'low' } }),
	};
	const overdue = ({ rule }: { rule: string }) => rule === 'review-due';

	test('has no say by a policy of its own', async () => {
		const texts = { [late.file]: late.source };
		const changed = ['content/policy.yaml', late.file];
		const own = await judge(base, soundFiles(texts), changed, check);
		expect(own.errors.filter(overdue)).toEqual([]);
		const verdict = await judge(soundFiles(strict), soundFiles(texts), changed, check);
		expect(verdict.errors.filter(overdue)).toHaveLength(1);
		expect(verdict.name).toBe('weakened');
		expect(verdict.judges.map(({ what }) => what)).toEqual(['The policy']);
	});

	test('has no say by a roster of its own', async () => {
		const organisation = minimal.organisation();
		const teams = [...organisation.teams, { ...organisation.teams[0], id: 'mine' }];
		const { source } = entry('organisation', 'organisation', { ...organisation, teams } as never);
		const owned = entry('risks', 'leak', { owner: 'mine' });
		const verdict = await verdictOn({
			'content/organisation.yaml': source,
			[owned.file]: owned.source,
		});
		expect(verdict.name).toBe('weakened');
		expect(verdict.errors[0]?.message).toContain('"mine"');
	});

	test('is named when it changes a rule and has an error', async () => {
		const text = risk.source.replace('title: An entry', 'title: ""');
		const verdict = await verdictOn({ [risk.file]: text }, ['src/catalogue/rules/index.ts']);
		expect(verdict.name).toBe('weakened');
	});

	test('passes where the base accepts its content all the same, with the judges named', async () => {
		const verdict = await verdictOn({}, ['scripts/run.ts']);
		expect(verdict).toMatchObject({ name: 'same', judges: [{ what: 'Commands' }] });
	});

	test('is refused for a policy that its own content does not keep', async () => {
		const strict = policyWith({ coreMetrics: ['nowhere'] });
		const verdict = await verdictOn({ 'content/policy.yaml': strict });
		expect([verdict.name, verdict.errors]).toEqual(['refused', []]);
		expect(verdict.ownErrors.length).toBeGreaterThan(0);
	});
});

describe('a field that the base does not know', () => {
	const text = risk.source.replace('title:', 'severity: high\ntitle:');

	test('needs the council when the proposal changes the schemas', async () => {
		const verdict = await verdictOn({ [risk.file]: text }, ['schemas/risk.ts']);
		expect(verdict.name).toBe('unknown');
		expect(verdict.errors[0]?.message).toBe('unknown key "severity".');
	});

	test('is a mistake when it does not', async () => {
		expect((await verdictOn({ [risk.file]: text })).name).toBe('refused');
	});

	test('does not hide another error', async () => {
		const { file } = entry('models');
		const verdict = await verdictOn({ [risk.file]: text, [file]: '' }, ['schemas/risk.ts']);
		expect(verdict.name).toBe('weakened');
	});

	test('may be a whole collection', async () => {
		const verdict = await verdictOn({ 'content/audits/a.mdx': 'x' }, ['schemas/audit.ts']);
		expect(verdict.name).toBe('unknown');
	});

	test('may be in the policy', async () => {
		const policy = `${policyWith({})}signatures: medium\n`;
		const verdict = await verdictOn({ 'content/policy.yaml': policy }, ['schemas/policy.ts']);
		expect(verdict.name).toBe('unknown');
	});
});

describe('held against the base', () => {
	const release = entry('releases');

	test('an entry is not removed without a reason', async () => {
		const verdict = await verdictOn({ [entry('guides').file]: undefined });
		expect(verdict.errors.map(({ message }) => message)).toContain(
			`the guide "${entry('guides').id}" is removed without a reason.`,
		);
	});

	test('a released text is neither changed nor removed', async () => {
		const rules = async (text: string | undefined) =>
			(await verdictOn({ [release.file]: text })).errors
				.filter(({ file }) => file === release.file)
				.map(({ message }) => message);
		expect(await rules(`${release.source}Another sentence.\n`)).toContain(
			'the released text is changed.',
		);
		expect(await rules(undefined)).toContain('the released text is removed.');
	});
});

test('an error that the base has too is counted apart', async () => {
	const files: SourceFile[] = soundFiles({ [risk.file]: '' });
	expect(await judge(files, files, [], check)).toMatchObject({
		name: 'refused',
		already: 1,
	});
});

test('a record that is removed, or changed with a new id, is refused; one that is added is not', async () => {
	const records = entry('records');
	const [one] = records.data.records;
	if (!one) throw new Error('the minimal file has a record');
	const gone = await verdictOn({ [records.file]: undefined });
	expect(gone.errors.map(({ rule, file }) => [rule, file])).toEqual([
		['records-kept', records.file],
	]);
	const other = named({ ...one, because: 'Another reason than the council gave.' });
	const changed = entry('records', records.id, { records: [other] });
	expect((await verdictOn({ [records.file]: changed.source })).errors).toHaveLength(1);
	const added = entry('records', records.id, { records: [one, other] });
	expect((await verdictOn({ [records.file]: added.source })).errors).toEqual([]);
});
