/**
 * Writes the report of each open merge request on GitLab as one note. It runs on the default branch
 * with the code of that branch; a merge request is only read, from git.
 */
import { z } from 'zod';
import { MARKER } from '#catalogue/report/markdown.ts';
import { report } from '../commands/report.ts';
import { read } from '../git-process.ts';
import { run } from '../run.ts';

export interface GitlabProject {
	/** Address of the API, such as https://gitlab.example/api/v4. */
	api: string;
	/** Number of the project. */
	project: string;
	/** Address of the project, for links to files. */
	page: string;
	/** Branch that merge requests go to. */
	branch: string;
	token: string;
}

const user = z.object({ id: z.number() });
const requests = z.array(z.object({ iid: z.int().positive(), sha: z.string().nullable() }));
const notes = z.array(z.object({ id: z.number(), author: user, body: z.string() }));

/** Most merge requests and notes on one page; GitLab gives no more. */
const PAGE = 100;

/** Brings the note of every open merge request up to date; returns a line for each. */
export async function writeNotes(root: string, gitlab: GitlabProject): Promise<string[]> {
	const { ask, all } = clientOf(gitlab);
	const me = user.parse(await ask('/user'));
	const merges = `/projects/${encodeURIComponent(gitlab.project)}/merge_requests`;
	const query = `state=opened&target_branch=${encodeURIComponent(gitlab.branch)}`;
	const said: string[] = [];
	for (const { iid, sha } of await all(requests, `${merges}?${query}`)) {
		if (!sha) continue;
		const text = await reportOn(root, iid, sha, gitlab);
		const place = `${merges}/${iid}/notes`;
		const known = (await all(notes, `${place}?order_by=created_at&sort=asc`)).find(
			({ author, body }) => author.id === me.id && body.startsWith(MARKER),
		);
		const same = known?.body.trim() === text.trim();
		if (!known) await ask(place, 'POST', text);
		else if (!same) await ask(`${place}/${known.id}`, 'PUT', text);
		said.push(`!${iid}: ${known ? (same ? 'the same as before' : 'replaced') : 'written'}.`);
	}
	return said;
}

/** The report, or why there is none: one request that cannot be read must not stop the others. */
async function reportOn(root: string, iid: number, sha: string, { page }: GitlabProject) {
	const ref = `+refs/merge-requests/${iid}/head:refs/judge/${iid}`;
	await read(root, ['fetch', '--quiet', '--no-tags', 'origin', ref]);
	const [out, errors]: [string[], string[]] = [[], []];
	const io = {
		cwd: root,
		out: (line: string) => out.push(line),
		error: (line: string) => errors.push(line),
	};
	const link = `${page}/-/blob/${sha}/{path}`;
	const code = await run([report], ['report', '--base', 'HEAD', '--head', sha, '--link', link], io);
	if (code === 0) return out.join('\n');
	return `${MARKER}\n**There is no report on this merge request.**\n\n    ${errors.join('\n    ')}`;
}

function clientOf({ api, token }: GitlabProject) {
	const headers = { 'PRIVATE-TOKEN': token, 'Content-Type': 'application/json' };
	const ask = async (path: string, method = 'GET', body?: string): Promise<unknown> => {
		const answer = await fetch(`${api}${path}`, {
			method,
			headers,
			// A redirect would carry the token to another host.
			redirect: 'error',
			...(body === undefined ? {} : { body: JSON.stringify({ body }) }),
		});
		if (answer.ok) return answer.json();
		throw new Error(`GitLab answers ${answer.status} to ${method} ${path}.`);
	};
	const all = async <Item>(schema: z.ZodType<Item[]>, path: string): Promise<Item[]> => {
		const items: Item[] = [];
		for (let page = 1; ; page += 1) {
			const part = schema.parse(await ask(`${path}&per_page=${PAGE}&page=${page}`));
			items.push(...part);
			if (part.length < PAGE) return items;
		}
	};
	return { ask, all };
}
