package dev.pawl.workflows.activity.judge;

import dev.pawl.workflows.model.evidence.Judgement;
import io.temporal.activity.ActivityInterface;

/** Scores by a model, which can lower a result and never raise it. */
@ActivityInterface
public interface JudgeActivities {
    /** Asks once more after an unreadable verdict; after that the judgement has no score, and says why. */
    Judgement judge(JudgeIteration input);
}
