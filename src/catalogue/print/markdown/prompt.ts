/** A prompt as Markdown: what it takes and returns, its source, its cases, its versions. */

import { caseKind, dataClass, personalData } from '#schemas/vocabularies.ts';
import { stateOf, states } from '../../judge/approval/state.ts';
import { latestRun } from '../../judge/records/evaluation.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { expectationWords } from '../../pages/prompt-expectations.ts';
import {
	caseCounts,
	casesOf,
	downloadsOf,
	exposureOf,
	patternOf,
	runsAt,
	sourceDigest,
} from '../../pages/prompt-page.ts';
import { versionsOf } from '../../pages/prompt-versions.ts';
import { classWords, limitWords, typeWords } from '../../pages/prompt-words.ts';
import {
	answerFieldsOf,
	type Field,
	type Variable,
	variablesOf,
} from '../../read/prompts/variables.ts';
import { longDay } from '../../words/day.ts';
import { linkTo } from './address.ts';
import { changeTable } from './changes.ts';
import { headWith } from './head.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	joined,
	lines,
	link,
	list,
	type Markdown,
	md,
	table,
} from './write.ts';

/** The whole prompt. */
export async function promptMarkdown(
	entry: Entry<'prompts'>,
	context: ExportContext,
): Promise<Markdown> {
	const { data, source } = entry;
	const [variables, answer] = await Promise.all([variablesOf(data), answerFieldsOf(data)]);
	const failures = data['catalogue.knownFailures'];
	return blocks(
		headWith(entry, titleBlock(entry, context), context),
		heading(2, 'Takes'),
		takes(variables),
		heading(2, 'Returns'),
		returns(answer, data.output.format),
		heading(2, 'Source'),
		'The source is canonical; every other format is made from it.',
		fenced(source, 'handlebars'),
		heading(2, 'Test cases'),
		...testCases(entry, context),
		heading(2, 'Known failures'),
		failures.length > 0
			? list(failures)
			: 'None is recorded. That no failure is known does not mean that there is none.',
		heading(2, 'Versions'),
		changeTable(data['catalogue.changes']),
		keptVersions(entry, context),
		heading(2, 'Downloads'),
		await downloads(entry, context),
	);
}

function titleBlock(entry: Entry<'prompts'>, context: ExportContext) {
	const { data } = entry;
	const { catalogue, url } = context;
	const pattern = patternOf(entry, catalogue);
	const state = (pattern && stateOf(pattern, catalogue)) ?? 'draft';
	const model = catalogue.models.get(data.model);
	const exposure = exposureOf(entry);
	const run = pattern && latestRun(pattern, catalogue)?.record;
	const places = runsAt(entry, pattern).map(({ ref, title }) => `${ref} ${title}`);
	const cases = casesOf(entry, catalogue);
	const within = pattern
		? `With ${pattern.data.title} ${pattern.data.version}`
		: 'Part of no pattern';
	return [
		['State', `${states[state].label}. ${within}. ${states[state].duty}`],
		['Version', data.version],
		[
			'Used by',
			pattern &&
				md`${linkTo({ title: pattern.data.title, path: `/patterns/${pattern.id}/` }, context)}, ${places.length > 0 ? `at ${places.join(', ')}` : 'at no node of its drawing'}`,
		],
		[
			'Written for',
			model
				? md`${linkTo({ title: data.model, path: `/models/${model.id}/` }, context)}, points to ${model.data.pinnedVersion} today`
				: `${data.model}, a model alias`,
		],
		['Last reviewed', longDay(data['catalogue.reviewed'])],
		[
			'Last run',
			run
				? `Run ${run.run}, ${run.dataset.size} cases. Suite of the pattern, ${longDay(run.on)}`
				: 'None recorded',
		],
		[
			'Digest (SHA-256)',
			md`${code(sourceDigest(entry).whole)} of the ${link('downloaded source', url(`/prompts/${entry.id}.prompt`))}`,
		],
		[
			'Data class',
			`${dataClass.label(exposure.dataClass)}, ${exposure.personalData === 'none' ? 'no personal data' : `${personalData.label(exposure.personalData)} personal data`}`,
		],
		['Test cases', cases.length > 0 ? `${cases.length}: ${caseCounts(cases)}` : 'None recorded'],
	] as const;
}

const sentence = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const about = (field: Field) => [typeWords(field), field.description].filter(Boolean).join('. ');

const takes = (variables: readonly Variable[]): Markdown =>
	table(
		['Variable', 'What it is', 'Type', 'Class', 'Needed'],
		variables.map((variable) => [
			code(variable.name),
			lines(
				variable.label,
				sentence(variable.description || variable.label),
				variable.source && `From: ${variable.source}`,
			),
			[typeWords(variable), ...limitWords(variable)].join(', '),
			lines(classWords(variable), variable.untrusted && 'Written outside'),
			variable.required ? 'Required' : 'Optional',
		]),
	);

function returns(answer: readonly Field[], format: 'json' | 'text'): Markdown | string {
	if (format !== 'json') return 'Plain text.';
	if (answer.length === 0) return 'JSON without a stated form.';
	return list(
		answer.map((field) =>
			blocks(
				joined(
					[
						md`${code(field.name)}: ${sentence(about(field))}${field.required ? '' : '. May be null'}`,
						list(field.fields.map((inner) => md`${code(inner.name)} ${about(inner)}`)),
					],
					'\n',
				),
			),
		),
	);
}

function testCases(entry: Entry<'prompts'>, { catalogue }: ExportContext) {
	const cases = casesOf(entry, catalogue);
	if (cases.length === 0) return ['None recorded.'];
	return [
		`${caseCounts(cases)}. Results of single cases are not recorded.`,
		...cases.flatMap(({ name, kind, input, expect, why }) => [
			heading(3, name),
			`${caseKind.label(kind)}. ${why ?? ''}`,
			fenced(JSON.stringify(input, null, 2), 'json'),
			list(expect.map(expectationWords)),
		]),
	];
}

/** Where the text of each kept version is; without a second version there is none to tell. */
function keptVersions(entry: Entry<'prompts'>, { catalogue, url }: ExportContext): Markdown {
	const versions = versionsOf(entry, catalogue);
	if (versions.length < 2) return list([]);
	return list(
		versions.map(({ version, download }) =>
			download
				? link(`${version}.prompt`, url(download))
				: `${version}: the text of this version was not kept.`,
		),
	);
}

async function downloads(
	entry: Entry<'prompts'>,
	{ url, artefacts }: ExportContext,
): Promise<Markdown> {
	const files = await downloadsOf(entry, artefacts);
	return table(
		['Format', 'For', 'Keeps', 'Size', 'SHA-256'],
		files.map(({ path, name, purpose, keeps, size, digest }) => [
			link(name, url(path)),
			purpose,
			keeps,
			size,
			code(digest),
		]),
	);
}
