package dev.pawl.workflows.plan;

import dev.pawl.workflows.activity.plan.AskEnded;
import dev.pawl.workflows.activity.plan.AskSpent;
import dev.pawl.workflows.activity.plan.BriefAttempt;
import dev.pawl.workflows.activity.plan.EndedTasks;
import dev.pawl.workflows.activity.plan.FinishPlan;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.plan.PlanSpent;
import dev.pawl.workflows.activity.plan.RecordProgress;
import dev.pawl.workflows.activity.plan.RegisterPlan;
import dev.pawl.workflows.activity.task.Registration;
import dev.pawl.workflows.model.plan.TaskEnded;
import dev.pawl.workflows.model.request.Prompt;
import dev.pawl.workflows.task.search.TaskSearchAttributes;
import io.temporal.common.SearchAttributeKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Bookkeeping of plans in memory. */
final class FakePlanBooks implements PlanActivities {
    static final String HOST = "testhost";

    final List<RecordProgress> recorded = new CopyOnWriteArrayList<>();
    final List<FinishPlan> finished = new CopyOnWriteArrayList<>();
    final List<BriefAttempt> briefed = new CopyOnWriteArrayList<>();
    /** Tasks whose end only the database knows. */
    final Map<String, TaskEnded> endedTasks = new ConcurrentHashMap<>();

    volatile PlanSpent spent = new PlanSpent(BigDecimal.ZERO, 0);

    @Override
    public Registration register(RegisterPlan input) {
        return new Registration(
                HOST,
                TaskSearchAttributes.ALL.stream()
                        .map(SearchAttributeKey::getName)
                        .toList());
    }

    @Override
    public Prompt brief(BriefAttempt input) {
        briefed.add(input);
        return Prompt.inline("attempt %d".formatted(input.attempt()));
    }

    @Override
    public void record(RecordProgress input) {
        recorded.add(input);
    }

    @Override
    public PlanSpent spent(AskSpent input) {
        return spent;
    }

    @Override
    public EndedTasks ended(AskEnded input) {
        List<TaskEnded> ended = new ArrayList<>();
        input.taskIds().forEach(id -> {
            TaskEnded known = endedTasks.get(id);
            if (known != null) {
                ended.add(known);
            }
        });
        return new EndedTasks(ended);
    }

    @Override
    public void finish(FinishPlan input) {
        finished.add(input);
    }
}
