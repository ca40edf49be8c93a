import { describe, expect, test } from 'vitest';
import {
	catalogueOf,
	checkAmongSound,
	checkKept,
	entry,
	findingsIn,
	problemsOf,
	soundFiles,
} from '#tests/support/build.ts';
import { minimal } from '#tests/support/minimal.ts';
import { noCache } from '../model/cache.ts';
import type { SourceFile } from '../read/files.ts';
import { noSecret } from './no-secret.ts';

/** Made here, so that this file holds none. */
const TOKEN = `ghp_${'a1B2'.repeat(9)}`;
const KEY = ['-----BEGIN', 'RSA PRIVATE', 'KEY-----'].join(' ');

const only = { rules: [noSecret] };
const prompt = entry('prompts');
const control = entry('controls');

/** Place and message of every finding in one file among sound ones. */
async function inFile(file: string, text: string) {
	const { findings } = await checkKept(soundFiles({ [file]: text }), only);
	return findings
		.filter((finding) => finding.file === file && finding.rule === 'no-secret')
		.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const lineOf = (text: string, part: string) =>
	text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a credential is found where it stands', () => {
	const message = 'the text contains what looks like a GitHub Token: "ghp_..." (40 characters).';

	test('in frontmatter', async () => {
		const text = control.source.replace('A sentence that', `A ${TOKEN} sentence that`);
		const line = lineOf(text, TOKEN);
		const column = (text.split('\n')[line - 1]?.indexOf(TOKEN) ?? 0) + 1;
		expect(await inFile(control.file, text)).toEqual([`${line}:${column} ${message}`]);
	});

	test('in prose and behind characters of several bytes', async () => {
		const text = `${control.source}Caf\u00e9 \u{1f511} ${TOKEN}\n`;
		expect(await inFile(control.file, text)).toEqual([`${lineOf(text, TOKEN)}:9 ${message}`]);
	});

	test('in a template', async () => {
		const text = prompt.source.replace('Answer in', `Use ${TOKEN}. Answer in`);
		expect(await inFile(prompt.file, text)).toEqual([`${lineOf(text, TOKEN)}:5 ${message}`]);
	});

	test('in a key of YAML', async () => {
		const cases = entry('cases');
		const text = cases.source.replace('question: Why?', `question: Why?\n      ${TOKEN}: yes`);
		expect(await inFile(cases.file, text)).toEqual([`${lineOf(text, TOKEN)}:7 ${message}`]);
	});

	test('in a released prompt, which other rules pass by', async () => {
		const { file, source } = entry('releases');
		const text = source.replace('Answer in', `${TOKEN} Answer in`);
		expect(await inFile(file, text)).toEqual([`${lineOf(text, TOKEN)}:1 ${message}`]);
	});

	test('though a comment asks the scanner to look away', async () => {
		const text = `${prompt.source}# secretlint-disable\n/* secretlint-disable */\n${TOKEN}\n`;
		expect(await inFile(prompt.file, text)).toHaveLength(1);
	});

	test('once, though it is a key block that only starts', async () => {
		const text = `${control.source}\n${KEY}\n`;
		expect(await inFile(control.file, text)).toEqual([
			`${lineOf(text, KEY)}:1 the text contains what looks like a private key: "----..." (31 characters).`,
		]);
	});

	test('at the end of a file of 500 kB', async () => {
		const text = `${control.source}${'One short sentence.\n\n'.repeat(24_000)}${TOKEN}\n`;
		expect(await inFile(control.file, text)).toEqual([`${lineOf(text, TOKEN)}:1 ${message}`]);
	});
});

test('no finding repeats the whole of a secret', async () => {
	const { findings } = await checkAmongSound({
		[control.file]: `${control.source}${TOKEN} jane.doe@mail.corp 4111 1111 1111 1111\n`,
	});
	expect(findings).toHaveLength(3);
	expect(JSON.stringify(findings)).not.toMatch(/a1B2|doe|1111/);
});

describe('a file of a starter', () => {
	const asset = (text: string | undefined): SourceFile => ({
		path: 'patterns/summary/starter/.env',
		text,
		asset: String(text),
	});
	const findings = async (file: SourceFile) =>
		(await checkKept([...soundFiles(), file], only)).findings;

	test('is reported under its own name', async () => {
		expect(await findings(asset(`NAME=a\nTOKEN=${TOKEN}\n`))).toMatchObject([
			{ file: 'patterns/summary/starter/.env', line: 2, column: 7, rule: 'no-secret' },
		]);
	});

	test('may name a public host but none inside an organisation', async () => {
		expect(await findings(asset('URL=https://schemas.vendor.io/a\n'))).toEqual([]);
		expect(await findings(asset('URL=https://crm.corp/a\n'))).toMatchObject([
			{ message: 'the text contains the address of a host inside an organisation: "crm.corp".' },
		]);
	});

	test('is read though it belongs to no pattern that was accepted', async () => {
		const path = 'content/starter/.env';
		expect(await findings({ ...asset(`TOKEN=${TOKEN}\n`), path })).toMatchObject([
			{ file: path, line: 1, column: 7 },
		]);
	});

	test('that is no text holds nothing to read', async () => {
		expect(await findings(asset(undefined))).toEqual([]);
	});
});

