/** Over a real repository and a server on this machine that answers as GitLab's API does. */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MARKER } from '#catalogue/report/markdown.ts';
import { entry, soundTexts } from '#tests/support/build.ts';
import { repositoryOf, temporaryFolder } from '#tests/support/repository.ts';
import { writeNotes } from './notes.ts';

interface Note {
	id: number;
	author: { id: number };
	body: string;
}

/** Keeps the notes of merge requests and the calls made; the token must be right. */
async function gitlabWith(requests: readonly { iid: number; sha: string }[]) {
	const notes = new Map<number, Note[]>(requests.map(({ iid }) => [iid, []]));
	const calls: string[] = [];
	const server = createServer(async (request, response) => {
		const [path = '', query = ''] = (request.url ?? '').split('?');
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part);
		const text = Buffer.concat(parts).toString();
		calls.push(`${request.method} ${path}`);
		const answer = (status: number, body: unknown) =>
			response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
		if (request.headers['private-token'] !== 'secret') return answer(401, {});
		if (path === '/user') return answer(200, { id: 1 });
		if (path === '/projects/5/merge_requests') {
			const open = query.includes('state=opened&target_branch=main');
			return answer(200, open ? requests : []);
		}
		const [, iid = '', note] = /merge_requests\/(\d+)\/notes(?:\/(\d+))?$/.exec(path) ?? [];
		const list = notes.get(Number(iid));
		if (!list) return answer(404, {});
		if (request.method === 'GET') return answer(200, list);
		const { body } = JSON.parse(text) as { body: string };
		const known = list.find(({ id }) => id === Number(note));
		if (known) known.body = body;
		else list.push({ id: list.length + 10, author: { id: 1 }, body });
		return answer(201, {});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	onTestFinished(() => void server.close());
	// A server that listens on a port of an address has an address of this form.
	const { port } = server.address() as AddressInfo;
	return { api: `http://127.0.0.1:${port}`, notes, calls };
}

test('each open merge request gets one note, which is replaced only when the report changes', async () => {
	const risk = entry('risks');
	const { root, git, write, commit } = repositoryOf(soundTexts());
	git('switch', '--quiet', '--create', 'change');
	write({ [risk.file]: risk.source.replace('An entry', 'A leak') });
	const sha = commit();
	git('update-ref', 'refs/merge-requests/3/head', sha);
	git('switch', '--quiet', 'main');
	const clone = join(temporaryFolder(), 'clone');
	execFileSync('git', ['clone', '--quiet', '--branch', 'main', root, clone]);
	const { api, notes, calls } = await gitlabWith([{ iid: 3, sha }]);
	notes.get(3)?.push({ id: 9, author: { id: 2 }, body: `${MARKER}\nby someone else` });
	const project = { api, project: '5', page: 'https://gitlab.example/p', branch: 'main' };
	const again = () => writeNotes(clone, { ...project, token: 'secret' });

	expect(await again()).toEqual(['!3: written.']);
	expect(notes.get(3)?.map(({ body }) => body.startsWith(MARKER))).toEqual([true, true]);
	expect(notes.get(3)?.[1]?.body).toContain('Title: An entry → A leak');
	expect(await again()).toEqual(['!3: the same as before.']);
	const own = notes.get(3)?.[1];
	if (own) own.body = `${MARKER}\nof yesterday`;
	expect(await again()).toEqual(['!3: replaced.']);
	expect(notes.get(3)?.[0]?.body).toContain('by someone else');
	expect(notes.get(3)).toHaveLength(2);
	expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
});

test('a wrong token is one line', async () => {
	const { root } = repositoryOf({ 'README.md': 'x' });
	const { api } = await gitlabWith([]);
	const project = { api, project: '5', page: 'https://gitlab.example/p', branch: 'main' };
	await expect(writeNotes(root, { ...project, token: 'wrong' })).rejects.toThrow(
		'GitLab answers 401 to GET /user.',
	);
});
