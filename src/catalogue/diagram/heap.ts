// A small binary heap: lowest cost first, then lowest state, so that the order is always the same.

export class Heap {
	readonly #costs: number[] = [];
	readonly #states: number[] = [];

	get size(): number {
		return this.#costs.length;
	}

	push(cost: number, state: number): void {
		let at = this.#costs.length;
		this.#costs.push(cost);
		this.#states.push(state);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!this.#before(at, parent)) break;
			this.#swap(at, parent);
			at = parent;
		}
	}

	/** Takes the first entry out; call only while `size` is above zero. */
	pop(): { cost: number; state: number } {
		const cost = this.#costs[0] as number; // size is above zero
		const state = this.#states[0] as number;
		this.#swap(0, this.#costs.length - 1);
		this.#costs.pop();
		this.#states.pop();
		let at = 0;
		for (;;) {
			let first = at;
			const left = 2 * at + 1;
			if (left < this.#costs.length && this.#before(left, first)) first = left;
			const right = left + 1;
			if (right < this.#costs.length && this.#before(right, first)) first = right;
			if (first === at) return { cost, state };
			this.#swap(at, first);
			at = first;
		}
	}

	#before(a: number, b: number): boolean {
		const difference = (this.#costs[a] as number) - (this.#costs[b] as number);
		return difference < 0 || (difference === 0 && (this.#states[a] ?? 0) < (this.#states[b] ?? 0));
	}

	#swap(a: number, b: number): void {
		const cost = this.#costs[a] as number;
		const state = this.#states[a] as number;
		this.#costs[a] = this.#costs[b] as number;
		this.#states[a] = this.#states[b] as number;
		this.#costs[b] = cost;
		this.#states[b] = state;
	}
}
