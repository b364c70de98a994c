package dev.pawl.task.judge;

import dev.pawl.workflows.model.evidence.Judgement;

/**
 * A question to a judge.
 *
 * @param nonce the verdict has to repeat it; generated for this question, so that no earlier text contains it
 * @param unseen the part of the result that the judge is not shown, in one line; empty if it sees everything
 */
record ReviewQuestion(String text, String nonce, String unseen) {
    /** A score for only a part of the result is no agreement. */
    Judgement judged(Judgement judgement) {
        return unseen.isEmpty() ? judgement : judgement.doubted(unseen);
    }
}
