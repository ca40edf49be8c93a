/** The house catalogue in memory, to be changed or broken one piece at a time. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { named } from '#catalogue/judge/records/id.ts';
import { recordPath } from '#catalogue/judge/records/place.ts';
import { checkFiles } from '#catalogue/load.ts';
import { fileDigest } from '#catalogue/model/digest.ts';
import { compare } from '#catalogue/model/finding.ts';
import type { Loaded } from '#catalogue/model/loaded.ts';
import type { SourceFile } from '#catalogue/read/files.ts';
import type { Target } from '#schemas/measure.ts';
import type { CouncilSeat } from '#schemas/vocabularies.ts';
import { TODAY } from '../build.ts';
import { approvalBy, signer } from '../signer.ts';
import { fileOf, houseFiles, memory } from './index.ts';

/** Files by path. Methods change this copy only, and fail where there is nothing to change. */
export class Files {
	readonly #files: Map<string, SourceFile>;

	constructor(files: Iterable<SourceFile>) {
		this.#files = new Map([...files].map((file) => [file.path, file]));
	}

	/** The house catalogue as it is made. */
	static async house(): Promise<Files> {
		return new Files(await houseFiles());
	}

	copy(): Files {
		return new Files(this.#files.values());
	}

	text(path: string): string {
		const text = this.#files.get(path)?.text;
		if (text === undefined) throw new Error(`There is no ${path} to change.`);
		return text;
	}

	set(path: string, text: string): this {
		this.#files.set(path, fileOf([path, text]));
		return this;
	}

	/** Puts `to` in the place of the first `from`. */
	swap(path: string, from: string, to: string): this {
		const text = this.text(path);
		if (!text.includes(from)) throw new Error(`${path} does not contain ${JSON.stringify(from)}.`);
		return this.set(
			path,
			text.replace(from, () => to),
		);
	}

	/** Takes out the lines from the first that holds `from` up to the next that holds `until`. */
	drop(path: string, from: string, until: string): this {
		const text = this.text(path);
		const start = text.indexOf(from);
		const end = text.indexOf(until, start + from.length);
		if (start < 0 || end < 0) throw new Error(`${path} has no stretch from ${from} to ${until}.`);
		return this.set(path, text.slice(0, start) + text.slice(end));
	}

	remove(path: string): this {
		if (!this.#files.delete(path)) throw new Error(`There is no ${path} to remove.`);
		return this;
	}

	/** Number of the first line that holds the text. */
	line(path: string, text: string): number {
		const at = this.text(path).indexOf(text);
		if (at < 0) throw new Error(`${path} does not contain ${JSON.stringify(text)}.`);
		return this.text(path).slice(0, at).split('\n').length;
	}

	/** Writes the files under a folder, for a tool that reads them from disk. */
	write(root: string): void {
		for (const { path, text } of this.#files.values()) {
			// Pictures and other files without text are no part of what a variant changes.
			if (text === undefined) continue;
			mkdirSync(join(root, dirname(path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
	}

	check(today = TODAY): Promise<Loaded> {
		const files = [...this.#files.values()].sort((a, b) => compare(a.path, b.path));
		return checkFiles(files, { cache: memory, today });
	}
}

interface Signed {
	/** Seats with who signs in them. */
	seats: Partial<Record<CouncilSeat, string>>;
	authors?: readonly string[];
	conditions?: readonly string[];
}

const ORGANISATION = 'content/organisation.yaml';

/** Signs the content as it stands, as `npm run approve` would, by members who are put on the roster. */
export async function approve(
	files: Files,
	id: string,
	{ seats, authors = ['An Author <author@example.com>'], conditions = [] }: Signed,
): Promise<Files> {
	const document = parseDocument(files.text(ORGANISATION));
	const listed = document.getIn(['council', 'seats']);
	for (const [seat, name] of Object.entries(seats)) {
		for (const item of isSeq(listed) ? listed.items : []) {
			if (!isMap(item) || item.get('seat') !== seat) continue;
			item.set('members', document.createNode([signer(name).member]));
		}
	}
	files.set(ORGANISATION, document.toString({ lineWidth: 0 }));
	const { catalogue } = await files.check();
	for (const [seat, name] of Object.entries(seats)) {
		const said = {
			authors: [...authors],
			conditions: conditions.map((text) => ({ text })),
		};
		// Object.entries loses the literal keys.
		const one = approvalBy(signer(name), seat as CouncilSeat, `patterns/${id}`, catalogue, said);
		files.set(one.path, one.text);
	}
	return files;
}

/** Records a run that meets every limit, on the prompts and the pinned model version there are. */
export async function evaluate(files: Files, id: string): Promise<Files> {
	const { catalogue } = await files.check();
	const data = catalogue.patterns.get(id)?.data;
	const model = catalogue.models.get(data?.models[0] ?? '');
	if (!data || !model) throw new Error(`There is no pattern ${id} with a model.`);
	const run = named({
		kind: 'evaluation',
		on: TODAY,
		source: 'Pipeline run 14',
		by: 'Release pipeline',
		added: { by: 'Release pipeline', on: TODAY },
		run: 1,
		prompts: data.prompts.flatMap((prompt) => {
			const entry = catalogue.prompts.get(prompt);
			return entry
				? [{ prompt, version: entry.data.version, digest: fileDigest(entry.source) }]
				: [];
		}),
		model: model.id,
		pin: model.data.pinnedVersion,
		dataset: {
			name: 'Labelled set',
			version: '12',
			digest: '0'.repeat(64),
			size: CASES,
			languages: ['English'],
		},
		counts: data.evaluation.limits.map(({ dimension, measure, unit, limit }) =>
			unit === '%'
				? { dimension, measure, k: Math.round(goodShare(limit) * CASES), n: CASES }
				: { dimension, measure, mean: 1, deviation: 0.01, n: CASES },
		),
	});
	const path = recordPath('patterns', id, 'evaluation', TODAY.slice(0, 7));
	return files.set(path, `${JSON.stringify({ records: [run] }, null, 2)}\n`);
}

/** So many that every limit is decided. */
const CASES = 100_000;

/** A share that meets a limit, well inside it. */
function goodShare(limit: Target): number {
	if ('atMost' in limit) return 0;
	return 'from' in limit ? (limit.from + limit.to) / 200 : 1;
}
