import type { Progression } from '../core/settings';

export class AssetStore<Asset extends { readonly id: string }> {
	private readonly byId = new Map<string, Asset>();
	private readonly queued: Progression[] = [];

	/** How the next asset ripens, instead of the setting; several calls make a queue. */
	queueProcessing(progression: Progression): void {
		this.queued.push(progression);
	}

	nextProcessing(): Progression | undefined {
		return this.queued.shift();
	}

	add(asset: Asset): void {
		this.byId.set(asset.id, asset);
	}

	find(id: string): Asset | undefined {
		return this.byId.get(id);
	}

	remove(id: string): void {
		this.byId.delete(id);
	}

	all(): Asset[] {
		return [...this.byId.values()];
	}

	clear(): void {
		this.queued.length = 0;
		this.byId.clear();
	}
}
