/** VERIFY.md: how to check a pack with public tools alone. A test follows it word for word. */
import { councilSeat } from '#schemas/vocabularies.ts';
import { NAMESPACE } from '../../judge/approval/statement.ts';
import { type Pack, packTime } from '../../judge/evidence/pack.ts';
import type { ExportContext } from '../../model/context.ts';
import { packFolder, packPath } from '../../pages/evidence/paths.ts';
import { bare, blocks, fenced, heading, list, md, table } from '../../print/markdown/write.ts';
import { countOf } from '../../words/count.ts';
import type { SignedSubject } from './signed.ts';

export function verifyText(
	pack: Pack,
	subjects: readonly SignedSubject[],
	{ catalogue: now, url }: Pick<ExportContext, 'catalogue' | 'url'>,
): string {
	const { subject } = pack;
	const [first] = subjects;
	const signed = subjects.flatMap(({ statements }) => statements.filter((one) => one.signature));
	const time = packTime(now);
	return `${
		blocks(
			heading(1, `Check this pack: ${subject.data.title}`),
			md`This pack is about ${`${subject.collection}/${subject.id}`} ${subject.data.version}, as of ${time.at}${time.commit ? `, commit ${time.commit}` : ', from files that are not committed'}.`,
			now.organisation.example &&
				'Example data: the organisation is invented, and anyone can sign with its keys. The checks below show how a pack is checked, and nothing more.',
			'You need a shell with sha256sum, grep and ssh-keygen (OpenSSH 8.9 or later). On macOS, write shasum -a 256 instead of sha256sum. On Windows, use Git Bash. Run the commands in this folder.',
			heading(2, '1. Check that no file was changed'),
			fenced('sha256sum --check --quiet SHA256SUMS', 'sh'),
			'You should see no output. Any file that was changed would be listed.',
			'Someone who changes a file can also change SHA256SUMS. So compare the digest of the archive that you downloaded, here in the folder above:',
			fenced(`sha256sum ../${packFolder(subject)}.zip`, 'sh'),
			md`You should see the digest that is on the page of this pack. The archive cannot contain it: ${bare(url(packPath(subject)))}`,
			heading(2, '2. Check the signatures'),
			signed.length === 0
				? 'Nothing in this pack is signed.'
				: `${countOf(signed.length, 'statement is', 'statements are')} signed. This checks every one:`,
			signed.length > 0 && fenced(LOOP, 'sh'),
			signed.length > 0 &&
				`You should see ${countOf(signed.length, 'line')} that ${signed.length === 1 ? 'starts' : 'start'} with 'Good "${NAMESPACE}" signature', and none with NOT VERIFIED.`,
			heading(2, '3. Check that they signed this content'),
			first && contentStep(first),
			...subjects
				.slice(1)
				.filter(({ isList }) => isList)
				.flatMap((one) => [heading(3, one.title), contentStep(one)]),
			'Each digest is worked out from a text in approved/: the entry without the fields that need no approval, such as the owner and the date of the last review.',
			subject === pack.pattern
				? 'The pattern is approved with its controls, connectors and models. Their texts and statements are here too, and the loop above has checked the signatures.'
				: md`The approval of the pattern relies on controls, connectors and models. Their statements are in the pack of the pattern: ${bare(url(packPath(pack.pattern)))}`,
			heading(2, '4. Check the keys with someone else'),
			'The keys come from this pack. The second step has printed the fingerprint of each key, and it must be the one in this table. Ask each signer, or their manager, if the fingerprint is theirs.',
			first &&
				first.statements.length > 0 &&
				table(
					['Seat', 'Member', 'Date', 'Key fingerprint'],
					first.statements.map(({ statement, fingerprint }) => [
						councilSeat.label(statement.seat),
						`${statement.name} <${statement.member}>`,
						statement.date,
						fingerprint ?? 'Not signed',
					]),
				),
			heading(2, 'What is in this folder'),
			list([
				'evidence.html: what is held and what is missing, to read and to print',
				'approvals/: statements with their signatures, by subject, version and seat',
				'approved/: the texts that the digests in the statements are worked out from',
				'files/: the files of the catalogue that this pack cites, at their paths there',
				'control-mapping.csv: controls, what proves them, and framework items',
				'oscal/: the controls, the component definition and the assessment results in OSCAL 1.2',
				'pack.json: the same as evidence.html, for tools',
			]),
		).markdown
	}\n`;
}

const LOOP = `while read -r file who when; do
  ssh-keygen -Y verify -f allowed_signers -I "$who" -n ${NAMESPACE} -O verify-time="$when" -s "$file.sig" < "$file" || echo "NOT VERIFIED: $file"
done < approvals/list.txt`;

function contentStep({ path, digest, name, isList, statements }: SignedSubject) {
	return blocks(
		fenced(`sha256sum ${path}`, 'sh'),
		md`You should see ${digest}.`,
		statements.length > 0 &&
			fenced(`grep -L '"digest":"${digest}"' approvals/${name}/*.json`, 'sh'),
		statements.length > 0 && 'You should see no output: every statement names that digest.',
		isList && 'That file lists every file of the pattern. To check those in this pack:',
		isList &&
			fenced(
				`(cd files/${name} && sha256sum --check --quiet --ignore-missing ../../../${path})`,
				'sh',
			),
		isList && 'You should see no output.',
	);
}
