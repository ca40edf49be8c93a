/** In which countries the data of a use or a pattern is: at each model and behind each connector. */
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import type { Subject } from '../records/kept.ts';
import { isDeclared, usesOf } from './live.ts';

export interface Place {
	entry: Entry<'models'> | Entry<'connectors'>;
	/** Codes of the countries; undefined where nobody has recorded them. */
	countries: readonly string[] | undefined;
	/** Whether this use or its pattern names them itself, or they are those of the entry. */
	from: 'use' | 'uses' | 'entry';
}

/** What a use says of a model or connector beside what the entry says. */
interface Own {
	entry: Place['entry'] | undefined;
	countries: readonly string[] | undefined;
}

/** Every model and connector that data goes to, each once, with the countries that are on record. */
export function placesOf(subject: Subject, catalogue: Catalogue): Place[] {
	return subject.collection === 'use-cases'
		? ofUse(subject, catalogue)
		: ofPattern(subject, catalogue);
}

function ofUse(use: Entry<'use-cases'>, catalogue: Catalogue): Place[] {
	const own = ownOf(use, catalogue);
	return [...new Set(own.map(({ entry }) => entry))].flatMap((entry): Place[] => {
		if (!entry) return [];
		const here = own.filter((one) => one.entry === entry && one.countries);
		const named = new Set(here.flatMap(({ countries }) => countries ?? []));
		return named.size > 0
			? [{ entry, countries: [...named], from: 'use' }]
			: [{ entry, countries: entry.data.countries, from: 'entry' }];
	});
}

/** The model and the one that takes over, and every connector, as the use has them. */
function ownOf({ data }: Entry<'use-cases'>, { models, connectors }: Catalogue): Own[] {
	const { model, fallback, countries, fallbackCountries } = data.model;
	return [
		{ entry: models.get(model), countries },
		{ entry: fallback ? models.get(fallback) : undefined, countries: fallbackCountries },
		...data.connectors.map((one) => ({
			entry: connectors.get(one.connector),
			countries: one.countries,
		})),
	];
}

/** A pattern is where its uses are; as long as one of them does not say, nobody can say. */
function ofPattern({ id, data }: Entry<'patterns'>, catalogue: Catalogue): Place[] {
	const said = usesOf(id, catalogue)
		.filter(isDeclared)
		.map((use) => placesOf(use, catalogue));
	const entries = new Set([
		...data.models.map((model) => catalogue.models.get(model)),
		...data.connectors.map(({ connector }) => catalogue.connectors.get(connector)),
	]);
	return [...entries].flatMap((entry): Place[] => {
		if (!entry) return [];
		const here = said.flatMap((all) => all.find((place) => place.entry === entry) ?? []);
		const known = here.every(({ countries }) => countries !== undefined);
		const named = [...new Set(here.flatMap(({ countries }) => countries ?? []))];
		if (here.length === 0 || entry.data.countries)
			return [{ entry, countries: entry.data.countries, from: 'entry' }];
		return [{ entry, countries: known ? named : undefined, from: 'uses' }];
	});
}
