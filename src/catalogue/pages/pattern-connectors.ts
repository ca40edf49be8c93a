/** The connectors of a pattern: each once, with its accesses, its nodes and whether the data fits. */

import type { Connector } from '#schemas/connector.ts';
import type { Pattern } from '#schemas/pattern.ts';
import { access, authModel, ceiling, dataClass, systemClass } from '#schemas/vocabularies.ts';
import { stricterData, takes } from '../judge/data-class.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { entryPath } from '../model/entry.ts';
import { countOf } from '../words/count.ts';
import { shortDay } from '../words/day.ts';
import { capital, listOf } from '../words/phrase.ts';
import { type Place, placeOf } from './pattern-places.ts';

export interface ConnectorRow {
	id: string;
	title: string;
	path: string;
	system: string;
	places: Place[];
	/** How the pattern signs in: the usual way of the connector, or its own. */
	auth: string;
	/** The usual way where another is used, and the day a key ends. */
	authNote: string | undefined;
	how: string;
	uses: { access: string; fields: string | undefined; why: string }[];
	ceiling: string;
	/** Highest class that passes here, and whether the ceiling allows it. */
	carries: string;
	fits: boolean;
	/** What it writes beyond what every connector here writes. */
	log: string[];
}

/** Uses merged by connector, in the order of first use. */
export function connectorsOf(pattern: Entry<'patterns'>, catalogue: Catalogue): ConnectorRow[] {
	const { data } = pattern;
	const { connectors } = catalogue;
	const ids = [...new Set(data.connectors.map(({ connector }) => connector))];
	const common = commonLog(pattern, catalogue);
	return ids.flatMap((id) => {
		const connector = connectors.get(id);
		if (!connector) return [];
		const uses = data.connectors.filter((use) => use.connector === id);
		const highest = uses.map((use) => use.data).reduce(stricterData);
		return {
			id,
			title: connector.data.title,
			path: entryPath(connector),
			system: systemClass.label(connector.data.systemClass),
			places: data.architecture.nodes.filter((node) => node.connector === id).map(placeOf),
			...authOf(uses, connector.data),
			how: connector.data.auth.how,
			uses: uses.map((use) => ({
				access: access.label(use.access),
				fields: use.fields?.join(', '),
				why: use.why,
			})),
			ceiling: ceiling.label(connector.data.ceiling),
			carries: dataClass.label(highest),
			fits: takes(connector.data.ceiling, highest),
			log: connector.data.logFields.filter((field) => !common.includes(field)),
		};
	});
}

function authOf(
	uses: Pattern['connectors'],
	{ auth: { model: usual } }: Connector,
): Pick<ConnectorRow, 'auth' | 'authNote'> {
	const models = [...new Set(uses.map(({ auth }) => auth ?? usual))];
	const ends = uses.flatMap(({ expires }) => (expires ? [shortDay(expires)] : []));
	const notes = [
		...(models.some((model) => model !== usual) ? [`Usual here: ${authModel.label(usual)}`] : []),
		...(ends.length > 0 ? [`Key ends ${listOf([...new Set(ends)])}`] : []),
	];
	return { auth: models.map(authModel.label).join(', '), authNote: notes.join('. ') || undefined };
}

/** What every connector of the pattern writes to the log; said once when there are several. */
export function commonLog({ data }: Entry<'patterns'>, { connectors }: Catalogue): string[] {
	const ids = [...new Set(data.connectors.map(({ connector }) => connector))];
	const [first = [], ...others] = ids.flatMap((id) => {
		const fields = connectors.get(id)?.data.logFields;
		return fields ? [fields] : [];
	});
	if (others.length === 0) return [];
	return first.filter((field) => others.every((fields) => fields.includes(field)));
}

/** The answer of section 3: how many, and what does not fit; the table has the ceilings. */
export function connectorsAnswer(rows: readonly ConnectorRow[]): string {
	const over = rows.filter((row) => !row.fits).map(({ title }) => title);
	const count = capital(countOf(rows.length, 'connector'));
	const verdict =
		over.length === 0
			? 'Every connector is cleared for the data this pattern uses.'
			: `${listOf(over)} ${over.length === 1 ? 'is' : 'are'} not cleared for the data this pattern uses.`;
	return `${count}. ${verdict}`;
}
