export { searchAdAccounts } from './adAccounts';
export { searchLibrary } from './library';
export { searchOwners } from './owners';
export { searchPages } from './pages';
