/** The page of an incident: what failed, what held, who must be told, and what stays open. */
import { controlResult, severity as severities } from '#schemas/vocabularies.ts';
import {
	containedIn,
	type DutyState,
	dayOf,
	dutiesOf,
	isOpen,
	severityOf,
} from '../judge/use/incidents.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { teamOf } from '../model/team.ts';
import { daysBetween } from '../words/calendar.ts';
import { countOf } from '../words/count.ts';
import { momentWords, shortDay } from '../words/day.ts';
import { formatNumber } from '../words/number.ts';
import { inside, listOf } from '../words/phrase.ts';
import {
	type Block,
	joined,
	label,
	link,
	list,
	mark,
	pairs,
	quiet,
	strong,
	sub,
	table,
	text,
	type Words,
} from './blocks.ts';
import { linkById } from './citing.ts';
import { headOf } from './entry-page.ts';
import { exampleOf } from './example.ts';
import { type Fact, nothing, words } from './fact.ts';
import type { ListColumn } from './list.ts';
import type { Page, Section, TitleBlock } from './page.ts';
import { spanWords } from './use-case/record.ts';

type Incident = Entry<'incidents'>;

/** Everything the page of an incident says. */
export function incidentPage(entry: Incident, { catalogue }: ExportContext): Page {
	const { data } = entry;
	return {
		...headOf(entry),
		aliases: [data.number],
		block: blockOf(entry, catalogue),
		notices: noticesOf(entry, catalogue),
		sections: [
			happenedSection(entry, catalogue),
			goldenSection(entry, catalogue),
			causesSection(entry),
			controlsSection(entry, catalogue),
			dutiesSection(entry, catalogue),
			actionsSection(entry, catalogue),
			severitySection(catalogue),
			recordSection,
		],
		side: [],
		...exampleOf([entry], catalogue),
	};
}

const severityWords = ({ severity }: Incident['data']): string =>
	`Severity ${severities.label(severity)}`;

function blockOf({ data }: Incident, catalogue: Catalogue): TitleBlock {
	const open = isOpen(data, catalogue.today);
	const noticed = dayOf(data.noticed.at);
	const until = data.closed && !open ? dayOf(data.closed.at) : catalogue.today;
	const minutes = containedIn(data);
	const allowed = severityOf(data, catalogue);
	const use = linkById('use-cases', data.use, catalogue);
	const pattern = catalogue['use-cases'].get(data.use)?.data.pattern;
	const named = pattern && linkById('patterns', pattern, catalogue).title;
	const [main, ...others] = data.risks.map((risk) => linkById('risks', risk, catalogue));
	return {
		stamp: {
			...(open
				? { tone: 'bad', sign: 'gap', label: 'Open' }
				: { tone: 'ok', sign: 'tick', label: 'Closed' }),
			says: 'State',
			words: [
				`${data.number}. ${open ? 'Open for' : 'It was open for'} ${countOf(daysBetween(noticed, until), 'day')}. `,
				data.contained ? `Contained on ${momentWords(data.contained.at)}.` : 'Not contained yet.',
			],
		},
		cells: [
			{
				label: 'Severity',
				words: severityWords(data),
				sub: link('What it means', '#severity'),
				span: 2,
			},
			{
				label: 'Use',
				words: link(use.title, use.path),
				sub: `Version ${data.ran.version}${named ? `, ${named} ${data.ran.pattern}` : ''}`,
			},
			{
				label: 'Responds',
				words: data.responds,
				sub: `Owner: ${teamOf(data.owner, catalogue).name}`,
				wide: true,
			},
			{
				label: 'Risk that came true',
				words: main && link(main.title, main.path),
				...(others.length > 0 && {
					sub: ['Also: ', joined(others.map(({ title, path }) => link(title, path)))],
				}),
				span: 4,
				wide: true,
			},
			{
				label: 'Affected',
				words: countOf(data.affected.cases, 'case'),
				sub: countOf(data.affected.people, 'person', 'people'),
				span: 2,
			},
			{
				label: 'Contained in',
				words: minutes === undefined ? 'Not yet' : spanWords(minutes),
				...(allowed && { sub: `The policy allows ${spanWords(allowed.containMinutes)}` }),
			},
			{
				label: 'What it stops',
				words: open && allowed?.stopsGates ? 'The next stage of this use' : 'Nothing',
				sub:
					open && allowed?.stopsGates
						? 'Its gate needs every serious incident closed'
						: open
							? 'This severity does not stop a gate'
							: 'It is closed',
				wide: true,
			},
		],
	};
}

