/** What the form of a copy shows before its script knows more. */
import { ceiling as ceilings, dataClass } from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../catalogue.ts';

export interface Choice {
	id: string;
	title: string;
	/** Highest class of data it may carry, in words. */
	ceiling: string;
}

/** The connectors and models of a pattern, and the highest class of data it names. */
export function copyChoices({ data }: Entry<'patterns'>, catalogue: Catalogue) {
	const ids = [...new Set(data.connectors.map(({ connector }) => connector))];
	const connectors = ids.flatMap((id): Choice[] => {
		const connector = catalogue.connectors.get(id)?.data;
		if (!connector) return [];
		return [{ id, title: connector.title, ceiling: upTo(ceilings.label(connector.ceiling)) }];
	});
	const models = data.models.flatMap((id): Choice[] => {
		const model = catalogue.models.get(id)?.data;
		return model ? [{ id, title: model.title, ceiling: upTo(dataClass.label(model.ceiling)) }] : [];
	});
	return { connectors, models, own: dataClass.label(data.exposure.data).toLowerCase() };
}

const upTo = (label: string) => `up to ${label.toLowerCase()}`;
