// Old names, until nodes/ follows.
export { UrlProblem } from './problems';
export { shownUrl } from './problems';
