import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleMembers } from '#catalogue/judge/signature/example-keys.ts';
import { loadCatalogue } from '#catalogue/load.ts';
import { soundFiles } from '#tests/support/build.ts';
import { call } from '#tests/support/call.ts';
import { repositoryOf } from '#tests/support/repository.ts';
import { councilOf, type Signer, sol, tess } from '#tests/support/signer.ts';
import type { Ask } from '../scaffold/ask.ts';
import { adopt, adoptWith } from './adopt.ts';

beforeAll(() => {
	process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-11-22') / 1000);
});

const [someone] = exampleMembers.filter(({ seat }) => seat === 'technology');
const invented: Signer = { member: someone?.member ?? tess.member, sign: () => '' };
const ORGANISATION = 'content/organisation.yaml';
const INVENTED = /^content\/(?:outcomes|use-cases|incidents|records|approvals)\//;

/** Sound content in which everything that was done is invented. */
function example(texts: Record<string, string> = {}) {
	const marked = soundFiles({
		[ORGANISATION]: `example: true\n${councilOf({ technology: [invented, tess] }).source}`,
		'content/approvals/patterns/summary/1.0.0.technology.yaml': undefined,
		'content/guides/start.mdx': undefined,
	}).map(({ path, text = '' }) => [path, INVENTED.test(path) ? `example: true\n${text}` : text]);
	return repositoryOf({ ...Object.fromEntries(marked), ...texts });
}

const called = (root: string, ...args: string[]) => calledBy(adopt, root, args);
const calledBy = (command: typeof adopt, root: string, args: string[]) =>
	call(root, command, ...args);

const NAMES = [
	...['--name', 'Northwind'],
	...['--url', 'https://intranet.northwind.example/ai/'],
	...['--repository', 'https://git.northwind.example/ai/catalogue'],
];

