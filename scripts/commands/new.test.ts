import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { TODAY } from '#tests/support/build.ts';
import { Files } from '#tests/support/house/files.ts';
import { LETTERS } from '#tests/support/house/patterns.ts';
import { run } from '../run.ts';
import type { Ask } from '../scaffold/ask.ts';
import { newCommand } from './new.ts';

const house = await Files.house();
const root = mkdtempSync(join(tmpdir(), 'catalogue-new-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
	for (const folder of ['content', 'patterns']) {
		rmSync(join(root, folder), { recursive: true, force: true });
	}
	house.write(root);
});

/** Everything under the content folders, to see that nothing was written. */
const paths = () =>
	['content', 'patterns'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort(),
	);

async function call(args: readonly string[], ask?: Ask) {
	const out: string[] = [];
	const errors: string[] = [];
	const command = newCommand({ ask: async () => ask, today: TODAY });
	const io = {
		cwd: root,
		out: (line: string) => out.push(line),
		error: (line: string) => errors.push(line),
	};
	const code = await run([command], ['new', ...args], io);
	return { code, out: out.join('\n'), errors: errors.join('\n') };
}

const flagsOf = (answers: Record<string, string>) =>
	Object.entries(answers).flatMap(([flag, value]) => [`--${flag}`, value]);

const answers = {
	data: 'internal',
	'personal-data': 'none',
	effect: 'drafts',
	reach: 'team',
	reversibility: 'easy',
	'untrusted-input': 'no',
	'decides-about-person': 'no',
	regulated: 'no',
	problem: 'check',
	outcome: 'risk-reduction',
	techniques: 'rules,human-approval',
	title: 'Contract clause check',
	owner: 'post-room',
	connectors: 'letter-desk',
	models: 'small',
};
const pattern = (changed: Record<string, string> = {}) => [
	'pattern',
	...flagsOf({ ...answers, ...changed }),
];

describe('with every answer as a flag', () => {
	test('a pattern is written with its prompt and cases, and says what is next', async () => {
		const { code, out, errors } = await call(pattern());
		expect(errors).toBe('');
		expect(code).toBe(0);
		expect(out).toContain('Risk tier: Low. No reason for a higher tier applies.');
		expect(out).toContain('wrote patterns/contract-clause-check/pattern.mdx');
		expect(out).toContain('wrote patterns/contract-clause-check/register.yaml');
		expect(out).toMatch(/^\d+ things to fill in\. Each is marked FILL:/m);
		expect(out).not.toContain('The checks also found');
		expect(out).toContain('npm run validate');
		expect(readdirSync(join(root, 'patterns/contract-clause-check/prompts'))).toEqual([
			'check-contract-clause-check.cases.yaml',
			'check-contract-clause-check.prompt',
		]);
	});

	test('the techniques may raise the tier, which is said', async () => {
		const { out } = await call(pattern({ techniques: 'agent' }));
		expect(out).toMatch(/Risk tier: Low[\s\S]*With these techniques:\nRisk tier: Medium/);
	});

	test('--from copies a pattern without its approvals, releases and starter', async () => {
		const args = ['--title', 'Supplier calls', '--owner', 'post-room'];
		const { code, out } = await call(['pattern', '--from', LETTERS, ...args]);
		expect(code).toBe(0);
		expect(out).not.toContain('The checks also found');
		const made = readdirSync(join(root, 'patterns/supplier-calls'), { recursive: true });
		expect(
			made.every((path) => /^(?:pattern\.mdx|register\.yaml|prompts)/.test(String(path))),
		).toBe(true);
		const page = readFileSync(join(root, 'patterns/supplier-calls/pattern.mdx'), 'utf8');
		expect(page).toContain(`- pattern: ${LETTERS}\n`);
		expect(page).toContain('FILL: what differs here from Letter sorting');
	});

	test('a use case takes what its pattern says of itself', async () => {
		const outcome = ['--title', 'Fewer wrong routes', '--owner', 'post-room'];
		const made = await call([
			'outcome',
			...outcome,
			'--category',
			'service-efficiency',
			'--metric',
			'business-impact',
		]);
		expect(made.errors).toBe('');
		const { code, out, errors } = await call([
			'use-case',
			...flagsOf({
				title: 'Routing for the Leeds office',
				owner: 'post-room',
				pattern: 'reply-drafts',
				outcome: 'fewer-wrong-routes',
			}),
		]);
		expect(errors).toBe('');
		expect(code).toBe(0);
		expect(out).not.toContain('The checks also found');
	});

	test('a prompt goes into its pattern, and the list to add it to is named', async () => {
		const { code, out } = await call([
			'prompt',
			...flagsOf({ pattern: 'reply-drafts', id: 'explain-route' }),
		]);
		expect(code).toBe(0);
		expect(out).toContain(
			'Next: Add explain-route to `prompts` in patterns/reply-drafts/pattern.mdx.',
		);
	});
});

