/** What a use case of the example takes from its pattern, as the pattern is today. */
import { useCaseSchema } from '#schemas/use-case.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { builtOnToday } from '../built-on.ts';
import { dataIn, type Texts, withFields } from './texts.ts';

/** The use case as its pattern is today; undefined where there is no such pattern any more. */
export function useToday(text: string, catalogue: Catalogue): string | undefined {
	const data = dataIn(useCaseSchema, text);
	if (!data) return text;
	const pattern = catalogue.patterns.get(data.pattern);
	if (!pattern) return undefined;
	const served = catalogue.models.get(data.model.model)?.data;
	const model = {
		...data.model,
		pin: served?.pinnedVersion ?? data.model.pin,
		region: served?.regions[0] ?? data.model.region,
	};
	return withFields(text, { ...builtOnToday(pattern, catalogue), model });
}

/** Fingerprints of the prompts that the use cases are built on, before they are brought up to date. */
export const builtOnPrompts = (uses: Texts): ReadonlySet<string> =>
	new Set(
		[...uses.values()].flatMap((text) =>
			(dataIn(useCaseSchema, text)?.prompts ?? []).map(({ digest }) => digest),
		),
	);
