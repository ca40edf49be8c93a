/** Figures of the catalogue that a guide shows: worked out from what is recorded, never typed. */

import type { Guide } from '#schemas/guide.ts';
import { type GuideFigure, guideFigure } from '#schemas/vocabularies.ts';
import { stateOf } from '../judge/approval/state.ts';
import {
	controlCoverage,
	evidenceCompleteness,
	type Part,
	patternReuse,
} from '../judge/portfolio/figures.ts';
import { outcomesOf } from '../judge/portfolio/outcomes.ts';
import { liveUses, type Use, usesOf } from '../judge/portfolio/uses.ts';
import { nextMeeting } from '../judge/queue/meetings.ts';
import { queueOf, spanOf } from '../judge/queue/queue.ts';
import { trainingGap, trainingOf } from '../judge/records/proof.ts';
import { isOpen } from '../judge/use/incidents.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { isExample } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { longDay } from '../words/day.ts';
import { formatNumber } from '../words/number.ts';
import { type Block, code, EXAMPLE, link, quiet, table, text, type Words } from './blocks.ts';

/** What a figure says today, and the page that holds what it counts. */
interface Figure {
	today: Words;
	page: Words;
	/** Whether what it counts holds invented data. */
	example: boolean;
}

/** Teams that must use a pattern before it counts as one that scales (brief §1). */
const TEAMS = 5;

const portfolio = link('Portfolio', '/portfolio/');
const isInvented = (uses: readonly Use[]) => uses.some(({ entry }) => isExample(entry));

const partOf = ({ done, of }: Part, none: string): Words =>
	of === 0 ? quiet(none) : `${formatNumber(done)} of ${formatNumber(of)}`;

/** So many of the live uses; says so where nothing is live. */
function ofLive(catalogue: Catalogue, test: (use: Use) => boolean): Figure {
	const live = liveUses(catalogue);
	const part = { done: live.filter(test).length, of: live.length };
	return { today: partOf(part, 'Nothing is live yet'), page: portfolio, example: isInvented(live) };
}

function overLive(catalogue: Catalogue, count: (uses: readonly Use[]) => Part): Figure {
	const live = liveUses(catalogue);
	return {
		today: partOf(count(live), 'Nothing is live yet'),
		page: portfolio,
		example: isInvented(live),
	};
}

function reused(catalogue: Catalogue, test: (uses: readonly Use[]) => boolean): Figure {
	const uses = usesOf(catalogue);
	const many = patternReuse(uses, catalogue).filter((one) => test(one.uses));
	return {
		today: countOf(many.length, 'pattern'),
		page: link('Patterns', '/patterns/'),
		example: isInvented(many.flatMap((one) => one.uses)),
	};
}

