/** The control mapping of a pack: a line for each control and framework item, for spreadsheets. */
import { proofState, relation as relations } from '#schemas/vocabularies.ts';
import type { Pack } from '../../judge/evidence/pack.ts';
import { proofsOf } from '../../judge/records/proof.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type CsvValue, csvOf } from '../../words/csv.ts';

const COLUMNS = [
	'control',
	'title',
	'required',
	'state',
	'record',
	'dated',
	'good_until',
	'recorded_by',
	'framework',
	'edition',
	'item',
	'item_title',
	'relation',
	'note',
];

/** The mapping as CSV. A control without a framework item has a line too. */
export function mappingCsv({ subject }: Pack, catalogue: Catalogue): string {
	const rows = [...proofsOf(subject, catalogue).values()].flatMap((proof): CsvValue[][] => {
		const data = catalogue.controls.get(proof.control)?.data;
		const record = proof.record?.record;
		const own = [
			proof.control,
			data?.title,
			proof.required,
			proofState.label(proof.state),
			record?.id,
			record?.on,
			proof.state === 'waived' ? proof.waivedUntil : proof.goodUntil,
			record?.by,
		];
		const cited = data?.frameworks ?? [];
		if (cited.length === 0) return [[...own, ...Array<undefined>(6).fill(undefined)]];
		return cited.map(({ framework, item, relation, note }) => {
			const entry = catalogue.frameworks.get(framework)?.data;
			const title = entry?.items.find(({ id }) => id === item)?.title;
			return [...own, framework, entry?.edition, item, title, relations.label(relation), note];
		});
	});
	return csvOf(COLUMNS, rows);
}
