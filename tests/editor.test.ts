/** Completion and checks in an editor, as the language servers of the VS Code extensions give them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EDITOR_FOLDER } from '#catalogue/pages/editor.ts';
import { type CollectionName, collectionNames, collections } from '#schemas/index.ts';
import { editor } from '#scripts/commands/editor.ts';
import { run } from '#scripts/run.ts';
import { entry, soundTexts } from './support/build.ts';
import { type Diagnostic, endOf, LanguageServer } from './support/language-server.ts';

/** A server answers in seconds; on a slow machine that runs other tests as well, in many more. */
const PATIENCE = 120_000;
const project = resolve(import.meta.dirname, '..');
const sources = new Map(Object.entries(soundTexts()));
const settings = await readSettings();
let root: string;

beforeAll(async () => {
	root = await newProject();
	await refresh();
}, PATIENCE);
afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder with one sound entry of each collection and a space in its name. */
async function newProject(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'editor test-'));
	for (const [path, text] of sources) await put(join(folder, path), text);
	for (const name of ['package.json', 'tsconfig.json'])
		await cp(join(project, name), join(folder, name));
	return folder;
}

async function put(file: string, text: string): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
}

async function refresh(): Promise<void> {
	const io = { cwd: root, out: () => {}, error: () => {} };
	expect(await run([editor], ['editor'], io)).toBe(0);
}

async function readSettings(): Promise<Record<string, unknown>> {
	const text = await readFile(join(project, '.vscode/settings.json'), 'utf8');
	return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''));
}

/** A sound file with some of its text replaced, which must be there. */
function edited(
	path: string,
	...edits: readonly (readonly [from: string | RegExp, to: string])[]
): string {
	return edits.reduce((text, [from, to]) => {
		expect(text).toMatch(from);
		return text.replace(from, to);
	}, sources.get(path) ?? '');
}

/** Diagnostics as an editor lists them: line from 1, message. */
const shown = (diagnostics: readonly Diagnostic[]) =>
	diagnostics.map(({ range, message }) => `${range.start.line + 1} ${message}`).sort();

/** The line, from 1, on which a piece of text stands. */
const lineOf = (text: string, piece: string) => endOf(text, piece).line + 1;

test('the settings name the schema of every YAML collection of the registry', () => {
	const yaml = collectionNames.filter((name) => collections[name].format === 'yaml');
	const patternOf = (name: CollectionName) =>
		collections[name].file.replace(/\{\w+\}/g, collections[name].deep ? '**/*' : '*');
	expect(settings['yaml.schemas']).toEqual(
		Object.fromEntries(
			yaml.map((name) => [`./${EDITOR_FOLDER}/${name}.schema.json`, [patternOf(name)]]),
		),
	);
});

