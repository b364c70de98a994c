package dev.pawl.task.judge;

import dev.pawl.workflows.model.evidence.Judgement;

/**
 * What a judge is asked.
 *
 * @param nonce the verdict has to repeat it; made for this question, so that no text that was there before holds it
 * @param unseen what of the result the judge is not shown, one line; empty if it sees all of it
 */
record ReviewQuestion(String text, String nonce, String unseen) {
    /** A score for something else than the whole result is no agreement to it. */
    Judgement judged(Judgement judgement) {
        return unseen.isEmpty() ? judgement : judgement.doubted(unseen);
    }
}
