import { z } from 'zod';

/** The message a fact was taken from, when it is kept rather than applied. */
export const keptMessage = {
  messageId: z.string().describe('The message that it was told by.'),
  messageType: z.string().describe('Type of that message.'),
};
