/** What the page of an entry is made of, as one digest: the same digest, the same page. */
import { patternDigest } from '#catalogue/judge/approval/digest.ts';
import { requiredControls } from '#catalogue/judge/tier.ts';
import type { Catalogue, Entry } from '#catalogue/model/catalogue.ts';
import { digestOf } from '#catalogue/model/digest.ts';
import { isOf } from '#catalogue/model/is-of.ts';
import { picturesOf } from '#catalogue/model/picture.ts';
import { counts } from '#catalogue/pages/counts.ts';

const digests = new WeakMap<Entry, string>();

function digest(entry: Entry): string {
	const known = digests.get(entry) ?? digestOf(entry.source + (entry.beside?.source ?? ''));
	digests.set(entry, known);
	return known;
}

const shared = new WeakMap<Catalogue, string>();

/** What every page shows or depends on: the policy, the organisation, the frameworks, the counts. */
function sharedKey(catalogue: Catalogue): string {
	const known =
		shared.get(catalogue) ??
		digestOf(
			[
				...[catalogue.all.policy, catalogue.all.organisation, catalogue.all.frameworks].flatMap(
					(map) => [...map.values()].map(digest),
				),
				...counts(catalogue),
				// What is overdue or expired follows from the day.
				catalogue.today,
			].join(),
		);
	shared.set(catalogue, known);
	return known;
}

/**
 * Digest of an entry, of everything it cites and of everything that cites it. A page may use facts
 * of those entries and of no others, or an edit elsewhere would leave it stale.
 */
export function cacheKey(entry: Entry, catalogue: Catalogue): string {
	const near = new Set<Entry>([entry]);
	for (const { to } of catalogue.linksFrom(entry)) near.add(to);
	for (const { from } of catalogue.linksTo(entry)) near.add(from);
	for (const neighbour of [...near]) {
		// The cases of a prompt are shown with it, and no field links the two.
		const cases =
			neighbour.collection === 'prompts' ? catalogue.cases.get(neighbour.id) : undefined;
		if (cases) near.add(cases);
	}
	for (const other of unlinked(entry, catalogue)) near.add(other);
	const parts = [
		sharedKey(catalogue),
		folderKey(entry, catalogue),
		...[...picturesOf(entry, catalogue).values()].map(({ path }) => path),
		...[...near].map(digest).sort(),
	];
	return digestOf(parts.join());
}

/**
 * What a page shows of entries that no field links to: released versions, which have their paths
 * only, and controls that the policy demands of a pattern and the pattern may lack.
 */
function unlinked(entry: Entry, catalogue: Catalogue): Entry[] {
	if (isOf('prompts', entry)) return releasesOf(entry, catalogue);
	if (!isOf('patterns', entry)) return [];
	const { controls, policy, prompts } = catalogue;
	return [
		...entry.data.prompts.flatMap((id) => {
			const prompt = prompts.get(id);
			return prompt ? releasesOf(prompt, catalogue) : [];
		}),
		...requiredControls(entry.data, policy).flatMap(({ control }) => controls.get(control) ?? []),
	];
}

const releasesOf = ({ id, data }: Entry<'prompts'>, { releases }: Catalogue): Entry[] =>
	data['catalogue.changes'].flatMap(({ version }) => releases.get(`${id}@${version}`) ?? []);

/** Approvals and files of the folder of a pattern: the page says whether it is what was approved. */
function folderKey(entry: Entry, catalogue: Catalogue): string {
	if (entry.collection !== 'patterns') return '';
	const record = catalogue.approvals.get(entry.id);
	return patternDigest(entry, catalogue) + (record ? digest(record) : '');
}

/** The files every starter is laid over: a page that shows the digest of one changes with them. */
export function starterKey({ assets }: Catalogue): string {
	const base = assets.filter(({ file }) => file.startsWith('content/starter/'));
	return digestOf(base.map(({ file, digest: own }) => `${own} ${file}`).join());
}
