/** What a team builds of a pattern: when it fits, the architecture, connectors, prompts, starter. */
import { tableRows } from '../diagram/words.ts';
import { entryPath } from '../model/entry.ts';
import { labelAt } from '../model/labels.ts';
import { countOf } from '../words/count.ts';
import { inside } from '../words/phrase.ts';
import {
	type Block,
	code,
	digest,
	each,
	type Group,
	id as identifier,
	joined,
	link,
	list,
	mark,
	pairs,
	quiet,
	sub,
	table,
	text,
	type Words,
} from './blocks.ts';
import { filesToEdit, type TreeFolder } from './file-tree.ts';
import type { AgentBounds } from './pattern-agent.ts';
import { type ConnectorRow, connectorsAnswer } from './pattern-connectors.ts';
import { nodeLeads, storyOf } from './pattern-drawing.ts';
import { caseWords } from './pattern-evaluation.ts';
import { evidencePath, inShort } from './pattern-evidence.ts';
import { type Place, rowId } from './pattern-places.ts';
import { type PromptCard, promptsAnswer } from './pattern-prompts.ts';
import { insteadOf } from './pattern-record.ts';
import { type Content, type PatternSource, placeWords } from './pattern-source.ts';

/** When to take the pattern, and when not. */
export function fit({ pattern, catalogue }: PatternSource): Content {
	const { data } = pattern;
	const avoid = insteadOf(data.doNotUseWhen, catalogue).map(
		({ text: sign, instead }): Words => [
			sign,
			instead && [' Use ', link(inside(instead.title), instead.path), '.'],
		],
	);
	return {
		answer: data.fit,
		blocks: [
			{
				kind: 'columns',
				columns: [
					signs('Use it when', 'yes', data.useWhen),
					signs('Do not use it when', 'no', avoid),
				],
			},
		],
	};
}

const signs = (title: string, look: 'yes' | 'no', items: readonly Words[]): Group => ({
	kind: 'group',
	title,
	look,
	blocks: [list(items, 'plain')],
});

/** The drawing, the same as a table, what a team may change, and what bounds an agent. */
export function architecture({ pattern: { id, data }, facts, catalogue }: PatternSource): Content {
	const { steps, yoursToChange, fixedByApproval, summary } = data.architecture;
	const sentences = (title: string, items: readonly string[]): Group => ({
		kind: 'group',
		title,
		blocks: [list(items)],
	});
	return {
		answer: summary,
		blocks: [
			{
				kind: 'custom',
				part: {
					name: 'drawing',
					pattern: id,
					title: data.title,
					architecture: data.architecture,
					leads: nodeLeads(data, catalogue),
					story: storyOf(data.architecture),
				},
				said: [
					text('Steps, from first to last:'),
					{ kind: 'list', items: steps, ordered: true },
					text(
						joined([
							link('Mermaid text', `/patterns/${id}.mmd`),
							link('CALM document', `/patterns/${id}.calm.json`),
						]),
					),
				],
			},
			nodes(data.architecture),
			{
				kind: 'columns',
				columns: [
					sentences('Yours to change', yoursToChange),
					sentences('Fixed by an approval', fixedByApproval),
				],
			},
			...(facts.agent ? [agent(facts.agent)] : []),
		],
	};
}

function nodes(architecture: PatternSource['pattern']['data']['architecture']): Block {
	const notes = new Map(architecture.nodes.map(({ id, note }) => [id, note]));
	const rows = tableRows(architecture);
	return {
		kind: 'group',
		id: 'nodes',
		title: 'The drawing as a table',
		fold: 'closed',
		end: `${countOf(rows.length, 'node')}, in order of steps. A reference such as P2 means layer and step`,
		blocks: [
			{
				kind: 'table',
				label: 'Nodes of the architecture in order of steps',
				look: 'nodes',
				head: 1,
				columns: ['Ref', 'Node', 'What it does', 'Next'].map((label) => ({ label })),
				groups: [
					{
						rows: rows.map(({ ref, id, title, does, next }) => ({
							id: rowId(ref),
							cells: [
								{ kind: 'ref', text: ref },
								[title, sub(notes.get(id))],
								does,
								next.join(', ') || 'End',
							],
						})),
					},
				],
			},
		],
	};
}