describe('hosts and people', () => {
	test('a prompt, its cases and a connector name no real host', async () => {
		const link = 'https://crm.vendor.io/';
		for (const collection of ['prompts', 'connectors'] as const) {
			const { file, source } = entry(collection);
			expect(await inFile(file, `${source}${link}\n`)).toHaveLength(1);
		}
		const cases = entry('cases');
		expect(await inFile(cases.file, cases.source.replace('Why?', link))).toHaveLength(1);
	});

	test('prose may link to a public page', async () => {
		const text = `${control.source}See [the standard](https://standards.vendor.io/).\n`;
		expect(await findingsIn(control.file, text)).toEqual([]);
	});

	test('the organisation may give the address of a team', async () => {
		const { file, source } = entry('organisation');
		expect(await inFile(file, source.replace('"#office"', 'office@mail.corp'))).toEqual([]);
		expect(source).toContain('"#office"');
	});
});

test('a text that was read before is not read again, and what is kept holds no secret', async () => {
	const kept = new Map<string, unknown>();
	const cache = {
		...noCache,
		get: (key: string) => kept.get(key),
		set: (key: string, value: unknown) => kept.set(key, value),
	};
	const files = soundFiles({ [control.file]: `${control.source}${TOKEN}\n` });
	const first = await checkKept(files, { ...only, cache });
	const leaks = [...kept.values()].filter(Array.isArray);
	expect(leaks.flat()).toHaveLength(1);
	expect(JSON.stringify(leaks)).not.toContain(TOKEN);
	for (const key of kept.keys()) if (Array.isArray(kept.get(key))) kept.set(key, []);
	const second = await checkKept(files, { ...only, cache });
	expect([first.findings.length, second.findings.length]).toEqual([1, 0]);
});

describe('public identifiers', () => {
	const said = (text: string) => entry('prompts', 'ask', {}, { body: `${text}\n{{question}}\n` });
	const hosts = async (text: string, publicHosts: string[] = []) => {
		const policy = { ...minimal.policy(), publicHosts };
		const catalogue = catalogueOf(said(text), entry('policy', 'policy', policy));
		const problems = await Array.fromAsync(noSecret.check(catalogue, noCache));
		return problems.map(({ message }) => message);
	};

	test.each([
		'{"$schema": "https://json-schema.org/draft/2020-12/schema"}',
		'xmlns="http://www.w3.org/2005/Atom"',
		'"@context": "https://schema.org/"',
		'See https://www.rfc-editor.org/rfc/rfc9457 and https://www.iana.org/assignments/.',
		'See https://datatracker.ietf.org/doc/html/rfc9110 and https://spdx.org/licenses/MIT.',
		'xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"',
	])('%s names a format, and gives nothing away', async (text) => {
		expect(await hosts(text)).toEqual([]);
	});

	test('the policy can name more', async () => {
		expect(await hosts('https://creativecommons.org/licenses/by/4.0/')).toHaveLength(1);
		expect(
			await hosts('https://creativecommons.org/licenses/by/4.0/', ['creativecommons.org']),
		).toEqual([]);
	});

	test.each(['https://w3.org.mail.corp/', 'https://notw3.org/', 'https://schema.org@crm.corp/'])(
		'%s is a host that only looks like one',
		async (text) => expect(await hosts(text)).not.toEqual([]),
	);
});

test('the register of a pattern is read as well', async () => {
	const pattern = entry('patterns');
	const said = pattern.beside?.source.replace(
		/summary: .*/,
		'summary: Ask jane.doe@mail.corp first.',
	);
	if (!pattern.beside || !said) throw new Error('The minimal pattern has no register.');
	const beside = { ...pattern.beside, source: said };
	const [problem] = await problemsOf(noSecret, { ...pattern, beside });
	expect(problem).toMatchObject({ file: beside.file, message: expect.stringContaining('email') });
});

test('the id of a record may look like a card number, and no other text of it may', async () => {
	const record = entry('records');
	const id = '4111111111111111';
	const made = record.source.replace(/id: \S+/, `id: "${id}"`);
	expect(made).toContain(id);
	expect(await inFile(record.file, made)).toEqual([]);
	const said = record.source.replace(/source: .+/, `source: Card ${id}`);
	expect(await inFile(record.file, said)).toHaveLength(1);
});
