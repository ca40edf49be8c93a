/**
 * A pack as OSCAL 1.2 (NIST): the controls of the house as a catalogue, what the subject implements of
 * them as a component definition, and what the records show as assessment results.
 */
import { type ProofState, proofState } from '#schemas/vocabularies.ts';
import { nameOf } from '../../judge/approval/subject.ts';
import { type Pack, packTime } from '../../judge/evidence/pack.ts';
import type { Kept } from '../../judge/records/kept.ts';
import { type ControlProof, proofsOf } from '../../judge/records/proof.ts';
import { tierOf } from '../../judge/tier.ts';
import type { SiteUrl } from '../../model/address.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { compare } from '../../model/finding.ts';
import { uuidOf } from '../../model/uuid.ts';
import { packPath } from '../../pages/evidence/paths.ts';
import { inside, listOf } from '../../words/phrase.ts';

const OSCAL = '1.2.2';

/** What each document is made from. `now` tells the time, `catalogue` is as of that time. */
export interface OscalFrom {
	pack: Pack;
	now: Catalogue;
	catalogue: Catalogue;
	url: SiteUrl;
}

/** What the records show and what is implemented, by the name of the file. */
export const oscalDocuments = (from: OscalFrom): Record<string, object> => ({
	'component-definition.json': { 'component-definition': definitionOf(from) },
	'assessment-results.json': { 'assessment-results': resultsOf(from) },
});

/** The controls that bear on a subject, in order: two subjects with the same ones share a catalogue. */
export const controlIds = ({ subject }: Pack, catalogue: Catalogue): string[] =>
	[...proofsOf(subject, catalogue).keys()].sort(compare);

/** The controls of the organisation that these documents name. */
export const oscalCatalog = (ids: readonly string[], from: Omit<OscalFrom, 'pack'>): object => ({
	catalog: catalogOf(ids, from),
});

const idOf = ({ pack, url }: OscalFrom, what: string): string =>
	uuidOf(`${url(packPath(pack.subject))}#${what} ${pack.standing.digest}`);

/** A token of OSCAL starts with a letter or an underscore; an id of ours may start with a digit. */
const token = (id: string): string => (/^\p{L}/u.test(id) ? id : `_${id}`);

/** One line of text without spaces at its ends, as OSCAL wants titles and values. */
const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

const metadataOf = ({ pack, now }: OscalFrom, title: string) =>
	metadata(`${title}: ${pack.subject.data.title}`, pack.subject.data.version, now);

const metadata = (title: string, version: string, now: Catalogue) => ({
	title: line(title),
	'last-modified': packTime(now).at,
	version,
	'oscal-version': OSCAL,
	parties: [
		{
			uuid: uuidOf(now.organisation.site.url),
			type: 'organization',
			name: line(now.organisation.name),
		},
	],
	...(now.organisation.example && { remarks: 'Example data: all of it is invented.' }),
});

function catalogOf(
	ids: readonly string[],
	{ now, catalogue, url }: Omit<OscalFrom, 'pack'>,
): object {
	return {
		uuid: uuidOf(`${url('/')}#controls ${ids.join(' ')} ${packTime(now).at}`),
		metadata: metadata(`Controls of ${now.organisation.name}`, now.policy.version, now),
		controls: ids.flatMap((id) => {
			const data = catalogue.controls.get(id)?.data;
			if (!data) return [];
			return {
				id: token(id),
				title: line(data.title),
				props: [{ name: 'label', value: id }],
				links: [{ href: url(`/controls/${id}/`), rel: 'reference' }],
				parts: [
					{
						id: `${token(id)}_smt`,
						name: 'statement',
						prose: data.summary,
						parts: data.demands.map(({ name, text }, at) => ({
							id: `${token(id)}_smt.${at + 1}`,
							name: 'item',
							title: line(name),
							prose: text,
						})),
					},
				],
			};
		}),
	};
}

/** How far something is implemented, in the words of OSCAL. */
const STATUS: Record<ProofState, string> = {
	proven: 'implemented',
	built: 'partial',
	lapsed: 'partial',
	waived: 'alternative',
	planned: 'planned',
};

const implementation = (states: readonly ProofState[]) => {
	const all = new Set(states.map((state) => STATUS[state]));
	const [only = 'planned'] = all;
	return { name: 'implementation-status', value: all.size === 1 ? only : 'partial' };
};

function definitionOf(from: OscalFrom): object {
	const { pack, catalogue, url } = from;
	const { subject, tier, standing } = pack;
	const proofs = [...proofsOf(subject, catalogue).values()];
	return {
		uuid: idOf(from, 'component-definition'),
		metadata: metadataOf(from, 'Component definition'),
		components: [
			{
				uuid: idOf(from, 'component'),
				type: subject.collection === 'use-cases' ? 'service' : 'software',
				title: line(subject.data.title),
				description: subject.data.summary,
				props: [
					{ name: 'version', value: subject.data.version },
					...own(from, [
						['tier', tier],
						['pattern-tier', tierOf(pack.pattern.data, catalogue.policy)],
						['content-sha256', standing.digest],
					]),
				],
				links: [{ href: url(`/${nameOf(subject)}/`), rel: 'reference' }],
				'control-implementations': [
					{
						uuid: idOf(from, 'own controls'),
						source: 'catalog.json',
						description: 'The controls of the organisation, with how far each is proven.',
						'implemented-requirements': proofs.map((proof) => requirementOf(proof, from)),
					},
					...frameworkImplementations(proofs, from),
				],
			},
		],
	};
}

const own = ({ url }: OscalFrom, values: readonly (readonly [string, string])[]) =>
	values.map(([name, value]) => ({ name, ns: url('/'), value }));

