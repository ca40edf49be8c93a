/** What the form of a copy shows before its script knows more. */
import {
	type Ceiling,
	ceiling as ceilings,
	dataClass,
	personalData,
} from '#schemas/vocabularies.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { inside } from '../words/phrase.ts';
import type { CopyPanel, OfferedArchive } from './copy-page.ts';

export interface Choice {
	id: string;
	title: string;
	/** Highest class of data it may carry, in words. */
	ceiling: string;
}

/** The connectors and models of a pattern, and the highest class of data it names. */
function copyChoices({ data }: Entry<'patterns'>, catalogue: Catalogue) {
	const ids = [...new Set(data.connectors.map(({ connector }) => connector))];
	const connectors = ids.flatMap((id): Choice[] => {
		const connector = catalogue.connectors.get(id)?.data;
		if (!connector) return [];
		return [{ id, title: connector.title, ceiling: ceilingWords(connector.ceiling) }];
	});
	const models = data.models.flatMap((id): Choice[] => {
		const model = catalogue.models.get(id)?.data;
		return model ? [{ id, title: model.title, ceiling: upTo(dataClass.label(model.ceiling)) }] : [];
	});
	const { data: own, personalData: personal } = data.exposure;
	return {
		connectors,
		models,
		own: dataClass.label(own).toLowerCase(),
		personal: inside(personalData.label(personal)),
	};
}

/** A connector without a ceiling of its own says so in the words of the vocabulary. */
const ceilingWords = (ceiling: Ceiling) =>
	ceiling === 'as-carried' ? ceilings.label(ceiling).toLowerCase() : upTo(ceilings.label(ceiling));

const upTo = (label: string) => `up to ${label.toLowerCase()}`;

/** What the form needs: where its facts and its zip are, and what there is to choose. */
export interface CopyFormFacts extends ReturnType<typeof copyChoices> {
	pattern: string;
	zip: OfferedArchive;
}

/** The form of a pattern; undefined without a starter to fill in. */
export function copyFormFacts(
	pattern: Entry<'patterns'>,
	{ archives }: Pick<CopyPanel, 'archives'>,
	catalogue: Catalogue,
): CopyFormFacts | undefined {
	const zip = archives.find(({ kind }) => kind === 'starter-zip');
	return zip && { pattern: pattern.id, zip, ...copyChoices(pattern, catalogue) };
}
