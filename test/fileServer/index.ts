export * from './content';
export * from './server';
