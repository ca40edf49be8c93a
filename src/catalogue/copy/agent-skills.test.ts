import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextOf } from '#catalogue/copy/context.ts';
import { catalogueOf, entry } from '#tests/support/build.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { digestOfBytes } from '../model/digest.ts';
import { agentSkills } from './agent-skills.ts';

const url = (path: string) => `https://host.example/ai${path}`;
const ROOT = '.well-known/agent-skills/';
const base = [entry('prompts'), entry('cases'), entry('controls'), entry('models')];

async function made(catalogue: Catalogue) {
	const files = new Map(
		[...agentSkills.files(contextOf(catalogue, url))].map((file) => [file.path, file]),
	);
	const index = JSON.parse(String(await files.get(`${ROOT}index.json`)?.body()));
	const unzip = async (path: string) => {
		const bytes = await files.get(path)?.body();
		if (!bytes || typeof bytes === 'string') throw new Error(`${path} is no archive.`);
		const texts = Object.entries(unzipSync(bytes)).map(([name, own]) => [name, strFromU8(own)]);
		return { bytes, texts: new Map(texts as [string, string][]) };
	};
	return { files, index, unzip };
}

const frontmatter = (text = '') => parse(text.split('---\n')[1] ?? '');

describe('the index', () => {
	test('names the catalogue and each pattern, with the digest of its archive', async () => {
		const { index, unzip } = await made(catalogueOf(entry('patterns'), ...base));
		expect(index.$schema).toBe('https://schemas.agentskills.io/discovery/0.2.0/schema.json');
		expect(index.skills.map(({ name }: { name: string }) => name)).toEqual([
			'ai-pattern-catalogue',
			'summary',
		]);
		for (const { url: address, digest, type } of index.skills) {
			const { bytes } = await unzip(ROOT + address);
			expect([digest, type]).toEqual([`sha256:${digestOfBytes(bytes)}`, 'archive']);
		}
	});

	test('a description stays one line within what the format allows', async () => {
		const pattern = entry('patterns', 'summary', {
			useWhen: ['It is long: '.padEnd(900, 'x'), 'A line\nbreak '.padEnd(400, 'y')],
		});
		const { index } = await made(catalogueOf(pattern, ...base));
		const { description } = index.skills[1];
		expect(description.length).toBeLessThanOrEqual(1024);
		expect(description).not.toContain('\n');
	});
});

describe('the skill of a pattern', () => {
	test('says the state, when to use it and when not, and brings prompts and cases', async () => {
		const { unzip } = await made(catalogueOf(entry('patterns'), ...base));
		const { texts } = await unzip(`${ROOT}summary.zip`);
		expect([...texts.keys()].sort()).toEqual([
			'SKILL.md',
			'prompts/ask.cases.yaml',
			'prompts/ask.prompt',
			'references/pattern.md',
		]);
		const text = texts.get('SKILL.md');
		expect(frontmatter(text)).toMatchObject({ name: 'summary', metadata: { state: 'Proposed' } });
		for (const part of ['Use it when:', 'Do not use it when:', '## Controls']) {
			expect(text).toContain(part);
		}
	});

	test('a hostile title breaks neither the frontmatter nor the text', async () => {
		const title = 'Say "---\nname: evil" <script> | `x`';
		const { unzip } = await made(catalogueOf(entry('patterns', 'summary', { title }), ...base));
		const text = (await unzip(`${ROOT}summary.zip`)).texts.get('SKILL.md');
		expect(frontmatter(text).name).toBe('summary');
		expect(text).not.toContain('\n---\nname: evil');
		expect(text?.split('---\n')[2]).not.toMatch(/(?<!\\)<script>/);
	});
});

test('a prompt has a skill of its own, beside its other formats', async () => {
	const { unzip, index } = await made(catalogueOf(entry('patterns'), ...base));
	const { texts } = await unzip('prompts/ask.skill.zip');
	expect([...texts.keys()].sort()).toEqual(['SKILL.md', 'ask.cases.yaml', 'ask.prompt']);
	expect(frontmatter(texts.get('SKILL.md')).name).toBe('ask');
	expect(index.skills.some(({ name }: { name: string }) => name === 'ask')).toBe(false);
});
