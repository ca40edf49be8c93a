/** What a comparison says to people: the verdict first, then why, then what to do. */
import { type Comparison, type FileState, VERDICTS } from './compare.ts';

const IMPACTS: Readonly<Record<string, string>> = {
	major: 'breaking',
	minor: 'addition',
	patch: 'correction',
};

const FILE_WORDS: Readonly<Record<FileState, string>> = {
	take: 'unchanged here, to be taken as offered',
	add: 'new',
	merge: 'different here; the new text comes as .new beside yours',
	removed: 'removed here; left away',
	dropped: 'no longer part of the starter; yours to keep or delete',
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
				`The waiver of ${what} ended on ${expires}: what it let wait is due now.`,
		),
		...fileLines(comparison),
		...comparison.waiting.map((path) => `Still to merge by hand, then delete: ${path}`),
		...(holds.length === 0 ? [] : [`More on the page of the pattern: ${page}`]),
	];
	// Whatever an answer holds, it steers no terminal.
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
		...(over && !successor ? ['No successor is named; ask the owner of the pattern.'] : []),
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
		...named(added).map((one) => `Now demanded: ${one}.`),
		...named(gone).map((one) => `No longer demanded: ${one}.`),
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
