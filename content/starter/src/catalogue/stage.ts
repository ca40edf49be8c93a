/** What the tests of this folder use: a copy in its own folder, and a site without a network. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Surroundings } from './check.ts';
import { digestOf } from './copy-files.ts';
import { FORM, MANIFEST } from './manifest.ts';

const SITE = 'https://host.example/ai/';
const ANSWER = 'api/v1/copies/triage.json';
const control = (id: string) => ({ control: id, title: `The ${id}` });

/** Files by path, as text. */
export type Texts = Readonly<Record<string, string>>;

const digestsOf = (files: Texts) =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [path, digestOf(text)]));

/** catalogue.json of a copy that was taken when the files were these. */
export const manifestOf = (files: Texts, more: Readonly<Record<string, unknown>> = {}) => ({
	form: FORM,
	site: SITE,
	answer: ANSWER,
	pattern: 'triage',
	title: 'Triage',
	version: '1.0.0',
	digest: 'a',
	status: 'approved',
	tier: 'medium',
	parameters: { team: 'Cases' },
	obligations: [control('screen')],
	files: digestsOf(files),
	filled: {},
	...more,
});

/** What the site says if its files are these. */
export const answerOf = (files: Texts, more: Readonly<Record<string, unknown>> = {}) => ({
	form: FORM,
	pattern: 'triage',
	title: 'Triage',
	page: `${SITE}patterns/triage/`,
	version: '1.0.0',
	digest: 'a',
	state: { name: 'approved', label: 'Approved', duty: 'May be used.' },
	changes: [{ version: '1.0.0', date: '2026-01-05', impact: 'minor', summary: 'First.' }],
	tier: 'medium',
	obligations: [control('screen')],
	waivers: [],
	files: Object.entries(files).map(([path, text]) => ({
		path,
		digest: digestOf(text),
		size: text.length,
		from: `patterns/triage/starter/${path}`,
	})),
	...more,
});

export const change = (version: string, impact: string, action?: string) => ({
	version,
	date: '2026-03-02',
	impact,
	summary: `What ${version} brings.`,
	...(action && { action }),
});

/** A site that serves the answer and the files; `undefined` means that it is down. */
export function siteOf(answer: object | string | undefined, files: Texts = {}) {
	const asked: { url: string; init: RequestInit | undefined }[] = [];
	const fetched: typeof fetch = async (input, init) => {
		asked.push({ url: String(input), init });
		if (answer === undefined) throw new TypeError('fetch failed');
		const path = String(input).slice(SITE.length);
		if (path === ANSWER) {
			return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
		}
		const text = files[path.replace('patterns/triage/starter/', '')];
		return new Response(text ?? 'gone', { status: text === undefined ? 404 : 200 });
	};
	return { asked, fetch: fetched };
}

const made: string[] = [];
process.once('exit', () => {
	for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** A folder with the files and the manifest; `lines` collects what a command prints. */
export function copyOf(files: Texts, manifest: object = manifestOf(files)) {
	const root = mkdtempSync(join(tmpdir(), 'copy-'));
	made.push(root);
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	for (const [path, text] of Object.entries(files)) write(path, text);
	write(MANIFEST, `${JSON.stringify(manifest)}\n`);
	const lines: string[] = [];
	const around = (site: { fetch: typeof fetch }, today = '2026-04-01'): Surroundings => ({
		root,
		today,
		out: (line) => lines.push(line),
		note: (line) => lines.push(`note: ${line}`),
		fetch: site.fetch,
	});
	const read = (path: string) => readFileSync(join(root, path), 'utf8');
	return { root, write, read, lines, around };
}