const agent = ({ tools, limits, escalation, killSwitch }: AgentBounds): Block => ({
	kind: 'group',
	id: 'agent',
	title: 'What bounds the agent',
	blocks: [
		text('It may call these tools and no others.', 'label'),
		table(
			'Tools of the agent',
			['Tool', 'What it does', 'Goes through', 'Access'],
			tools.map(({ name, does, connector, access }) => [
				code(name),
				does,
				link(connector.title, connector.path),
				access,
			]),
		),
		pairs([
			['Limits', limits],
			['Hands over to', [link(escalation.to.title, escalation.to.path), `: ${escalation.when}`]],
			['Kill switch', killSwitch],
		]),
	],
});

/** The column is called what a connector calls its field. */
const CEILING = labelAt('connectors', 'ceiling');

/** The approved ways in, where each is used, and whether the data fits. */
export function connectors({
	pattern,
	facts: { connectors: rows, commonLog },
}: PatternSource): Content {
	const common = commonLog.map(inside).join('; ');
	return {
		answer: connectorsAnswer(rows),
		blocks: [
			inShort(
				[
					table(
						'Connectors',
						['Connector', { label: 'Used at', whole: true }, 'Access', CEILING],
						rows.map((row) => [
							nameWords(row),
							usedAt(row.places),
							useWords(row),
							ceilingWords(row),
						]),
						{ look: 'connectors' },
					),
					text(link('How each signs in, and what it logs', evidencePath(pattern.id, 'connectors'))),
				],
				[
					table(
						'Connectors',
						[
							'Connector',
							{ label: 'Used at', whole: true },
							'Signs in as',
							'Access',
							CEILING,
							{ label: 'Writes to the log', look: 'small' },
						],
						rows.map((row) => connectorRow(row, entryPath(pattern))),
						{ look: 'connectors' },
					),
					...(common ? [text(`Each of them also writes to the log: ${common}.`, 'label')] : []),
				],
			),
		],
	};
}

const nameWords = (row: ConnectorRow): Words => [
	link(row.title, row.path),
	sub(row.system !== row.title && row.system),
];

const usedAt = (places: readonly Place[]): Words =>
	places.length > 0 ? placeWords(places) : 'Not drawn';

const useWords = ({ uses }: ConnectorRow): Words =>
	each(uses.map(({ access, fields, why }) => [fields ? `${access}: ${fields}` : access, sub(why)]));

const ceilingWords = (row: ConnectorRow): Words => [
	row.ceiling,
	sub(row.fits ? mark('Fits', 'ok') : mark(`Gets ${inside(row.carries)} data`, 'bad')),
];

/** All of it; the drawing is on the page of the pattern. */
const connectorRow = (row: ConnectorRow, drawing: string): Words[] => [
	nameWords(row),
	usedAt(row.places.map((place) => ({ ...place, to: drawing + place.to }))),
	[row.auth, sub(row.authNote)],
	useWords(row),
	ceilingWords(row),
	row.log.join('; ') || 'Nothing beyond the common fields',
];

/** Each prompt: what it takes and returns, its cases, its files. */
export const prompts = ({ facts }: PatternSource): Content => ({
	answer: promptsAnswer(facts.prompts),
	blocks: facts.prompts.map(prompt),
});

