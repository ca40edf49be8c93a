import { describe, expect, test } from 'vitest';
import { catalogueOf, entry } from '#tests/support/build.ts';
import { contextOf } from '../copy/context.ts';
import type { Entry } from '../model/catalogue.ts';
import { entryMarkdown } from '../print/markdown/entry.ts';
import type { Block } from './blocks.ts';
import { MOST_COLUMNS } from './coverage/paths.ts';
import { roleDeeds, roleDeedsBlocks, roleGrid } from './role-deeds.ts';

const [person] = entry('patterns').data.people;
if (!person) throw new Error('A pattern names nobody.');
const people = (role: string) => [{ ...person, role }];
const [declared] = entry('patterns').data.controls;
if (!declared) throw new Error('A pattern has no control.');

const agent = entry('roles', 'agent', { title: 'Agent' });
const lead = entry('roles', 'lead', { title: 'Lead' });
const nobody = entry('roles', 'nobody', { title: 'Nobody' });
const logging = entry('controls', 'logging', { title: 'Logging', operator: 'lead' });
const override = entry('controls', 'override', { title: 'Override', operator: 'agent' });
const controls = ['logging', 'override'].map((control) => ({ ...declared, control }));
const pattern = (id: string, data: Partial<Entry<'patterns'>['data']> = {}) =>
	entry('patterns', id, { title: `Pattern ${id}`, people: people('agent'), controls, ...data });

const said = (role: Entry<'roles'>, ...entries: Entry[]) =>
	roleDeeds(role, catalogueOf(agent, lead, nobody, logging, override, ...entries)).map(
		(one) =>
			`${one.pattern.id}: ${[...one.does].join(' ')} | ${one.runs.map(({ id }) => id).join(' ')}`,
	);

describe('what a role does in a pattern', () => {
	test('is declared by the people of the pattern and by who runs its controls', () => {
		expect(said(agent, pattern('b'), pattern('a', { controls: [] }))).toEqual([
			'a: works | ',
			'b: works | override',
		]);
		expect(said(lead, pattern('b'))).toEqual(['b:  | logging']);
		expect(said(nobody, pattern('b'))).toEqual([]);
	});

	test('is also to decide about a person, and to take over from an agent', () => {
		const escalation = { when: 'Three calls in a row have failed.', to: 'lead' };
		const bounds = {
			tools: [
				{
					name: 'find',
					does: 'Finds a record by its number.',
					connector: 'gateway',
					access: 'read',
				},
			],
			limits: { steps: 3 },
			escalation,
			killSwitch: 'Set the switch of the agent to off.',
		} as const;
		expect(
			said(
				lead,
				pattern('a', { decidedBy: 'lead', agent: { ...bounds, tools: [...bounds.tools] } }),
			),
		).toEqual(['a: decides takesOver | logging']);
	});

	test('is nothing in a pattern that is withdrawn, nor by a control that is waived today', () => {
		const waiver = {
			control: 'logging',
			because: 'The log is not there yet in this system.',
			compensatedBy: 'A person reads every case by hand.',
			by: 'Head of cases',
			seat: 'security',
			granted: '2026-11-01',
			expires: '2026-12-20',
		} as const;
		expect(said(lead, pattern('a', { status: 'withdrawn' }))).toEqual([]);
		expect(said(lead, pattern('a', { waivers: [waiver] }))).toEqual([]);
	});
});

/** The picture of a list of blocks, row by row. */
function rowsOf(blocks: readonly Block[]) {
	for (const block of blocks) {
		if (block.kind !== 'custom' || block.part.name !== 'heat-map') continue;
		const { heat } = block.part;
		return heat.rows.map(({ head, cells }) => [
			head.title,
			...cells.map((cell) => cell && `${cell.text} = ${cell.says}`),
		]);
	}
	return undefined;
}

describe('the picture of role by pattern', () => {
	test('has a letter for each deed, a number of controls, and both in words', () => {
		const catalogue = catalogueOf(
			agent,
			lead,
			nobody,
			logging,
			override,
			pattern('a'),
			pattern('b', { people: people('lead'), controls: [] }),
		);
		expect(rowsOf(roleGrid(catalogue))).toEqual([
			['Agent', 'W 1 = Work changes, runs 1 control', undefined],
			['Lead', '1 = Runs 1 control', 'W = Work changes'],
		]);
	});

	test('is not there where no pattern names a role', () => {
		expect(roleGrid(catalogueOf(agent, lead))).toEqual([]);
	});

	test('shows no more patterns than fit, and says how many there are', () => {
		const many = Array.from({ length: MOST_COLUMNS + 4 }, (_, at) => pattern(`p-${at}`));
		const blocks = roleGrid(catalogueOf(agent, lead, logging, override, ...many));
		expect(rowsOf(blocks)?.map((row) => row.length)).toEqual([27, 27]);
		expect(JSON.stringify(blocks)).toContain('The first 26 of 30 patterns');
	});

	test('grows no further on the page of a role', () => {
		const made = (count: number) => {
			const many = Array.from({ length: count }, (_, at) => pattern(`p-${1000 + at}`));
			const blocks = roleDeedsBlocks(agent, catalogueOf(agent, logging, override, ...many));
			return JSON.stringify(blocks);
		};
		expect(made(40)).toContain('And 10 more patterns.');
		expect(made(400).length - made(40).length).toBeLessThan(20);
	});
});

test('the page of a role says it in a table, and which controls it runs', async () => {
	const catalogue = catalogueOf(
		agent,
		lead,
		logging,
		override,
		pattern('a'),
		pattern('b', { people: people('lead') }),
	);
	const markdown = await entryMarkdown(
		lead,
		contextOf(catalogue, (path) => path),
	);
	const section = markdown.slice(markdown.indexOf('## What it does in each pattern'));
	expect(section).toMatch(/\| Pattern +\| Work changes \| Runs controls \|/);
	expect(section).toMatch(/Pattern a.*\| – +\| +1 \|/);
	expect(section).toMatch(/Pattern b.*\| Yes +\| +1 \|/);
	expect(section).toMatch(/Controls that it runs: .*Logging.* \(2 patterns\)\./);
});
