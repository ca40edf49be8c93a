/** A prompt in every format it is offered in; page, checksums and the zip of a pattern read this. */

import { promptfoo } from '../export/promptfoo.ts';
import { prompts } from '../export/prompts.ts';
import { promptSkill } from '../export/skills/prompt-skill.ts';
import { skillArchive } from '../export/skills/skill.ts';
import type { SiteUrl } from '../model/address.ts';
import type { Catalogue, Entry } from '../model/catalogue.ts';
import { digestOfBytes } from '../model/digest.ts';
import { keeper } from '../model/keep.ts';
import type { BundleFile } from './archive.ts';

/** A file of a prompt as it is downloaded. */
export interface PromptFile {
	/** What follows the id in its name, such as `.prompt`; `@1.0.0.prompt` for an earlier version. */
	end: string;
	name: string;
	/** Path under the site, without a leading slash. */
	path: string;
	body: string | Uint8Array;
	/** SHA-256 of the bytes. */
	digest: string;
}

export const skillPath = (prompt: string) => `prompts/${prompt}.skill.zip`;
export const promptSumsPath = (prompt: string) => `prompts/${prompt}.SHA256SUMS`;

const keepFormats = keeper<Promise<PromptFile[]>>('prompt-formats');

/** Every file of a prompt, earlier versions after the current one, the skill last. */
export const promptFormats = (
	entry: Entry<'prompts'>,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<PromptFile[]> =>
	keepFormats(catalogue, `${entry.id} ${url('/')}`, () => makeFormats(entry, catalogue, url));

async function makeFormats(
	entry: Entry<'prompts'>,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<PromptFile[]> {
	const { id } = entry;
	const releases = [...catalogue.releases].filter(([name]) => name.startsWith(`${id}@`));
	const alone = { ...catalogue, prompts: new Map([[id, entry]]), releases: new Map(releases) };
	const texts = [prompts, promptfoo].flatMap((one) => [...one.files({ catalogue: alone, url })]);
	const skill = {
		path: skillPath(id),
		body: async () => skillArchive(await promptSkill(entry, { catalogue, url })),
	};
	return Promise.all(
		[...texts, skill].map(async ({ path, body: make }) => {
			const body = await make();
			const bytes = typeof body === 'string' ? Buffer.from(body) : body;
			const name = path.slice('prompts/'.length);
			return { end: name.slice(id.length), name, path, body, digest: digestOfBytes(bytes) };
		}),
	);
}

/** The prompts of a pattern with their cases, for its zip; a skill is an archive of its own. */
export async function promptFiles(
	{ data }: Entry<'patterns'>,
	catalogue: Catalogue,
	url: SiteUrl,
): Promise<BundleFile[]> {
	const files: BundleFile[] = [];
	for (const id of data.prompts) {
		const prompt = catalogue.prompts.get(id);
		const formats = prompt ? await promptFormats(prompt, catalogue, url) : [];
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
