/** The parts of a build, in the order in which they start and end. */
import type { AstroIntegration } from 'astro';
import { files } from './files.ts';
import { pages } from './pages.ts';
import { search } from './search.ts';
import { workFolder } from './work-folder.ts';

export const integrations = (): AstroIntegration[] => [workFolder(), pages(), files(), search()];
