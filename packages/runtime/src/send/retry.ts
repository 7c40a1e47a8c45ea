/** How an attempt ended. */
export type Attempted<T> = { readonly value: T } | { readonly error: unknown };

/** What {@link retry} needs to know. */
export interface RetryPlan<T> {
  /** How many further attempts may follow the first. */
  readonly retries: number;
  /** Makes one attempt; the first is number 1. */
  attempt(number: number): Promise<T>;
  /** The milliseconds until the next attempt, or undefined: this is how it ends. It is asked only while attempts are left. */
  decide(outcome: Attempted<T>, number: number): number | undefined;
  /** Waits. When it rejects, there is no further attempt. */
  sleep(ms: number): Promise<void>;
}

/** Attempts until one is good enough or none is left. It knows nothing of what is attempted. */
export async function retry<T>(plan: RetryPlan<T>): Promise<T> {
  for (let number = 1; ; number++) {
    const outcome = await plan.attempt(number).then(
      (value): Attempted<T> => ({ value }),
      (error: unknown): Attempted<T> => ({ error }),
    );
    const delay = number > plan.retries ? undefined : plan.decide(outcome, number);
    if (delay === undefined) {
      if ("error" in outcome) throw outcome.error;
      return outcome.value;
    }
    await plan.sleep(delay);
  }
}
