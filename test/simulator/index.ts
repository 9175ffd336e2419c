export { startSimulator } from './simulator';
export type { Simulator, SimulatorOptions, TokenRequest } from './types';
export type { ImageView, VideoView } from './inspect';
export type { PartView } from './assets/parts/part';
export type { LibraryFill } from './assets/fill';
export type { LibraryMetadata, LibraryStatus } from './assets/library';
export type { WholeView as DocumentView } from './assets/whole/view';
export type { CommentView } from './comments/view';
export type { MentionView, PostView } from './posts/view';
export type { Outcome } from './assets/ripening';
export type { AssetStatus } from './assets/states';
export type { Clock } from './core/clock';
export { endpointNames, type EndpointName } from './core/endpoints';
export { downloadMarker, markers } from './core/ids';
export type { JournalEntry } from './core/journal';
export { readingChoices, type ReadingName, type Readings } from './core/readings';
export {
	defaultSettings,
	planShapes,
	type Delays,
	type PlanShape,
	type Progression,
	type Settings,
	type SettingsPatch,
} from './core/settings';
export type { Fault, FaultKind } from './faults/fault';
export type { FaultPlan, PlannedFault } from './faults/faultBook';
export { appOf, defaultApp, productScopes, type App, type AppKind } from './oauth/app';
export type { TokenAnswer } from './oauth/tokens';
export {
	defaultWorld,
	manyAccounts,
	manyPages,
	type AdAccount,
	type Holder,
	type Member,
	type World,
} from './people/world';
export type { Reaction } from './social/reactionBook';
export { activityOf } from './posts/thread';
export { activityKinds, type Activity } from './statistics/activity';
export type { AssetStates } from './vectorAssets/play';
export {
	recipeStatuses,
	vectorStatuses,
	type RecipeStatus,
	type VectorStatus,
} from './vectorAssets/states';
export type { AssetView } from './vectorAssets/view';
export type { Captions, Thumbnail } from './videos/video';
