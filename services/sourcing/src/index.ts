export { sourcingService } from './sourcing.module.ts';
