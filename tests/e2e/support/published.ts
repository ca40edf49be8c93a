/** What the built site publishes as JSON: pages are held against it. */
import type { APIRequestContext } from '@playwright/test';

export interface PublishedPattern {
	id: string;
	title: string;
	facets: Record<string, string[]>;
}

interface PatternDetail {
	data: { risks: { risk: string }[]; architecture: { nodes: unknown[] } };
}

/** Every pattern, in the order of their list: what must not be used stands last. */
export async function publishedPatterns(request: APIRequestContext): Promise<PublishedPattern[]> {
	const { entries }: { entries: PublishedPattern[] } = await read(request, 'patterns.json');
	const list = await (await request.get('patterns/')).text();
	const placeOf = ({ id }: PublishedPattern) => list.indexOf(`patterns/${id}/"`);
	return entries.sort((a, b) => placeOf(a) - placeOf(b));
}

/** One pattern with all its facts. */
export async function publishedPattern(
	request: APIRequestContext,
	id: string,
): Promise<PatternDetail['data']> {
	const { data }: PatternDetail = await read(request, `patterns/${id}.json`);
	return data;
}

async function read(request: APIRequestContext, file: string) {
	const answer = await request.get(`api/v1/${file}`);
	if (!answer.ok()) throw new Error(`api/v1/${file}: ${answer.status()}`);
	return answer.json();
}
