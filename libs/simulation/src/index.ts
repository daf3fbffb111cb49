export { simulateAmbience } from './ambient.ts';
export { type Chance, seededChance } from './chance.ts';
export { Kernel, type Owner } from './kernel.ts';
export { SimulatedProcess, currentProcess } from './simulated-process.ts';
