package dev.pawl.db.question;

/** Writes of {@link Questions} that take a whole question. */
public interface QuestionWrites {
    /** @return false if it was asked before */
    boolean ask(NewQuestion question);
}