function noticesOf({ data }: Incident, catalogue: Catalogue): Block[] {
	const late = dutiesOf(data, catalogue).filter(
		({ state }) => state === 'late' || state === 'unanswered',
	);
	const overdue = late.filter(({ done }) => done === undefined);
	if (overdue.length === 0) return [];
	return [
		{
			kind: 'note',
			tone: 'bad',
			fact: `${countOf(overdue.length, 'report is', 'reports are')} overdue or not decided.`,
			words: [`${listOf(overdue.map(({ duty }) => duty))}. `, link('Who must be told', '#duties')],
		},
	];
}

/** The times of the incident, with the reports between them, in order. */
function happenedSection({ data }: Incident, catalogue: Catalogue): Section {
	const steps = [
		['Started', data.started],
		['Noticed', data.noticed],
		['Known', data.known],
		['Contained', data.contained],
		['Put right', data.putRight],
		['Closed', data.closed],
	] as const;
	const reports = dutiesOf(data, catalogue).flatMap(({ duty, done }) =>
		done === undefined ? [] : [{ title: 'Reported', at: done, what: duty, by: data.responds }],
	);
	const done = steps.flatMap(([title, step]) => (step ? [{ title, ...step }] : []));
	const open = steps.flatMap(([title, step]) => (step ? [] : [title]));
	const inOrder = [...done, ...reports].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
	return {
		id: 'happened',
		title: 'What happened, and when',
		blocks: [
			list(
				[
					...inOrder.map(
						({ title, at, what, by }): Words => [
							label(momentWords(at)),
							' ',
							strong(title),
							sub(what),
							sub(label(by)),
						],
					),
					...open.map((title): Words => [label('Not yet'), ' ', strong(title)]),
				],
				'timeline',
			),
		],
	};
}

const causesSection = ({ data }: Incident): Section => ({
	id: 'causes',
	title: 'Why it happened',
	blocks: [list(data.causes)],
});

