/** The page of a prompt: what it takes and returns, its source, its cases, its versions, its files. */
import type { Change } from '#schemas/fields.ts';
import { caseKind, changeImpact, dataClass, personalData } from '#schemas/vocabularies.ts';
import { isExampleState, stateOf } from '../judge/approval/state.ts';
import { latestRun } from '../judge/records/evaluation.ts';
import { promptSumsPath } from '../model/artefacts.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOf } from '../model/digest.ts';
import { entryPath } from '../model/entry.ts';
import { parseTemplate } from '../read/prompts/template.ts';
import {
	answerFieldsOf,
	type Field,
	type Variable,
	variablesOf,
} from '../read/prompts/variables.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { capital } from '../words/phrase.ts';
import {
	type Block,
	code,
	digest,
	each,
	type Inline,
	id,
	joined,
	label,
	link,
	list,
	type Pair,
	pairs,
	strong,
	sub,
	table,
	text,
	type Words,
} from './blocks.ts';
import type { Page, Section, TitleBlock } from './page.ts';
import { expectationWords } from './prompt-expectations.ts';
import { type Case, formOf } from './prompt-form.ts';
import {
	caseCounts,
	casesOf,
	downloadsOf,
	exposureOf,
	patternOf,
	runsAt,
	shortInput,
} from './prompt-page.ts';
import { comparisonsOf, versionsOf } from './prompt-versions.ts';
import { classWords, limitWords, typeWords } from './prompt-words.ts';
import { refLink } from './rows.ts';

type Prompt = Entry<'prompts'>;

const NOTHING_RECORDED = 'None recorded';

/** Everything the page says. */
export async function promptPage(entry: Prompt, context: ExportContext): Promise<Page> {
	const { catalogue } = context;
	const [variables, answer] = await Promise.all([
		variablesOf(entry.data),
		answerFieldsOf(entry.data),
	]);
	const cases = casesOf(entry, catalogue);
	return {
		collection: 'prompts',
		id: entry.id,
		path: entryPath(entry),
		title: entry.id,
		summary: entry.data.description,
		aliases: [],
		block: titleBlock(entry, catalogue),
		notices: [],
		sections: [
			fill(entry, variables, cases),
			source(entry, variables, answer),
			testCases(entry, cases),
			failures(entry),
			versionsSection(entry, catalogue, entry.data.version),
			await downloads(entry, context),
		],
		side: [],
	};
}

function titleBlock(entry: Prompt, catalogue: Catalogue): TitleBlock {
	const { data } = entry;
	const pattern = patternOf(entry, catalogue);
	const model = catalogue.models.get(data.model);
	const exposure = exposureOf(entry);
	const cases = casesOf(entry, catalogue);
	const run = pattern && latestRun(pattern, catalogue)?.record;
	const places = runsAt(entry, pattern);
	const page = pattern ? entryPath(pattern) : '';
	return {
		stamp: {
			state: (pattern && stateOf(pattern, catalogue)) ?? 'draft',
			words: pattern
				? `With ${pattern.data.title} ${pattern.data.version}${isExampleState(pattern, catalogue) ? '. Its approval is example data' : ''}`
				: 'Not part of a pattern',
		},
		cells: [
			{ label: 'Version', words: data.version, sub: link('Change log', '#versions'), span: 2 },
			{
				label: 'Written for',
				words: model ? link(data.model, entryPath(model)) : data.model,
				sub: model ? `Points to ${model.data.pinnedVersion} today` : 'Model alias',
			},
			{
				label: 'Last run',
				words: run ? `Run ${run.run}, ${countOf(run.dataset.size, 'case')}` : 'Not evaluated yet',
				sub: run
					? `Suite of the pattern, ${longDay(run.on)}`
					: `Last reviewed ${longDay(data['catalogue.reviewed'])}`,
				wide: true,
			},
			{
				label: 'Digest of the file (SHA-256)',
				words: digest(digestOf(entry.source)),
				sub: fileLink('Of the downloaded source', `/prompts/${entry.id}.prompt`),
				span: 4,
				wide: true,
				mono: true,
			},
			{
				label: 'Data class',
				words: dataClass.label(exposure.dataClass),
				sub:
					exposure.personalData === 'none'
						? 'No personal data'
						: `${personalData.label(exposure.personalData)} personal data`,
				span: 2,
			},
			{
				label: 'Used by',
				words: pattern ? link(pattern.data.title, page) : 'No pattern',
				sub:
					places.length > 0
						? [
								'At ',
								joined(
									places.map(({ ref, title }) => [refLink(ref, `${page}#node-${ref}`), ' ', title]),
								),
							]
						: 'Not in the drawing',
			},
			{
				label: 'Test cases',
				words: cases.length > 0 ? link(String(cases.length), '#tests') : NOTHING_RECORDED,
				sub: caseCounts(cases),
				wide: true,
			},
		],
	};
}

const fileLink = (words: Words, to: string): Inline => ({
	kind: 'link',
	words,
	to,
	download: true,
});

/** The form lives in a browser; everything else has the variables in the next section. */
const fill = (entry: Prompt, variables: readonly Variable[], cases: readonly Case[]): Section => ({
	id: 'fill',
	title: 'Fill and preview',
	answer: 'Nothing you type leaves this page.',
	onPageOnly: true,
	blocks: [
		{
			kind: 'custom',
			part: {
				name: 'prompt-form',
				prompt: entry.id,
				form: formOf(parseTemplate(entry.body.trim()).nodes, variables, cases),
				variables,
			},
			said: [],
		},
	],
});

