/** Agent Skills with their discovery index, so that `npx skills add <site>` finds and checks them. */
import { CATALOGUE_SKILL } from '#schemas/pattern.ts';
import { type Exporter, type ExportFile, JSON_TYPE, json } from '../export/exporter.ts';
import { catalogueSkill } from '../export/skills/catalogue-skill.ts';
import { patternSkill } from '../export/skills/pattern-skill.ts';
import { promptSkill } from '../export/skills/prompt-skill.ts';
import { cut, type Skill } from '../export/skills/skill.ts';
import { skillPath } from '../model/artefacts.ts';
import type { ExportContext } from '../model/context.ts';
import { digestOfBytes } from '../model/digest.ts';
import { keeper } from '../model/keep.ts';
import { skillArchive } from './skill-archive.ts';

/** The form of the index; clients look for this very address. */
const DISCOVERY = 'https://schemas.agentskills.io/discovery/0.2.0/schema.json';
const ROOT = '.well-known/agent-skills';
const ZIP_TYPE = 'application/zip';

interface Made {
	skill: Skill;
	bytes: Uint8Array;
}

const keepMade = keeper<Promise<Made>>('skills');

/** Index and archive must be of one making. */
const keep = (
	name: string,
	{ catalogue, url }: ExportContext,
	make: () => Skill | Promise<Skill>,
): Promise<Made> =>
	keepMade(catalogue, `${name} ${url('/')}`, async () => {
		const skill = await make();
		return { skill, bytes: skillArchive(skill) };
	});

export const agentSkills: Exporter = {
	name: 'agent-skills',
	summary: 'A skill for the catalogue, one per pattern and one per prompt, for coding agents.',
	*files(context) {
		const { catalogue } = context;
		const makers = new Map<string, () => Promise<Made>>([
			[CATALOGUE_SKILL, () => keep(CATALOGUE_SKILL, context, () => catalogueSkill(context))],
		]);
		for (const pattern of catalogue.patterns.values()) {
			makers.set(pattern.id, () => keep(pattern.id, context, () => patternSkill(pattern, context)));
		}
		yield {
			path: `${ROOT}/index.json`,
			type: JSON_TYPE,
			body: async () => {
				const skills = await Promise.all([...makers.values()].map((make) => make()));
				return json({ $schema: DISCOVERY, skills: skills.map(indexLine) });
			},
		};
		for (const [name, make] of makers) yield archive(`${ROOT}/${name}.zip`, make);
		for (const prompt of catalogue.prompts.values()) {
			const path = skillPath(prompt.id);
			yield archive(path, () =>
				keep(`prompt ${prompt.id}`, context, () => promptSkill(prompt, context)),
			);
		}
	},
};

const archive = (path: string, make: () => Promise<Made>): ExportFile => ({
	path,
	type: ZIP_TYPE,
	body: async () => (await make()).bytes,
});

const indexLine = ({ skill: { name, description }, bytes }: Made) => ({
	name,
	type: 'archive',
	description: cut(description),
	// Beside the index, so that it holds under any base path.
	url: `${name}.zip`,
	digest: `sha256:${digestOfBytes(bytes)}`,
});
