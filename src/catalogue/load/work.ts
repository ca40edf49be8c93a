/** What can be worked out of a part of a catalogue alone: its entries, and what rules keep of each. */
import type { Cache } from '../model/cache.ts';
import { type Asset, buildCatalogue, type Entry } from '../model/catalogue.ts';
import type { Rule } from '../model/rule.ts';
import { placeOf } from '../read/files.ts';
import { joinEntries } from '../read/parse/join.ts';
import { parseKept } from '../read/parse/kept.ts';
import { NOTHING } from './nothing.ts';

/** A file as another thread needs it. */
export interface Told {
	path: string;
	text: string;
	/** SHA-256 of the text. */
	digest: string;
	/** Digest of a file that is no entry. */
	asset?: string | undefined;
}

/** What every part is worked on with: files that rules read beside the entry, and the day. */
export interface Common {
	files: readonly Told[];
	today: string;
}

/**
 * Reads files and asks the rules that keep what they find. What they say is left to the check of the
 * whole catalogue, which finds it all in the cache; what cannot be known of a part, it works out.
 */
export async function workOn(
	files: readonly Told[],
	common: Common,
	{ rules, cache }: { rules: readonly Rule[]; cache: Cache },
): Promise<void> {
	const entries: Entry[] = [];
	const assets: Asset[] = [];
	for (const { path, text, asset, digest } of [...common.files, ...files]) {
		const place = placeOf(path);
		if (asset !== undefined) assets.push({ file: path, digest: asset, text, picture: undefined });
		else if (place) {
			const { entry } = parseKept({ ...place, file: path }, text, cache, digest);
			if (entry) entries.push(entry);
		}
	}
	const whole = joinEntries(entries, new Map());
	const catalogue = buildCatalogue(whole.entries, {
		...NOTHING,
		today: common.today,
		commit: undefined,
		assets,
	});
	const { policy, organisation } = catalogue.all;
	const complete = policy.size > 0 && organisation.size > 0;
	for (const rule of rules) {
		if (rule.keeps && (complete || rule.phase !== 'policy'))
			for await (const _ of rule.check(catalogue, cache));
	}
}