describe('frontmatter, with the server of the Astro extension', () => {
	const path = 'patterns/summary/pattern.mdx';
	let server: LanguageServer;

	beforeAll(async () => {
		server = await LanguageServer.start({
			script: join(project, 'node_modules/@astrojs/language-server/bin/nodeServer.js'),
			root,
			settings,
			initializationOptions: {
				typescript: { tsdk: join(project, 'node_modules/typescript/lib') },
				contentIntellisense: settings['astro.content-intellisense'],
			},
		});
	}, PATIENCE);
	afterAll(() => server?.stop());

	const diagnosticsOf = async (file: string, text: string, language = 'mdx') => {
		const uri = await server.open(file, language, text);
		const found = shown(await server.askDiagnostics(uri));
		await server.close(uri);
		return found;
	};
	/** What is offered at the end of a piece of text. */
	const offered = async (text: string, piece: string) => {
		const uri = await server.open(path, 'mdx', text);
		const items = await server.complete(uri, endOf(text, piece));
		await server.close(uri);
		return items;
	};

	test('a sound pattern has nothing to fix', { timeout: PATIENCE }, async () => {
		expect(await diagnosticsOf(path, edited(path))).toEqual([]);
	});

	test('a misspelt key and an unknown id show on their lines', { timeout: PATIENCE }, async () => {
		const text = edited(
			path,
			['businessOwner:', 'busnessOwner:'],
			['control: logging', 'control: loging'],
		);
		expect(await diagnosticsOf(path, text)).toEqual(
			[
				'1 Missing property "businessOwner".',
				`${lineOf(text, 'busnessOwner:')} Property busnessOwner is not allowed.`,
				`${lineOf(text, 'control: loging')} There is no control with this id. Run \`npm run validate\`: it suggests the nearest id and adds new ids to this list.`,
			].sort(),
		);
	});

	test('words of a list are offered with their meanings', { timeout: PATIENCE }, async () => {
		const items = await offered(edited(path, [/outcome: [\w-]+/, 'outcome: ']), 'outcome: ');
		expect(items.map(({ label }) => label)).toEqual([
			'growth',
			'service-efficiency',
			'risk-reduction',
			'employee-productivity',
		]);
		expect(items[0]?.documentation).toMatch(/^Growth: ./);
	});

	test('ids are offered with the titles of their entries', { timeout: PATIENCE }, async () => {
		const items = await offered(edited(path, ['control: logging', 'control: ']), 'control: ');
		expect(items).toMatchObject([{ label: 'logging', documentation: 'An entry' }]);
	});

	test('a framework brings its items', { timeout: PATIENCE }, async () => {
		const risk = 'content/risks/leak.mdx';
		const cites = (item: string) =>
			`frameworks:\n  - framework: rules-2026\n    item: ${item}\n    relation: same`;
		const text = edited(risk, ['frameworks: []', cites('')]);
		const uri = await server.open(risk, 'mdx', text);
		expect(await server.complete(uri, endOf(text, 'item: '))).toMatchObject([
			{ label: 'R1', documentation: 'First rule' },
		]);
		await server.close(uri);
		expect(await diagnosticsOf(risk, edited(risk, ['frameworks: []', cites('R1')]))).toEqual([]);
		const wrong = edited(risk, ['frameworks: []', cites('R2')]);
		expect(await diagnosticsOf(risk, wrong)).toEqual([
			`${lineOf(wrong, 'item: R2')} rules-2026 has no item with this identifier. The items are in content/frameworks/rules-2026.yaml.`,
		]);
	});

	test('keys that are missing are offered with what they are for', {
		timeout: PATIENCE,
	}, async () => {
		const text = edited(path, [/businessOwner: .+/, 'busi']);
		const items = await offered(text, '\nbusi');
		expect(items.find(({ label }) => label === 'businessOwner')?.documentation).toMatch(
			/^Role that is responsible for the outcome\./,
		);
	});

	test('a key tells what it is for and what its words mean', { timeout: PATIENCE }, async () => {
		const text = edited(path);
		const uri = await server.open(path, 'mdx', text);
		const hover = await server.hover(uri, endOf(text, '\noutc'));
		expect(hover).toContain('The outcome it serves.');
		expect(hover).toContain('* `growth`: Growth: ');
		await server.close(uri);
	});

	test('a prompt opened as Markdown shows what is not YAML', { timeout: PATIENCE }, async () => {
		const prompt = 'patterns/summary/prompts/ask.prompt';
		expect(settings['files.associations']).toEqual({ '*.prompt': 'markdown' });
		expect(await diagnosticsOf(prompt, edited(prompt), 'markdown')).toEqual([]);
		const text = edited(prompt, [/model: /, 'model: "']);
		expect((await diagnosticsOf(prompt, text, 'markdown')).length).toBeGreaterThan(0);
	});
});