describe('nothing is written, and one line says why', () => {
	test.each<[what: string, args: string[], said: string]>([
		['no kind', [], 'Say what you want to add.'],
		['a kind misspelt', ['contol'], 'Did you mean "control"?'],
		['a flag misspelt', ['risk', '--titel', 'x'], 'Did you mean "--title"?'],
		['a flag without its value', ['risk', '--title'], "'--title <value>'"],
		[
			'answers missing',
			['pattern', '--title', 'Short'],
			'--data, --personal-data, --effect, --reach, --reversibility, --untrusted-input, --decides-about-person, --regulated, --problem, --outcome, --techniques, --owner, --connectors, --models.',
		],
		['an unknown owner', pattern({ owner: 'post-rom' }), 'Did you mean "post-room"?'],
		['an unknown connector', pattern({ connectors: 'letter-dsk' }), 'Did you mean "letter-desk"?'],
		['a bad id', pattern({ id: 'Clause_Check' }), '"Clause_Check" is not an id'],
		['neither yes nor no', pattern({ regulated: 'perhaps' }), '--regulated is "perhaps".'],
		['a title too short', pattern({ title: 'ab' }), 'At least 3 are needed'],
		['a model below the data', pattern({ data: 'restricted' }), 'That may: vault.'],
		[
			'a system deciding about people',
			pattern({ effect: 'acts-alone', 'decides-about-person': 'yes' }),
			'a system must never decide about a person alone',
		],
		['an unknown source', ['pattern', '--from', 'letters'], 'there is no valid pattern "letters"'],
		['a copy of a risk', ['risk', '--from', 'leak'], 'cannot be started from another'],
		['another folder', [...pattern(), '--root', tmpdir()], 'There is no catalogue in'],
	])('for %s', async (_, args, said) => {
		const before = paths();
		const { code, errors } = await call(args);
		expect(errors).toContain(said);
		expect(errors.split('\n')).toHaveLength(2);
		expect(code).toBe(2);
		expect(paths()).toEqual(before);
	});

	test('for an id that is taken, with free ones', async () => {
		const { code, errors } = await call(pattern({ id: 'reply-drafts' }));
		expect(code).toBe(2);
		expect(errors).toContain(
			'the id "reply-drafts" is already used. You can use contract-clause-check',
		);
	});

	test('for a folder that somebody began by hand', async () => {
		cpSync(join(root, 'content/roles'), join(root, 'patterns/contract-clause-check/starter'), {
			recursive: true,
		});
		const { code, errors } = await call(pattern());
		expect(code).toBe(2);
		expect(errors).toContain('patterns/contract-clause-check already exists');
	});

	test('where a file stands in place of the folder', async () => {
		rmSync(join(root, 'content/guides'), { recursive: true });
		writeFileSync(join(root, 'content/guides'), '');
		const flags = { title: 'How we begin', owner: 'post-room', reader: 'leader' };
		const { code, errors } = await call(['guide', ...flagsOf(flags)]);
		expect(code).toBe(2);
		expect(errors).toContain('has a file where a folder should be; nothing was changed.');
	});

	test('for a near repeat, unless --anyway says so', async () => {
		const near = pattern({
			title: 'Sorting of letters',
			problem: 'triage',
			connectors: 'letter-desk',
		});
		const { code, errors } = await call(near);
		expect(code).toBe(1);
		expect(errors).toContain('extend letter-sorting instead');
		expect(errors).toContain('--anyway');
		expect(existsSync(join(root, 'patterns/sorting-of-letters'))).toBe(false);
		expect((await call([...near, '--anyway'])).code).toBe(0);
	});
});

