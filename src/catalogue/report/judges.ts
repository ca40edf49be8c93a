/**
 * What judges content: code, pipelines, tools, policy and roster. A change of any of these can change
 * what the checks say, so the report heads with it and the council reviews it.
 */
import { compare } from '../model/finding.ts';

/** One kind of file that judges. */
export interface Judge {
	/** What it is, as the report says it. */
	what: string;
	/** Whether it is code or a setting of code, which no comparison of data can weigh. */
	code: boolean;
	/** Paths from the root of the catalogue; a folder ends with a slash. */
	paths: readonly string[];
}

export const JUDGES: readonly Judge[] = [
	{ what: 'The policy', code: false, paths: ['content/policy.yaml'] },
	{
		what: 'The organisation, with its council',
		code: false,
		paths: ['content/organisation.yaml'],
	},
	{
		what: 'Pipelines and code owners',
		code: true,
		paths: ['.github/', '.gitlab/', '.gitlab-ci.yml', '.ci/', 'CODEOWNERS', 'docs/CODEOWNERS'],
	},
	{ what: 'Schemas', code: true, paths: ['schemas/'] },
	{ what: 'Rules', code: true, paths: ['src/catalogue/rules/'] },
	{ what: 'Code of the checks and the site', code: true, paths: ['src/'] },
	{ what: 'Commands', code: true, paths: ['scripts/'] },
	{ what: 'Tests of the checks', code: true, paths: ['tests/'] },
	{
		what: 'Packages',
		code: true,
		paths: ['package.json', 'package-lock.json', '.npmrc', '.nvmrc', 'node_modules/'],
	},
	{ what: 'A cache', code: true, paths: ['.cache/', '.astro/', '.npm/', 'dist/'] },
];

/** Files outside the content that judge nothing: words for people, and what the site serves as it is. */
const NO_JUDGE =
	/^(?:docs\/|public\/|\.github\/ISSUE_TEMPLATE\/|\.gitlab\/issue_templates\/|LICENSE$|[^/]+\.md$)/;
const CONTENT = /^(?:content|patterns)\//;
/** Attributes change how git merges, shows and packs files, wherever the file is. */
const ATTRIBUTES = /(?:^|\/)\.git(?:attributes|modules|ignore)$/;

/** Settings of tools at the root, which no folder of the table holds. */
export const SETTINGS = [
	'*.config.ts',
	'*.config.mjs',
	'*.config.js',
	'*.json',
	'.editorconfig',
	'.htmlvalidate.json',
	'.vscode/',
	'SECURITY.md',
];

const TOOLS = 'Settings of git, tools and editors';

/** Whether a file belongs to one of these paths. */
const isAt = (path: string, places: readonly string[]) =>
	places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place));

/**
 * What kind of judge a file is; undefined for content and for words. A file outside the content that
 * no line above names counts as a setting: what we do not know may judge.
 */
export function judgeOf(path: string): Pick<Judge, 'what' | 'code'> | undefined {
	const known = JUDGES.find(({ paths }) => isAt(path, paths));
	// A starter has its own settings of git, which are part of what a team takes.
	const starter = /^patterns\/[^/]+\/starter\/|^content\/starter\//.test(path);
	if (ATTRIBUTES.test(path) && !starter) return { what: TOOLS, code: true };
	if (NO_JUDGE.test(path)) return undefined;
	if (known) return known;
	return CONTENT.test(path) ? undefined : { what: TOOLS, code: true };
}

/** A kind of judge with those of its files that a change touches. */
export interface TouchedJudge extends Pick<Judge, 'what' | 'code'> {
	files: readonly string[];
}

/**
 * The judges among changed files, in the order of the table.
 *
 * @example
 * touchedJudges(['schemas/risk.ts', 'README.md'])
 * // => [{ what: 'Schemas', code: true, files: ['schemas/risk.ts'] }]
 */
export function touchedJudges(changed: readonly string[]): TouchedJudge[] {
	const groups = new Map<string, { code: boolean; files: string[] }>();
	for (const path of [...changed].sort(compare)) {
		const judge = judgeOf(path);
		if (!judge) continue;
		const group = groups.get(judge.what) ?? { code: judge.code, files: [] };
		group.files.push(path);
		groups.set(judge.what, group);
	}
	const order = [...JUDGES.map(({ what }) => what), TOOLS];
	return [...groups]
		.map(([what, group]) => ({ what, ...group }))
		.sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
}
