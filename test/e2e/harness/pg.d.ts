/** As much of the library as is used here. */
declare module 'pg' {
	export class Client {
		constructor(options: {
			readonly host: string;
			readonly port: number;
			readonly user: string;
			readonly password: string;
			readonly database: string;
		});
		connect(): Promise<void>;
		query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
		end(): Promise<void>;
	}
}
