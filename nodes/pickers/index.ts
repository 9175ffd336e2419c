export { searchAdAccounts } from './adAccounts';
export { searchOwners } from './owners';
