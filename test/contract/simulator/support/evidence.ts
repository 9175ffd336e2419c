type Body = (() => void) | (() => Promise<unknown>);

/** A rule that a document of LinkedIn states. */
export function documented(title: string, body: Body): void {
	it(`documented: ${title}`, body);
}

/** A rule known from another public page, from Rest.li, or from what LinkedIn was seen to answer. */
export function fromPublic(title: string, body: Body): void {
	it(`public: ${title}`, body);
}

/** A guess, which FIDELITY.md lists as one. */
export function assumed(title: string, body: Body): void {
	it(`assumed: ${title}`, body);
}

/** Not a claim on LinkedIn: what the simulator offers to tests. */
export function tool(title: string, body: Body): void {
	it(`tool: ${title}`, body);
}
