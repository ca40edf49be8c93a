/** The folder of the starter, wherever it is started from. */
import { join } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '..');
