/** Agent Skills with their discovery index, so that `npx skills add <site>` finds and checks them. */

import { CATALOGUE_SKILL } from '#schemas/pattern.ts';
import { type Exporter, type ExportFile, JSON_TYPE, json } from '../export/exporter.ts';
import { catalogueSkill } from '../export/skills/catalogue-skill.ts';
import { patternSkill } from '../export/skills/pattern-skill.ts';
import { cut, type Skill } from '../export/skills/skill.ts';
import { skillPath } from '../model/artefacts.ts';
import type { Entry } from '../model/catalogue.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOfBytes } from '../model/digest.ts';
import { keeper } from '../model/keep.ts';
import { parts } from '../model/reads.ts';
import { promptDownloads } from './prompt-formats.ts';
import { skillArchive } from './skill-archive.ts';

/** The form of the index; clients look for this very address. */
const DISCOVERY = 'https://schemas.agentskills.io/discovery/0.2.0/schema.json';
const ROOT = '.well-known/agent-skills';
const ZIP_TYPE = 'application/zip';

interface Made {
	/** Its line in the index. */
	line: ReturnType<typeof indexLine>;
	/** Undefined where they have made room for those of others. */
	bytes: Uint8Array | undefined;
}

const keepMade = keeper<Promise<Made>>('skills', {
	most: 64,
	facts: async (made) => ({ line: (await made).line, bytes: undefined }),
});

type MakeSkill = () => Skill | Promise<Skill>;

/** Index and archive must be of one making. */
const keep = (name: string, { catalogue, url }: ExportContext, make: MakeSkill): Promise<Made> =>
	keepMade(catalogue, `${name} ${url('/')}`, async () => {
		const skill = await make();
		const bytes = skillArchive(skill);
		return { line: indexLine(skill, bytes), bytes };
	});

export const agentSkills: Exporter = {
	name: 'agent-skills',
	summary: 'A skill for the catalogue, one per pattern and one per prompt, for coding agents.',
	*files(context) {
		const { catalogue } = context;
		const ours = () => catalogueSkill(context);
		const ofPattern = (pattern: Entry<'patterns'>) => () => patternSkill(pattern, context);
		const archive = (name: string, make: MakeSkill): ExportFile => ({
			path: `${ROOT}/${name}.zip`,
			type: ZIP_TYPE,
			body: async () => (await keep(name, context, make)).bytes ?? skillArchive(await make()),
		});
		yield {
			path: `${ROOT}/index.json`,
			type: JSON_TYPE,
			body: async () => {
				// The digest of an archive costs the archive, so it is not asked for again in vain.
				const { recall = (_, make) => make() } = context;
				const line = (name: string, make: MakeSkill) =>
					recall(`skill ${name}`, async () => (await keep(name, context, make)).line);
				const skills = [await line(CATALOGUE_SKILL, ours)];
				for (const pattern of catalogue.patterns.values()) {
					skills.push(await line(pattern.id, ofPattern(pattern)));
				}
				return json({ $schema: DISCOVERY, skills });
			},
		};
		yield archive(CATALOGUE_SKILL, ours);
		for (const pattern of parts(catalogue.patterns.values())) {
			yield archive(pattern.id, ofPattern(pattern));
		}
		for (const prompt of parts(catalogue.prompts.values())) {
			const path = skillPath(prompt.id);
			yield {
				path,
				type: ZIP_TYPE,
				body: async () => {
					// The files of a prompt are made with their digests, for its page.
					const made = await promptDownloads(prompt, context);
					const skill = made.find((one) => one.path === path);
					if (skill) return skill.body;
					throw new Error(`${path} was not made.`);
				},
			};
		}
	},
};

const indexLine = ({ name, description }: Skill, bytes: Uint8Array) => ({
	name,
	type: 'archive',
	description: cut(description),
	// Next to the index, so that it works under any base path.
	url: `${name}.zip`,
	digest: `sha256:${digestOfBytes(bytes)}`,
});