function requirementOf({ control, state, required }: ControlProof, from: OscalFrom): object {
	const used = from.pack.pattern.data.controls.find((one) => one.control === control);
	return {
		uuid: idOf(from, `requirement ${control}`),
		'control-id': token(control),
		description: used?.how ?? `${proofState.label(state)}.`,
		props: [
			implementation([state]),
			...own(from, [
				['state', state],
				['required', required ? 'yes' : 'no'],
			]),
		],
	};
}

/** Items of frameworks that OSCAL has identifiers for, with the controls that bear on each. */
function frameworkImplementations(proofs: readonly ControlProof[], from: OscalFrom): object[] {
	const { catalogue } = from;
	return [...catalogue.frameworks.values()].flatMap(({ id: framework, data }) => {
		const found = data.items.flatMap(({ id, oscalId, title }) => {
			if (oscalId === undefined) return [];
			const by = proofs.filter(({ control }) =>
				catalogue.controls
					.get(control)
					?.data.frameworks.some((one) => one.framework === framework && one.item === id),
			);
			if (by.length === 0) return [];
			const controls = by.map(({ control, state }) => {
				const name = inside(catalogue.controls.get(control)?.data.title ?? control);
				return `${name} (${inside(proofState.label(state))})`;
			});
			return {
				uuid: idOf(from, `requirement ${framework} ${id}`),
				'control-id': token(oscalId),
				description: `${id}, ${title}: ${listOf(controls)}.`,
				props: [implementation(by.map(({ state }) => state))],
			};
		});
		if (found.length === 0) return [];
		return {
			uuid: idOf(from, `framework ${framework}`),
			source: data.url,
			description: `${data.title}, ${data.edition}. This mapping is a draft: a control can meet an item in part only.`,
			'implemented-requirements': found,
		};
	});
}

const day = (date: string): string => `${date}T00:00:00Z`;

/** How a record was collected, in the words of OSCAL. */
const METHODS: Partial<Record<Kept['record']['kind'], string>> = {
	evaluation: 'TEST',
	build: 'TEST',
	drill: 'TEST',
	check: 'TEST',
};

function resultsOf(from: OscalFrom): object {
	const { pack, now, catalogue } = from;
	const { subject } = pack;
	const proofs = [...proofsOf(subject, catalogue).values()];
	const shown = new Map<string, { kept: Kept; until: string | undefined }>();
	for (const { record, goodUntil } of proofs)
		if (record) shown.set(record.record.id, { kept: record, until: goodUntil });
	for (const { records, goodUntil } of pack.items)
		for (const kept of records)
			if (!shown.has(kept.record.id)) shown.set(kept.record.id, { kept, until: goodUntil });
	const all = [...shown.values()].sort((a, b) => compare(a.kept.record.on, b.kept.record.on));
	const first = all[0]?.kept.record.on ?? packTime(now).day;
	const observations = all.map((one) => observationOf(one, from));
	const plan = idOf(from, 'plan');
	return {
		uuid: idOf(from, 'assessment-results'),
		metadata: metadataOf(from, 'Assessment results'),
		'import-ap': { href: `#${plan}` },
		results: [
			{
				uuid: idOf(from, 'result'),
				title: line(`What the records show about ${subject.data.title}`),
				description: `Worked out from the records of the catalogue. ${pack.held} of ${pack.items.length} items of the evidence pack are held.`,
				start: day(first),
				end: packTime(now).at,
				'local-definitions': {
					components: [
						{
							uuid: idOf(from, 'component'),
							type: 'this-system',
							title: line(subject.data.title),
							description: subject.data.summary,
							status: { state: isRunning(pack) ? 'operational' : 'under-development' },
						},
					],
				},
				'reviewed-controls': {
					'control-selections': [
						{
							'include-controls': proofs.map(({ control }) => ({ 'control-id': token(control) })),
						},
					],
				},
				...(observations.length > 0 && { observations }),
				findings: proofs.filter(({ required }) => required).map((proof) => findingOf(proof, from)),
			},
		],
		'back-matter': {
			resources: [
				{
					uuid: plan,
					title: 'Policy of the catalogue',
					description: 'Says which controls and which evidence each tier requires.',
					rlinks: [{ href: '../files/content/policy.yaml' }],
				},
			],
		},
	};
}

const isRunning = ({ subject }: Pack): boolean =>
	subject.collection === 'use-cases' && subject.data.state === 'live';

function observationOf(
	{ kept, until }: { kept: Kept; until: string | undefined },
	from: OscalFrom,
): object {
	const { record, file } = kept;
	return {
		uuid: idOf(from, `record ${record.id}`),
		title: line(`Record ${record.id}: ${record.kind}`),
		description: record.kind === 'evidence' ? record.what : record.source,
		methods: [METHODS[record.kind] ?? 'EXAMINE'],
		types: ['control-objective'],
		subjects: [{ 'subject-uuid': idOf(from, 'component'), type: 'component' }],
		'relevant-evidence': [
			{ href: `../files/${file.file}`, description: `${record.source}. Stated by ${record.by}.` },
		],
		collected: day(record.on),
		...(until !== undefined && { expires: day(until) }),
	};
}

function findingOf({ control, state, record }: ControlProof, from: OscalFrom): object {
	const title = from.catalogue.controls.get(control)?.data.title ?? control;
	return {
		uuid: idOf(from, `finding ${control}`),
		title: line(title),
		description: `${proofState.label(state)}. ${proofState.terms[state].meaning}`,
		target: {
			type: 'statement-id',
			'target-id': `${token(control)}_smt`,
			status: { state: state === 'proven' ? 'satisfied' : 'not-satisfied' },
			'implementation-status': { state: STATUS[state] },
		},
		...(record && {
			'related-observations': [{ 'observation-uuid': idOf(from, `record ${record.record.id}`) }],
		}),
	};
}
