package dev.pawl.workflows.replay;

import static java.util.Map.entry;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The kinds of recorded runs, and what the history of each must show to be of that kind. */
final class Kinds {
    private static final Map<String, Predicate<List<HistoryEvent>>> ALL = Map.ofEntries(
            entry("accepted", shows("outcome accepted", "decision accept")),
            entry("retried", scheduled("RunAgent", 2).and(shows("decision retry"))),
            entry("clarified", shows("decision clarify", "update answer")),
            entry("parked", shows("decision park").and(has(EventType.EVENT_TYPE_TIMER_FIRED))),
            entry("parked-woken", shows("decision park", "signal tryProvider", "outcome accepted")),
            entry("cancelled", shows("signal cancel", "outcome cancelled")),
            entry(
                    "cancelled-in-engine",
                    has(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED)
                            .and(has(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED))),
            entry("stopped", shows("update stop").and(has(EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED))),
            entry("continued-first", has(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW)),
            entry("continued-last", Kinds::continues),
            entry("crashed", Kinds::attemptedAgain),
            entry("judged", scheduled("Judge", 2)),
            entry("reminded", shows("activity Remind", "update answer", "outcome accepted")),
            entry("scheduled", shows("workflow ScheduledRunWorkflow")),
            entry("steered", shows("update pause", "update instruct", "update resume")),
            entry("approved", shows("decision escalate", "update approve", "outcome accepted")),
            entry("rejected", shows("decision clarify", "update reject", "outcome rejected")),
            entry("extended", shows("task budget ask", "update extend", "outcome accepted")),
            entry("aborted", shows("decision abort", "outcome rejected")),
            entry("failed", shows("outcome failed")),
            entry("applied", shows("deliver apply", "delivery delivered").and(scheduled("Deliver", 1))),
            entry("branched", shows("deliver branch", "delivery delivered")),
            entry(
                    "applied-at-second-try",
                    shows("update answer", "delivery delivered").and(scheduled("Deliver", 2))),
            entry("undelivered", shows("outcome accepted", "delivery failed")),
            entry("fallback", shows("decision fallback", "outcome accepted")),
            entry("budget-spent", shows("task budget end", "outcome partial")),
            entry("account-budget-asked", shows("account budget ask", "update answer", "outcome accepted")),
            entry("account-budget-parked", shows("account budget park", "update stop", "outcome partial")),
            entry("account-budget-ended", shows("account budget end", "outcome partial")),
            entry("host-lost-moved", shows("lost host begin again", "activity Move", "outcome accepted")),
            entry("host-lost-ended", shows("lost host end", "outcome rejected")),
            entry("host-lost-returned", shows("lost host wait", "outcome accepted")),
            entry(
                    "planned",
                    shows(
                            "workflow PlanWorkflow",
                            "signal taskEnded",
                            "update addPackage",
                            "update changePackage",
                            "update cancelPackage",
                            "update dropPackage",
                            "delivery delivered")),
            entry("planned-task", shows("signal fromPlan", "outcome accepted")),
            entry("plan-adopted-task", shows("workflow PlanWorkflow", "activity PlanEnded")),
            entry("reaped", shows("workflow ReapWorkflow")),
            entry("collected", shows("workflow CollectWorkflow")));

    private Kinds() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Whether its history shows what its name says. */
    static boolean isWhatItsNameSays(Recording recording) {
        return ALL.getOrDefault(recording.kind(), events -> false)
                .test(recording.history().getEvents());
    }

    private static Predicate<List<HistoryEvent>> shows(String... features) {
        return events -> Shown.by(events).containsAll(List.of(features));
    }

    private static Predicate<List<HistoryEvent>> has(EventType type) {
        return events -> events.stream().anyMatch(event -> event.getEventType() == type);
    }

    private static Predicate<List<HistoryEvent>> scheduled(String activity, int times) {
        return events -> events.stream()
                        .filter(event -> event.getActivityTaskScheduledEventAttributes()
                                .getActivityType()
                                .getName()
                                .equals(activity))
                        .count()
                == times;
    }

    private static boolean continues(List<HistoryEvent> events) {
        return !events.getFirst()
                .getWorkflowExecutionStartedEventAttributes()
                .getContinuedExecutionRunId()
                .isEmpty();
    }

    private static boolean attemptedAgain(List<HistoryEvent> events) {
        return events.stream()
                .anyMatch(event -> event.getActivityTaskStartedEventAttributes().getAttempt() > 1);
    }
}
