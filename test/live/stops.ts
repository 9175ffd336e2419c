/** A question that can't be asked with this token, page or account, or not now. */
export class Unasked extends Error {
	constructor(why: string) {
		super(why);
		this.name = 'Unasked';
	}
}

/** Nothing more is asked in this run; what was made is still cleaned up. */
export class Stop extends Error {
	constructor(why: string) {
		super(why);
		this.name = 'Stop';
	}
}
