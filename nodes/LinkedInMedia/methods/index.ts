import { searchOwners } from './owners';

export const listSearch = { searchOwners };