describe('adopting the catalogue', () => {
	test('takes out what is invented, enters the names, and leaves content without errors', async () => {
		const { root, git, read } = example();
		const { code, out } = await called(root, ...NAMES, '--seat', 'technology=office');
		expect(out[0]).toMatch(
			/^The catalogue now belongs to Northwind: \d+ files removed, 1 changed\.$/,
		);
		expect(code).toBe(0);
		expect(
			git('status', '--porcelain')
				.split('\n')
				.filter((line) => /M|\?\?/.test(line)),
		).toEqual([expect.stringContaining(ORGANISATION)]);
		expect(existsSync(join(root, 'content/use-cases'))).toBe(false);
		expect(parse(read(ORGANISATION))).toMatchObject({
			name: 'Northwind',
			site: { url: 'https://intranet.northwind.example/ai/' },
		});
		expect(read(ORGANISATION)).not.toContain('example: true');
		const { findings } = await loadCatalogue(root);
		expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	test('keeps a member with a key of their own, and lets go those for whom anyone can sign', async () => {
		const { root, read } = example();
		await called(root, ...NAMES);
		const [seat] = parse(read(ORGANISATION)).council.seats;
		expect(seat.members.map(({ name }: { name: string }) => name)).toEqual([tess.member.name]);
	});

	test('enters a member with the key of a file', async () => {
		const [key] = sol.member.keys;
		const { root, read } = example({ 'ada.pub': `${key?.key}\n` });
		const member = 'technology=Ada Adopter <ada@northwind.example> ada.pub';
		expect((await called(root, ...NAMES, '--member', member)).code).toBe(0);
		const [seat] = parse(read(ORGANISATION)).council.seats;
		expect(seat.members[1]).toEqual({
			name: 'Ada Adopter',
			email: 'ada@northwind.example',
			keys: [{ key: key?.key, from: '2026-11-22' }],
		});
	});

	test('writes no roster that would not be sound, such as one key for two people', async () => {
		const { root, read } = example({ 'ada.pub': `${tess.member.keys[0]?.key}\n` });
		const member = 'technology=Ada Adopter <ada@northwind.example> ada.pub';
		const { code, out } = await called(root, ...NAMES, '--member', member);
		expect(code).toBe(1);
		expect(out.join('\n')).toContain('have the same key');
		expect(read(ORGANISATION)).toContain('example: true');
	});

	test('questions that a removed page answers go with it', async () => {
		const asked = ['/patterns/summary/copy/', '/prompts/ask/', '/risks/leak/'];
		const lines = asked.map((page) => `  - { page: ${page}, questions: [who can see this] }`);
		const { root, read } = example({
			'content/synonyms.yaml': `same: []\nmeans: []\nasked:\n${lines.join('\n')}\n`,
		});
		const { code } = await called(root, ...NAMES, '--without-patterns');
		expect(code).toBe(0);
		// What stays is not written in another way.
		expect(read('content/synonyms.yaml')).toContain(`asked:\n${lines[2]}\n`);
		const pages = parse(read('content/synonyms.yaml')).asked.map(
			({ page }: { page: string }) => page,
		);
		expect(pages).toEqual(['/risks/leak/']);
	});

	test('removes the patterns if asked, and leaves the words of links to them', async () => {
		const risk = soundFiles().find(({ path }) => path === 'content/risks/leak.mdx');
		const text = `${risk?.text ?? ''}\nSee [the summary](/patterns/summary/) and [more](/controls/logging/).\n`;
		const { root, read } = example({ 'content/risks/leak.mdx': text });
		const { code } = await called(root, ...NAMES, '--without-patterns');
		expect(code).toBe(0);
		expect(existsSync(join(root, 'patterns/summary'))).toBe(false);
		expect(read('content/risks/leak.mdx')).toContain(
			'See the summary and [more](/controls/logging/).',
		);
	});

	test('changes nothing with --dry-run, and says what it would', async () => {
		const { root, git } = example();
		const { code, out } = await called(root, ...NAMES, '--dry-run');
		expect(code).toBe(0);
		expect(out).toContain(`write ${ORGANISATION}`);
		expect(git('status', '--porcelain')).toBe('');
	});

	test('a second time there is nothing to do', async () => {
		const { root, commit } = example();
		await called(root, ...NAMES);
		commit();
		const { code, out } = await called(root);
		expect([code, out]).toEqual([0, ['There is no example data left. Nothing changed.']]);
	});
});

describe('asked at a terminal', () => {
	/** A person who types these texts in turn, and otherwise takes what is offered. */
	function person(texts: string[]): Ask {
		return {
			text: async ({ default: now, check }) => {
				const typed = texts.shift() ?? now ?? '';
				expect(check(typed)).toBeUndefined();
				return typed;
			},
			choose: async ({ default: now, choices }) => now ?? choices[0]?.value ?? '',
			several: async () => [],
			confirm: async () => false,
		};
	}

	test('it takes the answers, and what is there for the rest', async () => {
		const { root, read } = example();
		const ada = person(['Northwind', 'https://ai.northwind.example/', 'https://git.example/n']);
		const { code } = await calledBy(
			adoptWith(async () => ada),
			root,
			[],
		);
		expect(code).toBe(0);
		const { name, site, repository, council } = parse(read(ORGANISATION));
		expect([name, site.url, repository.url]).toEqual([
			'Northwind',
			'https://ai.northwind.example/',
			'https://git.example/n',
		]);
		expect(council.seats[0].team).toBe('office');
	});

	test('whoever leaves before the end has changed nothing', async () => {
		const { root, git } = example();
		const gone: Ask = {
			...person([]),
			text: () => Promise.reject(Object.assign(new Error('left'), { name: 'ExitPromptError' })),
		};
		const { code, error } = await calledBy(
			adoptWith(async () => gone),
			root,
			[],
		);
		expect([code, error]).toEqual([130, ['You left before the end. Nothing was written.']]);
		expect(git('status', '--porcelain')).toBe('');
	});
});

describe('it is refused, and nothing is written', () => {
	test.each([
		['without the names', [], /^Missing: --name, --url, --repository\.$/],
		[
			'for an address that is none',
			[...NAMES, '--url', 'nope'],
			/^--url: "nope" is not the address/,
		],
		[
			'for a team that is not there',
			[...NAMES, '--seat', 'technology=offise'],
			/^There is no team/,
		],
		['for a seat that is not there', [...NAMES, '--seat', 'chair=office'], /^--seat is "chair"\.$/],
		['for a member without a key', [...NAMES, '--member', 'technology=Ada'], /is not complete\.$/],
		[
			'for a key file that is not there',
			[...NAMES, '--member', 'technology=Ada Adopter <a@b.example> no.pub'],
			/^There is no file "no\.pub"\.$/,
		],
		['for a team without a name', [...NAMES, '--team', 'office'], /has no name\.$/],
	])('%s', async (_, args, message) => {
		const { root, git } = example();
		const { code, error } = await called(root, ...args);
		expect(code).toBe(2);
		expect(error[0]).toMatch(message);
		expect(git('status', '--porcelain')).toBe('');
	});

	test('while something is not committed', async () => {
		const { root, write, read } = example();
		write({ 'content/risks/leak.mdx': `${read('content/risks/leak.mdx')}\nMore.\n` });
		const { code, error } = await called(root, ...NAMES);
		expect(code).toBe(2);
		expect(error[0]).toBe(
			'You have 1 file that you have not committed, such as content/risks/leak.mdx.',
		);
	});

	test('if an entry of your own still needs what would go', async () => {
		const own = soundFiles().find(({ path }) => path.startsWith('content/use-cases/'));
		const { root, git } = example({ 'content/use-cases/mine.yaml': own?.text ?? '' });
		const { code, out, error } = await called(root, ...NAMES);
		expect(code).toBe(1);
		expect(out.join('\n')).toContain('content/use-cases/mine.yaml');
		expect(error[0]).toBe('Nothing was written: the catalogue would have errors.');
		expect(git('status', '--porcelain')).toBe('');
	});
});
