import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessShape } from './controls/access-control.ts';
import { readCases } from './evaluation/run-cases.ts';
import { readPolicy } from './policy/read-policy.ts';
import { digestOf } from './prompts/read-prompt.ts';
import { ROOT } from './root.ts';
import { openTables } from './tables.ts';

const access = readPolicy(ROOT, 'policy/access.yaml', accessShape);
const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Opens a copy of the tables with one text replaced by another. */
function openedWith(file: string, from: string, to: string, locked = true) {
	const root = mkdtempSync(join(tmpdir(), 'tables-'));
	folders.push(root);
	cpSync(join(ROOT, 'policy'), join(root, 'policy'), { recursive: true });
	const before = readFileSync(join(root, file), 'utf8');
	assert.ok(before.includes(from), from);
	const changed = before.replace(from, to);
	writeFileSync(join(root, file), changed);
	if (locked) {
		const lock = join(root, 'policy/tables.lock.yaml');
		const text = readFileSync(lock, 'utf8');
		writeFileSync(lock, text.replace(digestOf(before), digestOf(changed)));
	}
	return () => openTables(root, access);
}

const { match, queues } = openTables(ROOT, access);
const matched = (more: object) => {
	const blank = { form: 'workplace-request', topic: 'other', site: undefined };
	return match({ ...blank, title: 'A', text: 'b', ...more })?.row;
};

test('a row matches when all it names do, and the first one decides', () => {
	assert.equal(matched({}), undefined);
	assert.equal(matched({ topic: 'badge' }), 3);
	assert.equal(matched({ topic: 'room' }), undefined);
	assert.equal(matched({ topic: 'room', site: 'South campus' }), 6);
	assert.equal(matched({ form: 'travel-request', text: 'A smell of gas!' }), 1);
});

test('a phrase is found as whole words, in any case and across a line break', () => {
	assert.equal(matched({ title: 'Smell\n of GAS' }), 1);
	assert.equal(matched({ text: 'A smell of gasoline paint' }), undefined);
});

test('a phrase with a hyphen or a dot is found as it is written', () => {
	const { match: found } = openedWith('policy/rules.yaml', 'burning smell', '"e-bike no. 1"')();
	const request = { form: 'workplace-request', topic: 'other', site: undefined, title: 'A' };
	assert.equal(found({ ...request, text: 'The e-bike no. 1 burns.' })?.row, 1);
	assert.equal(found({ ...request, text: 'The e-bike no, 1 burns.' }), undefined);
});

test('prompt-change-control: a changed queue line or row with the old version does not start', () => {
	for (const [file, from, to] of [
		['policy/queues.yaml', 'furniture', 'furniture, plants'],
		['policy/rules.yaml', 'burning smell', 'burnt smell'],
	] as const) {
		assert.throws(openedWith(file, from, to, false), /changed and is still 1\.0\.0/);
	}
});

test('prompt-change-control: a new version starts when its digest was reviewed, and not before', () => {
	const raised = openedWith('policy/queues.yaml', 'version: 1.0.0', 'version: 1.1.0', false);
	assert.throws(raised, /1\.1\.0 is not in .+ add there, under queues: "1\.1\.0": [0-9a-f]{64}$/);
	const digest = /[0-9a-f]{64}$/.exec(String(messageOf(raised)))?.[0] ?? '';
	const root = folders.at(-1) ?? '';
	const lock = join(root, 'policy/tables.lock.yaml');
	const before = readFileSync(lock, 'utf8');
	writeFileSync(lock, before.replace('queues:\n', `queues:\n  "1.1.0": ${digest}\n`));
	assert.equal(raised().version, '1.1.0');
});

function messageOf(act: () => unknown): unknown {
	try {
		act();
		return undefined;
	} catch (error) {
		return error instanceof Error ? error.message : error;
	}
}

test('prompt-change-control: a row to a dissolved queue, or one that matches all, does not start', () => {
	assert.throws(
		openedWith('policy/rules.yaml', 'queue: travel }', 'queue: print-shop }'),
		/Row 2 .+ names the queue "print-shop"/,
	);
	assert.throws(
		openedWith('policy/rules.yaml', '{ topic: parking, ', '{ '),
		/Row 4 .+ matches everything/,
	);
});

test('prompt-change-control: the cases expect queues of the current list', () => {
	const known = queues.map(({ id }) => id);
	for (const { expect, name } of readCases(ROOT, 'route-request')) {
		const wanted = expect.find((one) => one.field === 'queue' && one.type === 'field-equals');
		if (wanted) assert.ok(known.includes(String(wanted.value)), name);
	}
});

test('data-classification: a form about people, or above the ceiling, cannot be connected', () => {
	const file = 'policy/forms.yaml';
	assert.throws(openedWith(file, 'about: things', 'about: people'), /"people".+one of things/);
	assert.throws(
		openedWith(file, 'class: internal', 'class: confidential'),
		/form\.workplace-request is confidential, above internal/,
	);
	assert.throws(openedWith(file, ', marked: "2026-11-03"', ''), /marked is missing/);
});

test('access-control: a queue whose owner granted nothing stops the start', () => {
	const covers = access.delegation.covers.filter((id) => id !== 'travel');
	const less = { ...access, delegation: { ...access.delegation, covers } };
	assert.throws(() => openTables(ROOT, less), /Queue "travel" is not in delegation\.covers/);
});

test("the prompt gets each queue's two lines, and no owner", () => {
	assert.deepEqual(Object.keys(queues[0] ?? {}), ['id', 'handles', 'notFor']);
});
