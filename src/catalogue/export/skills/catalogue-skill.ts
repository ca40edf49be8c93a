/** The skill of the catalogue itself: how an agent finds the right pattern and what it must not do. */
import { CATALOGUE_SKILL } from '#schemas/pattern.ts';
import { tier as tiers } from '#schemas/vocabularies.ts';
import { stateWords } from '../../judge/approval/state.ts';
import { tierOf } from '../../judge/tier.ts';
import { apiPath } from '../../model/api-path.ts';
import type { ExportContext } from '../../model/context.ts';
import { bare, blocks, code, heading, link, list, md, table } from '../../print/markdown/write.ts';
import type { Skill } from './skill.ts';

/** Beyond this many the skill names the index instead; every agent that has it reads it whole. */
const MOST_ROWS = 200;

/** One skill for finding, choosing and proposing patterns. */
export function catalogueSkill({ catalogue, url }: ExportContext): Skill {
	const { organisation, policy } = catalogue;
	const patterns = [...catalogue.patterns.values()];
	return {
		name: CATALOGUE_SKILL,
		description: `Finds the approved AI pattern for a task in the ${organisation.catalogue} of ${organisation.name}, and says which risk tier, controls and approvals apply. Use before designing or building any feature that calls a language model, and when asked whether a use of AI is allowed.`,
		metadata: { page: url('/'), policy: policy.version },
		body: blocks(
			heading(1, organisation.catalogue),
			md`Approved patterns are ways to build with AI that the organisation has reviewed. Find one before you write code; say which one you follow and its state.`,
			heading(2, 'Steps'),
			list(
				[
					md`Write down the task, the data class, who sees the output and what it can set in motion.`,
					md`Look for a pattern below or in ${bare(url('/llms.txt'))}; read its page as Markdown by adding ${code('.md')} to its address.`,
					md`Check "use when" and "do not use when". If it only nearly fits, it does not fit: say so.`,
					md`Read the state. Use a draft or proposed pattern in a sandbox only. Do not start anything new with a deprecated one.`,
					md`Use its starter instead of writing the controls again.`,
					md`If nothing fits, say so and point to ${bare(url('/contribute/'))}. Do not build around the catalogue.`,
				],
				true,
			),
			heading(2, 'Patterns'),
			patterns.length <= MOST_ROWS
				? table(
						['Pattern', 'For', 'Tier', 'State'],
						patterns.map((pattern) => [
							link(pattern.data.title, url(`/patterns/${pattern.id}.md`)),
							pattern.data.summary,
							tiers.label(tierOf(pattern.data, policy)),
							stateWords(pattern, catalogue).label,
						]),
					)
				: md`There are ${patterns.length}; the index is ${bare(url(apiPath('patterns')))}.`,
			heading(2, 'Data'),
			list([
				md`Everything as JSON: ${bare(url(apiPath('index')))}`,
				md`Installing the skill of one pattern: ${code(`npx skills add ${url('/')} --skill <pattern>`)}`,
			]),
			heading(2, 'What you must not do'),
			list([
				'Call a pattern approved whose state says otherwise.',
				'Send data of a higher class than the pattern names, or to a model alias it does not list.',
				'Leave out a control, or change a prompt, without saying that it needs a new approval.',
			]),
		),
		files: [],
	};
}
