// Loaded before the server: it must not go on, unseen and with its port, where what started it was killed.
process.once("disconnect", () => process.exit());