test('errors elsewhere are mentioned, and do not stop it', async () => {
	writeFileSync(join(root, 'content/risks/broken.mdx'), '---\ntitle: x\n---\n');
	const { code, errors } = await call(pattern());
	expect(errors).toContain('Note: the catalogue has');
	expect(code).toBe(0);
});

describe('with a person to ask', () => {
	/** Answers by the order of the questions; every message that was put is kept. */
	function person(...given: (string | boolean | readonly string[])[]) {
		const messages: string[] = [];
		const next = <Value>(message: string, is: (value: unknown) => value is Value): Value => {
			messages.push(message);
			const value: unknown = given.shift();
			if (is(value)) return value;
			throw Object.assign(new Error('closed'), { name: 'ExitPromptError' });
		};
		const isText = (value: unknown): value is string => typeof value === 'string';
		const ask: Ask = {
			text: async ({ message, check }) => {
				const text = next(message, isText);
				const problem = check(text);
				if (problem) throw new Error(problem);
				return text;
			},
			choose: async ({ message }) => next(message, isText),
			several: async ({ message }) =>
				next(message, (value): value is readonly string[] => Array.isArray(value)),
			confirm: async ({ message }) =>
				next(message, (value): value is boolean => typeof value === 'boolean'),
		};
		return { ask, messages };
	}

	test('the kind and every answer can come from a person', async () => {
		const given = ['risk', 'Wrong language', 'wrong-language', 'post-room', 'operational'];
		const { ask, messages } = person(...given);
		expect((await call([], ask)).code).toBe(0);
		expect(messages[0]).toBe('What do you want to add?');
		const page = readFileSync(join(root, 'content/risks/wrong-language.mdx'), 'utf8');
		expect(page).toMatch(/^title: Wrong language$/m);
		expect(page).toMatch(/^category: operational$/m);
	});

	test('the exposure comes first, in the words of the schema', async () => {
		const { ask, messages } = person('internal');
		await call(['pattern'], ask);
		expect(messages).toEqual([
			'Highest class of data that the pattern uses',
			'Most sensitive kind of personal data in it',
		]);
	});

	test('what a flag answers is not asked', async () => {
		const { title: _, ...rest } = answers;
		const { ask, messages } = person('none', 'Clauses', 'clause-check', 'find-clauses');
		const { code } = await call(['pattern', ...flagsOf(rest)], ask);
		expect(messages).toHaveLength(4);
		expect(code).toBe(0);
		expect(existsSync(join(root, 'patterns/clause-check/prompts/find-clauses.prompt'))).toBe(true);
	});

	test('leaving before the end writes nothing', async () => {
		const before = paths();
		const { ask } = person('internal', 'none');
		const { code, errors } = await call(['pattern'], ask);
		expect(code).toBe(130);
		expect(errors).toBe('You left before the end. Nothing was written.');
		expect(paths()).toEqual(before);
	});

	test('a near repeat is shown, and a no ends it', async () => {
		const near = pattern({
			title: 'Sorting of letters',
			problem: 'triage',
			connectors: 'letter-desk',
		});
		const full = [
			...near,
			'--annex-iii',
			'none',
			'--id',
			'sorting-of-letters',
			'--prompt',
			'sort-case',
		];
		const { ask, messages } = person(false);
		const { code, errors } = await call(full, ask);
		expect(messages).toEqual(['Continue anyway']);
		expect(errors).toContain('Nothing was written.');
		expect(code).toBe(1);
	});
});
