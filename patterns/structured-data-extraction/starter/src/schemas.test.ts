import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { accessShape } from './controls/access-control.ts';
import { lockOf } from './lock-schemas.ts';
import { readPolicy } from './policy/read-policy.ts';
import { ROOT } from './root.ts';
import { readSchemaLock, readSchemas } from './schemas.ts';

const access = readPolicy(ROOT, 'policy/access.yaml', accessShape);
const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Brackets of YAML are not a pattern. */
const asPattern = (from: string | RegExp) =>
	typeof from === 'string' ? new RegExp(from.replace(/[[\]]/g, '\\$&')) : from;

/** A copy of the schemas with one edit; `locked` brings the lock up to it. */
function edited(from: string | RegExp, to: string, locked = false): string {
	const root = mkdtempSync(join(tmpdir(), 'schemas-'));
	folders.push(root);
	for (const name of ['schemas', 'schemas.lock.json']) {
		cpSync(join(ROOT, name), join(root, name), { recursive: true });
	}
	const file = join(root, 'schemas/rental-agreement.yaml');
	const source = readFileSync(file, 'utf8');
	assert.match(source, new RegExp(from));
	writeFileSync(file, source.replace(from, to));
	if (locked) writeFileSync(join(root, 'schemas.lock.json'), JSON.stringify(lockOf(root).lock));
	return root;
}

test('prompt-change-control: schemas run as locked', () => {
	assert.deepEqual(Object.keys(readSchemaLock(ROOT)), [...readSchemas(ROOT, access).keys()]);
});

test('prompt-change-control: a schema that changed does not run, and is not locked under its old version', () => {
	const root = edited('First day of the rental', 'Day the rental is signed');
	assert.throws(() => readSchemas(root, access), /differs from schemas.lock.json/);
	assert.deepEqual(lockOf(root).unraised, ['rental-agreement']);
	const file = join(root, 'schemas/rental-agreement.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace('version: "1.0.0"', 'version: "1.1.0"'));
	assert.deepEqual(lockOf(root).unraised, []);
});

test('prompt-change-control: a schema nobody locked does not run', () => {
	const root = edited('title: equipment', 'title: equipment');
	cpSync(join(root, 'schemas/rental-agreement.yaml'), join(root, 'schemas/new-type.yaml'));
	appendFileSync(join(root, 'schemas/new-type.yaml'), '# new\n');
	assert.throws(() => readSchemas(root, access), /new-type.yaml differs/);
});

for (const [what, from, to, says] of [
	['without a class', /class: .*\n/, '', /rental-agreement.yaml.class is missing/],
	['without an owner', /owner: .*\n/, '', /rental-agreement.yaml.owner is missing/],
	[
		'of a class above the ceiling',
		'class: confidential',
		'class: restricted',
		/is restricted, above/,
	],
	['scanned on too few documents', 'documents: 200', 'documents: 40', /scanned on 40 documents/],
	[
		'with a rule about no field',
		'sumOf: [monthly_fee, deposit]',
		'sumOf: [fee]',
		/rule about "fee"/,
	],
] as const) {
	test(`data-classification: a document type ${what} stops the start`, () => {
		assert.throws(
			() => readSchemas(edited(asPattern(from), to, !says.source.includes('missing')), access),
			says,
		);
	});
}
