/** Section 1: whether what runs is what was approved. It comes from the check of the running copy. */
import type { CopyCheck } from '#schemas/records/measurement.ts';
import { type CopyVerdict, copyPart, copyVerdict } from '#schemas/vocabularies.ts';
import { lastCheck } from '../../judge/portfolio/flags.ts';
import { bindingsOfUse, type Declared } from '../../judge/use/declared.ts';
import type { Catalogue, Entry } from '../../model/catalogue.ts';
import { countOf } from '../../words/count.ts';
import { longDay, shortDay } from '../../words/day.ts';
import {
	type Block,
	digest,
	type Inline,
	id,
	joined,
	link,
	list,
	mark,
	type Row,
	type Sign,
	strong,
	sub,
	type Tone,
	text,
	type Words,
} from '../blocks.ts';
import { linkById } from '../citing.ts';
import type { Section } from '../page.ts';

type UseCase = Entry<'use-cases'>;
type Part = CopyCheck['parts'][number];

const LOOKS: Record<CopyVerdict, readonly [Tone, Sign]> = {
	match: ['ok', 'tick'],
	'differs-allowed': ['mute', 'tick'],
	drift: ['bad', 'gap'],
};

/** The worst first. */
const ORDER: Record<CopyVerdict, number> = { drift: 0, 'differs-allowed': 1, match: 2 };

const verdictMark = (verdict: CopyVerdict): Inline =>
	mark(copyVerdict.label(verdict), ...LOOKS[verdict]);

/** What the newest check of the running copy says of this content: the worst of its parts decides. */
export interface Running {
	check: CopyCheck | undefined;
	drifted: readonly Part[];
	verdict: CopyVerdict | 'unchecked';
}

export function runningOf(entry: UseCase, catalogue: Catalogue): Running {
	const check = lastCheck(entry, catalogue)?.record;
	if (!check) return { check, drifted: [], verdict: 'unchecked' };
	const drifted = check.parts.filter(({ verdict }) => verdict === 'drift');
	return { check, drifted, verdict: drifted.length > 0 ? 'drift' : 'match' };
}

/** The same as a mark. */
export const runningMark = ({ verdict }: Running): Inline =>
	verdict === 'unchecked' ? mark('Not checked', 'mute', 'open') : verdictMark(verdict);

/** Which parts differ and since when; a part without a day differs since the check at the latest. */
export const driftWords = ({ check, drifted }: Running): string =>
	drifted
		.map(({ name, changedOn }) =>
			changedOn
				? `${name} has differed since ${longDay(changedOn)}.`
				: `${name} differed in the check on ${longDay(check?.on ?? '')}.`,
		)
		.join(' ');

/** What the check of the running copy found, or what the use says it runs. */
export function builtOnSection(entry: UseCase, catalogue: Catalogue): Section {
	const running = runningOf(entry, catalogue);
	const { check } = running;
	const { variations } = entry.data;
	return {
		id: 'built-on',
		title: 'Built on',
		answer: answerOf(entry, running, catalogue),
		blocks: [
			{
				kind: 'table',
				label: 'What was approved, what runs here, and whether they match',
				look: 'built',
				columns: [
					'Part',
					'Approved',
					check ? 'Runs here' : 'In the catalogue today',
					'Comparison',
				].map((label) => ({ label })),
				groups: [{ rows: check ? checkRows(check) : declaredRows(entry, catalogue) }],
			},
			variationsBlock(variations),
		],
	};
}

function answerOf(entry: UseCase, { check, drifted }: Running, catalogue: Catalogue): Words {
	const pattern = linkById('patterns', entry.data.pattern, catalogue);
	const on = [link(pattern.title, pattern.path), ` ${entry.data.builtOn.version}`];
	if (!check)
		return [
			'It is built on ',
			on,
			`. Nobody has recorded a check of the running copy for this version: npm run record check use-cases/${entry.id}.`,
		];
	const found: Words =
		drifted.length === 0
			? 'Every part that was compared matches what was approved, or is allowed to differ. '
			: `${countOf(drifted.length, 'part has', 'parts have')} drifted. `;
	return [
		'It is built on ',
		on,
		'. ',
		found,
		`The team's pipeline checked this on ${longDay(check.on)}, in run ${check.run}.`,
	];
}

function checkRows({ parts, files }: CopyCheck): Row[] {
	const rows = [...parts]
		.sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
		.map((part) => ({ cells: partCells(part) }));
	return [
		...rows,
		{
			cells: [
				strong('Files copied from the starter'),
				countOf(files, 'file'),
				'Compared one by one',
				'Those that differ are listed above',
			],
		},
	];
}

const stateWords = ({ version, digest: sha256, value }: Part['approved']): Words => [
	version && id(version),
	value,
	sha256 && (version || value ? sub(digest(sha256)) : digest(sha256)),
];

function partCells({
	part,
	name,
	approved,
	running,
	verdict,
	allowedBy,
	changedOn,
}: Part): Words[] {
	const does = {
		match: allowedBy,
		'differs-allowed': allowedBy,
		drift: 'Put it back, or have the change approved',
	}[verdict];
	return [
		[strong(name), sub(copyPart.label(part))],
		stateWords(approved),
		[stateWords(running), changedOn && sub(`Changed on ${shortDay(changedOn)}`)],
		[verdictMark(verdict), sub(does)],
	];
}

/** Without a check: what the use says it took, beside what the catalogue has today. */
function declaredRows(entry: UseCase, catalogue: Catalogue): Row[] {
	return bindingsOfUse(entry, catalogue).map((one) => ({
		cells: [
			nameWords(one, catalogue),
			[id(one.version), one.digest && sub(digest(one.digest))],
			one.now
				? [id(one.now.version), one.now.digest && sub(digest(one.now.digest))]
				: 'Not there any more',
			one.same ? verdictMark('match') : mark('Another version', 'mute', 'old'),
		],
	}));
}

function nameWords({ collection, id: name }: Declared, catalogue: Catalogue): Words {
	const { title, path } = linkById(collection, name, catalogue);
	return link(title, path);
}

function variationsBlock(variations: UseCase['data']['variations']): Block {
	if (variations.length === 0)
		return text('It follows the pattern as it is: no variations are declared.', 'label');
	return {
		kind: 'group',
		id: 'variations',
		title: 'What differs, within what the pattern leaves to a team',
		fold: 'closed',
		end: countOf(variations.length, 'variation'),
		blocks: [list(variations.map(({ what, why }) => joined([strong(what), why], ' ')))],
	};
}
