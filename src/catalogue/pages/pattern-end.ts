/** The end of the page of a pattern: what those who check it need. Approval, digest, version, owner. */
import { stageNames } from '#schemas/stage-names.ts';
import { stage } from '#schemas/vocabularies.ts';
import { states } from '../judge/approval/state.ts';
import type { SiteUrl } from '../model/address.ts';
import { jsonPath } from '../model/api-path.ts';
import { entryPath, twinPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { digest, type Group, id as identifier, link, list, mark, pairs, text } from './blocks.ts';
import type { Section, TitleBlock } from './page.ts';
import { type ApprovalView, stampWords } from './pattern-approval.ts';
import type { Head } from './pattern-head.ts';
import { sourceOf } from './pattern-record.ts';
import type { PatternSource } from './pattern-source.ts';

/** The stamp and five cells; the opening has said data and tier. */
export function recordBlock({ pattern: { data }, facts: { head } }: PatternSource): TitleBlock {
	const { approval } = head;
	const reached = stage.rank(data.stage) + 1;
	return {
		stamp: {
			state: approval.state,
			words: [`${stampWords(approval)} `, link(states[approval.state].duty, '/contribute/states/')],
		},
		cells: [
			{
				label: 'Owner',
				words: head.owner,
				sub: `Business owner: ${data.businessOwner}`,
				span: 4,
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
			{ label: 'Version', words: data.version, sub: link('Change log', '#changes'), span: 4 },
			{
				label: stageNames.pattern,
				words: { kind: 'stage', stage: data.stage },
				sub: `${reached} of ${stage.values.length}. ${head.adoption}`,
				span: 4,
			},
			{
				label: 'Review by',
				words: { kind: 'day', date: head.due, text: longDay(head.due) },
				sub: head.cadence,
				span: 4,
				wide: true,
			},
		],
	};
}

function boundWords({ bound }: ApprovalView) {
	if (bound === undefined) return 'It changes if one character of this pattern changes';
	return bound
		? mark('This page is what was approved', 'ok')
		: mark('This page is not what was approved', 'warn', 'gap');
}

/** Who signed what and on which conditions, who decides, and where the page is as data. */
export function approvalSection(source: PatternSource, url: SiteUrl): Section {
	const { pattern, facts, catalogue } = source;
	const { head } = facts;
	const { rows, missing } = head.approval;
	const file = sourceOf(pattern, catalogue);
	return {
		id: 'approval',
		title: 'Approval and signatures',
		answer: `${rows.length} of ${countOf(rows.length + missing.length, 'signature')}`,
		blocks: [
			{ kind: 'columns', columns: [signatures(head), decides(head)] },
			text(
				[
					'This page ',
					link('as Markdown', twinPath(entryPath(pattern))),
					', ',
					link('as JSON', jsonPath(pattern)),
					', or its source: ',
					{ kind: 'link', words: file.file, to: file.url, look: 'file' },
				],
				'label',
			),
			{ kind: 'command', label: 'Get the JSON', command: `curl ${url(jsonPath(pattern))}` },
		],
	};
}

function signatures({ approval, owner, council, digest: sha256 }: Head): Group {
	const { rows, missing, conditions } = approval;
	return {
		kind: 'group',
		title: 'Signatures',
		blocks: [
			...(rows.length > 0
				? [
						pairs(
							rows.map(({ seat, by, date, reviewBy }) => [
								seat,
								`${by}, ${longDay(date)}, valid until ${longDay(reviewBy)}`,
							]),
						),
					]
				: []),
			...(missing.length > 0 ? [text(`Still to sign: ${missing.join(', ')}.`, 'label')] : []),
			...(conditions.length > 0 ? [list(conditions, 'conditions')] : []),
			text(
				`${owner} builds it, and seats of the ${council} approve it: never the same people. An approval covers only this digest:`,
				'label',
			),
			text(identifier(sha256), 'digest'),
		],
	};
}

const decides = ({ rights }: Head): Group => ({
	kind: 'group',
	title: 'Who decides',
	blocks: [pairs(rights.map(({ what, team, path }) => [what, path ? link(team, path) : team]))],
});
