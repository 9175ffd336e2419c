import { searchAdAccounts } from './adAccounts';
import { searchOwners } from './owners';

export const listSearch = { searchAdAccounts, searchOwners };
