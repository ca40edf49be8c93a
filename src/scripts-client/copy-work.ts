/** What the form of a copy does with the zip; fetched when the form is used. */
import { strFromU8, unzipSync } from 'fflate';
import { modeOf, zipOf } from '#catalogue/copy/archive.ts';
import type { FillFacts } from '#catalogue/copy/fill/facts.ts';
import { digestOfBytes, fillStarter } from '#catalogue/copy/fill/fill.ts';
import type { Judgement, Parameters } from '#catalogue/copy/fill/judge.ts';

export { parameterProblems } from '#catalogue/copy/fill/fill.ts';
export { judge } from '#catalogue/copy/fill/judge.ts';

/**
 * The zip with the answers in it, one folder as before.
 *
 * @throws Error when the zip is not the one the page names, or holds a path that climbs out
 */
export function fillZip(
	zip: Uint8Array,
	digest: string,
	facts: FillFacts,
	chosen: Parameters,
	judged: Judgement,
): Uint8Array<ArrayBuffer> {
	if (digestOfBytes(zip) !== digest) {
		throw new Error(
			'The zip has changed since this page loaded: its SHA-256 differs. Load the page again.',
		);
	}
	const folder = `${facts.id}/`;
	const files = Object.fromEntries(
		Object.entries(unzipSync(zip)).map(([path, bytes]) => [
			path.startsWith(folder) ? path.slice(folder.length) : `../${path}`,
			strFromU8(bytes),
		]),
	);
	const filled = fillStarter(files, facts, chosen, judged);
	return zipOf(
		facts.id,
		Object.entries(filled).map(([path, text]) => ({ path, text, mode: modeOf(text) })),
	);
}
