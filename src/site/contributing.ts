/** CONTRIBUTING.md for the site: the recipes a contributor reads in the repository, word for word. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BodySection, renderBody } from './mdx.ts';

/** Each task as a section, in the order of the file. Its title and what stands before are left out. */
export async function contributingTasks(): Promise<BodySection[]> {
	const text = await readFile(join(process.cwd(), 'CONTRIBUTING.md'), 'utf8');
	const sections = await renderBody(text, { levelOf: () => 3 });
	return sections.filter(({ title }) => title !== '');
}
