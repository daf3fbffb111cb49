export { repositoryProjectors, repositoryService } from './repository.module.ts';
