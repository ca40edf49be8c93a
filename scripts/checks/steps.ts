/** The checks of the content and those of the product, with what each may take. */

export interface Step {
	name: string;
	/** Program of node_modules, or a script of ours, and its arguments. */
	command: readonly string[];
	env?: Readonly<Record<string, string>>;
	/** The step runs tests and must leave a report of them. */
	tests?: true;
	/** Names of the steps it needs the results of. */
	after?: readonly string[];
	/** Processors it keeps busy: a build takes little more than one, tests are run by two workers. */
	cores: 1 | 2;
	/** Seconds it should take on two processors. It is printed; nothing fails by it. */
	budget: number;
	/** What its output says where this machine cannot run it; it is then left out, and said so. */
	leftOutIf?: RegExp;
}

/** Where the sites are built, for the tests that read them. */
const CONTENT = { CATALOGUE_DIST: 'dist' };
const HOUSE = {
	HOUSE_DIST: '.cache/house/root',
	HOUSE_DIST_AGAIN: '.cache/house/again',
	HOUSE_DIST_BASE: '.cache/house/base',
};

const vitest = (project: string) => [
	'vitest',
	'run',
	'--reporter=default',
	'--reporter=json',
	'--project',
	project,
	'--maxWorkers=2',
];
const playwright = ['playwright', 'test', '--reporter=line,json'];

/** What holds of any content: an adopter's pipeline runs these. */
export const contentSteps: readonly Step[] = [
	{ name: 'content', command: ['scripts/catalogue.ts', 'validate'], cores: 1, budget: 10 },
	{
		name: 'code owners',
		command: ['scripts/catalogue.ts', 'codeowners', '--check'],
		cores: 1,
		budget: 10,
	},
	{
		name: 'build',
		command: ['scripts/catalogue.ts', 'build', '--out', CONTENT.CATALOGUE_DIST],
		after: ['content'],
		cores: 1,
		budget: 20,
	},
	{
		name: 'starters',
		command: ['scripts/test-starters.ts', CONTENT.CATALOGUE_DIST],
		after: ['build'],
		cores: 2,
		budget: 60,
	},
	{
		name: 'pages',
		command: vitest('content'),
		env: CONTENT,
		tests: true,
		after: ['build'],
		cores: 2,
		budget: 25,
	},
	{
		name: 'pages in a browser',
		command: [...playwright, '--config', 'playwright.content.config.ts'],
		env: CONTENT,
		tests: true,
		after: ['build'],
		cores: 2,
		budget: 90,
		leftOutIf: /No Chromium was found/,
	},
];

/** What holds of the code, whatever the content: the tests run over a catalogue made for them. */
export const productSteps: readonly Step[] = [
	{
		name: 'format and lint',
		command: ['biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '.'],
		cores: 1,
		budget: 10,
	},
	{ name: 'types', command: ['astro', 'check'], cores: 1, budget: 70 },
	{ name: 'build of the test catalogue', command: ['tests/build-house.ts'], cores: 1, budget: 40 },
	{ name: 'unit tests', command: vitest('unit'), tests: true, cores: 2, budget: 110 },
	{
		name: 'site tests',
		command: vitest('site'),
		env: HOUSE,
		tests: true,
		after: ['build of the test catalogue'],
		cores: 2,
		budget: 50,
	},
	{
		name: 'browser tests',
		command: playwright,
		env: HOUSE,
		tests: true,
		after: ['build of the test catalogue'],
		cores: 2,
		budget: 170,
	},
];
