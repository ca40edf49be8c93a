/** Full text of every page, by Pagefind: loaded only when the pages themselves are searched. */
import { href } from '#site/urls.ts';

interface Fragment {
	url: string;
	meta: Record<string, string | undefined>;
	/** HTML with `mark` and entities only. */
	excerpt: string;
	sub_results: { url: string; title: string; excerpt: string }[];
}

/** The part of Pagefind's own script that is used here. */
interface Pagefind {
	options: (options: object) => Promise<void>;
	init: () => Promise<void>;
	search: (query: string) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
}

/** A place in a page where the words are. */
export interface Passage {
	url: string;
	title: string;
	/** Heading of the section, where it is not the page itself. */
	section: string | undefined;
	excerpt: string;
}

let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
	loading ??= start();
	loading.catch(() => {
		loading = undefined;
	});
	return loading;
}

async function start(): Promise<Pagefind> {
	const pagefind: Pagefind = await import(/* @vite-ignore */ href('/pagefind/pagefind.js'));
	// A worker would need a policy of its own; the index is small enough without one.
	await pagefind.options({ noWorker: true, excerptLength: 22 });
	await pagefind.init();
	return pagefind;
}

/** The pages whose text has every word of a question, best first, each with its best place. */
export async function inTheText(question: string, most: number): Promise<Passage[]> {
	const { results } = await (await load()).search(question);
	const fragments = await Promise.all(results.slice(0, most).map((result) => result.data()));
	return fragments.map(({ url, meta, excerpt, sub_results: parts }) => {
		const place = parts.find((part) => part.url.includes('#'));
		return {
			url: place?.url ?? url,
			title: meta.title ?? url,
			section: place?.title,
			excerpt: place?.excerpt ?? excerpt,
		};
	});
}
