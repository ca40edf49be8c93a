/** What a comparison says to people: the verdict first, then why, then what to do. */
import { type Comparison, type FileState, VERDICTS } from './compare.ts';

const IMPACTS: Readonly<Record<string, string>> = {
	major: 'breaking',
	minor: 'addition',
	patch: 'correction',
};

const FILE_WORDS: Readonly<Record<FileState, string>> = {
	take: 'unchanged here, which you can take',
	add: 'new',
	merge: 'changed here, whose new text is added as .new',
	removed: 'removed here, which stays removed',
	dropped: 'no longer part of the starter, which you can keep or delete',
};

/** Lines for a terminal. */
export function comparisonLines(comparison: Comparison): string[] {
	const { holds, page } = comparison;
	const lines = [
		headline(comparison),
		...standing(comparison),
		...changeLines(comparison),
		...obligationLines(comparison),
		...comparison.waivers.map(
			({ what, expires }) =>
				`The waiver of ${what} ended on ${expires}. You must now do what it let you postpone.`,
		),
		...fileLines(comparison),
		...comparison.waiting.map((path) => `Merge by hand, then delete: ${path}`),
		...(holds.length === 0 ? [] : [`More on the pattern's page: ${page}`]),
	];
	// An answer must not send control characters to the terminal.
	return lines.map((line) => line.replaceAll(/\p{Cc}/gu, ' '));
}

/** A number with its noun. */
export const counted = (count: number, noun: string): string =>
	`${count} ${count === 1 ? noun : `${noun}s`}`;

function headline({ verdict, title, version, offered, waiting }: Comparison): string {
	const now =
		offered && offered !== version && verdict !== 'withdrawn'
			? ` The catalogue has ${offered}.`
			: '';
	const idle = verdict === 'current' && waiting.length > 0;
	return `${title} ${version}: ${verdict}.${now} ${idle ? 'Nothing new.' : VERDICTS[verdict].means}`;
}

function standing({ state, because, successor, holds }: Comparison): string[] {
	const over = holds.includes('deprecated') || holds.includes('withdrawn');
	return [
		`State in the catalogue: ${state.label}. ${state.duty}`,
		...(over && because ? [`Why: ${because}`] : []),
		...(over && successor
			? [
					`Move to: ${[successor.title, successor.version].filter(Boolean).join(' ')}, ${successor.page}`,
				]
			: []),
		...(over && !successor ? ["There is no successor yet. Ask the pattern's owner."] : []),
	];
}

const changeLines = ({ changes }: Comparison) =>
	changes.flatMap(({ version, date, impact, summary, action }) => [
		`${version} (${date}, ${IMPACTS[impact] ?? impact}): ${summary}`,
		...(action ? [`    To do: ${action}`] : []),
	]);

function obligationLines({ obligations: { added, gone } }: Comparison): string[] {
	const named = (list: typeof added) => list.map(({ control, title }) => `${title} (${control})`);
	return [
		...named(added).map((one) => `Now required: ${one}.`),
		...named(gone).map((one) => `No longer required: ${one}.`),
	];
}

function fileLines({ files }: Comparison): string[] {
	const states: FileState[] = ['take', 'add', 'merge', 'removed', 'dropped'];
	return states.flatMap((wanted) => {
		const paths = files.filter(({ state }) => state === wanted).map(({ path }) => path);
		if (paths.length === 0) return [];
		return [
			`${counted(paths.length, 'file')} ${FILE_WORDS[wanted]}:`,
			...paths.map((path) => `    ${path}`),
		];
	});
}
