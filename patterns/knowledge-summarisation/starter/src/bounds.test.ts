import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { JOBS } from './ci/jobs.ts';
import { fixedClock } from './clock.ts';
import { switchOver } from './controls/kill-switch-rollback.ts';
import type { ModelCall } from './gateway/gateway.ts';
import { ROOT } from './root.ts';
import { article, document, GOOD, models, QUESTION, SUPPORTED, staged } from './testing.ts';
import { type Answered, openBriefs } from './workflow.ts';

const outcome = ({ run: { ending, reason } }: Answered) => [ending, reason];
const folders: string[] = [];
after(() => {
	for (const folder of folders) rmSync(folder, { recursive: true });
});

for (const [by, reason] of [
	['', 'not-signed-in'],
	['reader-09', 'not-signed-in'],
	['guest-01', 'not-in-group'],
] as const) {
	test(`access-control: ${reason} for "${by}", and nothing is read`, async () => {
		const groups = { 'guest-01': ['all-staff'] };
		const { ask, audited } = await staged({ groups });
		assert.deepEqual(outcome(await ask({ by })), ['left', reason]);
		assert.deepEqual(audited('touch'), []);
	});
}

test('access-control: when the delegation has ended nothing is read', async () => {
	const { ask, audited } = await staged({ clock: fixedClock('2027-03-01T09:00:00Z') });
	assert.deepEqual(outcome(await ask()), ['left', 'delegation-ended']);
	assert.deepEqual(audited('touch'), []);
});

test('access-control: every read or write names service, reader and trace, and no value', async () => {
	const { ask, audited } = await staged({
		articles: { K1: article({ links: ['D1'] }) },
		documents: { D1: document() },
	});
	const { trace } = (await ask()).run;
	const touches = audited('touch');
	assert.ok(touches.length >= 4);
	for (const touch of touches) {
		assert.deepEqual(
			[touch.service, touch.onBehalfOf, touch.trace],
			['brief-worker', 'reader-01', trace],
		);
	}
	assert.doesNotMatch(JSON.stringify(touches), /loan pool/);
});

test('role-training: a reader who has not done the exercise gets no brief', async () => {
	const groups = { 'reader-77': ['staff-readers', 'all-staff'] };
	const gateway = models([GOOD], [SUPPORTED]);
	const { ask, audited } = await staged({ groups, gateway });
	assert.deepEqual(outcome(await ask({ by: 'reader-77' })), ['left', 'not-trained']);
	assert.equal(audited('touch').length + gateway.calls().length, 0);
});

test('with the switch off nothing is read, sent or shown', async () => {
	const gateway = models([GOOD], [SUPPORTED]);
	const { ask, audited } = await staged({ gateway, killSwitch: switchOver(() => false) });
	const answered = await ask();
	assert.deepEqual(outcome(answered), ['left', 'switched-off']);
	assert.deepEqual([answered.brief, answered.sources], [undefined, []]);
	assert.equal(audited('touch').length + gateway.calls().length, 0);
});

for (const [moment, readsBefore, calls] of [
	['the writing call', 1, 0],
	['the checking call', 2, 1],
	['the release', 3, 2],
] as const) {
	test(`the switch stops a question that is under way, before ${moment}`, async () => {
		const gateway = models([GOOD], [SUPPORTED]);
		let reads = 0;
		const killSwitch = switchOver(() => reads++ < readsBefore);
		const { ask } = await staged({ gateway, killSwitch });
		const answered = await ask();
		assert.deepEqual(outcome(answered), ['left', 'switched-off']);
		assert.deepEqual([answered.brief, gateway.calls().length], [undefined, calls]);
	});
}

test('the runbook names the setting that the code reads', () => {
	const runbook = readFileSync(join(ROOT, 'runbooks/incident.md'), 'utf8');
	const { setting } = parse(readFileSync(join(ROOT, 'policy/switch.yaml'), 'utf8'));
	assert.ok(runbook.includes(`${setting} = false`));
});

