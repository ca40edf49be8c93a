/** Where the files of a starter are, and which of them nobody but the catalogue writes. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';

export const BASE_FOLDER = 'content/starter/';

/** Files that steer the making of a starter and are not handed out. */
export const TEMPLATE = 'README.template.md';
export const OVERLAY_MANIFEST = 'overlay.yaml';
export const CONTROL_TABLE = 'controls.json';

/** Facts that the template of the README can name between double braces. */
export const README_SLOTS = [
	'title',
	'summary',
	'version',
	'catalogue',
	'page',
	'status',
	'statusMeans',
	'model',
	'yours',
	'fixed',
	'contact',
	'tier',
	'reasons',
	'months',
	'seats',
	'obligations',
	'incident',
] as const;

/** What the catalogue makes for every starter. */
export const MADE_FILES = [
	'catalogue.json',
	'catalogue.lock.json',
	'telemetry/contract.json',
	'policy/model.yaml',
	'runbooks/incident.md',
	'training/launch-kit.md',
	'EVIDENCE.md',
	'README.md',
] as const;

/** Where the catalogue puts the prompts of a pattern, with their cases and released versions. */
export function promptPaths(
	{ id, data }: Entry<'patterns'>,
	{ prompts, cases, releases }: Pick<Catalogue, 'prompts' | 'cases' | 'releases'>,
): { path: string; source: string }[] {
	return [
		...data.prompts.flatMap((prompt) => [
			{ path: `prompts/${prompt}.prompt`, source: prompts.get(prompt)?.source },
			{ path: `prompts/${prompt}.cases.yaml`, source: cases.get(prompt)?.source },
		]),
		...[...releases.values()]
			.filter(({ parent }) => parent === id)
			.map((release) => ({
				path: `prompts/released/${release.id}.prompt`,
				source: release.source,
			})),
	].flatMap(({ path, source }) => (source === undefined ? [] : [{ path, source }]));
}

/**
 * Files by which a copy is checked, updated and judged, and those that decide where its packages
 * come from and what git leaves out. An overlay never has one of these.
 */
const FIXED =
	/^(?:prompts\/.*|src\/catalogue\/.*|README\.template\.md|\.npmrc|\.gitignore|\.env(?:\..*)?|tsconfig\.json)$/;

export const isFixed = (path: string): boolean =>
	FIXED.test(path) || (MADE_FILES as readonly string[]).includes(path);

/** Code of the common starter: a control, or what every control relies on. */
export const isCode = (path: string): boolean => path.startsWith('src/');

const NAME = '[a-z0-9][a-z0-9_-]*(?:\\.[a-z0-9_-]+)*';
const FOLDERS = '(?:[a-z0-9][a-z0-9_-]*/)*';

/** Where an overlay has files: the expression, and how to say it. */
const PLACES: readonly { is: RegExp; name: string }[] = [
	{
		is: /^(?:controls\.json|overlay\.yaml|package\.json|package-lock\.json)$/,
		name: 'controls.json, overlay.yaml, package.json, package-lock.json',
	},
	{ is: new RegExp(`^src/${FOLDERS}[A-Za-z0-9][\\w-]*(?:\\.test)?\\.ts$`), name: 'src/**.ts' },
	{
		is: new RegExp(`^(?:policy|telemetry|training)/${FOLDERS}${NAME}\\.ya?ml$`),
		name: 'policy, telemetry and training/**.yaml',
	},
	{ is: new RegExp(`^runbooks/${FOLDERS}${NAME}\\.md$`), name: 'runbooks/**.md' },
	{ is: new RegExp(`^recordings/${NAME}\\.json$`), name: 'recordings/*.json' },
	{ is: new RegExp(`^evaluation/${NAME}\\.cases\\.yaml$`), name: 'evaluation/*.cases.yaml' },
	{
		is: new RegExp(`^(?:example|schemas)/${FOLDERS}${NAME}\\.(?:ya?ml|json|md|txt|csv)$`),
		name: 'example and schemas/** (yaml, json, md, txt, csv)',
	},
	{ is: new RegExp(`^${NAME}\\.lock\\.json$`), name: '*.lock.json' },
	{ is: new RegExp(`^\\.ci/${NAME}\\.yml$`), name: '.ci/*.yml' },
];

export const hasPlace = (path: string): boolean => PLACES.some(({ is }) => is.test(path));
export const placesInWords = PLACES.map(({ name }) => name).join('; ');

/** Most characters of a path in a starter: with the pattern's id it still fits an archive. */
export const LONGEST_PATH = 120;
