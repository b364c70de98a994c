package dev.pawl.db.judgement;

/** Writes of {@link Judgements}. */
public interface JudgementWrites {
    /** Stores the verdict on an iteration; storing again replaces it. */
    void store(JudgementRow judgement);
}
