package dev.pawl.db.judgement;

/** Writes of {@link JudgeCalls}. */
public interface JudgeCallWrites {
    /** Storing again changes nothing. */
    void store(JudgeCall call);
}
