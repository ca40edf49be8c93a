/** An evidence pack as a page, and as the one file that an auditor reads: the same words. */
import { type AnswerState, answerState, councilSeat, proofState } from '#schemas/vocabularies.ts';
import { approvalsAbout } from '../../judge/approval/given.ts';
import { nameOf } from '../../judge/approval/subject.ts';
import { modelHistory, promptHistory } from '../../judge/evidence/history.ts';
import { type Pack, packOf, packTime, packView, toDoFor } from '../../judge/evidence/pack.ts';
import type { ControlProof } from '../../judge/records/proof.ts';
import { proofsOf } from '../../judge/records/proof.ts';
import { reviewDue } from '../../judge/tier.ts';
import type { EvidenceArchive } from '../../model/artefacts.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { entryPath, titleOf } from '../../model/entry.ts';
import { teamOf } from '../../model/team.ts';
import { countOf } from '../../words/count.ts';
import { longDay, momentWords, shortDay } from '../../words/day.ts';
import { inside, listOf } from '../../words/phrase.ts';
import { sizeWords } from '../../words/size.ts';
import {
	type Block,
	code,
	digest,
	id,
	link,
	list,
	mark,
	quiet,
	type Sign,
	sub,
	type Tone,
	table,
	text,
	tierMark,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import { exampleOf } from '../example.ts';
import type { Cell, Section, Sheet } from '../page.ts';
import { liveWords } from '../portfolio/four.ts';
import { PROOF_COLUMNS, proofMark } from '../verdicts.ts';
import { failingSection } from './failing.ts';
import { isComplete, itemsSection, missingSection, packAnswer, toDoWords } from './items.ts';
import { measuredSection } from './measured.ts';
import { packPath } from './paths.ts';
import { placesSection } from './places.ts';
import { answersOf, answersWords } from './questions.ts';
import { termsSection } from './terms.ts';

export interface PackPlace {
	/** The archive, for the page beside it; the digest of a pack is not in the pack. */
	archive?: EvidenceArchive | undefined;
	/** Whether the page is inside the archive. */
	inside?: boolean;
}

/** Everything that the page of a pack says. */
export function packSheet(
	pack: Pack,
	now: Catalogue,
	{ archive, inside: isInside }: PackPlace = {},
): Sheet {
	const catalogue = packView(now);
	const { subject } = pack;
	const time = packTime(now);
	return {
		path: packPath(subject),
		title: `Evidence pack: ${titleOf(subject)}`,
		summary: [packAnswer(pack), signatureWords(pack), lateWords(pack, now)]
			.filter(Boolean)
			.join(' '),
		aliases: [],
		block: {
			stamp: {
				says: 'Result',
				label: isComplete(pack) ? 'Complete' : 'Not complete',
				tone: isComplete(pack) ? 'ok' : 'warn',
				sign: isComplete(pack) ? 'tick' : 'gap',
				words: `${pack.held} of ${countOf(pack.items.length, 'item')} required at ${pack.tier} tier`,
			},
			cells: cellsOf(pack, now, archive),
		},
		notices: [...refused(pack), ...(isInside ? [] : lapsedSince(pack, now))],
		opening: [],
		sections: [
			missingSection(pack),
			itemsSection(pack, isInside === true),
			approvalSection(pack),
			questionsSection(pack, catalogue),
			placesSection(pack, catalogue),
			termsSection(pack, catalogue),
			measuredSection(pack, catalogue),
			failingSection(pack, catalogue),
			controlsSection(pack, catalogue),
			historySection(pack, catalogue),
			checkSection(isInside === true),
			notShown,
		],
		side: [],
		asOf: { words: longDay(time.day), files: [] },
		printLine: `Evidence pack of ${subject.collection}/${subject.id} ${subject.data.version}, as of ${time.day}`,
		...exampleOf([subject, ...approvalsAbout(nameOf(subject), now), ...recordFiles(pack)], now),
	};
}

const recordFiles = ({ items }: Pack) =>
	items.flatMap(({ records }) => records.map(({ file }) => file));

/** How many signatures there are, and that they verify. */
function signatureWords({ standing, broken }: Pack): string {
	if (broken.length > 0)
		return `${countOf(broken.length, 'signature does', 'signatures do')} not verify.`;
	const signed = standing.approvals.filter(({ proof }) => proof === 'signed').length;
	return signed === 0
		? 'Nobody has signed this content.'
		: `${signed} of ${countOf(standing.seats.length, 'seat')} signed it, and ${signed === 1 ? 'the signature verifies' : 'all signatures verify'}.`;
}

const refused = ({ broken }: Pack): Block[] =>
	broken.length === 0
		? []
		: [
				{
					kind: 'note',
					tone: 'bad',
					fact: 'This pack is refused.',
					words: `A signature does not verify: ${listOf(broken)}. Restore the file from git, or sign again.`,
				},
			];

/** What has lapsed between the commit of the pack and today. */
function lapsedSince(pack: Pack, now: Catalogue): Block[] {
	const today = packOf(pack.subject, now);
	const lapsed = (today?.items ?? []).filter(
		({ state }, at) => state === 'lapsed' && pack.items[at]?.state === 'held',
	);
	if (lapsed.length === 0) return [];
	return [
		{
			kind: 'note',
			tone: 'warn',
			fact: `${countOf(lapsed.length, 'item has', 'items have')} lapsed since this pack was made.`,
			words: `Record again: ${listOf(lapsed.map(({ item }) => inside(item.item)))}.`,
		},
	];
}

function cellsOf(pack: Pack, now: Catalogue, archive: EvidenceArchive | undefined): Cell[] {
	const { subject, pattern, tier, standing } = pack;
	const { data } = subject;
	const isUse = subject.collection === 'use-cases';
	const time = packTime(now);
	const approved = standing.approvals.length > 0;
	return [
		{ label: 'Tier', words: tierMark(tier), sub: 'Worked out by the policy', span: 2 },
		isUse
			? {
					label: 'Pattern',
					words: link(`${pattern.data.title} ${subject.data.builtOn.version}`, entryPath(pattern)),
					sub: digest(subject.data.builtOn.digest),
				}
			: { label: 'Version', words: data.version, sub: `Reviewed ${longDay(data.reviewed)}` },
		{
			label: isUse ? 'Business owner' : 'Owner',
			words: isUse ? subject.data.businessOwner : teamOf(data.owner, now).name,
			...(isUse && { sub: `Run by ${teamOf(data.owner, now).name}` }),
			wide: true,
		},
		{
			label: `Digest of the ${approved ? 'approved' : 'proposed'} content (SHA-256)`,
			words: digest(standing.digest),
			sub: [
				'Also on ',
				link(`the page of the ${isUse ? 'use case' : 'pattern'}`, entryPath(subject)),
			],
			span: 4,
			wide: true,
			mono: true,
		},
		{
			label: 'State',
			words: isUse ? liveWords(subject) : approved ? 'Approved content' : 'Not approved yet',
			sub: reviewWords(pack, now),
			span: 2,
		},
		{
			label: 'As of',
			words: time.commit ? `${momentWords(time.at)} UTC` : longDay(time.day),
			sub: time.commit
				? ['Commit ', id(time.commit.slice(0, 12))]
				: 'From files that are not committed',
		},
		archive
			? {
					label: 'Digest of this pack (SHA-256)',
					words: digest(archive.digest),
					sub: `${countOf(archive.files, 'file')}, ${sizeWords(archive.size)}`,
					wide: true,
					mono: true,
				}
			: {
					label: 'Subject',
					words: id(`${subject.collection}/${subject.id}`),
					sub: `Version ${data.version}`,
					wide: true,
				},
	];
}

/** The day by which the team must review the subject in full. */
const dueOf = ({ subject, tier }: Pack, { policy }: Catalogue): string =>
	reviewDue(subject.data.reviewed, tier, policy);

const isLate = (pack: Pack, now: Catalogue): boolean => dueOf(pack, now) < packTime(now).day;

/** A pack can hold every item while the review of its subject is late. */
const lateWords = (pack: Pack, now: Catalogue): string | undefined =>
	isLate(pack, now) ? `Its full review was due on ${longDay(dueOf(pack, now))}.` : undefined;

function reviewWords(pack: Pack, now: Catalogue): Words {
	const due = shortDay(dueOf(pack, now));
	return isLate(pack, now) ? mark(`Review was due on ${due}`, 'bad', 'clock') : `Review by ${due}`;
}

function approvalSection({ standing, broken }: Pack): Section {
	const { approvals, seats, missing, expired } = standing;
	const given = seats.length - missing.length;
	const all = [...new Set([...seats, ...approvals.map(({ seat }) => seat)])];
	return {
		id: 'approved',
		title: 'Who approved it',
		answer:
			broken.length > 0
				? 'A signature does not verify.'
				: missing.length === 0
					? expired.length === 0
						? `All ${countOf(seats.length, 'seat')} that the policy requires have approved the same content.`
						: `The approval of ${countOf(expired.length, 'seat')} is over. Review it again.`
					: `Approvals of this content: ${given} of ${seats.length}.`,
		blocks: [
			table(
				'Approvals of this content',
				[
					'Seat',
					'Member',
					{ label: 'Signed', whole: true },
					{ label: 'Review by', whole: true },
					'Key fingerprint',
					{ label: 'Signature', state: true },
				],
				all.map((seat) => {
					const one = approvals.find((approval) => approval.seat === seat);
					return [
						councilSeat.label(seat),
						one ? one.by : quiet('A member of this seat has to sign'),
						one ? shortDay(one.date) : '–',
						one ? shortDay(one.reviewBy) : '–',
						one?.fingerprint ? id(one.fingerprint) : '–',
						one
							? one.proof === 'signed'
								? mark('Verified', 'ok', 'tick')
								: mark('Not signed', 'mute', 'open')
							: mark('Missing', 'bad', 'gap'),
					];
				}),
			),
			...(standing.conditions.length > 0
				? [
						list(
							standing.conditions.map(({ seat, text: words, due }) => [
								`Condition of ${inside(councilSeat.label(seat))}: ${words}`,
								due !== undefined && ` Due ${longDay(due)}.`,
							]),
						),
					]
				: []),
		],
	};
}

const ANSWERS: Record<AnswerState, readonly [Tone, Sign]> = {
	answered: ['ok', 'tick'],
	partly: ['warn', 'half'],
	missing: ['bad', 'gap'],
};

function questionsSection(pack: Pack, catalogue: Catalogue): Section {
	const all = answersOf(pack, catalogue);
	return {
		id: 'questions',
		title: 'Ten questions that auditors ask',
		answer: answersWords(all),
		blocks: [
			table(
				'Ten questions, and what this pack answers',
				['Question', { label: 'State', state: true }, 'Answer', { label: 'Item', whole: true }],
				all.map(({ question, answer, item, state }) => [
					question,
					mark(answerState.label(state), ...ANSWERS[state]),
					answer,
					item ? link(`Item ${item.number}`, `#item-${item.number}`) : '–',
				]),
			),
		],
	};
}

function controlsSection(pack: Pack, catalogue: Catalogue): Section {
	const { subject } = pack;
	const all = [...proofsOf(subject, catalogue).values()];
	const required = all.filter((one) => one.required);
	const proven = required.filter(({ state }) => state === 'proven').length;
	const order = proofState.values;
	return {
		id: 'controls',
		title: 'Controls and what proves them',
		answer: `${proven} of ${countOf(required.length, 'required control')} ${proven === 1 ? 'is' : 'are'} proven. Those that are not proven come first.`,
		blocks: [
			table(
				'Controls, with what proves each',
				PROOF_COLUMNS,
				all
					.sort(
						(a, b) =>
							Number(a.state === 'proven') - Number(b.state === 'proven') ||
							order.indexOf(a.state) - order.indexOf(b.state),
					)
					.map((one) => controlRow(one, pack, catalogue)),
				{ look: 'use-controls', tight: true },
			),
		],
	};
}

function controlRow(
	{ control, state, required, record, goodUntil, waivedUntil }: ControlProof,
	{ subject, tier }: Pack,
	catalogue: Catalogue,
): Words[] {
	const isOpen = required && state !== 'proven' && state !== 'waived';
	const toDo = isOpen && sub(`To do: ${toDoWords(toDoFor({ control }, subject, tier, catalogue))}`);
	const { title, path } = linkById('controls', control, catalogue);
	const end = state === 'waived' ? waivedUntil : goodUntil;
	return [
		[link(title, path), !required && sub('Not required at this tier')],
		proofMark(state),
		record
			? [
					'what' in record.record && record.record.kind === 'evidence'
						? record.record.what
						: record.record.source,
					sub(['Record ', id(record.record.id)]),
					toDo,
				]
			: [quiet(state === 'waived' ? 'A waiver' : 'Nothing yet'), toDo],
		record ? shortDay(record.record.on) : '–',
		end ? shortDay(end) : '–',
		record?.record.by ?? '–',
	];
}

function historySection({ subject }: Pack, catalogue: Catalogue): Section {
	const models = modelHistory(subject, catalogue).map((one) => ({ ...one, kind: 'Model' }));
	const prompts = promptHistory(subject, catalogue).map((one) => ({ ...one, kind: 'Prompt' }));
	return {
		id: 'versions',
		title: 'Versions of model and prompts',
		answer: 'Every version that a run on record names, with the date when it was first seen.',
		blocks: [
			table(
				'Versions of model and prompts',
				[
					'What',
					'Version',
					{ label: 'First seen', whole: true },
					{ label: 'Today', whole: true },
					'SHA-256',
				],
				[...models, ...prompts].map(({ kind, id: name, version, since, current, digest: sha }) => [
					[`${kind} `, id(name)],
					version,
					since ? shortDay(since) : quiet('Not run yet'),
					current ? 'In use' : 'Replaced',
					sha ? digest(sha) : '–',
				]),
			),
		],
	};
}

const checkSection = (isInside: boolean): Section => ({
	id: 'check',
	title: 'Check it yourself',
	answer: 'You do not have to trust this page. You need no account, and only public tools.',
	blocks: [
		...(isInside ? [] : [text('Download the archive and unpack it. Then, in its folder:')]),
		list(
			[
				[
					'Check that no file was changed: ',
					code('sha256sum --check SHA256SUMS'),
					'. Every line must end in "OK".',
				],
				[
					'Check each signature with ',
					code('ssh-keygen -Y verify'),
					'. VERIFY.md has the command that checks all of them.',
				],
				[
					'Check that they signed this content: the SHA-256 of the file in ',
					code('approved/'),
					' is the digest in each statement.',
				],
				'Check the keys with someone else. They come from this pack, so ask each signer if the fingerprint is theirs.',
			],
			'steps',
		),
	],
});

const notShown: Section = {
	id: 'not-shown',
	title: 'What this pack does not show',
	blocks: [
		list([
			'That a control works today. Each record has its own date.',
			'That the measured figures are right. The team reports them, and each record names its source.',
			'That you comply with a law. The control mapping is a draft for your lawyers to check.',
		]),
	],
};
