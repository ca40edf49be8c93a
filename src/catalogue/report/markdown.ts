/** A report as Markdown for a comment in GitHub or GitLab. */

import { compare, type Finding } from '../model/finding.ts';
import { countOf } from '../words/count.ts';
import {
	escapeMarkdown,
	fenceFor,
	inlineCode,
	linkTarget,
	plainLine,
} from '../words/escape-markdown.ts';
import { capital } from '../words/phrase.ts';
import { judgeOf } from './judges.ts';
import type { Change, EntryReport, Impact, Report } from './report.ts';
import { amountWords, declaredWords, nameOf } from './summary.ts';

/** First line of a report, by which a later one finds the comment to replace. */
export const MARKER = '<!-- catalogue-report -->';
/** Most characters a comment may have on GitHub. */
export const COMMENT_LIMIT = 65_536;

export interface MarkdownOptions {
	/** What was compared, in words that may quote names of branches. */
	compared: string;
	/** Files outside the catalogue that changed as well, on which the report says nothing. */
	outside: readonly string[];
	/** Drawings of patterns as Mermaid text, by id. */
	drawings?: ReadonlyMap<string, string>;
	/** Address of a file, with {path} where its path belongs. */
	link?: string;
	/** Most characters. */
	limit?: number;
}

/** The report as one text; what does not fit is left out, and said so. */
export function printMarkdown(
	report: Report,
	{
		compared,
		outside,
		drawings = new Map(),
		link = '{path}',
		limit = COMMENT_LIMIT,
	}: MarkdownOptions,
): string {
	const file = (path: string, line?: number) => {
		const address = linkTarget(path) + (line ? `#L${line}` : '');
		const name = line ? `${path}:${line}` : path;
		return `[${escapeMarkdown(name)}](${link.replaceAll('{path}', () => address)})`;
	};
	const head = [
		MARKER,
		`**${escapeMarkdown(report.summary)}**`,
		section('This proposal changes how it is judged', judgeLines(report, file)),
		escapeMarkdown(compared),
		section('Look here first', report.attention.map(item)),
		section('Who must agree', approvalLines(report)),
	];
	const blocks = [
		...report.entries.flatMap((entry) => [
			entryBlock(entry, file),
			drawingBlock(entry, drawings.get(entry.id)),
		]),
		findingsBlock('New findings', report.findings.appeared, file),
		findingsBlock('Findings that are resolved', report.findings.fixed, undefined),
		listLine(OLDER, report.older),
		listLine('Not compared, because these files could not be read at the base', report.unread.base),
		listLine('Pictures and files of the common starter changed', report.assets),
		listLine('Only formatting, order or comments changed', report.moved),
		outsideLine(outside.filter((path) => !judgeOf(path))),
	];
	return fitted(head, blocks.filter(Boolean), limit);
}

const OLDER = 'Written for other schemas than the current ones, so only their fields are compared';

/** Leaves out blocks that do not fit. The head always stands, cut short if it must be. */
function fitted(head: readonly string[], blocks: readonly string[], limit: number): string {
	const left = (count: number) =>
		`_${capital(countOf(count, 'part'))} of this report left out, because a comment cannot be longer. Run \`npm run report\` to see all of it._`;
	const room = limit - left(blocks.length).length - 4;
	const kept: string[] = [];
	let length = 1;
	let omitted = 0;
	for (const block of [...head.filter(Boolean), ...blocks]) {
		if (length + block.length + 2 > room) {
			omitted += 1;
			continue;
		}
		kept.push(block);
		length += block.length + 2;
	}
	return `${[...kept, omitted > 0 ? left(omitted) : ''].filter(Boolean).join('\n\n')}\n`;
}

type Link = (path: string, line?: number) => string;

const item = (text: string) => `- ${escapeMarkdown(text)}`;

function section(title: string, lines: readonly string[]): string {
	return lines.length > 0 ? `### ${title}\n\n${lines.join('\n')}` : '';
}

/** Most files of one kind that are listed by name. */
const MOST_JUDGES = 10;

/** What a proposal changes of what judges it: a reviewer must see that before anything else. */
function judgeLines({ judges, lowered }: Pick<Report, 'judges' | 'lowered'>, file: Link): string[] {
	if (judges.length === 0 && lowered.length === 0) return [];
	const asksLess = lowered.map((text) => `- **It lowers a requirement.** ${escapeMarkdown(text)}`);
	const lines = judges.map(({ what, files }) => {
		const shown = files.slice(0, MOST_JUDGES).map((path) => file(path));
		const rest = files.length > MOST_JUDGES ? ` and ${files.length - MOST_JUDGES} more` : '';
		return `- ${escapeMarkdown(what)}: ${shown.join(', ')}${rest}`;
	});
	const note =
		'These changes can affect the results of the checks on this proposal. The council reviews these files. `npm run judge` judges the content by the rules, policy and roster of the branch it goes to.';
	return [...asksLess, ...lines, '', note];
}

/** The drawing of a new pattern, which code hosts show as a picture. */
function drawingBlock({ collection, kind }: EntryReport, drawing: string | undefined): string {
	if (collection !== 'patterns' || kind !== 'new' || !drawing) return '';
	const lines = drawing.trimEnd().split('\n');
	const fence = fenceFor(lines);
	return [`${fence}mermaid`, ...lines, fence].join('\n');
}

