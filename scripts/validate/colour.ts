/** Whether output may hold colour codes. */

/**
 * FORCE_COLOR decides where it is set, then NO_COLOR, then whether someone reads a terminal; as
 * no-color.org and Node have it.
 */
export function wantsColour(env: Readonly<NodeJS.ProcessEnv>, isTerminal: boolean): boolean {
	const { FORCE_COLOR, NO_COLOR, TERM } = env;
	if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
	if (NO_COLOR) return false;
	return isTerminal && TERM !== 'dumb';
}
