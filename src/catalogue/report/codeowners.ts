/** The file that tells a code host who reviews what: CODEOWNERS, made from the owners of entries. */
import { collections } from '#schemas/index.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { compare, type Finding } from '../model/finding.ts';
import { JUDGES, SETTINGS } from './judges.ts';

/**
 * Where the file must stand. GitHub reads it in .github/, at the root or in docs/; GitLab at the
 * root, in docs/ or in .gitlab/. Written to both, it holds on either host.
 */
export const CODEOWNERS_FILES = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/**
 * What decides how everything else is judged, so the council reviews it: every judge of the table,
 * settings of git wherever they are, what records approvals, and the code that every starter has.
 */
const OF_THE_COUNCIL = [
	...[...new Set(JUDGES.flatMap(({ paths }) => paths))].map((path) => `/${path}`),
	'/content/starter/',
	'/content/approvals/',
	...SETTINGS.map((file) => `/${file}`),
	'.gitattributes',
	'.gitmodules',
	'.gitignore',
];

export interface CodeOwners {
	text: string;
	/** Ids of teams that own something and have no handle; the council stands in for them. */
	without: readonly string[];
}

/** The text of the file; undefined while the council has no handle, as nobody could stand in then. */
export function codeOwners({ organisation, all }: Catalogue): CodeOwners | undefined {
	const handles = new Map(organisation.teams.map(({ id, handle }) => [id, handle]));
	const council = handles.get(organisation.council.team);
	if (!council) return undefined;
	const without = new Set<string>();
	const handleOf = (team: string) => {
		const handle = handles.get(team);
		if (!handle) without.add(team);
		return handle ?? council;
	};
	const technology = organisation.council.seats.find(({ seat }) => seat === 'technology');
	const owned = Object.values(all).flatMap((map) =>
		[...map.values()].flatMap((entry): [string, string][] => {
			const owner = ownerOf(entry);
			return owner ? [[placeOf(entry), handleOf(owner)]] : [];
		}),
	);
	const lines = [
		'# Written by `npm run catalogue -- codeowners` from the owners in the entries; edit those.',
		'# The last line that matches a file decides who reviews it.',
		'',
		`* ${technology ? handleOf(technology.team) : council}`,
		`/content/ ${council}`,
		`/patterns/ ${council}`,
		'',
		'# Each entry, and the folder of each pattern: its owner.',
		...owned.sort(([a], [b]) => compare(a, b)).map(([path, handle]) => `${path} ${handle}`),
		'',
		'# Files that decide how the rest is judged: the council.',
		...OF_THE_COUNCIL.map((path) => `${path} ${council}`),
	];
	return { text: `${lines.join('\n')}\n`, without: [...without].sort(compare) };
}

/** Owner of an entry that names one and is no part of a pattern's folder. */
function ownerOf({ collection, data }: Entry): string | undefined {
	const isPart = collections[collection].file.includes('{parent}');
	return !isPart && 'owner' in data ? data.owner : undefined;
}

/** An entry with a folder of its own is that whole folder, as a pattern is. */
function placeOf({ collection, id, file }: Entry): string {
	const [, folder] = /^(.*\{id\})\//.exec(collections[collection].file) ?? [];
	return folder ? `/${folder.replace('{id}', id)}/` : `/${file}`;
}

/** The first line in which a file differs from what it should be, as a finding. */
export function codeOwnersFinding(
	file: string,
	actual: string | undefined,
	expected: string,
): Finding | undefined {
	if (actual === expected) return undefined;
	const common = { file, column: 1, severity: 'error', rule: 'codeowners' } as const;
	const fix = 'Run npm run catalogue -- codeowners, and commit what it writes.';
	if (actual === undefined) return { ...common, line: 1, message: 'the file is missing.', fix };
	const [lines, wanted] = [actual.split('\n'), expected.split('\n')];
	const at = wanted.findIndex((line, index) => line !== lines[index]);
	const index = at < 0 ? wanted.length : at;
	const said = (line: string | undefined) => (line ? `"${line}"` : 'nothing');
	const message = `the line is ${said(lines[index])}, but from the owners it should be ${said(wanted[index])}.`;
	return { ...common, line: index + 1, message, fix };
}
