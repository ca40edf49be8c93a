/** A pattern as an agent reads it: the facts of its head, and the sections that are asked for. */
import type { PatternDocument } from '#schemas/api.ts';
import { type Tier, tier as tiers } from '#schemas/vocabularies.ts';
import { demandWords, NO_REASON } from '../judge/tier.ts';
import { SECTIONS, sectionOfHeading } from '../model/sections.ts';
import { fieldsOfSection } from '../pages/search-sections.ts';
import { sectionText } from '../print/text.ts';

export interface PatternSection {
	id: string;
	title: string;
	/** The typed facts that the section of the page shows. */
	data: Record<string, unknown>;
	/** The prose of the author, as Markdown. */
	prose: string;
	/** All that the section of the page says, as Markdown. */
	text: string;
}

export interface PatternView {
	id: string;
	title: string;
	summary: string;
	version: string;
	page: string;
	digest: string;
	status?: { name: string; label: string; duty: string };
	tier: Tier;
	because: string[];
	requiredControls: { control: string; why: string }[];
	reviewDue: string;
	/** Whether the folder is what the council approved; undefined before an approval. */
	isWhatWasApproved?: boolean;
	/** A project that runs, to be taken instead of written anew. */
	starter?: PatternDocument['starter'];
	sections: PatternSection[];
	/** Sections that were not asked for. */
	more: string[];
}

/** The sections an agent can ask for, in the order of the page. */
export const SECTION_IDS = SECTIONS.map(({ id }) => id);

/** The view of a pattern with these sections; `all` stands for every one. */
export function patternView(document: PatternDocument, asked: readonly string[]): PatternView {
	const { data, computed, state, approval, body } = document;
	const wanted = new Set(asked.includes('all') ? SECTION_IDS : asked);
	const prose = proseSections(body);
	const printed = new Map(
		document.sections.map((section) => [section.id, sectionText(section, 2).markdown]),
	);
	const bound = approval?.isWhatWasApproved ?? undefined;
	return {
		id: document.id,
		title: data.title,
		summary: data.summary,
		version: data.version,
		page: document.page,
		digest: document.digest,
		...(state ? { status: state } : {}),
		tier: computed.tier,
		because: computed.because,
		requiredControls: computed.requiredControls.map((one) => ({
			control: one.control,
			why: demandWords(one),
		})),
		reviewDue: computed.reviewDue,
		...(bound === undefined ? {} : { isWhatWasApproved: bound }),
		...(document.starter && { starter: document.starter }),
		sections: SECTIONS.filter(({ id }) => wanted.has(id)).map(({ id, title }) => ({
			id,
			title,
			data: id === 'used-by' ? citedBy(document) : fieldsOf(data, id),
			prose: prose.get(id) ?? '',
			text: printed.get(id) ?? `## ${title}\n\n${prose.get(id) || 'Nothing recorded yet.'}`,
		})),
		more: SECTION_IDS.filter((id) => !wanted.has(id)),
	};
}

function fieldsOf(data: PatternDocument['data'], section: string): Record<string, unknown> {
	return Object.fromEntries(
		fieldsOfSection(section).flatMap((name) => {
			const value = Object.hasOwn(data, name) ? data[name] : undefined;
			return value === undefined ? [] : [[name, value]];
		}),
	);
}

const citedBy = ({ citedBy: all }: PatternDocument) => ({
	useCases: all.filter(({ collection }) => collection === 'use-cases').map(({ id }) => id),
	patterns: all.filter(({ collection }) => collection === 'patterns').map(({ id }) => id),
});

/**
 * The prose of each section by its id; a `##` inside a code block is none. What comes before the
 * first heading belongs to Fit, as on the page.
 */
export function proseSections(body: string): Map<string, string> {
	const sections = new Map<string, string[]>();
	let home = 'fit';
	let fence: string | undefined;
	for (const line of body.split(/\r?\n/)) {
		const [, mark = '', after = ''] = /^\s{0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
		const heading = fence === undefined ? /^##\s+(.+?)\s*#*$/.exec(line)?.[1] : undefined;
		if (fence === undefined) fence = mark || undefined;
		else if (mark.startsWith(fence) && after.trim() === '') fence = undefined;
		if (heading !== undefined) home = sectionOfHeading(heading)?.id ?? heading;
		else sections.set(home, [...(sections.get(home) ?? []), line]);
	}
	return new Map([...sections].map(([name, lines]) => [name, lines.join('\n').trim()]));
}

/** The view as Markdown: its head, and the sections as the page has them. */
export function patternText(view: PatternView): string {
	const { status, because, requiredControls, more } = view;
	return [
		`# ${view.title} (${view.id}, version ${view.version})`,
		view.summary,
		...(status ? [`Status: ${status.label}. ${status.duty}`] : []),
		`Risk tier: ${tiers.label(view.tier)}. ${because.join(' ') || NO_REASON}`,
		`Review due: ${view.reviewDue}. Page: ${view.page}`,
		`Controls it must have: ${requiredControls.map(({ control }) => control).join(', ')}.`,
		...(view.starter
			? [
					`Starter, with its controls and tests: ${view.starter.command}\nThen, in its folder: ${view.starter.next}. Zip: ${view.starter.zip}. Checksums: ${view.starter.checksums}`,
				]
			: []),
		...view.sections.map(({ text }) => text),
		...(more.length > 0 ? [`Sections not shown: ${more.join(', ')}.`] : []),
	].join('\n\n');
}
