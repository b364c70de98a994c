package dev.pawl.workflows.activity.judge;

import dev.pawl.workflows.model.evidence.Judgement;
import io.temporal.activity.ActivityInterface;

/** Scores of a model, which can lower a result and never lift it. */
@ActivityInterface
public interface JudgeActivities {
    /** An unreadable verdict is asked for once more; after that the judgement has no score. */
    Judgement judge(JudgeIteration input);
}
