/** The parts of a build, in the order in which they start and end. */
import type { AstroIntegration } from 'astro';
import { bundle } from './bundle.ts';
import { files } from './files.ts';
import { pages } from './pages.ts';
import { search } from './search.ts';
import { bundlesOnly, workFolder } from './work-folder.ts';

export const integrations = (): AstroIntegration[] =>
	bundlesOnly ? [workFolder(), bundle()] : [workFolder(), pages(), files(), search()];