function prompt(card: PromptCard): Block {
	const { id, model } = card;
	const cases = card.cases.reduce((sum, { count }) => sum + count, 0);
	const purpose = model ? ['for ', link(inside(model.title), model.path)] : 'for no known model';
	return {
		kind: 'group',
		title: [link(id, card.path), ' ', identifier(card.version), ' ', quiet(purpose)],
		blocks: [
			text(card.description, 'small'),
			text(`${takes(card)} ${returns(card)}`, 'small'),
			text(`${countOf(cases, 'test case')}: ${caseWords(card.cases)}.`, 'label'),
			text(downloads(card), 'downloads'),
		],
	};
}

/**
 * What a prompt is given; its own page has each variable with type and class.
 *
 * @example
 * takes(card) // => 'Takes 5 variables, 2 of them with text from outside the team.'
 */
function takes({ inputs }: PromptCard): string {
	const outside = inputs.filter(({ untrusted }) => untrusted).length;
	const from = outside > 0 ? `, ${outside} of them with text from outside the team` : '';
	return inputs.length === 0
		? 'Takes nothing.'
		: `Takes ${countOf(inputs.length, 'variable')}${from}.`;
}

const returns = ({ outputs, format }: PromptCard): string =>
	outputs.length === 0
		? 'Returns plain text.'
		: `Returns ${format.toUpperCase()} with ${countOf(outputs.length, 'field')}.`;

const downloads = ({ id, path }: PromptCard): Words => {
	const file = (name: string, end: string): Words => ({
		kind: 'link',
		words: name,
		to: `/prompts/${id}${end}`,
		look: 'button',
		download: true,
	});
	return [
		{ kind: 'label', words: 'Download as' },
		' ',
		file('.prompt', '.prompt'),
		' ',
		file('Messages JSON', '.messages.json'),
		' ',
		{ kind: 'link', words: 'See it filled in', to: `${path}#fill`, look: 'button' },
	];
};

/** One line to paste, the archives, the single files, each with what it gives. */
export function starter({ pattern: { id }, panel }: PatternSource): Content {
	const { answer, line, archives, files, tree } = panel;
	return {
		answer,
		blocks: [
			...(line
				? [
						text(`Paste this line. It creates the folder ${id}`, 'label'),
						{ kind: 'command', label: 'Get the starter', command: line } as const,
					]
				: []),
			pairs(
				[
					...(files > 0
						? [
								[
									link('Filled in for your team', `/patterns/${id}/copy/#fill`),
									'Check your data, then give your team and owner.',
									'In your browser',
								] as const,
							]
						: []),
					...archives.map(
						({ label, path, gives, size, digest: sha256 }) =>
							[
								{ kind: 'link', words: label, to: path, download: true },
								gives,
								[`${size}, SHA-256 `, digest(sha256)],
							] as const,
					),
					...(files > 0
						? [
								[
									link('Single files', `/patterns/${id}/copy/`),
									'One by one, or with another client.',
									`${files} files`,
								] as const,
							]
						: [
								[
									link('Single files', `/patterns/${id}/copy/`),
									'The prompts in every format, with their checksums.',
									'No starter',
								] as const,
							]),
				],
				'ledger',
			),
			...(tree ? [insideStarter(tree, id)] : []),
		],
	};
}

/** The folders of a starter and the files to edit; the page to copy from has every file. */
function insideStarter(tree: TreeFolder, pattern: string): Group {
	const folders = tree.items.flatMap((item) => (item.kind === 'folder' ? [item] : []));
	const edits = filesToEdit(tree);
	return {
		kind: 'group',
		title: 'What is in the starter',
		fold: 'closed',
		end: `${countOf(tree.files, 'file')}, ${edits.length} yours to edit`,
		blocks: [
			pairs(
				folders.map(({ name, about, files }) => [
					code(`${name}/`),
					about ?? '',
					countOf(files, 'file'),
				]),
				'ledger',
			),
			...(edits.length > 0
				? [
						text([
							'Yours to edit before you go live: ',
							joined(edits.map(({ path }) => code(path))),
						]),
					]
				: []),
			text(link('Every file, and what it is for', `/patterns/${pattern}/copy/#inside`)),
		],
	};
}
