/** Sections 2 and 3: the data with its sources, the model and the connectors. */
import {
	access,
	authModel,
	ceiling,
	dataClass,
	dataDirection,
	personalData,
} from '#schemas/vocabularies.ts';
import { stateOf } from '../../judge/approval/state.ts';
import { counts } from '../../judge/records/binding.ts';
import { recordsOf } from '../../judge/records/kept.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { daysBetween } from '../../words/calendar.ts';
import { countOf } from '../../words/count.ts';
import { shortDay } from '../../words/day.ts';
import { formatNumber } from '../../words/number.ts';
import { inside } from '../../words/phrase.ts';
import { id, link, pairs, stateMark, sub, table, type Words } from '../blocks.ts';
import { linkById } from '../citing.ts';
import { countriesWords } from '../countries-fact.ts';
import type { Section } from '../page.ts';
import { personalWords, systemsOf } from '../portfolio/four.ts';

type UseCase = Entry<'use-cases'>;

export function dataSection(entry: UseCase): Section {
	const { data } = entry;
	const writes = data.sources.filter(({ direction }) => direction !== 'reads').length;
	return {
		id: 'data',
		title: 'Data and sources',
		answer: `It uses ${inside(dataClass.label(data.data))} data from ${countOf(systemsOf(entry).length, 'system')}${writes === 0 ? ' and writes to none' : ` and writes to ${writes}`}. ${personalWords(data.personalData)}.`,
		blocks: [
			table(
				'Data and its sources',
				[
					'Source',
					'Class',
					'Personal data',
					'What is read or written',
					'Kept',
					'Data owner',
					{ label: 'Classified', whole: true },
				],
				data.sources.map((source) => [
					[source.system, sub(dataDirection.label(source.direction))],
					dataClass.label(source.data),
					personalData.label(source.personalData),
					source.fields.join(', '),
					source.keptFor,
					source.dataOwner,
					shortDay(source.classifiedOn),
				]),
			),
		],
	};
}

export function modelSection(entry: UseCase, catalogue: Catalogue): Section {
	const { data } = entry;
	const all = data.connectors.length;
	const approved = data.connectors.filter(({ connector }) => {
		const found = catalogue.connectors.get(connector);
		return found && stateOf(found, catalogue) === 'approved';
	}).length;
	return {
		id: 'model',
		title: 'Model and connectors',
		answer: `It calls one pinned model and uses ${countOf(all, 'connector')}. ${approved === all ? 'All of them are approved' : `${approved} of ${all} ${approved === 1 ? 'is' : 'are'} approved`}.`,
		blocks: [
			pairs(modelFacts(entry, catalogue), 'strip'),
			table(
				'Connectors this use goes through',
				[
					'Connector',
					'Permission',
					'Signs in as',
					'Class used here',
					'Highest class allowed',
					'State',
				],
				data.connectors.map(({ connector, access: permission, data: carried, countries }) => {
					const found = catalogue.connectors.get(connector);
					const { title, path } = linkById('connectors', connector, catalogue);
					return [
						[link(title, path), countries && sub(countriesWords(countries))],
						access.label(permission),
						found && authModel.label(found.data.auth.model),
						dataClass.label(carried),
						found && ceiling.label(found.data.ceiling),
						found && stateMark(stateOf(found, catalogue) ?? 'draft'),
					];
				}),
			),
		],
	};
}

const inCountries = (codes: readonly string[] | undefined): string | undefined =>
	codes && `: ${countriesWords(codes)}`;

function modelFacts(entry: UseCase, catalogue: Catalogue): [string, Words][] {
	const { model: use, switchOff } = entry.data;
	const model = catalogue.models.get(use.model)?.data;
	const { title, path } = linkById('models', use.model, catalogue);
	const fallback = use.fallback && linkById('models', use.fallback, catalogue);
	const drills = recordsOf(entry, 'drill', catalogue).filter((kept) =>
		counts(kept, entry, catalogue),
	);
	const last = (what: string) => drills.filter(({ record }) => record.what === what).at(-1)?.record;
	const off = last('off-switch');
	const stood = last('fallback');
	return [
		[
			'Model',
			[
				link(title, path),
				sub([model?.supplier, model && ', ', use.region, inCountries(use.countries)]),
			],
		],
		['Pinned version', [id(use.pin), sub(model && retiresWords(use.pin, model, catalogue))]],
		[
			'If it fails',
			fallback
				? [
						link(fallback.title, fallback.path),
						sub(
							stood ? `Switch tested on ${shortDay(stood.on)}` : 'The switch has not been tested',
						),
					]
				: 'No fallback model',
		],
		[
			'Off switch',
			[
				switchOff.who,
				sub(
					off
						? `Last used in a drill, ${shortDay(off.on)}: ${formatNumber(off.minutes)} minutes`
						: switchOff.how,
				),
			],
		],
	];
}

function retiresWords(
	pin: string,
	{ pinnedVersion, retires }: Entry<'models'>['data'],
	{ today }: Catalogue,
): string {
	if (pin !== pinnedVersion) return `The catalogue is at ${pinnedVersion} today`;
	const left = daysBetween(today, retires);
	return left < 0
		? `Stopped answering on ${shortDay(retires)}`
		: `Retires ${shortDay(retires)}, in ${countOf(left, 'day')}`;
}
