/** An example with what it yields, ready to be shown: on the page of its rule and by `--explain`. */
import { collections } from '#schemas/index.ts';
import type { Cache } from '../model/cache.ts';
import type { Finding } from '../model/finding.ts';
import type { Example, RuleDoc } from '../model/rule.ts';
import { type Ran, runExample } from './run.ts';
import { soundPath } from './sound.ts';

export interface ShownExample {
	/** What to say above the lines that fail, and above those that pass. */
	intro: { fails: string; passes: string };
	/** What else must be so. */
	given: readonly { where: string; data: string }[];
	fails: string;
	passes: string;
	/** What to colour the lines as. */
	language: 'yaml' | 'handlebars' | 'text';
	/** What the lines that fail yield, as it is printed; lines count from the first one shown. */
	findings: readonly string[];
}

const kept = new Map<string, unknown>();
/** The sound entries around every example are the same, and are parsed once. */
const memory: Cache = {
	get: (key) => kept.get(key),
	set: (key, value) => kept.set(key, value),
	save: () => {},
};

/** The example of a rule, run; undefined for a rule without one. */
export async function showExample({
	id,
	example,
}: Pick<RuleDoc, 'id' | 'example'>): Promise<ShownExample | undefined> {
	if (!example) return undefined;
	const ran = await runExample(example, example.fails, memory);
	const own = ran.findings.filter(({ rule }) => rule === id);
	return {
		intro: introOf(example),
		given: (example.given ?? []).map(({ in: collection, id: other, data }) => ({
			where: `${collections[collection].singular} ${soundPath(collection, other)}`,
			data,
		})),
		fails: example.fails,
		passes: example.passes,
		language: languageOf(example),
		findings: own.map((finding) => printed(finding, ran, example.fails)),
	};
}

function introOf({ in: collection, part = 'data', approved = [] }: Example): ShownExample['intro'] {
	const { singular, format } = collections[collection];
	const kind = approved.length > 0 ? `approved ${singular}` : singular;
	const one = `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
	const places = {
		data: `In the data of ${one}`,
		body: `In the ${format === 'prompt' ? 'template' : 'prose'} of ${one}`,
		file: `As the whole file of ${one}`,
		path: `As the path of ${one}`,
	};
	return { fails: `${places[part]} this fails:`, passes: 'This passes:' };
}

function languageOf({ in: collection, part = 'data' }: Example): ShownExample['language'] {
	if (part === 'data' || part === 'file') return 'yaml';
	return part === 'body' && collections[collection].format === 'prompt' ? 'handlebars' : 'text';
}

function printed({ file, line, message, fix, rule }: Finding, ran: Ran, lines: string): string {
	const from = line - ran.firstLine + 1;
	const isShown = file === ran.file && from >= 1 && from <= lines.split('\n').length;
	const place = isShown ? `line ${from}` : file;
	return `${place}: ${message} [${rule}]\n    ${fix}`;
}
