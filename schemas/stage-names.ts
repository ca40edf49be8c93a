/** What the two stages are called: a pattern has one, and each of its uses has one of its own. */
export const stageNames = { pattern: 'Stage of the pattern', use: 'Stage of the use' } as const;
