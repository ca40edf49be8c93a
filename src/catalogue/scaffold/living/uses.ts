/** What a use case of the example takes from its pattern, as the pattern is today. */
import type { z } from 'zod';
import { useCaseSchema } from '#schemas/use-case.ts';
import { contentDigest } from '../../judge/approval/content-digest.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { dataIn, type Texts, withFields } from './texts.ts';

/** The prompts of a pattern, each with the version and the fingerprint that it has today. */
export const promptsToday = (
	{ data }: Pick<Entry<'patterns'>, 'data'>,
	{ prompts }: Pick<Catalogue, 'prompts'>,
) =>
	data.prompts.flatMap((prompt) => {
		const entry = prompts.get(prompt);
		const version = entry?.data.version;
		return entry && version ? [{ prompt, version, digest: fileDigest(entry.source) }] : [];
	});

/** The use case as its pattern is today; undefined where there is no such pattern any more. */
export function useToday(text: string, catalogue: Catalogue): string | undefined {
	const data = dataIn(useCaseSchema, text);
	if (!data) return text;
	const pattern = catalogue.patterns.get(data.pattern);
	return pattern && withFields(text, fromPattern(data, pattern, catalogue));
}

function fromPattern(
	{ model }: z.input<typeof useCaseSchema>,
	pattern: Entry<'patterns'>,
	catalogue: Catalogue,
) {
	const { version, decisionRights } = pattern.data;
	const served = catalogue.models.get(model.model)?.data;
	return {
		builtOn: { version, digest: contentDigest(pattern, catalogue) },
		prompts: promptsToday(pattern, catalogue),
		model: { ...model, pin: served?.pinnedVersion ?? '', region: served?.regions[0] ?? '' },
		decisionRights,
	};
}

/** Fingerprints of the prompts that the use cases are built on, before they are brought up to date. */
export const builtOnPrompts = (uses: Texts): ReadonlySet<string> =>
	new Set(
		[...uses.values()].flatMap((text) =>
			(dataIn(useCaseSchema, text)?.prompts ?? []).map(({ digest }) => digest),
		),
	);
