import type { Simulator } from '../simulator';

const WIDTH = 32;
const INTERVAL_MS = 50;

const STEPS: Readonly<Record<string, string>> = {
	'videos.captions': 'captions',
	'videos.thumbnail': 'thumbnail',
	'videos.finalizeUpload': 'finalize',
};

/** Draws what arrives on LinkedIn's side: a bar on a terminal, a line per quarter elsewhere. */
export class Progress {
	private readonly timer: NodeJS.Timeout;
	private told = '';

	constructor(
		private readonly simulator: Simulator,
		private readonly out: NodeJS.WriteStream,
	) {
		this.timer = setInterval(() => {
			this.draw();
		}, INTERVAL_MS);
	}

	stop(): void {
		if (this.timer.hasRef()) {
			this.draw();
			if (this.out.isTTY) this.out.write('\n');
		}
		clearInterval(this.timer);
		this.timer.unref();
	}

	private draw(): void {
		const [video] = this.simulator.videos();
		if (!video) return;
		const parts = this.simulator.journal.filter(({ endpoint }) => endpoint === 'videos.part');
		const bytes = parts.reduce((sum, part) => sum + part.bytesReceived, 0);
		const share = Math.min(1, bytes / video.fileSizeBytes);
		const done = video.parts.filter(({ sha256 }) => sha256 !== undefined).length;
		const filled = Math.round(share * WIDTH);
		const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
		const line = `${bar} ${String(Math.round(share * 100)).padStart(3)} %  part ${done} of ${video.parts.length}  ${this.step(video.status)}`;
		this.tell(line, share);
	}

	private step(status: string): string {
		const last = this.simulator.journal.at(-1)?.endpoint ?? '';
		return last === 'videos.get' ? `LinkedIn: ${status}` : (STEPS[last] ?? 'parts');
	}

	private tell(line: string, share: number): void {
		if (this.out.isTTY) {
			this.out.write(`\r${line.padEnd(WIDTH + 48)}`);
			return;
		}
		const quarter = String(Math.floor(share * 4));
		if (quarter === this.told) return;
		this.told = quarter;
		this.out.write(`${line}\n`);
	}
}
