/** The archive of a skill, which clients install, with SKILL.md at its root. */
import { type Skill, skillFiles } from '../export/skills/skill.ts';
import { zipOnce } from './zip-once.ts';

export const skillArchive = (skill: Skill): Uint8Array => zipOnce('', skillFiles(skill));
