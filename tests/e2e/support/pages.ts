/**
 * One address for every type of page of the built site, for tests that hold of all pages. The pages of
 * entries are found in the site itself, so the tests run over any content.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Response } from '@playwright/test';

export interface PageType {
	name: string;
	path: string;
	/** Text that stands on the page only once its script has done its work. */
	settled?: RegExp;
	/** Status of the answer, 200 unless told. */
	status?: number;
}

/** Pages of the house catalogue, which most tests look at. */
export const PATTERN = 'patterns/letter-sorting/';
export const COPY = `${PATTERN}copy/`;
export const PROMPT = 'prompts/sort-letter/';

/** Folder of the site under test; the configuration names it. */
const dist = process.env.E2E_DIST ?? 'dist';

/** Every page as its path under the site, such as `patterns/`. */
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /(?:^|\/)index\.html$/.test(file))
	.map((file) => file.replace(/index\.html$/, ''));
const sizeOf = (path: string) => statSync(join(dist, path, 'index.html')).size;

/** What is made from the same template: names of entries, versions and numbers of pages stand open. */
function typeOf(path: string): string {
	const [folder = '', id, ...rest] = path.split('/').filter(Boolean);
	if (id === undefined) return folder === '' ? 'home' : folder;
	// Each is a page of its own, and not of an entry.
	// Frameworks and further pages share the template of a map.
	if (folder === 'coverage') return rest.length > 0 ? 'coverage/*' : `coverage/${id}`;
	// Seats and teams share a template.
	if (folder === 'queue' && rest.length > 0) return 'queue/*';
	if (folder === 'queue') return `queue/${id}`;
	if (folder === 'contribute' && rest.length === 0 && HAND_MADE.has(id)) return `${folder}/${id}`;
	const last = rest.map((part) => (/\d/.test(part) || OPEN.has(folder) ? '*' : part));
	return [folder, id === 'page' ? id : '*', ...last].join('/');
}

/** What is two folders below these is named after an entry. */
const OPEN = new Set(['contribute', 'evidence']);

const HAND_MADE = new Set(['rules', 'states']);

/** The largest page of each type has the most that can go wrong. */
const largest = Map.groupBy(pages.sort(), typeOf)
	.entries()
	.map(([name, paths]): PageType => {
		const bySize = paths.toSorted((a, b) => sizeOf(b) - sizeOf(a));
		return { name, path: bySize[0] ?? '' };
	});

const patterns = pages.filter((path) => /^patterns\/[^/]+\/copy\/$/.test(path));
const chosen = patterns.slice(0, 3).map((path, at) => `${'abc'.charAt(at)}=${path.split('/')[1]}`);

/** Pages that a script fills in, as they are with words or answers in their address. */
const scripted: readonly PageType[] = [
	{ name: 'search', path: 'search/?q=prompt', settled: /^\d+ results?$/ },
	{ name: 'choose', path: 'choose/', settled: /^Risk tier$/ },
	{
		name: 'choose, answered',
		path: 'choose/?task=serious-harm&problem=triage&data=restricted&effect=acts-alone&reach=moon',
		settled: /^It must not act alone\.$/,
	},
	...(chosen.length > 1
		? [
				{
					name: 'compare, chosen',
					path: `compare/?${chosen.join('&')}`,
					settled: /^Risk tier and data$/,
				},
			]
		: []),
];

export const pageTypes: readonly PageType[] = [
	...[...largest].filter(({ name }) => !scripted.some((one) => one.name === name)),
	...scripted,
	{ name: 'unknown address', path: 'no/such/page/', status: 404 },
];

/** Opens a page and waits until it stands as its reader sees it. */
export async function visit(page: Page, { path, settled }: PageType): Promise<Response | null> {
	const answer = await page.goto(path);
	if (settled) await page.getByRole('main').getByText(settled).first().waitFor();
	return answer;
}
