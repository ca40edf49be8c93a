/**
 * The distributions behind every interval and chance: exact binomial, and Student's t.
 *
 * Both are the regularised incomplete beta function, worked out here by its continued fraction
 * (Lentz). A test compares every number with an independent library.
 */

// Lanczos coefficients, g = 7, for the logarithm of the gamma function.
const LANCZOS = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7,
];

function logGamma(x: number): number {
	const at = x - 1;
	const t = at + 7.5;
	const sum = LANCZOS.reduce(
		(all, value, index) => all + (index ? value / (at + index) : value),
		0,
	);
	return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

const TINY = 1e-300;
const STEPS = 2000;

function continuedFraction(x: number, a: number, b: number): number {
	const away = (value: number) => (Math.abs(value) < TINY ? TINY : value);
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m <= STEPS; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		result *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		result *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return result;
}

/** The regularised incomplete beta function: the share of Beta(a, b) below x. */
function betaBelow(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
	);
	// The fraction converges quickly on this side of the mean only.
	return x < (a + 1) / (a + b + 2)
		? (front * continuedFraction(x, a, b)) / a
		: 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/**
 * The chance of at most k hits in n trials, each with the chance p.
 *
 * @example
 * atMostChance(2, 70, 0.06) // => 0.2013…
 */
export function atMostChance(k: number, n: number, p: number): number {
	if (k < 0) return 0;
	if (k >= n) return 1;
	return betaBelow(1 - p, n - k, k + 1);
}

/** The chance of `from` to `to` hits, both included. */
export function betweenChance(from: number, to: number, n: number, p: number): number {
	return to < from ? 0 : Math.max(0, atMostChance(to, n, p) - atMostChance(from - 1, n, p));
}

/** The share of Student's t within ±t. */
function withinT(t: number, freedom: number): number {
	return 1 - betaBelow(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t within which a share of Student's distribution lies, by halving. */
export function quantileT(share: number, freedom: number): number {
	let low = 0;
	let high = 1;
	while (withinT(high, freedom) < share) high *= 2;
	for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
		const middle = (low + high) / 2;
		if (withinT(middle, freedom) < share) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
