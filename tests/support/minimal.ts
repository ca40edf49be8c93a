/** The least data each collection accepts. It ships, since the pages of the rules run examples on it. */
export * from '#catalogue/examples/minimal.ts';
