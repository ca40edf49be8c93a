import { describe, expect, test } from 'vitest';
import type { Prompt } from '#schemas/prompt.ts';
import { checkAmongSound, entry, messagesOf, soundFiles } from '#tests/support/build.ts';
import { fileDigest } from '../model/digest.ts';
import { MINIMAL_RELEASE_DIGEST, releasedUnchanged } from './released-unchanged.ts';

type Log = Prompt['catalogue.changes'];
const logged = (version: string, digest?: string): Log[number] => ({
	version,
	date: '2026-11-01',
	impact: 'minor',
	summary: 'What changed and why.',
	...(digest ? { digest } : {}),
});
const release = (version: string) => entry('releases', `ask@${version}`, { version });
const digestOf = (version: string) => fileDigest(release(version).source);
const prompt = (...changes: Log) =>
	entry('prompts', 'ask', { version: changes[0]?.version ?? '', 'catalogue.changes': changes });
const found = (log: Log, ...versions: string[]) =>
	messagesOf(releasedUnchanged, prompt(...log), ...versions.map(release));

test('the minimal prompt has the digest of the minimal release, or this number must be set anew', () => {
	const text = soundFiles().find(({ path }) => path.endsWith('ask@0.9.0.prompt'))?.text ?? '';
	expect(fileDigest(text)).toBe(MINIMAL_RELEASE_DIGEST);
});

test('a release whose digest stands in the log is sound', async () =>
	expect(await found([logged('1.1.0'), logged('1.0.0', digestOf('1.0.0'))], '1.0.0')).toEqual([]));

test('versions from before anything was kept need no text', async () =>
	expect(
		await found([logged('1.1.0'), logged('1.0.0', digestOf('1.0.0')), logged('0.9.0')], '1.0.0'),
	).toEqual([]));

test('a text that changed is told', async () => {
	const path = 'patterns/summary/prompts/released/ask@0.9.0.prompt';
	const text = soundFiles().find((file) => file.path === path)?.text ?? '';
	const { findings } = await checkAmongSound({ [path]: text.replace('one sentence', 'two') });
	expect(findings).toMatchObject([
		{ file: path, rule: 'released-unchanged', message: 'the text changed after it was released.' },
	]);
});

describe('the log', () => {
	const first = logged('1.0.0', digestOf('1.0.0'));

	test('names no digest whose text is missing', async () =>
		expect(await found([logged('1.1.0'), first])).toEqual([
			'the released text of 1.0.0 is missing.',
		]));

	test('has a digest for every version that was left after the first one that has', async () =>
		expect(await found([logged('1.2.0'), logged('1.1.0'), first], '1.0.0')).toEqual([
			'1.1.0 was released without a digest.',
		]));

	test('has none for the version in use', async () =>
		expect(await found([first])).toEqual([
			'1.0.0 is the version in use, but has a digest, which only earlier versions have.',
		]));

	test('lists every text that is there, with its digest', async () => {
		expect(await found([logged('1.1.0')], '1.0.0')).toEqual([
			'1.0.0 is not in the change log of "ask".',
		]);
		expect(await found([logged('1.1.0'), logged('1.0.0')], '1.0.0')).toEqual([
			'the change log of "ask" has no digest for 1.0.0.',
		]);
	});
});

test('the text says the version that the name of the file says', async () => {
	const odd = entry('releases', 'ask@1.0.0', { version: '1.0.1' });
	const log = [logged('1.1.0'), logged('1.0.0', fileDigest(odd.source))];
	expect(await messagesOf(releasedUnchanged, prompt(...log), odd)).toEqual([
		'the text says version 1.0.1, but the file name says 1.0.0.',
	]);
});

test('a release stands beside its prompt', async () => {
	const message = 'this is a release of "ask", but the pattern has no such prompt.';
	expect(await messagesOf(releasedUnchanged, release('1.0.0'))).toEqual([message]);
	const elsewhere = entry('releases', 'ask@1.0.0', { version: '1.0.0' }, { parent: 'other' });
	expect(await messagesOf(releasedUnchanged, prompt(logged('1.1.0')), elsewhere)).toEqual([
		message,
	]);
});
