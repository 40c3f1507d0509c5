/**
 * Loaded before the program of every process of a stack. A program ends in order when its supervisor is gone, but one that
 * was still loading at that moment never hears of it, and a task may be busy: whatever has not ended when the time for an
 * orderly end is over ends here.
 */
const orderlyEndMs = Number(process.env['SHUTDOWN_GRACE_MS'] ?? 10_000) + 1_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), orderlyEndMs).unref();
});

// A listener keeps the channel, and so the process, alive; this one must not.
process.channel?.unref();
