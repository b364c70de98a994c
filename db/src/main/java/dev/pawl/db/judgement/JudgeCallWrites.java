package dev.pawl.db.judgement;

/** Writes of {@link JudgeCalls}. */
public interface JudgeCallWrites {
    /** Idempotent. */
    void store(JudgeCall call);
}