test('past forty calls in a minute the reader gets the sources and no brief', async () => {
	const { ask } = await staged();
	for (let count = 0; count < 20; count += 1) assert.ok((await ask()).brief);
	const answered = await ask();
	assert.deepEqual(outcome(answered), ['left', 'call-limit']);
	assert.equal(answered.sources.length, 1);
});

for (const which of ['writer', 'checker'] as const) {
	test(`model-version-pinning: an answer of another version of the ${which} is not used`, async () => {
		const inner = models([GOOD], [SUPPORTED]);
		const { ask } = await staged({
			gateway: {
				about: 'moved',
				ask: async (call) => {
					const answer = await inner.ask(call);
					const moved = (call.prompt === 'check-summary-support') === (which === 'checker');
					return moved ? { ...answer, model: 'newer' } : answer;
				},
			},
		});
		const answered = await ask();
		assert.deepEqual(outcome(answered), ['held', 'model-changed']);
		assert.equal(answered.brief, undefined);
	});
}

test('model-version-pinning: the checker keeps its own model, and is never the writer', async () => {
	const inner = models([GOOD], [SUPPORTED]);
	const { services, articles, documents } = await staged();
	const directory = { groupsOf: () => ['staff-readers', 'all-staff'] };
	const gateway = {
		about: 'as pinned',
		ask: async (call: ModelCall) => ({
			...(await inner.ask(call)),
			model: services.pins.get(call.model) ?? '',
		}),
	};
	const opened = (model: string) =>
		openBriefs({ ...services, gateway, model }, { articles, documents, directory });
	assert.equal((await opened('local-private').answer(QUESTION)).run.ending, 'applied');
	assert.deepEqual(
		inner.calls().map(({ model }) => model),
		['local-private', 'small-fast'],
	);
	assert.throws(() => opened('small-fast'), /Writer and checker both run on "small-fast"/);
});

test('model-version-pinning: the two calls go to two aliases', async () => {
	const gateway = models([GOOD], [SUPPORTED]);
	const { ask } = await staged({ gateway });
	await ask();
	assert.deepEqual(
		gateway.calls().map(({ model }) => model),
		['general-chat', 'small-fast'],
	);
});

/** A copy of what is read at the start, for tests to change. */
function copied() {
	const root = mkdtempSync(join(tmpdir(), 'starter-'));
	folders.push(root);
	cpSync(ROOT, root, {
		recursive: true,
		filter: (from) => !/node_modules|logs$|src$/.test(from),
	});
	const edit = (file: string, from: string, to: string) => {
		const before = readFileSync(join(root, file), 'utf8');
		assert.ok(before.includes(from), from);
		writeFileSync(join(root, file), before.replace(from, to));
	};
	return { root, edit };
}

test('data-classification: a searched space without an owner fails the build and the start', async () => {
	const { root, edit } = copied();
	const clock = fixedClock('2026-11-20T09:00:00Z');
	const context = { root, clock, gateway: models([], []), model: undefined, out: () => {} };
	assert.deepEqual(await JOBS.classify?.(context), []);
	edit('policy/sources.yaml', ', owner: Workplace Services', '');
	assert.deepEqual(await JOBS.classify?.(context), ['The space "workplace" has no owner.']);
	await assert.rejects(staged({ root }), /"workplace" has no owner/);
});

test('grounding-citations: a rule looser than approved stops the start', async () => {
	const { root, edit } = copied();
	edit('policy/brief.yaml', 'abstainOverOneIn: 3', 'abstainOverOneIn: 1');
	await assert.rejects(staged({ root }), /abstainOverOneIn is 1, below 3/);
});

test('a password in the question is not passed on, and personal data is replaced', async () => {
	const gateway = models([GOOD], [SUPPORTED]);
	const { ask, lines } = await staged({ gateway });
	const held = await ask({
		text: 'My password was changed to "Meadow-Gate-42", and now the loan?',
	});
	assert.deepEqual(outcome(held), ['left', 'sensitive-data-left']);
	assert.doesNotMatch(lines.join('\n'), /Meadow/);
	await ask({ text: 'How long is a laptop on loan? Regards, Robin Hartwell' });
	assert.doesNotMatch(JSON.stringify(gateway.calls()), /Hartwell/);
});
