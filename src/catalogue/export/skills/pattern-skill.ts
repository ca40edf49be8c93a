/** The skill of a pattern: how an agent helps a team to apply it, within what was approved. */

import { tier as tiers } from '#schemas/vocabularies.ts';
import { patternDigest } from '../../judge/approval/digest.ts';
import { stateWords } from '../../judge/approval/state.ts';
import { requiredControls, tierOf } from '../../judge/tier.ts';
import type { Entry } from '../../model/catalogue.ts';
import type { ExportContext } from '../../model/context.ts';
import { hasStarter } from '../../model/starter.ts';
import { titleById } from '../../model/title.ts';
import { takeLine } from '../../pages/take.ts';
import { entryMarkdown } from '../../print/markdown/entry.ts';
import {
	bare,
	blocks,
	code,
	fenced,
	heading,
	list,
	md,
	table,
} from '../../print/markdown/write.ts';
import { countOf } from '../../words/count.ts';
import type { Skill } from './skill.ts';

/** The skill of a pattern, its prompts and cases beside it. */
export async function patternSkill(
	pattern: Entry<'patterns'>,
	context: ExportContext,
): Promise<Skill> {
	const { id, data } = pattern;
	const { catalogue, url } = context;
	const state = stateWords(pattern, catalogue);
	const tier = tiers.label(tierOf(data, catalogue.policy));
	const page = url(`/patterns/${id}/`);
	const prompts = data.prompts.flatMap((name) => catalogue.prompts.get(name) ?? []);
	const cases = data.prompts.flatMap((name) => catalogue.cases.get(name) ?? []);
	const whole = await entryMarkdown(pattern, context);
	return {
		name: id,
		description: `${data.title}: ${data.summary} Use when a team wants to build, change or review this kind of AI feature: ${data.useWhen.join(' ')}`,
		metadata: {
			catalogue: catalogue.organisation.catalogue,
			version: data.version,
			digest: patternDigest(pattern, catalogue),
			state: state.label,
			tier,
			page,
		},
		body: blocks(
			heading(1, `Apply the pattern ${data.title}`),
			md`${data.fit} Version ${data.version}, risk tier ${tier}. ${state.label}: ${state.duty}`,
			md`Say the state and the tier to the person you work for before you write code. The page is the authority: ${bare(page)}`,
			heading(2, 'Does it fit'),
			md`Use it when:`,
			list(data.useWhen),
			md`Do not use it when:`,
			list(
				data.doNotUseWhen.map(({ case: one, instead }) =>
					instead ? md`${one} Use ${code(instead)} instead.` : one,
				),
			),
			heading(2, 'How to start'),
			...(hasStarter(pattern, catalogue)
				? [
						md`Use the starter instead of writing the controls again. It includes prompts, cases, controls, telemetry and tests.`,
						fenced(`${takeLine(pattern, url)}\ncd ${id}\nnpm ci && npm test && npm start`, 'sh'),
						md`Its README says what the team can change. ${code('npm run catalogue:check')} says later whether the pattern has moved on.`,
					]
				: [
						md`There is no starter yet: build the nodes of the drawing in ${code('references/pattern.md')}.`,
					]),
			heading(2, 'What you may change'),
			list(data.architecture.yoursToChange),
			md`Not without a new approval:`,
			list(data.architecture.fixedByApproval),
			heading(2, 'Controls'),
			md`Every one is required at this tier or put in place by the pattern. Never remove, bypass or weaken one to make a test pass. Say what prevents it instead.`,
			controlTable(pattern, context),
			heading(2, 'Prompts and cases'),
			md`Use the prompt files as they are; their versions are part of the approval. A change of a prompt needs a new version and a run of every case.`,
			list([
				...prompts.map(
					(prompt) =>
						md`${code(`prompts/${prompt.id}.prompt`)} ${prompt.data.version}: ${prompt.data.description}`,
				),
				...cases.map(
					(one) =>
						md`${code(`prompts/${one.id}.cases.yaml`)}: ${countOf(one.data.cases.length, 'case')}`,
				),
			]),
			heading(2, 'More'),
			md`${code('references/pattern.md')} contains all sixteen sections of the page: architecture, connectors, risk closure, evaluation limits, telemetry fields, incident and rollback, metrics, roll-out gates, skilling.`,
		),
		files: [
			{ path: 'references/pattern.md', text: whole },
			...prompts.map(({ id: name, source }) => ({ path: `prompts/${name}.prompt`, text: source })),
			...cases.map(({ id: name, source }) => ({
				path: `prompts/${name}.cases.yaml`,
				text: source,
			})),
		],
	};
}

function controlTable({ data }: Entry<'patterns'>, { catalogue }: ExportContext) {
	const placed = new Map(data.controls.map((control) => [control.control, control]));
	const mandatory = requiredControls(data, catalogue.policy).map(({ control }) => control);
	const ids = [...new Set([...mandatory, ...placed.keys()])];
	return table(
		['Control', 'How it is done here', 'Where', 'Evidence'],
		ids.map((id) => {
			const here = placed.get(id);
			const title = titleById('controls', id, catalogue);
			return [
				title,
				here?.how ?? 'Required, but not in place yet.',
				here?.file && code(here.file),
				here?.evidence.source,
			];
		}),
	);
}
