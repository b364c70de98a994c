package dev.pawl.db.judgement;

/** Writes of {@link Judgements}. */
public interface JudgementWrites {
    /** Stores the verdict on an iteration, replacing an earlier one. */
    void store(JudgementRow judgement);
}
