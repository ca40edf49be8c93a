/** An evidence pack as one archive: everything that it cites, and how to check it. */

import { packDocument } from '../../export/evidence/document.ts';
import { mappingCsv } from '../../export/evidence/mapping.ts';
import { controlIds, oscalCatalog, oscalDocuments } from '../../export/evidence/oscal.ts';
import { type Pack, packOf, packView } from '../../judge/evidence/pack.ts';
import type { Subject } from '../../judge/records/kept.ts';
import type { EvidenceArchive } from '../../model/artefacts.ts';
import type { ExportContext } from '../../model/context.ts';
import { digestOfBytes } from '../../model/digest.ts';
import { compare } from '../../model/finding.ts';
import { keeper } from '../../model/keep.ts';
import { packSheet } from '../../pages/evidence/pack-sheet.ts';
import { packFolder, packPath } from '../../pages/evidence/paths.ts';
import { sheetHtml } from '../../print/html/page.ts';
import { type Packed, type PackedFile, packText, zipPacked } from '../zip.ts';
import { citedFiles } from './cited.ts';
import { allowedSigners, signatureList, signedSubjects } from './signed.ts';
import { verifyText } from './verify.ts';

/** The pack as a reader gets it. */
export interface MadePack extends EvidenceArchive {
	bytes: Uint8Array;
	/** The one file to read. */
	html: string;
}

const file = (path: string, text: string): PackedFile => ({ path, packed: packText(text) });

const keepShared = keeper<Packed>('shared file of packs');

/** A file that several packs have, made once for all with the same key. */
const shared = (
	path: string,
	key: string,
	{ catalogue, url }: ExportContext,
	text: () => string,
): PackedFile => ({
	path,
	packed: keepShared(catalogue, `${path} ${url('/')} ${key}`, () => packText(text())),
});

/** JSON for tools: indentation would double it. */
const compact = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Every file of a pack in order of path, and at the end the checksums of all others. */
function packFiles(pack: Pack, html: string, context: ExportContext): PackedFile[] {
	const now = context.catalogue;
	const catalogue = packView(now);
	const subjects = signedSubjects(pack, catalogue);
	const ids = controlIds(pack, catalogue);
	const oscal = oscalDocuments({ pack, now, catalogue, url: context.url });
	const files = [
		file('evidence.html', html),
		file('pack.json', compact(packDocument(pack, context, undefined))),
		file('control-mapping.csv', mappingCsv(pack, catalogue)),
		...Object.entries(oscal).map(([name, document]) => file(`oscal/${name}`, compact(document))),
		file('VERIFY.md', verifyText(pack, subjects, context)),
		shared('allowed_signers', '', context, () => allowedSigners(catalogue)),
		shared('oscal/catalog.json', ids.join(' '), context, () =>
			compact(oscalCatalog(ids, { now, catalogue, url: context.url })),
		),
		file('approvals/list.txt', signatureList(subjects)),
		...subjects.flatMap((one) => one.files),
		...citedFiles(pack, catalogue),
	].sort((a, b) => compare(a.path, b.path));
	const sums = files.map(({ path, packed }) => `${packed.digest}  ${path}\n`).join('');
	return [...files, file('SHA256SUMS', sums)];
}

/** What is kept of an archive. Its bytes go to the first who takes them: there can be thousands. */
interface KeptPack {
	facts: EvidenceArchive;
	html: string;
	bytes: Uint8Array | undefined;
}

const keepPack = keeper<KeptPack | undefined>('evidence archive');

const kept = (subject: Subject, context: ExportContext): KeptPack | undefined =>
	keepPack(context.catalogue, `${packPath(subject)} ${context.url('/')}`, () =>
		make(subject, context),
	);

/** Size and digest of the archive of a subject; undefined where it is refused. */
export const evidenceOf = async (
	subject: Subject,
	context: ExportContext,
): Promise<EvidenceArchive | undefined> => kept(subject, context)?.facts;

/** The archive with its bytes. */
export function madePack(subject: Subject, context: ExportContext): MadePack | undefined {
	const found = kept(subject, context);
	if (!found) return undefined;
	const { facts, html } = found;
	const bytes = found.bytes ?? make(subject, context)?.bytes;
	found.bytes = undefined;
	return bytes && { ...facts, html, bytes };
}

function make(subject: Subject, context: ExportContext): KeptPack | undefined {
	const pack = packOf(subject, packView(context.catalogue));
	if (!pack || pack.broken.length > 0) return undefined;
	const sheet = packSheet(pack, context.catalogue, { inside: true });
	const html = sheetHtml(sheet, { ...context, path: packPath(subject) });
	const files = packFiles(pack, html, context);
	const bytes = zipPacked(packFolder(subject), files);
	const facts = { size: bytes.length, digest: digestOfBytes(bytes), files: files.length };
	return { facts, html, bytes };
}
