/** Sections 1 to 5 of a pattern as Markdown: when to take it, what to build, connect and copy. */
import { tableRows } from '../../diagram/words.ts';
import type { AgentBounds } from '../../pages/pattern-agent.ts';
import { connectorsAnswer } from '../../pages/pattern-connectors.ts';
import { caseWords } from '../../pages/pattern-evaluation.ts';
import type { PromptCard } from '../../pages/pattern-prompts.ts';
import { promptsAnswer } from '../../pages/pattern-prompts.ts';
import { insteadOf } from '../../pages/pattern-record.ts';
import { countOf } from '../../words/count.ts';
import { inside } from '../../words/phrase.ts';
import { linkTo } from './address.ts';
import type { PatternSource, Sections } from './pattern-source.ts';
import { refs } from './places.ts';
import {
	blocks,
	code,
	fenced,
	heading,
	joined,
	lines,
	link,
	list,
	type Markdown,
	md,
	pairs,
	table,
} from './write.ts';

/** Sections of the parts Decide and Build. */
export function patternBuild(source: PatternSource): Sections {
	const { pattern, facts } = source;
	const { data } = pattern;
	return {
		fit: { answer: data.fit, content: signs(source) },
		architecture: {
			answer: data.architecture.summary,
			content: blocks(architecture(source), facts.agent && agent(facts.agent, source)),
		},
		connectors: { answer: connectorsAnswer(facts.connectors), content: connectors(source) },
		prompts: {
			answer: promptsAnswer(facts.prompts),
			content: blocks(...facts.prompts.map((card) => prompt(card, source))),
		},
		starter: { answer: source.panel.answer, content: starter(source) },
	};
}

function signs({ pattern, context }: PatternSource): Markdown {
	return blocks(
		heading(4, 'Use when'),
		list(pattern.data.useWhen),
		heading(4, 'Do not use when'),
		list(
			insteadOf(pattern, context.catalogue).map(({ text, instead }) =>
				instead
					? md`${text} Take ${linkTo({ ...instead, title: inside(instead.title) }, context)} instead.`
					: text,
			),
		),
	);
}

function architecture({ pattern: { data } }: PatternSource): Markdown {
	const { steps, nodes, yoursToChange, fixedByApproval } = data.architecture;
	const notes = new Map(nodes.map(({ id, note }) => [id, note]));
	return blocks(
		'Steps, from first to last:',
		list(steps, true),
		'Nodes in order of steps. A reference such as P2 means layer and step; the sections below use it.',
		table(
			['Ref', 'Node', 'What it does', 'Next'],
			tableRows(data.architecture).map(({ ref, id, title, does, next }) => [
				ref,
				lines(title, notes.get(id)),
				does,
				next.join(', ') || 'End',
			]),
		),
		heading(4, 'Yours to change'),
		list(yoursToChange),
		heading(4, 'Fixed by an approval'),
		list(fixedByApproval),
	);
}

function agent(bounds: AgentBounds, { context }: PatternSource): Markdown {
	const { tools, limits, escalation, killSwitch } = bounds;
	return blocks(
		heading(4, 'What bounds the agent'),
		'It may call these tools and no others.',
		table(
			['Tool', 'What it does', 'Goes through', 'Access'],
			tools.map(({ name, does, connector, access }) => [
				code(name),
				does,
				linkTo(connector, context),
				access,
			]),
		),
		pairs([
			['Limits', limits],
			['Hands over to', md`${linkTo(escalation.to, context)}: ${escalation.when}`],
			['Kill switch', killSwitch],
		]),
	);
}

function connectors({ facts, context }: PatternSource): Markdown {
	const { connectors: rows, commonLog } = facts;
	return blocks(
		table(
			['Connector', 'Used at', 'Signs in as', 'May do', 'Ceiling', 'Writes to the log'],
			rows.map((row) => [
				lines(linkTo(row, context), row.system),
				row.places.length > 0 ? refs(row.places) : 'Not drawn',
				lines(row.auth, row.authNote),
				lines(
					...row.uses.map(
						({ access, fields, why }) => `${fields ? `${access}: ${fields}` : access}. ${why}`,
					),
				),
				lines(row.ceiling, row.fits ? 'Fits' : `${row.carries} passes`),
				row.log.join('; ') || 'Nothing beyond the common fields',
			]),
		),
		commonLog.length > 0 &&
			`Each of them also writes to the log: ${commonLog.map(inside).join('; ')}.`,
	);
}

function prompt(card: PromptCard, { context }: PatternSource): Markdown {
	const { id, model, outputs } = card;
	const cases = card.cases.reduce((sum, { count }) => sum + count, 0);
	const returned = outputs.map(
		({ name, type, optional }) => md`${code(name)} (${inside(type)}${optional && ', or null'})`,
	);
	return blocks(
		heading(4, linkTo({ title: id, path: card.path }, context)),
		card.description,
		pairs([
			['Version', card.version],
			['For', model ? linkTo(model, context) : 'no known model'],
			['Test cases', `${cases} test cases: ${caseWords(card.cases)}`],
		]),
		table(
			['Variable', 'Label', 'Type', 'Class', 'Written by'],
			card.inputs.map((input) => [
				code(input.name),
				input.optional ? `${input.label}, may be left out` : input.label,
				input.type,
				input.personal
					? `${input.dataClass}, ${inside(input.personal)} personal data`
					: input.dataClass,
				input.untrusted ? 'Written outside' : 'Us',
			]),
		),
		outputs.length === 0
			? 'Returns plain text.'
			: md`Returns ${card.format.toUpperCase()} with ${countOf(outputs.length, 'field')}: ${joined(returned)}`,
	);
}

function starter({ pattern: { id }, panel, context }: PatternSource): Markdown {
	const { url } = context;
	return blocks(
		panel.line && `This line makes the folder ${id}:`,
		panel.line && fenced(panel.line, 'sh'),
		table(
			['Take', 'What it gives', 'Size', 'SHA-256'],
			panel.archives.map(({ label, path, gives, size, digest }) => [
				link(label, url(path)),
				gives,
				size,
				code(digest),
			]),
		),
		panel.files > 0 &&
			md`${link(`${panel.files} single files`, url(`/patterns/${id}/copy/`))}: one by one, filled in for your team, or with another client.`,
	);
}
