/** Writes a team's answers into the files of a starter. Pure: text in, text out; runs in the browser. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { escapeText } from '../../print/markdown/write.ts';
import { countOf } from '../../words/count.ts';
import type { FilledFile, FillFacts } from './facts.ts';
import type { Judgement, Parameters } from './judge.ts';

/** Files of a starter by path. */
export type Texts = Readonly<Record<string, string>>;

const MANIFEST = 'catalogue.json';

/** SHA-256 of bytes in hexadecimal; the browser's own needs a page served over https. */
export const digestOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

export interface ParameterProblem {
	field: 'team' | 'owner';
	message: string;
}

const MOST = { team: 80, owner: 120 };
const ASKS = {
	team: 'Write the name your organisation knows the team by.',
	owner: 'Write the role or mailbox that is responsible for it.',
};

/** What is wrong with what was typed. */
export function parameterProblems(chosen: Pick<Parameters, 'team' | 'owner'>): ParameterProblem[] {
	return (['team', 'owner'] as const).flatMap((field) => {
		const value = chosen[field].trim();
		const label = field === 'team' ? 'Team' : 'Owner';
		if (value === '') return [{ field, message: `${label} is empty. ${ASKS[field]}` }];
		if (value.length > MOST[field]) {
			const message = `${label} has ${value.length} characters. The limit is ${MOST[field]}.`;
			return [{ field, message }];
		}
		if (/\p{Cc}/u.test(value)) {
			return [{ field, message: `${label} contains a line break or another hidden character.` }];
		}
		return [];
	});
}

/**
 * Every file of the starter with the answers in it, catalogue.json last: it keeps the digest of each
 * file as it is now, and of a filled one as the catalogue has it.
 *
 * @throws Error when a file is not as the facts say, since then the two do not belong together
 */
export function fillStarter(
	files: Texts,
	facts: FillFacts,
	chosen: Parameters,
	judged: Judgement,
): Record<string, string> {
	const fillers: Record<FilledFile, (text: string) => string> = {
		'README.md': (text) => fillReadme(text, facts, chosen, judged),
		'.env.example': (text) => text.replace(/^MODEL_ALIAS=$/m, `MODEL_ALIAS=${chosen.model}`),
		'policy/model.yaml': (text) => preferModel(text, chosen.model),
	};
	const filled: Record<string, string> = { ...files };
	const before: Record<string, string> = {};
	for (const [path, fill] of Object.entries(fillers)) {
		const text = files[path];
		if (text === undefined) continue;
		if (digestOf(text) !== facts.files[path]) {
			throw new Error(`${path} is not the file of this page. Load the page again.`);
		}
		const next = fill(text);
		if (next === text) continue;
		filled[path] = next;
		before[path] = digestOf(text);
	}
	filled[MANIFEST] = fillManifest(filled, before, chosen, judged);
	return filled;
}

const digestOf = (text: string) => digestOfBytes(utf8ToBytes(text));

function fillManifest(
	files: Texts,
	before: Readonly<Record<string, string>>,
	{ team, owner, connectors, model, dataClass, personalData }: Parameters,
	{ tier, duties }: Judgement,
): string {
	const manifest: Record<string, unknown> & { files: Record<string, string> } = JSON.parse(
		files[MANIFEST] ?? '',
	);
	const digests = Object.keys(before).map((path) => [path, digestOf(files[path] ?? '')] as const);
	return `${JSON.stringify(
		{
			...manifest,
			tier,
			parameters: {
				team: team.trim(),
				owner: owner.trim(),
				connectors,
				model,
				...(dataClass && { dataClass }),
				...(personalData && { personalData }),
				addedObligations: duties.filter(({ added }) => added).map(({ control }) => control),
			},
			files: { ...manifest.files, ...Object.fromEntries(digests) },
			filled: before,
		},
		null,
		'\t',
	)}\n`;
}

/** The chosen alias first; each entry of the list keeps its lines. */
function preferModel(text: string, model: string): string {
	const [head = '', ...entries] = text.split(/(?=^ {2}- alias: )/m);
	const isChosen = (entry: string) => entry.startsWith(`  - alias: ${model}\n`);
	return head + [...entries.filter(isChosen), ...entries.filter((one) => !isChosen(one))].join('');
}

function fillReadme(
	text: string,
	{ connectors }: FillFacts,
	{ team, owner, connectors: wired, dataClass }: Parameters,
	{ tier, before, labels, reasons, duties, seats, reviewMonths }: Judgement,
): string {
	const named = (ids: readonly string[]) =>
		ids.map((id) => connectors[id]?.title ?? id).join(', ') || 'none';
	const standIns = Object.keys(connectors).filter((id) => !wired.includes(id));
	const block = [
		`Team: **${escapeText(team.trim())}**. Owner: **${escapeText(owner.trim())}**.`,
		`Systems to connect first: ${named(wired)}. Stand-ins for now: ${named(standIns)}.`,
	];
	const added = duties.filter((duty) => duty.added);
	const changed =
		tier === before && added.length === 0
			? []
			: [
					`With ${dataClass ?? 'your'} data, the risk tier is **${labels.tier}** instead of ${labels.before}. ${reasons.join(' ')} A full review is due every ${countOf(reviewMonths, 'month')}. These seats must approve: ${seats.join(', ')}. You must do the following as well as the list below:`,
					added
						.map(({ title, control, because }) => `- [ ] **${title}** (\`${control}\`). ${because}`)
						.join('\n') || '- nothing more',
				];
	const withBlock = text.replace(/^(# .*\n)/, (heading) => `${heading}\n${block.join('\n\n')}\n`);
	if (changed.length === 0) return withBlock;
	return withBlock.replace(
		/^(## What you must do\n)/m,
		(heading) => `${heading}\n${changed.join('\n\n')}\n`,
	);
}
