/** The parts of a build, in the order in which they start and end. */
import type { AstroIntegration } from 'astro';
import { bundlesOnly, workFolder } from './work-folder.ts';

export async function integrations(): Promise<AstroIntegration[]> {
	// What the other parts need takes seconds to start.
	if (bundlesOnly) return [workFolder(), (await import('./bundle.ts')).bundle()];
	const [{ pages }, { files }, { search }] = await Promise.all([
		import('./pages.ts'),
		import('./files.ts'),
		import('./search.ts'),
	]);
	return [workFolder(), pages(), files(), search()];
}