const VERB = {
	new: 'new',
	changed: 'changed',
	withdrawn: 'withdrawn',
	removed: 'removed',
} as const;

function entryBlock(entry: EntryReport, file: Link): string {
	const { within, kind, version, facts, changes, impact } = entry;
	const step =
		!version?.before || version.before === version.after
			? version?.after
			: `${version.before} → ${version.after}`;
	const name = nameOf(entry);
	const part = within ? `, part of ${within}` : '';
	const heading = `### ${escapeMarkdown(`${name}${part}: ${VERB[kind]}`)}`;
	const where =
		kind === 'removed' || kind === 'withdrawn' ? inlineCode(entry.file) : file(entry.file);
	const about = [where, step ? `version ${step}` : ''].filter(Boolean).join(', ');
	const effects = kind === 'changed' && facts.length > 0 ? ['- Effect on patterns:'] : [];
	const indent = effects.length > 0 ? '  ' : '';
	const lines = [
		...impactLines(impact),
		...changes.flatMap(changeLines),
		...effects,
		...facts.map((fact) => `${indent}${item(fact)}`),
	];
	return [heading, about, lines.join('\n')].filter(Boolean).join('\n\n');
}

function impactLines(impact: Impact | undefined): string[] {
	if (!impact) return [];
	const { declared, amounts, tooLow, logged } = impact;
	const said = logged.length > 0 ? ` The change log says: ${logged.join(' ')}` : '';
	const verdict = tooLow
		? `**This ${amountWords(amounts)}, but ${declaredWords(declared)}.**`
		: `This ${amountWords(amounts)}, and ${declaredWords(declared)}.`;
	return [`- ${verdict}${said && ` ${escapeMarkdown(said)}`}`];
}

function changeLines({ text, impact, because, hunks, more }: Change): string[] {
	const mark = impact === 'major' ? '**Breaking:** ' : '';
	const why = impact === 'major' ? ` _${escapeMarkdown(because)}_` : '';
	const end = hunks?.length ? ':' : '';
	const line = `- ${mark}${escapeMarkdown(text)}${end}${why}`;
	if (!hunks?.length) return [line];
	const compared = hunks.flatMap(({ before, after }) => [
		...(before ? [`- ${plainLine(before)}`] : []),
		...(after ? [`+ ${plainLine(after)}`] : []),
	]);
	const rest = more ? [`  and ${countOf(more, 'further place')}.`] : [];
	const fence = fenceFor(compared);
	const block = [`${fence}diff`, ...compared, fence].map((text) => `  ${text}`);
	return [line, ...block, ...rest];
}

function approvalLines({
	approvers,
	signatures,
}: Pick<Report, 'approvers' | 'signatures'>): string[] {
	const lines = approvers.map(({ role, team, contact, entries }) => {
		const shown =
			entries.length > 8 ? [...entries.slice(0, 8), `${entries.length - 8} more`] : entries;
		return item(`${role}: ${team} (${contact}), for ${shown.join(', ')}`);
	});
	lines.push(...signatures.map(item));
	const seats = approvers.some(({ role }) => role.startsWith('Seat '));
	const note =
		'The seats approve with `npm run approve`, each through a different person, and none through an author.';
	return seats ? [...lines, '', note] : lines;
}

/** Most findings that are listed one by one. */
const MOST_FINDINGS = 40;

function findingsBlock(
	title: string,
	findings: readonly Finding[],
	file: Link | undefined,
): string {
	const errorsFirst = [...findings].sort((a, b) => compare(a.severity, b.severity));
	const shown = errorsFirst
		.slice(0, MOST_FINDINGS)
		.map(({ file: path, line, severity, message, fix, rule }) => {
			const where = file ? file(path, line) : inlineCode(path);
			const remedy = file ? ` ${escapeMarkdown(fix)}` : '';
			return `- ${where} ${severity}: ${escapeMarkdown(message)}${remedy} (${escapeMarkdown(rule)})`;
		});
	const rest = findings.length - shown.length;
	return section(title, rest > 0 ? [...shown, `- and ${rest} more`] : shown);
}

/** A line with the files, the first twenty by name. */
function listLine(text: string, files: readonly string[]): string {
	if (files.length === 0) return '';
	const shown = files.slice(0, 20).map(inlineCode).join(', ');
	const rest = files.length > 20 ? ` and ${files.length - 20} more` : '';
	return `${text}: ${shown}${rest}.`;
}

/** Files outside the catalogue, counted by folder: the report says nothing of what is in them. */
function outsideLine(files: readonly string[]): string {
	if (files.length === 0) return '';
	const counts = new Map<string, number>();
	for (const file of files) {
		const name = file.includes('/') ? `${file.split('/')[0]}/` : file;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const shown = [...counts].map(([name, count]) =>
		count > 1 ? `${inlineCode(name)} (${count} files)` : inlineCode(name),
	);
	return `Changed as well, outside the catalogue and not described here: ${shown.join(', ')}.`;
}
