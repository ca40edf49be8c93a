/** Why no signature could be made: exit code 3, so that a script can tell it from a wrong call. */
import { UsageError } from '../run.ts';

export class SigningError extends UsageError {}
