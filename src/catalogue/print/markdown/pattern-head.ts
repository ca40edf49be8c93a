/** The head of a pattern as Markdown: may it be used, why this tier, who decides, at a glance. */
import { dataClass, stage } from '#schemas/vocabularies.ts';
import { states } from '../../judge/approval/state.ts';
import { teamOf } from '../../model/team.ts';
import type { Head } from '../../pages/pattern-head.ts';
import { sourceOf } from '../../pages/pattern-record.ts';
import { longDay } from '../../words/day.ts';
import { linkTo } from './address.ts';
import { headWith } from './head.ts';
import type { PatternSource } from './pattern-source.ts';
import {
	bare,
	blocks,
	code,
	fenced,
	heading,
	type Inline,
	link,
	list,
	type Markdown,
	md,
	pairs,
	table,
} from './write.ts';

/** All that stands above the first section. */
export function patternHead(source: PatternSource): Markdown {
	const { pattern, facts, context } = source;
	const { head } = facts;
	const { approval } = head;
	return blocks(
		headWith(pattern, titleBlock(source), context),
		list(head.tags),
		...approval.notices.map(
			({ fact, text, link: more }) => md`**${fact}** ${text} ${more && linkTo(more, context)}`,
		),
		...tierBlocks(head, source),
		heading(2, 'At a glance'),
		table(
			['Section', 'Where it stands', 'State'],
			facts.glance.map(({ title, text, mark }) => [title, text, mark?.text]),
		),
		heading(2, 'Start today'),
		startList(source),
	);
}

function titleBlock({ pattern, facts: { head }, context }: PatternSource) {
	const { data } = pattern;
	const { approval, tier } = head;
	const owner = teamOf(data.owner, context.catalogue);
	const bound =
		approval.bound === undefined
			? 'no approval is bound to it yet'
			: approval.bound
				? 'this page is what was approved'
				: 'this page is not what was approved';
	return [
		[
			'State',
			md`${states[approval.state].label}. ${approval.stamp}. ${states[approval.state].duty}`,
		],
		['Version', data.version],
		['Owner', `${owner.name} (${owner.contact}). Business owner: ${data.businessOwner}`],
		['Review by', `${longDay(head.due)}. ${head.cadence}`],
		['Digest (SHA-256)', md`${code(head.digest)} of this folder; ${bound}`],
		['Risk tier', tier.label],
		['Data class', `${dataClass.label(data.exposure.data)}. ${head.personal}`],
		[
			'Stage',
			`${stage.label(data.stage)}, ${stage.values.indexOf(data.stage) + 1} of ${stage.values.length}, ${head.adoption}`,
		],
	] as const;
}

function tierBlocks({ tier, rights, approval, owner, council }: Head, { context }: PatternSource) {
	return [
		heading(2, `Why ${tier.label.toLowerCase()}, who decides, and the approval`),
		list([
			...tier.reasons,
			tier.annexIII && `Area of Annex III of the EU AI Act: ${tier.annexIII}.`,
			...tier.raises,
			'A tier can be raised by hand, never lowered.',
		]),
		pairs(
			rights.map(({ what, team, path }) => [
				what,
				path ? linkTo({ title: team, path }, context) : team,
			]),
		),
		table(
			['Seat', 'Approved by', 'On', 'Until'],
			approval.rows.map(({ seat, by, date, reviewBy }) => [
				seat,
				by,
				longDay(date),
				longDay(reviewBy),
			]),
		),
		approval.missing.length > 0 && `Still to approve: ${approval.missing.join(', ')}.`,
		approval.conditions.length > 0 && 'Conditions of the approval:',
		list(approval.conditions, true),
		`Built by ${owner}, approved by seats of the ${council}: never the same people. An approval names the digest above.`,
	];
}

function startList({ pattern, facts, panel, context }: PatternSource): Markdown {
	const source = sourceOf(pattern, context.catalogue);
	const prompts = facts.prompts.map(({ id }): readonly [string, Inline] => [
		`Prompt ${id}`,
		bare(context.url(`/prompts/${id}.prompt`)),
	]);
	return blocks(
		panel.line && 'Take the starter: code, controls, prompts, tests.',
		panel.line && fenced(panel.line, 'sh'),
		pairs([
			...prompts,
			['Read or correct the source', link(source.file, source.url)],
			['Read first', link('the guides', context.url('/guides/'))],
		]),
	);
}
