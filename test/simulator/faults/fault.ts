/** What can go wrong with one call. `carried out` tells whether the simulator did what was asked. */
export type Fault =
	/** Answers so after the whole request was received, or `early`, on its headers; not carried out. */
	| {
			readonly kind: 'status';
			readonly status: number;
			readonly early?: boolean;
			/** An object goes out as JSON, a text as it is; LinkedIn's error form when absent. */
			readonly body?: unknown;
			readonly headers?: Readonly<Record<string, string>>;
			readonly retryAfter?: string | number;
	  }
	/** Cuts the connection on the headers; not carried out. */
	| { readonly kind: 'resetBeforeBody' }
	/** Cuts it after so many bytes of the body (half of it when absent); not carried out. */
	| { readonly kind: 'resetMidBody'; readonly afterBytes?: number }
	/** Carried out; the connection ends after so many bytes of the answer, half when absent. */
	| { readonly kind: 'resetMidAnswer'; readonly afterBytes?: number }
	/** Carried out, and the answer is lost. */
	| { readonly kind: 'resetAfterCarriedOut' }
	/** Never answers; carried out first if so asked. */
	| { readonly kind: 'stall'; readonly carriedOut?: boolean }
	/** Carried out; the ETag goes out in this form. */
	| { readonly kind: 'etag'; readonly form: 'none' | 'empty' | 'bare' | 'quoted' | 'weak' }
	/** Carried out; the body of the answer is not what it should be. */
	| { readonly kind: 'malformedJson' }
	| { readonly kind: 'emptyBody' }
	| { readonly kind: 'html'; readonly status?: number }
	/** Carried out; the answer is replaced by this one. */
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly contentType?: string;
			readonly body: string;
	  }
	/** Carried out; these fields are missing in the answer, named as `value.uploadInstructions.0.uploadUrl`. */
	| { readonly kind: 'missingFields'; readonly fields: readonly string[] }
	/** Carried out; these fields of the answer are replaced. */
	| { readonly kind: 'replaceFields'; readonly fields: Readonly<Record<string, unknown>> }
	/** Not carried out. */
	| { readonly kind: 'redirect'; readonly location: string; readonly status?: number }
	/** Waits, then does as asked. */
	| { readonly kind: 'delay'; readonly ms: number };

export type FaultKind = Fault['kind'];
