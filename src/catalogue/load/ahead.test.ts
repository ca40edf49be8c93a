import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { entry, soundFiles, TODAY } from '#tests/support/build.ts';
import { checkFiles } from '../load.ts';
import { digestOf } from '../model/digest.ts';
import type { SourceFile } from '../read/files.ts';
import { rules } from '../rules/index.ts';
import { COMMON, type Helper, type StartHelper } from './ahead.ts';
import { helperAt } from './thread.ts';
import { workOn } from './work.ts';

/** Where there is one processor only, no thread is started. */
const isAlone = availableParallelism() < 2;
const code = new URL('./worker.ts', import.meta.url);

const SENTENCES =
	'The gateway keeps what it was asked for a day. A person looks at each case that it could not settle.\n\n';

/** Enough prose that another thread is worth its start. */
const many: Record<string, string> = Object.fromEntries(
	Array.from({ length: 40 }, (_, at) => {
		const body = `## Part ${at}\n\n${SENTENCES.repeat(600)}`;
		const { file, source } = entry('controls', `extra-${at}`, {}, { body });
		return [file, source];
	}),
);

/** Edits that make a file wrong, each in its own way. */
const EDITS: readonly ((text: string) => string)[] = [
	(text) => text.replace(/^title: .*$/m, 'title: A'),
	(text) => text.replace(/^(\w+): (.*)$/m, '$1 $2'),
	(text) => text.replace('---\n', '---\nextra: 1\n'),
	(text) => `${text}\nWrite to jane.doe@mail.corp.\n`,
	(text) => `${text}\nThere are four signs:\n\n- one\n- two\n`,
	(text) => `${text}\n<script>alert(1)</script>\n`,
	(text) => `${text}\n[here](https://host.example/)\n`,
	(text) => `${text}\nA hidden \u200b sign.\n`,
	(text) => text.slice(0, 40),
	() => '',
];
const edit = fc.record({ at: fc.nat(), how: fc.constantFrom(...EDITS) });

const broken = (edits: readonly { at: number; how: (text: string) => string }[]): SourceFile[] => {
	const files = soundFiles(many);
	for (const { at, how } of edits) {
		const file = files[at % files.length];
		if (file?.text !== undefined) file.text = how(file.text);
	}
	return files;
};

const findingsOf = async (files: readonly SourceFile[], helper?: StartHelper) =>
	(await checkFiles(files, { today: TODAY, helper, least: 2_000_000 })).findings;

/** A thread, and how many files it was told. */
function counted() {
	const start = helperAt(code);
	let told = 0;
	const helper: StartHelper = (common) => {
		const thread = start?.(common);
		if (!thread) throw new Error('There is one processor only.');
		return {
			work(files) {
				told += files.length;
				return thread.work(files);
			},
			end: thread.end,
		};
	};
	return { helper: start && helper, told: () => told };
}

describe.skipIf(isAlone)('a large catalogue', () => {
	test('is found as sound or as wrong with the help of a thread as without', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
				const { helper, told } = counted();
				const files = broken(edits);
				expect(await findingsOf(files, helper)).toEqual(await findingsOf(files));
				expect(told()).toBeGreaterThan(0);
			}),
			{ numRuns: 6 },
		);
	}, 120_000);

	test('is checked by itself where the thread ends before its work', async () => {
		const files = broken([{ at: 3, how: (text) => `${text}\nWrite to jane.doe@mail.corp.\n` }]);
		const gone: Helper = { work: () => Promise.reject(new Error('gone')), end: vi.fn() };
		expect(await findingsOf(files, () => gone)).toEqual(await findingsOf(files));
		expect(gone.end).toHaveBeenCalledOnce();
	}, 60_000);
});

test('a small catalogue starts no thread', async () => {
	const start = vi.fn<StartHelper>();
	await findingsOf(soundFiles(), start);
	expect(start).not.toHaveBeenCalled();
});

test.skipIf(isAlone)('a thread whose code is not there fails, and does not wait', async () => {
	const thread = helperAt(new URL('./gone.ts', import.meta.url))?.({ files: [], today: TODAY });
	await expect(thread?.work([])).rejects.toThrow();
	await expect(thread?.work([])).rejects.toThrow();
	thread?.end();
});

test('a rule that keeps what it finds says the same of an entry among others and in its part', async () => {
	const texts = soundFiles().map(({ path, text = '' }) => ({ path, text, digest: digestOf(text) }));
	const common = { files: texts.filter(({ path }) => COMMON.has(path)), today: TODAY };
	expect(common.files.length).toBe(COMMON.size);
	for (const rule of rules.filter(({ keeps }) => keeps)) {
		const [whole, parts] = [new Map<string, unknown>(), new Map<string, unknown>()];
		const keeping = (made: Map<string, unknown>) => ({
			get: (key: string) => made.get(key),
			set: (key: string, value: unknown) => void made.set(key, value),
			save: () => {},
		});
		await workOn(texts, { ...common, files: [] }, { rules: [rule], cache: keeping(whole) });
		const folders = new Map<string, typeof texts>();
		for (const file of texts.filter((one) => !common.files.includes(one))) {
			const home = file.path.startsWith('patterns/')
				? file.path.split('/', 2).join('/')
				: file.path;
			folders.set(home, [...(folders.get(home) ?? []), file]);
		}
		for (const files of folders.values()) {
			await workOn(files, common, { rules: [rule], cache: keeping(parts) });
		}
		expect([...parts.keys()].sort(), rule.id).toEqual([...whole.keys()].sort());
		for (const [key, value] of parts) expect(value, rule.id).toEqual(whole.get(key));
	}
});
