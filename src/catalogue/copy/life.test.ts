/** What the site writes is what the scripts of a copy read: the life of one, from version to version. */
import { expect, test } from 'vitest';
import type { Change } from '#schemas/fields.ts';
import { runCheck } from '#starter/catalogue/check.ts';
import { compareCopy } from '#starter/catalogue/compare.ts';
import { readAnswer, readManifest } from '#starter/catalogue/manifest.ts';
import { copyOf } from '#starter/catalogue/stage.ts';
import { runUpdate } from '#starter/catalogue/update.ts';
import { comparisonLines } from '#starter/catalogue/words.ts';
import { catalogueOf, entry, TODAY } from '#tests/support/build.ts';
import type { BundleFile } from '../model/artefacts.ts';
import type { Asset, Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';
import { MANIFEST_PATH, starterFilePath } from '../model/starter.ts';
import { answerFor, answerForWithdrawn, answerPath } from './manifest.ts';
import { starterFiles } from './starter/assemble.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const asset = (file: string, text: string): Asset => ({ file, text, digest: fileDigest(text) });
const change = (version: string, impact: Change['impact'], action?: string): Change => ({
	version,
	date: '2026-11-01',
	impact,
	summary: `What ${version} brings to teams.`,
	...(action && { action }),
});

interface Edition {
	pattern?: Parameters<typeof entry<'patterns'>>[2];
	policy?: Parameters<typeof entry<'policy'>>[2];
	start?: string;
	/** Text of a file whose name begins with a dot. */
	env?: string;
	more?: readonly Entry[];
}

/** A catalogue with one pattern and its starter, as it was published one day. */
function edition({
	pattern: overrides = {},
	policy = {},
	start = 'one\n',
	env = 'A=\n',
	more = [],
}: Edition) {
	const pattern = entry('patterns', 'summary', overrides);
	const entries = [entry('prompts'), entry('cases'), entry('controls'), entry('models')];
	const catalogue: Catalogue = {
		...catalogueOf(pattern, entry('policy', 'policy', policy), ...entries, ...more),
		assets: [
			asset('content/starter/README.template.md', '# {{title}}\n'),
			asset('content/starter/.env.example', env),
			asset('patterns/summary/starter/src/start.ts', start),
		],
	};
	const files = starterFiles(pattern, catalogue, url);
	const said = JSON.stringify(answerFor(pattern, catalogue, files, url));
	return { catalogue, files, said, answer: readAnswer(said) };
}

const textsOf = (files: readonly BundleFile[]) =>
	Object.fromEntries(files.map(({ path, text }) => [path, text]));
const textIn = (files: readonly BundleFile[], path: string) => textsOf(files)[path] ?? '';
const manifestIn = (files: readonly BundleFile[]) => readManifest(textIn(files, MANIFEST_PATH));
const digestsIn = (files: readonly BundleFile[]) =>
	new Map(files.map(({ path, text }) => [path, fileDigest(text)]));

const first = edition({});
const compared = (now: Edition, files = first.files, today = TODAY) =>
	compareCopy(manifestIn(first.files), edition(now).answer, digestsIn(files), today);

test('a copy just taken is current', () => {
	expect(compared({})).toMatchObject({ verdict: 'current', holds: [], files: [] });
});

test('a minor version offers what is untouched, and says what the team changed', () => {
	const mine = first.files.map((file) =>
		file.path === 'src/start.ts' ? { ...file, text: 'mine\n' } : file,
	);
	const changes = [change('1.1.0', 'minor'), change('1.0.0', 'minor')];
	const now = { pattern: { version: '1.1.0', changes }, start: 'two\n' };
	const untouched = compared(now);
	expect(untouched).toMatchObject({ verdict: 'behind', offered: '1.1.0' });
	expect(untouched.files.map(({ path, state }) => [path, state])).toContainEqual([
		'src/start.ts',
		'take',
	]);
	const changed = compared(now, mine).files.map(({ path, state }) => [path, state]);
	expect(changed).toContainEqual(['src/start.ts', 'merge']);
	expect(changed).toContainEqual(['catalogue.lock.json', 'take']);
});

test('a correction of the common starter is seen without a new version', () => {
	expect(compared({ start: 'mended\n' })).toMatchObject({
		verdict: 'behind',
		changes: [],
		files: [{ path: 'src/start.ts', state: 'take' }],
	});
});

test('a breaking version says what to do', () => {
	const changes = [change('2.0.0', 'major', 'Route abstentions to a person.')];
	const comparison = compared({ pattern: { version: '2.0.0', changes } });
	expect(comparison.verdict).toBe('breaking');
	expect(comparisonLines(comparison)).toContain('    To do: Route abstentions to a person.');
});

test('a policy that demands another control is told by its title', () => {
	const gate = entry('controls', 'gate', { title: 'Approval gate' });
	const baselines = { low: ['logging', 'gate'], medium: [], high: [] };
	const comparison = compared({ policy: { baselines }, more: [gate] });
	expect(comparison.verdict).toBe('obligations');
	expect(comparisonLines(comparison)).toContain('Now required: Approval gate (gate).');
});

test('a waiver that has ended is told by the day', () => {
	const waiver = {
		control: 'logging',
		because: 'The store of logs is not ready.',
		compensatedBy: 'A person reads each answer.',
		by: 'Sam Example',
		seat: 'security' as const,
		granted: '2026-11-01',
		expires: TODAY,
	};
	const now = { pattern: { waivers: [waiver] } };
	expect(compared(now).verdict).toBe('current');
	expect(compared(now, first.files, '2026-11-23').verdict).toBe('waiver-ended');
});

test('a deprecated pattern names its successor', () => {
	const next = entry('patterns', 'next', { title: 'The next one' });
	const now = compared({ pattern: { status: 'deprecated', successor: 'next' }, more: [next] });
	expect(now).toMatchObject({
		verdict: 'deprecated',
		successor: { title: 'The next one', page: 'https://host.example/ai/patterns/next/' },
	});
});

test('a withdrawn pattern still answers, with the reason and the successor', () => {
	const next = entry('patterns', 'next', { title: 'The next one' });
	const tombstone = entry('withdrawn', 'patterns.summary', { successor: 'next', version: '1.0.0' });
	const answer = answerForWithdrawn(tombstone, catalogueOf(tombstone, next), url);
	const comparison = compareCopy(
		manifestIn(first.files),
		readAnswer(JSON.stringify(answer)),
		digestsIn(first.files),
		TODAY,
	);
	expect(comparison).toMatchObject({
		verdict: 'withdrawn',
		files: [],
		because: 'Withdrawn on 2026-11-01. It was the same as another one.',
		successor: { title: 'The next one' },
	});
	expect(comparisonLines(comparison)).toContain('State in the catalogue: Withdrawn. Turn it off.');
});

test('an update takes from the addresses the site serves, and the copy is current then', async () => {
	const manifest: object = JSON.parse(textIn(first.files, MANIFEST_PATH));
	const own = first.files.filter(({ path }) => path !== MANIFEST_PATH);
	const { around, read } = copyOf(textsOf(own), manifest);
	const changes = [change('1.1.0', 'minor')];
	const now = edition({ pattern: { version: '1.1.0', changes }, start: 'two\n', env: 'MODEL=\n' });
	const served = new Map([
		[url(`/${answerPath('summary')}`), now.said],
		...now.files.map(
			({ path, text }) => [url(`/${starterFilePath('summary', path)}`), text] as const,
		),
	]);
	const fetched: typeof fetch = async (input) => {
		const text = served.get(String(input));
		return new Response(text ?? '', { status: text === undefined ? 404 : 200 });
	};
	const here = around({ fetch: fetched }, TODAY);
	expect(await runUpdate([], here)).toBe(0);
	expect([read('src/start.ts'), read('.env.example')]).toEqual(['two\n', 'MODEL=\n']);
	expect(await runCheck([], here)).toBe(0);
});
