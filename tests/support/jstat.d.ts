/** The parts of jStat that the tests of our statistics compare with; it ships no types. */
declare module 'jstat' {
	const jStat: {
		binomial: { cdf: (k: number, n: number, p: number) => number };
		studentt: { inv: (share: number, freedom: number) => number };
		normal: { inv: (share: number, mean: number, deviation: number) => number };
	};
	export default jStat;
}
