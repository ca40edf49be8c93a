/** A prompt in every format it is offered in; page, checksums and the zip of a pattern read this. */

import { configOf } from '../export/promptfoo.ts';
import { releaseText, textsOf } from '../export/prompts.ts';
import { promptSkill } from '../export/skills/prompt-skill.ts';
import { type BundleFile, type PromptFile, skillPath } from '../model/artefacts.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOfBytes } from '../model/digest.ts';
import { compare } from '../model/finding.ts';
import { keeper } from '../model/keep.ts';
import { skillArchive } from './skill-archive.ts';

/** A file of a prompt with its content. */
interface PromptDownload extends PromptFile {
	body: string | Uint8Array;
}

/** Some prompts are held with their texts, and all others with sizes and digests alone. */
const keepFormats = keeper<Promise<(PromptFile | PromptDownload)[]>>('prompt-formats', {
	most: 256,
	facts: async (made) => (await made).map(promptFacts),
});

/** A file of a prompt without its content. */
export const promptFacts = ({ end, name, path, size, digest }: PromptFile): PromptFile => ({
	...{ end, name, path, size, digest },
});

/** Every file of a prompt, earlier versions after the current one, the skill last. */
export const promptFormats = (
	entry: Entry<'prompts'>,
	context: ExportContext,
): Promise<PromptFile[]> =>
	keepFormats(context.catalogue, `${entry.id} ${context.url('/')}`, () =>
		makeFormats(entry, context),
	);

/** The same with their content. */
export async function promptDownloads(
	entry: Entry<'prompts'>,
	context: ExportContext,
): Promise<PromptDownload[]> {
	const kept = await promptFormats(entry, context);
	return kept.every(hasBody) ? kept : makeFormats(entry, context);
}

const hasBody = (file: PromptFile): file is PromptDownload => 'body' in file;

async function makeFormats(
	entry: Entry<'prompts'>,
	context: ExportContext,
): Promise<PromptDownload[]> {
	const { id } = entry;
	const { releases } = context.catalogue;
	const released = entry.data['catalogue.changes'].flatMap(
		({ version }) => releases.get(`${id}@${version}`) ?? [],
	);
	const texts = [
		...textsOf(entry, context),
		...released.sort((a, b) => compare(a.file, b.file)).map(releaseText),
		...configOf(entry, context),
	];
	const skill = {
		path: skillPath(id),
		body: async () => skillArchive(await promptSkill(entry, context)),
	};
	return Promise.all(
		[...texts, skill].map(async ({ path, body: make }) => {
			const body = await make();
			const bytes = typeof body === 'string' ? Buffer.from(body) : body;
			const name = path.slice('prompts/'.length);
			return {
				end: name.slice(id.length),
				name,
				path,
				body,
				size: bytes.length,
				digest: digestOfBytes(bytes),
			};
		}),
	);
}

/** The prompts of a pattern with their cases, for its zip; a skill is an archive of its own. */
export async function promptFiles(
	{ data }: Entry<'patterns'>,
	context: ExportContext,
): Promise<BundleFile[]> {
	const { catalogue } = context;
	const files: BundleFile[] = [];
	for (const id of data.prompts) {
		const prompt = catalogue.prompts.get(id);
		const formats = prompt ? await promptDownloads(prompt, context) : [];
		for (const { name, body } of formats) {
			if (typeof body === 'string') files.push({ path: name, text: body, mode: 0o644 });
		}
		const cases = catalogue.cases.get(id);
		if (cases) {
			const text = cases.source.replaceAll('\r\n', '\n');
			files.push({ path: `${id}.cases.yaml`, text, mode: 0o644 });
		}
	}
	return files;
}
