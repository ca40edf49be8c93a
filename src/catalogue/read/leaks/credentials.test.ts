import { lintSource } from '@secretlint/core';
import * as preset from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintCoreConfigRule } from '@secretlint/types';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { credentialsIn, isForScanner } from './credentials.ts';

/** Signs in an order without a pattern, made here so that no file holds anything like a secret. */
function signs(
	length: number,
	of = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
) {
	let state = 7;
	return Array.from({ length }, () => {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		return of[(state >> 8) % of.length];
	}).join('');
}
const HEX = 'abcdef0123456789';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const SECRETS: Record<string, string> = {
	'JSON web token': `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: '12345678' })}.${signs(43)}`,
	'JSON web token without a signature': `${part({ alg: 'none' })}.${part({ sub: '12345678' })}.`,
	'OpenAI project key': `sk-proj-${signs(48)}`,
	'OpenAI service key': `sk-svcacct-${signs(60)}`,
	'Anthropic key': `sk-ant-api03-${signs(90)}`,
	'AWS access key': `AKIA${signs(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
	'Google key': `AIza${signs(35)}`,
	'GitHub token': `ghp_${signs(36)}`,
	'GitLab token': `glpat-${signs(20)}`,
	'npm token in .npmrc': `//registry.example/:_authToken=${signs(36)}`,
	'Hugging Face token': `hf_${signs(34)}`,
	'Azure storage key': `AccountKey=${signs(86)}==`,
	'Twilio key': `SK${signs(32, HEX)}`,
	'Notion token': `secret_${signs(43)}`,
	'password in YAML': `password: "Tr0ub4dor&3x!"`,
	'password of a variable': `DB_PASSWORD=hunter2${'secret9'}`,
	'password in JSON': `{ "admin_passwd": "${signs(9)}1" }`,
	'password in code': `const dbPwd = 'Sommer${'2024'}!';`,
	'password in a connection text': `Server=db;User=a;Password=${signs(8)}7;`,
	'password of a command': `mysql --password Winter${'2024'}!`,
	'key in YAML': `apiKey: ${signs(32)}`,
	'token in code': `const accessToken = "${signs(40)}";`,
	'client secret': `client_secret = '${signs(40)}'`,
	'bearer token': `Authorization: Bearer ${signs(40)}`,
	'basic header': `Authorization: Basic ${base64(`admin:S3cret${'Pw!'}`)}`,
	'password in an address': `https://user:p4ss${'w0rdX9'}@host.corp/`,
	'private key': `-----BEGIN PRIVATE ${'KEY'}-----`,
};

describe('a credential is found once, and not repeated', () => {
	test.each(Object.entries(SECRETS))('%s', async (_, text) => {
		const leaks = await credentialsIn(`Before it.\n\n${text}\n\nAfter it.\n`);
		expect(leaks).toHaveLength(1);
		expect(leaks[0]?.shown.length).toBeLessThan(30);
	});

	test('two beside each other are two', async () => {
		const text = `apiKey: ${signs(32)}\npassword: Tr0ub4${'dor&3x'}\n`;
		expect((await credentialsIn(text)).map(({ what }) => what)).toEqual([
			'what looks like a password',
			'what looks like a key or token',
		]);
	});
});

describe('what only names a credential is fine', () => {
	test.each([
		'password: string, what the user types',
		'The password is at least 12 characters long.',
		"token: 'the budget of 4000 tokens'",
		'maxTokens: 1024',
		'secret: policy/limits2.yaml',
		`api_key: $${'{GATEWAY_TOKEN_2}'}`,
		'apiKey: process.env.GATEWAY_TOKEN_2',
		'API_KEY={{secrets.gateway2}}',
		'access-token: vault-path-to-token-2',
		'password: <your password 1>',
		'user=bob&password=hashedpass&email=1&admin=true',
		'PASSWORD=changeme1',
		'const token = readToken(input2);',
		'const password = options.password2;',
		`integrity: sha512-${signs(86)}==`,
		`digest: ${signs(64, HEX)}`,
		'Authorization: Bearer $GATEWAY_TOKEN',
		'https://user:password@host.example/',
		'postgresql://<user>:<password>@db.corp/x',
		'postgres://app:*****@db.corp/x',
		'Basic understanding1234 of the work',
		'AKIAIOSFODNN7EXAMPLE',
		'token: support-case-triage-2026',
	])('%s', async (text) => expect(await credentialsIn(`${text}\n`)).toEqual([]));
});

describe('no text is kept from the scanner that one of its rules may know', () => {
	// The preset types its rules by the options of one of them.
	const rules = preset.rules as unknown as SecretLintCoreConfigRule['rule'][];
	const named = rules.map((rule) => ({ name: rule.meta.id.replace(/^.*rule-/, ''), rule }));
	/** It reads files of two other kinds only, and switches rules off. */
	const WITHOUT = new Set(['gcp', 'filter-comments']);

	/** Every expression that a rule tries on a text. */
	async function patternsOf(rule: SecretLintCoreConfigRule['rule']): Promise<RegExp[]> {
		const tried = vi.spyOn(String.prototype, 'matchAll');
		const content = 'Nothing that anybody must know.';
		const source = { filePath: 'text', content, ext: '', contentType: 'text' as const };
		const config = { rules: [{ id: rule.meta.id, rule }] };
		await lintSource({ source, options: { config, noPhysicFilePath: true } });
		const patterns = tried.mock.calls.map(([pattern]) => pattern as RegExp);
		tried.mockRestore();
		return patterns;
	}

	/** Texts as an expression matches them, whatever is around them, with shorter runs of signs. */
	const matched = ({ source }: RegExp) => {
		const bare = source.replace(/\(\?<?[!=][^()]*\)|\\b/g, '');
		const short = bare.replace(/\{(\d+)[\d,]*\}/g, (_, least) =>
			least === '0' ? '{0,2}' : '{1,3}',
		);
		return fc.stringMatching(new RegExp(short));
	};

	test.each(named.filter(({ name }) => !WITHOUT.has(name)))('$name', async ({ rule }) => {
		const patterns = await patternsOf(rule);
		expect(patterns.length).toBeGreaterThan(0);
		for (const pattern of patterns) {
			fc.assert(
				fc.property(matched(pattern), fc.boolean(), (text, isLoud) => {
					const written = isLoud && pattern.ignoreCase ? text.toUpperCase() : text;
					expect(isForScanner(`Before it ${written} after it.`), pattern.source).toBe(true);
				}),
				{ numRuns: 50 },
			);
		}
	});

	test.each([...WITHOUT])('%s tries none', async (without) => {
		const { rule } = named.find(({ name }) => name === without) ?? {};
		expect(rule && (await patternsOf(rule))).toEqual(without === 'gcp' ? [] : expect.anything());
	});
});
