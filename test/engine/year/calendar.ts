const DAY_MS = 24 * 3_600_000;

/** One clock for n8n, the node and LinkedIn, which are one process here; it goes on in jumps. */
export class Calendar {
	private ahead: number;

	/** From the next midnight on, UTC. Restored with all mocks. */
	constructor() {
		const real = Date.now.bind(Date);
		this.ahead = DAY_MS - (real() % DAY_MS);
		jest.spyOn(Date, 'now').mockImplementation(() => real() + this.ahead);
	}

	later(milliseconds: number): void {
		this.ahead += milliseconds;
	}
}
