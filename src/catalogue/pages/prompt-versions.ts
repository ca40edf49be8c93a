/** The versions of a prompt: what each asked of its users, and those whose text is kept. */
import type { Catalogue, Entry } from '../model/catalogue.ts';

type Kept = Entry<'prompts'> | Entry<'releases'>;

export interface PromptVersion {
	version: string;
	/** The text as it was released; undefined where it was not kept. */
	kept: Kept | undefined;
	/** Whether it is the version that the prompt has today. */
	current: boolean;
	/** Page of the version; the current one is the page of the prompt. */
	page: string | undefined;
	/** Its source file to take away. */
	download: string | undefined;
}

/** Every version in the change log, newest first, with the text of those that were frozen. */
export function versionsOf({ id, data }: Entry<'prompts'>, catalogue: Catalogue): PromptVersion[] {
	const prompt = catalogue.prompts.get(id);
	return data['catalogue.changes'].map(({ version }) => {
		const current = version === data.version;
		const kept = current ? prompt : catalogue.releases.get(`${id}@${version}`);
		return {
			version,
			kept,
			current,
			page: kept && (current ? `/prompts/${id}/` : `/prompts/${id}/${version}/`),
			download: kept && `/prompts/${current ? id : kept.id}.prompt`,
		};
	});
}

/** Two versions of a prompt that can be compared, the older one first. */
export interface Comparison {
	from: PromptVersion & { kept: Kept };
	to: PromptVersion & { kept: Kept };
	/** Such as `1.0.0-to-1.1.0`. */
	name: string;
	page: string;
}

/** Every pair of kept versions: newest pairs first. */
export function comparisonsOf(prompt: Entry<'prompts'>, catalogue: Catalogue): Comparison[] {
	const kept = versionsOf(prompt, catalogue).filter(isKept);
	return kept.flatMap((to, at) =>
		kept.slice(at + 1).map((from) => {
			const name = `${from.version}-to-${to.version}`;
			return { from, to, name, page: `/prompts/${prompt.id}/compare/${name}/` };
		}),
	);
}

const isKept = (version: PromptVersion): version is PromptVersion & { kept: Kept } =>
	version.kept !== undefined;
