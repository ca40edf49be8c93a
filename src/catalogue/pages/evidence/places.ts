/** Where data is processed and kept: the countries of each model and connector, or that they are missing. */
import { ceiling, dataClass } from '#schemas/vocabularies.ts';
import { type Pack, toDoFor } from '../../judge/evidence/pack.ts';
import { type Place, placesOf } from '../../judge/use/places.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { teamOf } from '../../model/team.ts';
import { listOf } from '../../words/phrase.ts';
import { code, gap, id, link, sub, table, type Words } from '../blocks.ts';
import { linkOf } from '../citing.ts';
import { countriesWords } from '../countries-fact.ts';
import type { Section } from '../page.ts';
import { toDoWords } from './items.ts';

const unknown = (all: readonly Place[]) => all.filter(({ countries }) => countries === undefined);

/** The countries of all of them, and the models and connectors whose countries are missing. */
export function placesWords({ subject }: Pack, catalogue: Catalogue): string {
	const all = placesOf(subject, catalogue);
	const named = [...new Set(all.flatMap(({ countries }) => countries ?? []))];
	const missing = unknown(all).map(({ entry }) => `"${entry.data.title}"`);
	return [
		named.length > 0 && `Processed and kept in these countries: ${countriesWords(named)}.`,
		missing.length > 0 && `Missing: the countries of ${listOf(missing)}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** Whether the country of a model or a connector is missing. */
export const lacksPlaces = ({ subject }: Pack, catalogue: Catalogue): boolean =>
	unknown(placesOf(subject, catalogue)).length > 0;

export function placesSection(pack: Pack, catalogue: Catalogue): Section {
	return {
		id: 'places',
		title: 'Where data is processed and kept',
		answer: placesWords(pack, catalogue) || 'It uses no model and no connector.',
		blocks: [
			table(
				'Countries of each model and connector',
				[
					'Model or connector',
					'Data here',
					'Countries',
					'Regions it is approved for',
					'Recorded in',
				],
				placesOf(pack.subject, catalogue).map((place) => rowOf(place, pack, catalogue)),
				{ tight: true },
			),
		],
	};
}

function rowOf(place: Place, pack: Pack, catalogue: Catalogue): Words[] {
	const { entry, countries } = place;
	const { title, path } = linkOf(entry);
	return [
		[link(title, path), sub(isOf('models', entry) ? 'Model' : 'Connector')],
		dataHere(place, pack),
		countries
			? countriesWords(countries)
			: [gap('Missing'), sub(`To do: ${toDoWords(owedBy(place, pack, catalogue))}`)],
		entry.data.regions.join('; '),
		whereRecorded(place),
	];
}

/** The class that goes there in this use or pattern, else the highest that can. */
function dataHere({ entry }: Place, { subject, pattern }: Pack): string {
	const sent = [...subject.data.connectors].find(
		({ connector }) => isOf('connectors', entry) && connector === entry.id,
	);
	if (sent) return dataClass.label(sent.data);
	if (!isOf('models', entry)) return ceiling.label(entry.data.ceiling);
	const most = subject.collection === 'use-cases' ? subject.data.data : pattern.data.exposure.data;
	return dataClass.label(most);
}

/** The owner of the connector or model says where it is, by the day the subject is reviewed. */
const owedBy = ({ entry }: Place, { subject, tier }: Pack, catalogue: Catalogue) => ({
	...toDoFor({}, subject, tier, catalogue),
	who: teamOf(entry.data.owner, catalogue).name,
});

function whereRecorded({ entry, countries, from }: Place): Words {
	if (!countries) return ['Nowhere yet. Add ', code('countries'), ' to ', id(entry.file)];
	if (from === 'use') return 'This use case';
	if (from === 'uses') return 'Each use case of it';
	return isOf('models', entry) ? 'The model' : 'The connector';
}
