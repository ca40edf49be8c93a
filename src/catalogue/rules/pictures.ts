/** Every picture that prose shows is beside the entry, and every picture there is shown. */
import { BRAND_FOLDER } from '#schemas/organisation.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { assetBeside, folderOf } from '../model/picture.ts';
import { hasRefused } from '../model/refused.ts';
import type { Problem, Rule } from '../model/rule.ts';
import { suggest } from '../words/suggest.ts';

export const pictures: Rule = {
	id: 'pictures',
	phase: 'structure',
	severity: 'error',
	summary:
		'Every picture in prose is a file in the folder of the entry, and every such file is used.',
	why: 'A missing picture leaves a gap on the page. A picture that no entry shows is not published, and its author does not notice.',
	source: 'Our own rule. What contributors write is what readers get',
	*check(catalogue) {
		const shown = new Set<string>();
		for (const map of Object.values(catalogue.all)) {
			const entries: Iterable<Entry> = map.values();
			for (const entry of entries) {
				for (const { name, ...spot } of entry.pictures) {
					const asset = assetBeside(entry, name, catalogue);
					if (asset) shown.add(asset.file);
					else {
						const near = nearest(entry, name, catalogue);
						// It is the one that is meant: one mistake, one message.
						if (near) shown.add(folderOf(entry.file) + near);
						yield missing(entry, name, spot, near);
					}
				}
			}
		}
		yield* unused(shown, catalogue);
	},
};

const isPicture = (file: string) => /\.(?:png|jpe?g|webp|avif)$/i.test(file);

/** The picture beside the entry whose name is nearest. */
function nearest(entry: Entry, name: string, { assets }: Catalogue): string | undefined {
	const folder = folderOf(entry.file);
	const beside = assets
		.filter(({ file }) => folderOf(file) === folder && isPicture(file))
		.map(({ file }) => file.slice(folder.length));
	return suggest(name, beside);
}

function missing(
	entry: Entry,
	name: string,
	spot: { line: number; column: number },
	near: string | undefined,
): Problem {
	const fix = near
		? `Did you mean "${near}"?`
		: `Put the file in ${folderOf(entry.file)}, or delete the picture from the text.`;
	return { entry, spot, message: `there is no file "${name}" in the folder of the entry.`, fix };
}

/** Pictures outside of starters that nothing shows; not told while an entry beside them has errors. */
function* unused(shown: ReadonlySet<string>, catalogue: Catalogue): Generator<Problem> {
	const entries = Object.values(catalogue.all).flatMap((map): Entry[] => [...map.values()]);
	const [organisation] = catalogue.all.organisation.values();
	for (const { file, picture } of catalogue.assets) {
		// A logo is shown by the header; the rule brand-sound looks after it.
		if (!picture || shown.has(file) || file.startsWith(BRAND_FOLDER)) continue;
		const folder = folderOf(file);
		const beside = entries.find((one) => folderOf(one.file) === folder);
		const entry = beside ?? organisation;
		if (!entry || (beside && hasRefused(beside.collection, catalogue))) continue;
		const message = 'no entry shows this picture, so it is not published.';
		const fix = beside
			? `Show it with ![what it shows](./${file.slice(folder.length)}), or delete it.`
			: 'Move it into the folder of the entry that shows it, or delete it.';
		const spot = { line: 1, column: 1 };
		yield { entry, file, spot, severity: 'warning', message, fix };
	}
}
