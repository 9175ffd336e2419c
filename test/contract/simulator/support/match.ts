/** Jest's matchers are typed as `any`; these are not. */
export const containing = (text: string): unknown => expect.stringContaining(text);

/** Within a minute: the simulator's clock goes on with the real one. */
export const secondsNear = (seconds: number): unknown => expect.closeTo(seconds, -2);
