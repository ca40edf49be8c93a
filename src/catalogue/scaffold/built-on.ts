/** What a use case takes from its pattern, with the versions and fingerprints there are today. */
import { contentDigest } from '../judge/approval/content-digest.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { fileDigest } from '../model/digest.ts';

/** The prompts of a pattern, each with its version and fingerprint. */
export const promptsToday = (
	{ data }: Pick<Entry<'patterns'>, 'data'>,
	{ prompts }: Pick<Catalogue, 'prompts'>,
) =>
	data.prompts.flatMap((prompt) => {
		const entry = prompts.get(prompt);
		const version = entry?.data.version;
		return entry && version ? [{ prompt, version, digest: fileDigest(entry.source) }] : [];
	});

/** The fields of a use case that its pattern alone decides. */
export const builtOnToday = (pattern: Entry<'patterns'>, catalogue: Catalogue) => ({
	builtOn: { version: pattern.data.version, digest: contentDigest(pattern, catalogue) },
	prompts: promptsToday(pattern, catalogue),
	decisionRights: { ...pattern.data.decisionRights },
});