describe('YAML files, with the server of the YAML extension', () => {
	const cases = 'patterns/summary/prompts/ask.cases.yaml';
	let server: LanguageServer;

	beforeAll(async () => {
		server = await LanguageServer.start({
			script: join(project, 'node_modules/yaml-language-server/bin/yaml-language-server'),
			root,
			settings,
		});
	}, PATIENCE);
	afterAll(() => server?.stop());

	test.each([
		[
			cases,
			'kind: golden',
			'kind: gold',
			['Value is not accepted. Valid values: "golden", "edge", "injection".'],
		],
		[
			cases,
			'expect:',
			'expects:',
			['Missing property "expect".', 'Property expects is not allowed.'],
		],
		[
			'content/policy.yaml',
			'    - logging',
			'    - loging',
			[
				'There is no control with this id. Run `npm run validate`: it suggests the nearest id and adds new ids to this list.',
			],
		],
		[
			'content/organisation.yaml',
			'seat: ',
			'seat: x',
			[/^Value is not accepted\. Valid values: "technology", "security"/],
		],
		[
			'content/frameworks/rules-2026.yaml',
			'licence:',
			'license:',
			['Missing property "licence".', 'Property license is not allowed.'],
		],
	] as const)(
		'%s with "%s" written as "%s" shows that alone',
		{ timeout: PATIENCE },
		async (path, from, to, messages) => {
			const uri = await server.open(path, 'yaml', edited(path, [from, to]));
			const found = await server.awaitDiagnostics(uri);
			expect(found.map(({ message }) => message).sort()).toEqual(
				messages.map((message) =>
					typeof message === 'string' ? message : expect.stringMatching(message),
				),
			);
			await server.close(uri);
		},
	);

	test('words and ids are offered with their meanings', { timeout: PATIENCE }, async () => {
		const text = edited(cases, ['kind: golden', 'kind: ']);
		const uri = await server.open(cases, 'yaml', text);
		expect(await server.complete(uri, endOf(text, 'kind: '))).toMatchObject([
			{ label: 'golden', documentation: expect.stringMatching(/^Golden: A usual input/) },
			{ label: 'edge' },
			{ label: 'injection' },
		]);
		await server.close(uri);
	});

	test('an entry that is new is offered once the command has run', {
		timeout: PATIENCE,
	}, async () => {
		const path = 'content/policy.yaml';
		const text = edited(path, ['    - logging', '    - ']);
		const uri = await server.open(path, 'yaml', text);
		const labels = async () =>
			(await server.complete(uri, endOf(text, 'low:\n    - '))).map(({ label }) => label);
		expect(await labels()).toEqual(['logging']);
		const added = entry('controls', 'human-review');
		await put(join(root, added.file), added.source);
		await refresh();
		await server.changed('.astro/collections/policy.schema.json');
		expect(await labels()).toEqual(['human-review', 'logging']);
	});
});

test('Astro writes the same schemas when it starts', { timeout: PATIENCE }, async () => {
	for (const name of ['src', 'schemas', 'astro.config.mjs', 'package-lock.json'])
		await cp(join(project, name), join(root, name), { recursive: true });
	// A folder of its own, because Vite keeps its cache in it.
	await mkdir(join(root, 'node_modules'));
	for (const name of await readdir(join(project, 'node_modules'))) {
		if (name.startsWith('.')) continue;
		await symlink(
			join(project, 'node_modules', name),
			join(root, 'node_modules', name),
			'junction',
		);
	}
	const read = async () => {
		const names = await readdir(join(root, EDITOR_FOLDER));
		const texts = names.map(async (name) => [
			name,
			await readFile(join(root, EDITOR_FOLDER, name), 'utf8'),
		]);
		return Object.fromEntries(await Promise.all(texts));
	};
	const ours = await read();
	for (const name of Object.keys(ours)) {
		if (name.endsWith('.schema.json')) await rm(join(root, EDITOR_FOLDER, name));
	}
	const astro = join(root, 'node_modules/astro/bin/astro.mjs');
	const env = { ...process.env, CATALOGUE_ROOT: root, ASTRO_TELEMETRY_DISABLED: '1' };
	const child = spawn(process.execPath, [astro, 'sync'], { cwd: root, env, timeout: PATIENCE });
	let log = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (part) => {
			log += part;
		});
	const [code] = await once(child, 'close');
	expect(code, log).toBe(0);
	expect(await read()).toEqual(ours);
});
