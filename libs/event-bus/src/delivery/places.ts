/** The log is one partition: its positions are the offsets. */
export const logPartition = 'log';
