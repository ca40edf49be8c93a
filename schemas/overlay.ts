/** overlay.yaml of a starter: what it replaces of the common starter, and why. */
import { z } from 'zod';
import { text } from './fields.ts';

export const overlaySchema = z.strictObject({
	replaces: z
		.record(z.string(), text(10, 240))
		.describe('Each file of the common starter that this one replaces, with the reason.'),
});
