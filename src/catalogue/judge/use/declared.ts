/** What a use case says it was built with, next to what the catalogue has today. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { fileDigest } from '../../model/digest.ts';
import { contentDigest } from '../approval/content-digest.ts';

/** One thing that a use was built with. */
export interface Declared {
	collection: 'patterns' | 'prompts' | 'models';
	id: string;
	version: string;
	digest: string | undefined;
	/** The same today; undefined where it is gone. */
	now: { version: string; digest: string | undefined } | undefined;
	same: boolean;
}

/** Pattern, prompts and model of a use case, each with its version then and now. */
export function bindingsOfUse({ data }: Entry<'use-cases'>, catalogue: Catalogue): Declared[] {
	const pattern = catalogue.patterns.get(data.pattern);
	const model = catalogue.models.get(data.model.model);
	return [
		declared(
			{ collection: 'patterns', id: data.pattern, ...data.builtOn },
			pattern && { version: pattern.data.version, digest: contentDigest(pattern, catalogue) },
		),
		...data.prompts.map(({ prompt, version, digest }) => {
			const entry = catalogue.prompts.get(prompt);
			return declared(
				{ collection: 'prompts', id: prompt, version, digest },
				entry && { version: entry.data.version, digest: fileDigest(entry.source) },
			);
		}),
		declared(
			{ collection: 'models', id: data.model.model, version: data.model.pin, digest: undefined },
			model && { version: model.data.pinnedVersion, digest: undefined },
		),
	];
}

const declared = (then: Omit<Declared, 'now' | 'same'>, now: Declared['now']): Declared => ({
	...then,
	now,
	same: now !== undefined && now.version === then.version && now.digest === then.digest,
});
