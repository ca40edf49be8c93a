/** How the page of a pattern opens: may it be used, why this tier, who decides, where it stands. */
import { dataClass, stage } from '#schemas/vocabularies.ts';
import { states } from '../judge/approval/state.ts';
import type { SiteUrl } from '../model/address.ts';
import { jsonPath } from '../model/api-path.ts';
import { entryPath, twinPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import {
	type Block,
	digest,
	type Group,
	id as identifier,
	link,
	list,
	mark,
	pairs,
	text,
	tierMark,
} from './blocks.ts';
import type { Section, TitleBlock } from './page.ts';
import type { ApprovalView } from './pattern-approval.ts';
import type { Head } from './pattern-head.ts';
import { sourceOf } from './pattern-record.ts';
import type { PatternSource } from './pattern-source.ts';

/** The eight cells of the title block. */
export function titleBlock({ pattern: { data }, facts: { head } }: PatternSource): TitleBlock {
	const { approval, tier } = head;
	const reached = stage.values.indexOf(data.stage) + 1;
	return {
		stamp: {
			state: approval.state,
			words: [`${approval.stamp}. `, link(states[approval.state].duty, '/contribute/states/')],
		},
		cells: [
			{
				label: 'Risk tier',
				words: tierMark(tier.tier),
				sub: link('How it was worked out', '#tier'),
				span: 2,
			},
			{ label: 'Data class', words: dataClass.label(data.exposure.data), sub: head.personal },
			{
				label: 'Owner',
				words: head.owner,
				sub: `Business owner: ${data.businessOwner}`,
				wide: true,
			},
			{
				label: 'Content digest (SHA-256)',
				words: digest(head.digest),
				sub: boundWords(approval),
				span: 4,
				wide: true,
				mono: true,
			},
			{ label: 'Version', words: data.version, sub: link('Change log', '#changes'), span: 2 },
			{
				label: 'Stage',
				words: { kind: 'stage', stage: data.stage },
				sub: `${reached} of ${stage.values.length}, ${head.adoption}`,
			},
			{
				label: 'Review by',
				words: { kind: 'day', date: head.due, text: longDay(head.due) },
				sub: head.cadence,
				wide: true,
			},
		],
	};
}

function boundWords({ bound }: ApprovalView) {
	if (bound === undefined) return 'Of this folder. Not approved yet';
	return bound
		? mark('This page is what was approved', 'ok')
		: mark('This page is not what was approved', 'warn', 'gap');
}

/** What changes what the reader may do. */
export const noticesOf = ({ facts: { head } }: PatternSource): Block[] =>
	head.approval.notices.map(({ tone, fact, text: words, link: more }) => ({
		kind: 'note',
		tone,
		fact,
		words: [words, more && [' ', link(more.title, more.path)]],
	}));

/** Why this tier, who decides, and the approval: folded out under the title block. */
export function tierSection({ facts: { head } }: PatternSource): Section {
	const word = head.tier.label.toLowerCase();
	const conditions = countOf(head.approval.conditions.length, 'condition');
	return {
		id: 'tier',
		title: `Why ${word}, who decides, and the approval`,
		answer: `Tier rule, ${head.rights.length} decision rights, ${conditions}`,
		blocks: [{ kind: 'columns', columns: [why(head), decides(head), approvalOf(head)] }],
	};
}

const why = ({ tier }: Head): Group => ({
	kind: 'group',
	title: `Why ${tier.label.toLowerCase()}`,
	blocks: [
		list(
			tier.reasons.map((reason) => mark(reason, 'mute', 'tick')),
			'reasons',
		),
		...(tier.annexIII
			? [text(`Area of Annex III of the EU AI Act: ${tier.annexIII}.`, 'label')]
			: []),
		...tier.raises.map((raise) => text(raise, 'label')),
		text('A tier can be raised by hand, never lowered.', 'label'),
	],
});

const decides = ({ rights }: Head): Group => ({
	kind: 'group',
	title: 'Who decides',
	blocks: [pairs(rights.map(({ what, team, path }) => [what, path ? link(team, path) : team]))],
});

function approvalOf({ approval, owner, council, digest: sha256 }: Head): Group {
	const { rows, missing, conditions } = approval;
	return {
		kind: 'group',
		title: 'Approval',
		blocks: [
			...(rows.length > 0
				? [
						pairs(
							rows.map(({ seat, by, date, reviewBy }) => [
								seat,
								`${by}, ${longDay(date)}, until ${longDay(reviewBy)}`,
							]),
						),
					]
				: []),
			...(missing.length > 0 ? [text(`Still to approve: ${missing.join(', ')}.`, 'label')] : []),
			...(conditions.length > 0 ? [list(conditions, 'conditions')] : []),
			text(
				`Built by ${owner}, approved by seats of the ${council}: never the same people. An approval names this digest:`,
				'label',
			),
			text(identifier(sha256), 'digest'),
		],
	};
}

/** Eight rows that say where the pattern stands, bad news included. */
export const glanceSection = ({ facts: { glance } }: PatternSource): Section => ({
	id: 'glance',
	title: 'At a glance',
	blocks: [
		pairs(
			glance.map(({ section, title, text: words, mark: state }) => [
				link(title, `#${section}`),
				words,
				state && mark(state.text, state.tone),
			]),
			'ledger',
		),
	],
});

/** What to do with it today. */
export function startSection({ pattern, panel, catalogue }: PatternSource, url: SiteUrl): Section {
	const source = sourceOf(pattern, catalogue);
	const zip = panel.archives.find(({ kind }) => kind === 'prompts-zip');
	return {
		id: 'start',
		title: 'Start today',
		blocks: [
			...(panel.line
				? [
						text('Take the starter: code, controls, prompts, tests', 'label'),
						{ kind: 'command', label: 'Take the starter today', command: panel.line } as const,
					]
				: []),
			text(
				[
					zip && [
						'Only ',
						{ kind: 'link', words: 'the prompts', to: zip.path, download: true },
						', or ',
					],
					link(zip ? 'other ways' : 'What can be taken', '#starter'),
				],
				'label',
			),
			text(
				[
					'Get every fact on this page ',
					link('as Markdown', twinPath(entryPath(pattern))),
					', or as JSON',
				],
				'label',
			),
			{ kind: 'command', label: 'Get the JSON', command: `curl ${url(jsonPath(pattern))}` },
			text('Read or correct the source', 'label'),
			text({ kind: 'link', words: source.file, to: source.url, look: 'file' }, 'file'),
			text(['Read first: ', link('the guides', '/guides/')], 'label'),
		],
	};
}
