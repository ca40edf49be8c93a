/** If it fails or ends: who stops it, who is told, what changed, what happens when the model goes. */
import { drill as drills, severity as severities } from '#schemas/vocabularies.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import { recordsOf } from '../../judge/records/kept.ts';
import { incidentsOf, isOpen } from '../../judge/use/incidents.ts';
import { usesOf } from '../../judge/use/live.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { teamOf } from '../../model/team.ts';
import { titleById } from '../../model/title.ts';
import { countOf } from '../../words/count.ts';
import { longDay, shortDay } from '../../words/day.ts';
import { type Block, link, type Pair, pairs, sub, table, type Words } from '../blocks.ts';
import { linkById } from '../citing.ts';
import type { Section } from '../page.ts';

export function failingSection(pack: Pack, catalogue: Catalogue): Section {
	const { subject } = pack;
	const rights = subject.data.decisionRights;
	const incidents = incidentsIn(pack, catalogue);
	const open = incidents.filter(({ data }) => isOpen(data, catalogue.today)).length;
	return {
		id: 'failing',
		title: 'If it fails, changes or ends',
		answer:
			incidents.length === 0
				? 'No incidents have been recorded.'
				: `${countOf(incidents.length, 'incident')} recorded, ${open === 0 ? 'none open' : `${open} open`}.`,
		blocks: [
			pairs(
				[
					['Who switches it off', switchWords(pack)],
					['How quickly', drillWords(pack, catalogue)],
					[
						'Who is told',
						`${teamOf(rights.respondsToFailure, catalogue).name} responds. ${teamOf(rights.monitorsQuality, catalogue).name} watches the quality.`,
					],
					...modelPairs(pack, catalogue),
					['Last change', changeWords(pack)],
				],
				'facts',
			),
			...incidentTable(incidents, catalogue),
		],
	};
}

const switchWords = ({ subject, pattern }: Pack): string =>
	subject.collection === 'use-cases'
		? `${subject.data.switchOff.who}: ${subject.data.switchOff.how}`
		: pattern.data.incident.switchOff;

/** The newest drill of the off switch; a drill of something else does not say how fast that is. */
function drillWords({ subject }: Pack, catalogue: Catalogue): string {
	const last = recordsOf(subject, 'drill', catalogue)
		.map(({ record }) => record)
		.filter(({ what, on }) => what === 'off-switch' && on <= catalogue.today)
		.sort((a, b) => (a.on < b.on ? -1 : 1))
		.at(-1);
	if (!last) return 'Missing: a drill of the off switch.';
	const { minutes, allowed, result, on } = last;
	const of = allowed === undefined ? '' : ` of ${allowed} allowed`;
	return `${drills.label('off-switch')} drill of ${longDay(on)}: ${countOf(minutes, 'minute')}${of}${result === 'failed' ? ', and it failed' : ''}.`;
}

/** Where each model answers, when it stops, and what follows. */
function modelPairs({ subject, pattern }: Pack, catalogue: Catalogue): Pair[] {
	const used =
		subject.collection === 'use-cases'
			? [subject.data.model]
			: pattern.data.models.map((model) => ({ model, region: undefined, fallback: undefined }));
	return used.map(({ model, region, fallback }): Pair => {
		const data = catalogue.models.get(model)?.data;
		const title = titleById('models', model, catalogue);
		const next = fallback ?? data?.fallback;
		const where = region ?? data?.regions.join(' or ');
		return [
			'The model',
			[
				`${title}. ${where ? `Processed in: ${where}. ` : ''}`,
				data ? `It stops answering on ${longDay(data.retires)}. ` : '',
				next
					? `Then ${titleById('models', next, catalogue)} answers, after a new evaluation and approval.`
					: 'Missing: a model to use after that.',
			].join(''),
		];
	});
}

/** What changed last, and whether that is what was approved. */
function changeWords({ subject, standing }: Pack): string {
	const last = subject.data.changes?.[0];
	const said = last
		? `Version ${last.version}, ${shortDay(last.date)}: ${last.summary}`
		: 'No changes recorded.';
	if (standing.state === 'changed')
		return `${said} It differs from what was approved. Approve it again.`;
	return standing.approvals.length > 0
		? `${said} Nothing has changed since the newest signature.`
		: `${said} It has not been approved.`;
}

const incidentsIn = ({ subject }: Pack, catalogue: Catalogue) =>
	subject.collection === 'use-cases'
		? incidentsOf(subject, catalogue)
		: usesOf(subject.id, catalogue).flatMap((use) => incidentsOf(use, catalogue));

function incidentTable(all: ReturnType<typeof incidentsIn>, catalogue: Catalogue): Block[] {
	if (all.length === 0) return [];
	const rows = all.map(({ id, data }): Words[] => {
		const { title, path } = linkById('incidents', id, catalogue);
		const left = data.actions.filter(({ done }) => done === undefined);
		return [
			[link(`${data.number}: ${title}`, path), sub(severities.label(data.severity))],
			[
				data.causes[0],
				sub(
					`${countOf(data.affected.cases, 'case')}, ${countOf(data.affected.people, 'person', 'people')}`,
				),
			],
			data.actions.map(({ what }) => what).join(' '),
			left.length === 0
				? 'All done'
				: left.map(({ who, by }) => `${who}, by ${shortDay(by)}`).join('; '),
		];
	});
	return [
		table(
			'Incidents, and what was learned',
			['Incident', 'Why it happened', 'What stops it happening again', 'Still open'],
			rows,
			{ tight: true },
		),
	];
}
