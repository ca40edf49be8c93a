/** Runs the example of a rule: its lines in a minimal entry, among sound entries. */
import { parse } from 'yaml';
import type { CollectionName } from '#schemas/index.ts';
import { checkFiles } from '../load.ts';
import { type Cache, noCache } from '../model/cache.ts';
import type { Finding } from '../model/finding.ts';
import type { Example } from '../model/rule.ts';
import { joinFile, type SoundFile, soundFile, soundPath, soundTexts, toYaml } from './sound.ts';

/** The day of every example: a fixed one, so that the same source gives the same page. */
export const EXAMPLE_DAY = '2026-11-22';

export interface Ran {
	/** Path of the file the lines stand in. */
	file: string;
	/** First line of that file which is one of the example's, so that places count from there. */
	firstLine: number;
	/** Of every file, sorted. */
	findings: Finding[];
}

type Frame = Pick<Example, 'in' | 'part' | 'given' | 'approved'>;

/** What the checks say about `lines`, which are the `fails` or the `passes` of the example. */
export async function runExample(
	example: Frame,
	lines: string,
	cache: Cache = noCache,
): Promise<Ran> {
	const texts = soundTexts();
	for (const { in: collection, id } of example.given ?? []) {
		const { data, body } = groundOf(example, collection, id);
		texts.set(soundPath(collection, id), joinFile(collection, toYaml(data), body));
	}
	const { file, text, firstLine } = placed(example, ended(lines));
	if (file !== soundPath(example.in)) texts.delete(soundPath(example.in));
	texts.set(file, text);
	const files = [...texts].map(([path, content]) => ({ path, text: content }));
	const { findings } = await checkFiles(files, {
		today: EXAMPLE_DAY,
		cache,
		approved: new Set(example.approved),
	});
	return { file, firstLine, findings };
}

/** The minimal entry of a collection, with what the example says must be so. */
function groundOf({ given = [] }: Frame, collection: CollectionName, id?: string): SoundFile {
	const { data, body } = soundFile(collection);
	const meant = given.filter((one) => one.in === collection && one.id === id);
	return { data: Object.assign(data, ...meant.map(({ data: yaml }) => parse(yaml))), body };
}

/** The file with the lines in it, and where they start. */
function placed(example: Frame, lines: string): { file: string; text: string; firstLine: number } {
	const { in: collection, part = 'data' } = example;
	const file = soundPath(collection);
	if (part === 'file') return { file, text: lines, firstLine: 1 };
	const { data, body } = groundOf(example, collection);
	const whole = joinFile(collection, toYaml(data), body);
	if (part === 'path') return { file: lines.trim(), text: whole, firstLine: 1 };
	if (part === 'body') {
		const head = joinFile(collection, toYaml(data), '');
		return { file, text: head + lines, firstLine: head.split('\n').length };
	}
	// The lines stay as they are written, last in the data: so lines that are no YAML can be shown.
	for (const key of fieldsOf(lines)) delete data[key];
	const above = toYaml(data);
	const fence = joinFile(collection, '', '').split('\n').length > 1 ? 1 : 0;
	const text = joinFile(collection, above + lines, body);
	return { file, text, firstLine: above.split('\n').length + fence };
}

const ended = (lines: string) => (lines.endsWith('\n') ? lines : `${lines}\n`);

/** The top-level keys of YAML lines, also where the lines as a whole do not parse. */
function fieldsOf(lines: string): string[] {
	const keys = lines.matchAll(/^(?:"([^"]+)"|'([^']+)'|([\w.-]+)):(?=\s|$)/gm);
	return [...keys].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}