const figures = {
	'outcomes-set': ({ outcomes }) => {
		const all = [...outcomes.values()];
		const categories = new Set(all.map(({ data }) => data.category)).size;
		return {
			today:
				all.length === 0
					? quiet('None yet')
					: `${formatNumber(all.length)}, in ${countOf(categories, 'category', 'categories')}`,
			page: link('Outcomes', '/outcomes/'),
			example: all.some(isExample),
		};
	},
	'patterns-approved': (catalogue) => {
		const all = [...catalogue.patterns.values()];
		const approved = all.filter((entry) => stateOf(entry, catalogue) === 'approved');
		return {
			today: partOf({ done: approved.length, of: all.length }, 'No patterns yet'),
			page: link('Patterns', '/patterns/'),
			example: catalogue.organisation.example === true && approved.length > 0,
		};
	},
	'uses-live': (catalogue) => {
		const all = usesOf(catalogue);
		return {
			today: partOf({ done: liveUses(catalogue).length, of: all.length }, 'No use cases yet'),
			page: portfolio,
			example: isInvented(all),
		};
	},
	'roles-described': ({ roles }) => ({
		today: roles.size === 0 ? quiet('None yet') : formatNumber(roles.size),
		page: link('Roles', '/roles/'),
		example: false,
	}),
	'signals-set': ({ policy }) => ({
		today: formatNumber(policy.telemetry.signals.length),
		page: code('content/policy.yaml'),
		example: false,
	}),
	'seats-filled': ({ organisation }) => {
		const { seats } = organisation.council;
		const filled = seats.filter(({ members }) => members.length > 0);
		return {
			today: partOf({ done: filled.length, of: seats.length }, 'No seats yet'),
			page: link('Review queue', '/queue/'),
			example: organisation.example === true,
		};
	},
	'meeting-planned': (catalogue) => {
		const meeting = nextMeeting(catalogue);
		return {
			today: meeting ? longDay(meeting.day) : quiet('None planned'),
			page: link('Agenda', '/queue/agenda/'),
			example: catalogue.organisation.example === true,
		};
	},
	'patterns-reused': (catalogue) => reused(catalogue, (uses) => uses.length >= 2),
	'uses-on-target': (catalogue) => ofLive(catalogue, ({ verdict }) => verdict === 'on-target'),
	'controls-proven': (catalogue) => overLive(catalogue, controlCoverage),
	'uses-trained': (catalogue) => ofLive(catalogue, (use) => isTrained(use, catalogue)),
	'incidents-closed': ({ incidents, today }) => {
		const all = [...incidents.values()];
		const closed = all.filter(({ data }) => !isOpen(data, today));
		return {
			today: partOf({ done: closed.length, of: all.length }, 'No incidents recorded'),
			page: link('Incidents', '/incidents/'),
			example: all.some(isExample),
		};
	},
	'patterns-scaled': (catalogue) =>
		reused(catalogue, (uses) => new Set(uses.map(({ entry }) => entry.data.owner)).size >= TEAMS),
	'outcomes-on-target': (catalogue) => {
		const all = outcomesOf(catalogue);
		const met = all.filter(({ verdict }) => verdict === 'on-target');
		return {
			today: partOf({ done: met.length, of: all.length }, 'No outcomes yet'),
			page: link('Outcomes', '/outcomes/'),
			example: all.some(({ entry }) => isExample(entry)),
		};
	},
	'evidence-held': (catalogue) =>
		overLive(catalogue, (uses) => evidenceCompleteness(uses, catalogue)),
	'items-overdue': (catalogue) => {
		const late = queueOf(catalogue).filter((item) => spanOf(item, catalogue) === 'overdue');
		return {
			today: formatNumber(late.length),
			page: link('Review queue', '/queue/'),
			example: late.some(({ entry }) => entry !== undefined && isExample(entry)),
		};
	},
} satisfies Record<GuideFigure, (catalogue: Catalogue) => Figure>;

/** Whether everyone whose work it changes has been trained on every topic. */
function isTrained({ entry, pattern }: Use, catalogue: Catalogue): boolean {
	const roles = pattern?.data.people ?? [];
	return roles.every(({ role }) => {
		const training = trainingOf(entry, role, catalogue);
		if (!training) return false;
		const { topics, people } = trainingGap(training.record, catalogue);
		return topics.length === 0 && people === 0;
	});
}

/** The figures that a guide shows under a heading. */
export function figureBlocks({ figures: tables }: Guide, under: string, catalogue: Catalogue) {
	return tables
		.filter((one) => one.under === under)
		.map(({ show }): Block => {
			const rows = show.map((id) => {
				const { today, page, example } = figures[id](catalogue);
				return [guideFigure.label(id), [today, example && [' ', EXAMPLE]], page];
			});
			return table(
				`${under}: what the catalogue shows today`,
				['What you need', `On ${longDay(catalogue.today)}`, 'Where'],
				rows,
			);
		});
}

/** The template of a guide as a text to copy, and a link to an issue that holds it already. */
export function templateBlocks(
	{ template }: Guide,
	under: string,
	issue: (title: string, text: string) => string,
): Block[] {
	if (!template || template.under !== under) return [];
	const { title, parts } = template;
	const whole = parts.map(({ head, hint }) => `## ${head}\n\n${hint}\n`).join('\n');
	return [
		text([
			{
				kind: 'link',
				words: 'Open an issue with this template',
				to: issue(title, whole),
				look: 'button',
			},
		]),
		{ kind: 'code', label: 'Template', language: 'markdown', text: whole },
	];
}
