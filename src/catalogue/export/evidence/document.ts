/** An evidence pack as a document of the API, and the list of all of them. */

import { API_VERSION, type EvidenceDocument, type PacksDocument } from '#schemas/api.ts';
import { evidenceState } from '#schemas/vocabularies.ts';
import { gapsOf, type Pack, packTime, packView } from '../../judge/evidence/pack.ts';
import { apiPath, documentSchemaPath } from '../../model/api-path.ts';
import type { EvidenceArchive } from '../../model/artefacts.ts';
import type { ExportContext } from '../../model/context.ts';
import { isExample } from '../../model/entry.ts';
import { isComplete, packAnswer } from '../../pages/evidence/items.ts';
import { packsOf } from '../../pages/evidence/list-sheet.ts';
import { packSheet } from '../../pages/evidence/pack-sheet.ts';
import { EVIDENCE, packName, packPath, packZip } from '../../pages/evidence/paths.ts';
import { answersOf } from '../../pages/evidence/questions.ts';
import { sectionsOf } from '../../print/json.ts';

/** @param archive left out in the document that is inside the archive itself */
export function packDocument(
	pack: Pack,
	context: ExportContext,
	archive: EvidenceArchive | undefined,
): EvidenceDocument {
	const { catalogue: now, url } = context;
	const { subject, tier, items, held, standing, broken } = pack;
	const time = packTime(now);
	const sheet = packSheet(pack, now, { inside: archive === undefined });
	return {
		$schema: url(documentSchemaPath('evidence')),
		api: API_VERSION,
		page: url(packPath(subject)),
		subject: {
			collection: subject.collection,
			id: subject.id,
			title: subject.data.title,
			version: subject.data.version,
			digest: standing.digest,
		},
		...(sheet.example && { example: sheet.example }),
		asOf: time.at,
		...(time.commit && { commit: time.commit }),
		tier,
		summary: packAnswer(pack),
		complete: isComplete(pack),
		held,
		required: items.length,
		refused: [...broken],
		items: items.map((one) => ({
			number: one.number,
			item: one.item.item,
			...(one.item.kind && { kind: one.item.kind }),
			from: one.item.from,
			state: one.state,
			label: evidenceState.label(one.state),
			what: one.what,
			...(one.dated && { dated: one.dated }),
			...(one.goodUntil && { goodUntil: one.goodUntil }),
			...(one.by && { by: one.by }),
			records: one.records.map(({ record }) => record.id),
			...(one.toDo && {
				toDo: {
					who: one.toDo.who,
					by: one.toDo.by,
					...(one.toDo.next && { next: one.toDo.next }),
				},
			}),
		})),
		approvals: standing.approvals.map(({ seat, by, date, reviewBy, proof, fingerprint }) => ({
			seat,
			by,
			date,
			reviewBy,
			signed: proof === 'signed',
			...(fingerprint && { fingerprint }),
		})),
		missingSeats: [...standing.missing],
		questions: answersOf(pack, packView(now)).map(({ question, answer, state, item }) => ({
			question,
			answer,
			answered: state === 'answered',
			state,
			...(item && { item: item.number }),
		})),
		...(archive && { archive: { url: url(`/${packZip(subject)}`), ...archive } }),
		// Inside the archive evidence.html says the same.
		sections: archive ? sectionsOf(sheet, undefined, context) : [],
	};
}

/** The list of all packs, a line each. */
export function packsDocument({ catalogue, url }: ExportContext): PacksDocument {
	return {
		$schema: url(documentSchemaPath('packs')),
		api: API_VERSION,
		page: url(EVIDENCE),
		asOf: catalogue.today,
		packs: (['use-cases', 'patterns'] as const).flatMap((of) =>
			packsOf(of, catalogue).map((pack) => lineOf(pack, url)),
		),
	};
}

const lineOf = (pack: Pack, url: ExportContext['url']): PacksDocument['packs'][number] => ({
	collection: pack.subject.collection,
	id: pack.subject.id,
	title: pack.subject.data.title,
	...(isExample(pack.subject) && { example: true as const }),
	tier: pack.tier,
	held: pack.held,
	required: pack.items.length,
	missing: gapsOf(pack).map(({ item }) => item.item),
	page: url(packPath(pack.subject)),
	json: url(apiPath(packName(pack.subject))),
	...(pack.broken.length === 0 && { zip: url(`/${packZip(pack.subject)}`) }),
});
