/** The page of a guide: its answer first, then the prose with its figures and its template. */
import { guideReader } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { newIssue } from '../model/repository.ts';
import { countOf } from '../words/count.ts';
import { text } from './blocks.ts';
import type { EntryLink } from './citing.ts';
import { mappingSection, proseSections } from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import { figureBlocks, templateBlocks } from './guide-figures.ts';
import { guideNeighbours } from './guide-neighbours.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status } from './list-columns.ts';
import type { Page } from './page.ts';
import type { EntryFacts } from './title-facts.ts';

const WORDS_A_MINUTE = 200;

/** Everything the page of a guide says. */
export function guidePage(entry: Entry<'guides'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const { repository } = catalogue.organisation;
	const issue = (title: string, text: string) => newIssue(repository, { title, text });
	const prose = proseSections(entry).map((section) => ({
		...section,
		blocks: [
			...section.blocks,
			...figureBlocks(data, section.title, catalogue),
			...templateBlocks(data, section.title, issue),
		],
	}));
	const { previous, next } = guideNeighbours(entry, catalogue);
	return entryPage(entry, catalogue, {
		facts: factsOf(entry, prose.filter(({ title }) => title).length),
		shown: [],
		sections: [
			{ id: '', title: '', blocks: [text(data.answer, 'lead')] },
			...prose,
			mappingSection(entry, data.frameworks, catalogue),
		],
		contents: true,
		neighbours: {
			label: 'Guides for the same reader',
			...(previous && { before: linkTo('Previous', previous) }),
			...(next && { after: linkTo('Next', next) }),
		},
	});
}

const linkTo = (name: string, { title, path }: EntryLink) => ({
	words: `${name}: ${title}`,
	to: path,
});

function factsOf({ data, body }: Entry<'guides'>, sections: number): EntryFacts {
	const minutes = Math.max(1, Math.round(body.split(/\s+/).length / WORDS_A_MINUTE));
	return [
		{
			label: labelAt('guides', 'reader'),
			text: guideReader.label(data.reader),
			sub: guideReader.terms[data.reader].meaning.replace(/\.$/, ''),
		},
		{
			label: labelAt('guides', 'order'),
			text: `Number ${data.order}`,
			sub: 'Of the guides for this reader',
		},
		{
			label: 'Length',
			text: countOf(sections, 'section', 'sections'),
			sub: `About ${countOf(minutes, 'minute', 'minutes')} to read`,
		},
	];
}

/** What its list compares. */
export const guideColumns: readonly ListColumn<'guides'>[] = [
	status,
	{ label: 'What you take away', fact: ({ data }) => words(data.answer) },
];
