/** A released version of a prompt: frozen text that can be fetched and compared for ever. */
import { defineCollection } from './collection.ts';
import { promptSchema } from './prompt.ts';

export const releases = defineCollection({
	file: 'patterns/{parent}/prompts/released/{id}.prompt',
	format: 'prompt',
	idForm: {
		pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*@\d+\.\d+\.\d+$/,
		is: 'a prompt and a version, such as triage-classify@1.0.0',
	},
	frozen: true,
	schema: promptSchema,
	singular: 'released prompt',
	plural: 'released prompts',
	about: 'An earlier version of a prompt, as it was released. `npm run release` writes it.',
	pages: false,
	standalone: true,
});
