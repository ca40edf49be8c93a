/** The pages of every collection: one line for each whose pages or list say more than its fields. */
import type { CollectionName } from '#schemas/index.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { keeper } from '../model/keep.ts';
import { fieldFacets, type ListFacet } from './browse/list-facets.ts';
import { connectorColumns, connectorFacets, connectorPage } from './connector.ts';
import { controlColumns, controlPage } from './control.ts';
import { frameworkColumns, frameworkPage } from './framework.ts';
import { genericPage } from './generic.ts';
import { guideColumns, guidePage } from './guide.ts';
import { incidentColumns, incidentPage } from './incident.ts';
import type { ListColumn } from './list.ts';
import { commonColumns } from './list-columns.ts';
import { metricColumns, metricPage } from './metric.ts';
import { modelColumns, modelFacets, modelPage } from './model.ts';
import { outcomeColumns, outcomePage } from './outcome.ts';
import type { Page } from './page.ts';
import { patternPage } from './pattern.ts';
import { patternColumns, patternFacets } from './pattern-list.ts';
import { promptPage } from './prompt.ts';
import { promptColumns, promptFacets } from './prompt-list.ts';
import { riskColumns, riskPage } from './risk.ts';
import { roleColumns, rolePage } from './role.ts';
import { useCaseColumns, useCasePage } from './use-case/page.ts';

interface Own<Name extends CollectionName> {
	page: (entry: Entry<Name>, context: ExportContext) => Page | Promise<Page>;
	columns?: readonly ListColumn<Name>[];
	/** What its list is narrowed down by first; closed lists among its fields follow. */
	facets?: readonly ListFacet<Name>[];
	/** Whether those are all, because they say the same as its fields. */
	allFacets?: boolean;
}

const own: { [Name in CollectionName]?: Own<Name> } = {
	patterns: { page: patternPage, columns: patternColumns, facets: patternFacets, allFacets: true },
	prompts: { page: promptPage, columns: promptColumns, facets: promptFacets },
	controls: { page: controlPage, columns: controlColumns },
	risks: { page: riskPage, columns: riskColumns },
	metrics: { page: metricPage, columns: metricColumns },
	connectors: { page: connectorPage, columns: connectorColumns, facets: connectorFacets },
	models: { page: modelPage, columns: modelColumns, facets: modelFacets },
	roles: { page: rolePage, columns: roleColumns },
	guides: { page: guidePage, columns: guideColumns },
	frameworks: { page: frameworkPage, columns: frameworkColumns },
	incidents: { page: incidentPage, columns: incidentColumns },
	outcomes: { page: outcomePage, columns: outcomeColumns },
	'use-cases': { page: useCasePage, columns: useCaseColumns },
};

// The table is keyed by collection; the compiler cannot see that what it holds fits this very one.
const ownOf = (name: CollectionName) => own[name] as Own<CollectionName> | undefined;

const keepPage = keeper<Page | Promise<Page>>('page of an entry', { most: 64 });

/**
 * The page of an entry, made once for all that print it one after the other: its own page and those
 * below it, its twin and its JSON.
 */
export const recentPage = (entry: Entry, context: ExportContext): Page | Promise<Page> =>
	keepPage(context.catalogue, `${entry.collection}/${entry.id} ${context.url('/')}`, () =>
		pageOf(entry, context),
	);

/** The page of an entry. */
export function pageOf(entry: Entry, context: ExportContext): Page | Promise<Page> {
	return (ownOf(entry.collection)?.page ?? genericPage)(entry, context);
}

/** The columns of the list of a collection, beside the name of each entry. */
export const listColumns = (name: CollectionName): readonly ListColumn[] =>
	ownOf(name)?.columns ?? commonColumns(name);

/** What the list of a collection is narrowed down by; a name that its own facets have comes once. */
export function listFacets(name: CollectionName): readonly ListFacet[] {
	const { facets: first = [], allFacets = false } = ownOf(name) ?? {};
	if (allFacets) return first;
	const taken = new Set(first.map((facet) => facet.name));
	return [...first, ...fieldFacets(name).filter((facet) => !taken.has(facet.name))];
}