function goldenSection({ data, id: incident }: Incident, catalogue: Catalogue): Section {
	const { goldenCase } = data;
	const title = 'The case that would have caught it';
	if (!goldenCase) {
		return {
			id: 'golden-case',
			title,
			blocks: [
				text(
					'No golden case yet. Write down the input that would have shown it and the right answer, in the file of this incident.',
				),
			],
		};
	}
	const { prompt, text: input, expect, addedIn } = goldenCase;
	const { path } = linkById('prompts', prompt, catalogue);
	return {
		id: 'golden-case',
		title,
		answer: [
			'A golden case with this text would have failed before release. ',
			addedIn
				? [mark('Added', 'ok', 'tick'), ` in version ${addedIn} of `]
				: [mark('Not added', 'warn', 'open'), ' to the cases of '],
			link(prompt, path),
			'.',
		],
		blocks: [
			{
				kind: 'code',
				label: title,
				language: 'yaml',
				wrap: true,
				title: addedIn ? 'Golden case' : 'Golden case, proposed',
				id: `case-${incident}`,
				text: [
					'input: |',
					...input.split('\n').map((line) => `  ${line}`),
					'expect:',
					...Object.entries(expect).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`),
					`from: ${data.number}`,
				].join('\n'),
			},
		],
	};
}

function controlsSection({ data }: Incident, catalogue: Catalogue): Section {
	const failed = data.controls.filter(({ result }) => result === 'failed').length;
	return {
		id: 'controls',
		title: 'Controls that failed and controls that held',
		answer: `${countOf(failed, 'control')} failed and ${formatNumber(data.controls.length - failed)} held.`,
		blocks: [
			table(
				'Controls that failed and controls that held',
				['Control', { label: 'In this incident', state: true }, 'Why'],
				[...data.controls]
					.sort((a, b) => Number(a.result === 'held') - Number(b.result === 'held'))
					.map(({ control, result, why }) => {
						const { title, path } = linkById('controls', control, catalogue);
						return [
							link(title, path),
							result === 'failed'
								? mark(controlResult.label(result), 'bad', 'cross')
								: mark(controlResult.label(result), 'ok', 'tick'),
							why,
						];
					}),
			),
		],
	};
}

function dutiesSection({ data }: Incident, catalogue: Catalogue): Section {
	const duties = dutiesOf(data, catalogue);
	const apply = duties.filter(({ state }) => state !== 'does-not-apply').length;
	return {
		id: 'duties',
		title: 'Who must be told, and by when',
		answer:
			duties.length === 0
				? 'The policy has no duties for this severity.'
				: `${apply} of ${duties.length} duties ${apply === 1 ? 'applies' : 'apply'}. Each duty clock started when it was known.`,
		blocks:
			duties.length === 0
				? []
				: [
						table(
							'Duties with their clocks',
							['Duty', { label: 'State', state: true }, 'Clock started', 'Due', 'Done'],
							duties.map((duty) => dutyRow(duty, catalogue)),
							{ look: 'duties' },
						),
					],
	};
}

function dutyRow(duty: DutyState, { today }: Catalogue): Words[] {
	const { started, due, done, decision } = duty;
	return [
		[strong(duty.duty), sub(duty.from)],
		dutyMark(duty, today),
		decision ? '–' : momentWords(started),
		due ? momentWords(due) : '–',
		done
			? momentWords(done)
			: decision
				? [`Decided by ${decision.by}, ${shortDay(decision.on)}.`, sub(decision.because)]
				: '–',
	];
}

/** @example dutyMark(open, '2026-11-29') // => a mark that says "In 4 days" */
function dutyMark({ state, due, done }: DutyState, today: string): Words {
	switch (state) {
		case 'done':
			return mark('In time', 'ok', 'tick');
		case 'late':
			return mark(done ? 'Done late' : 'Overdue', 'bad', 'clock');
		case 'open':
			return mark(
				due ? `In ${countOf(daysBetween(today, due.slice(0, 10)), 'day')}` : 'Open',
				'mute',
				'clock',
			);
		case 'does-not-apply':
			return quiet('Does not apply');
		case 'unanswered':
			return mark('Not decided', 'bad', 'gap');
	}
}

function actionsSection({ data }: Incident, { today }: Catalogue): Section {
	const done = data.actions.filter((action) => action.done !== undefined).length;
	const all = data.actions.length;
	return {
		id: 'actions',
		title: 'Actions',
		answer: `${done} of ${countOf(all, 'action')} ${done === 1 ? 'is' : 'are'} done.${done < all ? ' The incident can be closed when all of them are.' : ''}`,
		blocks: [
			table(
				'Actions',
				['Action', { label: 'State', state: true }, 'Who', { label: 'By', whole: true }],
				data.actions.map(({ what, who, by, done: finished }) => [
					strong(what),
					finished
						? [mark('Done', 'ok', 'tick'), sub(shortDay(finished))]
						: by < today
							? mark('Overdue', 'bad', 'clock')
							: mark('Not done yet', 'mute', 'open'),
					who,
					shortDay(by),
				]),
			),
		],
	};
}

const severitySection = ({ policy }: Catalogue): Section => ({
	id: 'severity',
	title: 'Severity levels',
	blocks: [
		pairs(
			policy.incidents.severities.map(({ severity, means, containMinutes }) => [
				`Severity ${severities.label(severity)}`,
				`${means} Contain it within ${spanWords(containMinutes)}.`,
			]),
			'terms',
		),
	],
});

const recordSection: Section = {
	id: 'record-an-incident',
	title: 'Record an incident',
	answer:
		'Contain it first. Then run this command in a clone of the catalogue. It asks for what you know, and you can add the rest later.',
	blocks: [{ kind: 'command', label: 'Record an incident', command: 'npm run new -- incident' }],
};

/** What the list of incidents compares, newest first. */
export const incidentColumns: readonly ListColumn<'incidents'>[] = [
	{
		label: 'State',
		state: true,
		fact: ({ data }, { today }) =>
			isOpen(data, today) ? { text: 'Open', tone: 'bad' } : words('Closed'),
	},
	{
		label: 'Use',
		fact: ({ data }, catalogue) => {
			const { title, path } = linkById('use-cases', data.use, catalogue);
			return { text: title, path };
		},
	},
	{
		label: 'Noticed',
		fact: ({ data }) => words(shortDay(dayOf(data.noticed.at))),
		rank: ({ data }) => dayOf(data.noticed.at),
	},
	{
		label: 'Contained in',
		fact: ({ data }) => {
			const minutes = containedIn(data);
			return minutes === undefined ? nothing('Not yet') : words(spanWords(minutes));
		},
		rank: ({ data }) => containedIn(data) ?? Number.MAX_SAFE_INTEGER,
	},
	{
		label: 'What failed',
		fact: ({ data }, catalogue) => {
			const failed = data.controls.filter(({ result }) => result === 'failed');
			return failed.length === 0
				? nothing('No control')
				: words(
						listOf(
							failed.map(({ control }, at) => {
								const { title } = linkById('controls', control, catalogue);
								return at === 0 ? title : inside(title);
							}),
						),
					);
		},
	},
	{ label: 'Reports', fact: ({ data }, catalogue) => reportsFact(data, catalogue) },
];

function reportsFact(data: Incident['data'], catalogue: Catalogue): Fact {
	const duties = dutiesOf(data, catalogue).filter(({ state }) => state !== 'does-not-apply');
	if (duties.length === 0) return nothing('Not required');
	const late = duties.filter(({ state }) => state === 'late' || state === 'unanswered').length;
	if (late > 0) return { text: `${late} overdue`, tone: 'bad' };
	const open = duties.filter(({ state }) => state === 'open').length;
	return words(open > 0 ? `${open} still due` : 'Sent in time');
}
