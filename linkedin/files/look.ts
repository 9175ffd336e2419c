// Old names, until nodes/ follows.
export { checkCaptions as lookIntoCaptions } from './checkFile';
export { checkVideoFile as lookIntoVideo } from './checkFile';
