/** Reads the manifest that a starter carries (catalogue.json), as far as a use case needs it. */
import { z } from 'zod';
import { ID, sha256, version } from '#schemas/fields.ts';

/** A newer starter can say more than is read here; unknown keys are passed by. */
const manifestSchema = z.object({
	form: z.literal(1),
	pattern: z.string().regex(ID),
	version,
	digest: sha256,
});
export type TakenPattern = z.output<typeof manifestSchema>;

/** What the manifest says was taken; undefined where the text is not a manifest that we read. */
export function readTaken(text: string): TakenPattern | undefined {
	try {
		return manifestSchema.safeParse(JSON.parse(text)).data;
	} catch {
		// Half a file, or no JSON.
		return undefined;
	}
}
