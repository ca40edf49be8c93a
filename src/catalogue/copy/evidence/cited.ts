/** The files of the catalogue that a pack cites, at their paths there. */
import type { Pack } from '../../judge/evidence/pack.ts';
import { allRecords } from '../../judge/records/kept.ts';
import { incidentsOf } from '../../judge/use/incidents.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { isOf } from '../../model/is-of.ts';
import { keeper } from '../../model/keep.ts';
import { folderAt } from '../../model/noted.ts';
import { type Packed, type PackedFile, packText } from '../zip.ts';

/** The use cases of a pattern cite the same files of it. */
const keepPacked = keeper<Packed>('packed file');

/** Line ends as they are when a digest is worked out. */
const asText = (text: string): string => text.replaceAll('\r\n', '\n');

/** Every file, each once: the subject, its pattern, prompts, records, incidents and the policy. */
export function citedFiles({ subject, pattern }: Pack, catalogue: Catalogue): PackedFile[] {
	const found = new Map<string, string>();
	const add = ({ file, source, beside }: Entry) => {
		found.set(file, asText(source));
		if (beside) found.set(beside.file, asText(beside.source));
	};
	add(subject);
	add(pattern);
	const { entries, assets } = folderAt(`patterns/${pattern.id}`, catalogue);
	// Test cases and starter are part of what was approved of the pattern; a use cites the rest of it.
	const left = new Set<string>(subject === pattern ? ['approvals'] : ['approvals', 'cases']);
	for (const entry of entries) if (!left.has(entry.collection)) add(entry);
	if (subject === pattern)
		for (const { file, text } of assets) if (text !== undefined) found.set(file, asText(text));
	for (const one of new Set([subject, pattern])) {
		const records = allRecords(catalogue).bySubject.get(`${one.collection}/${one.id}`) ?? [];
		for (const { record, file } of records) if (record.on <= catalogue.today) add(file);
	}
	if (isOf('use-cases', subject)) for (const one of incidentsOf(subject, catalogue)) add(one);
	const policy = catalogue.all.policy.get('policy');
	if (policy) add(policy);
	return [...found].map(([file, text]) => ({
		path: `files/${file}`,
		packed: keepPacked(catalogue, file, () => packText(text)),
	}));
}
