/** The folder of the starter, wherever you start it from. */
import { join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '..');
