/** The least pattern its schema accepts. It ships, since the pages of the rules run examples on it. */
export * from '#catalogue/examples/minimal-pattern.ts';