function source(
	{ source: whole, file, data }: Prompt,
	variables: readonly Variable[],
	answer: readonly Field[],
): Section {
	const beside: Block[] = [
		{ kind: 'group', title: 'Takes', blocks: [pairs(variables.map(takes), 'variables')] },
		{ kind: 'group', title: 'Returns', blocks: [returns(answer, data.output.format)] },
	];
	const lines = whole.trimEnd().split('\n').length;
	return {
		id: 'source',
		title: 'Source and variables',
		answer: `${countOf(lines, 'line')}. The source is the master copy. Every other format is made from it.`,
		blocks: [
			{
				kind: 'columns',
				look: 'lead',
				columns: [
					{
						kind: 'group',
						blocks: [
							{
								kind: 'custom',
								part: { name: 'prompt-source', file, source: whole },
								said: [
									{ kind: 'code', label: 'Prompt source', language: 'handlebars', text: whole },
								],
							},
						],
					},
					{ kind: 'group', blocks: beside },
				],
			},
		],
	};
}

const about = (field: Field) =>
	[typeWords(field), capital(field.description ?? '')].filter(Boolean).join('. ');

const takes = (variable: Variable): Pair => [
	id(variable.name),
	[
		capital(variable.description || variable.label),
		sub([typeWords(variable), ...limitWords(variable)].join(', ')),
		sub(variable.source && `From: ${variable.source}`),
		sub(
			joined(
				[
					{ kind: 'tag', text: classWords(variable) },
					...(variable.untrusted ? [{ kind: 'tag', text: 'Untrusted', alert: true } as const] : []),
					{ kind: 'tag', text: variable.required ? 'Required' : 'Optional' },
				],
				' ',
			),
		),
	],
];

function returns(answer: readonly Field[], format: 'json' | 'text'): Block {
	if (format !== 'json') return text('Plain text.');
	if (answer.length === 0) return text('JSON without a defined format.');
	return pairs(
		answer.map((field) => [
			id(field.name),
			[
				capital(about(field)),
				!field.required && '. Can be null',
				field.fields.length > 0 &&
					each(field.fields.map((inner) => [id(inner.name), ' ', about(inner)])),
			],
		]),
	);
}

function testCases(entry: Prompt, cases: readonly Case[]): Section {
	const section = { id: 'tests', title: 'Test cases' };
	if (cases.length === 0) return { ...section, answer: `${NOTHING_RECORDED}.`, blocks: [] };
	const shown = cases.map((one) => ({
		name: one.name,
		kind: caseKind.label(one.kind),
		input: shortInput(one, entry),
		whole: JSON.stringify(one.input, null, 2),
		expected: one.expect.map(expectationWords),
		why: one.why,
	}));
	return {
		...section,
		answer: `${caseCounts(cases)}. The result of each case is not recorded.`,
		blocks: [
			{
				kind: 'custom',
				part: { name: 'prompt-cases', cases: shown },
				said: shown.map(({ name, kind, whole, expected, why }) => ({
					kind: 'group',
					title: name,
					blocks: [
						text(why ? `${kind}. ${why}` : `${kind}.`),
						{ kind: 'code', label: `Input of ${name}`, language: 'json', text: whole },
						list(expected),
					],
				})),
			},
		],
	};
}

function failures({ data }: Prompt): Section {
	const known = data['catalogue.knownFailures'];
	return {
		id: 'failures',
		title: 'Known failures',
		blocks: [
			known.length > 0
				? list(known)
				: text('No failures reported yet. If you see one, add it to the test cases.'),
		],
	};
}

/** The change log, with the kept text of each version and what to compare it with. */
export function versionsSection(
	entry: Prompt,
	catalogue: Catalogue,
	/** Version of the page it is on, if it is that of one. */
	here?: string,
): Section {
	const changes = entry.data['catalogue.changes'];
	const versions = versionsOf(entry, catalogue);
	const comparisons = comparisonsOf(entry, catalogue);
	const kept = versions.filter((version) => version.kept).length;
	const several = changes.length > 1;
	return {
		id: 'versions',
		title: 'Versions',
		answer: several
			? `${countOf(changes.length, 'version')} in the change log. The text of ${kept === changes.length ? 'each' : kept} is kept.`
			: 'There is one version. When there is a second one, you will see the differences here.',
		blocks: [
			pairs(
				changes.map((change): Pair => {
					const { version } = change;
					const { page, download } = versions.find((one) => one.version === version) ?? {};
					const against = comparisons.filter(({ to }) => to.version === version);
					return [
						[
							strong(page && version !== here ? link(version, page) : version),
							' ',
							label({ kind: 'day', date: change.date, text: longDay(change.date) }),
						],
						[
							changeWords(change),
							several &&
								sub(
									download
										? fileLink(`${version}.prompt`, download)
										: label('The text of this version was not kept.'),
									against.length > 0 && [
										' Compare with ',
										joined(against.map((pair) => link(pair.from.version, pair.page))),
									],
								),
						],
					];
				}),
				'log',
			),
		],
	};
}

const changeWords = ({ impact, summary, action }: Change): Words => [
	{ kind: 'tag', text: changeImpact.label(impact), alert: impact === 'major' },
	sub(summary),
	action && sub(strong('To do:'), ' ', action),
];

async function downloads(entry: Prompt, { artefacts }: ExportContext): Promise<Section> {
	const files = await downloadsOf(entry, artefacts);
	return {
		id: 'downloads',
		title: 'Downloads',
		answer: [link('SHA256SUMS', `/${promptSumsPath(entry.id)}`), ' for ', code('sha256sum -c')],
		blocks: [
			table(
				'Downloads',
				['Format', 'For', 'Keeps', { label: 'Size', num: true }, { label: 'SHA-256', whole: true }],
				files.map(({ path, name, purpose, keeps, size, digest: sha256 }) => [
					fileLink(name, path),
					purpose,
					keeps,
					size,
					digest(sha256),
				]),
				{ tight: true },
			),
		],
	};
}
