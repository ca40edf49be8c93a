/** The page of a guide: its answer first, then the prose, with the guides before and after it. */
import { guideGroup } from '#schemas/vocabularies.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { labelAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { text } from './blocks.ts';
import type { EntryLink } from './citing.ts';
import { mappingSection, proseSections } from './common-sections.ts';
import { entryPage } from './entry-page.ts';
import { words } from './fact.ts';
import { guideNeighbours } from './guide-neighbours.ts';
import type { ListColumn } from './list.ts';
import { statusColumn as status } from './list-columns.ts';
import type { Page } from './page.ts';
import type { EntryFacts } from './title-facts.ts';

const WORDS_A_MINUTE = 200;

/** Everything the page of a guide says. */
export function guidePage(entry: Entry<'guides'>, { catalogue }: ExportContext): Page {
	const { data } = entry;
	const prose = proseSections(entry);
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
			label: 'Guides in this group',
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
			label: labelAt('guides', 'group'),
			text: guideGroup.label(data.group),
			sub: guideGroup.terms[data.group].meaning.replace(/\.$/, ''),
		},
		{ label: labelAt('guides', 'order'), text: String(data.order), sub: 'In its group' },
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
