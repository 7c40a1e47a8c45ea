/** What an answer is that was not read to its end. */
export const tooLarge = { problem: "is larger than 64 MiB" };
