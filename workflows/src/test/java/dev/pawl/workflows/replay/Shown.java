package dev.pawl.workflows.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.pawl.workflows.task.HostChoices;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.update.v1.Input;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The features that a history shows, named as {@link Features} names them. */
final class Shown {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> features = new TreeSet<>();
    private final Map<Long, String> activities = new HashMap<>();

    private Shown() {}

    static Set<String> by(List<HistoryEvent> events) {
        Shown shown = new Shown();
        events.forEach(shown::look);
        return shown.features;
    }

    private void look(HistoryEvent event) {
        switch (event.getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED -> {
                var started = event.getWorkflowExecutionStartedEventAttributes();
                features.add("workflow " + started.getWorkflowType().getName());
                text("deliver", first(started.getInput()).at("/request/deliver"));
            }
            case EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED ->
                features.add("signal "
                        + event.getWorkflowExecutionSignaledEventAttributes().getSignalName());
            case EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED ->
                update(event.getWorkflowExecutionUpdateAcceptedEventAttributes()
                        .getAcceptedRequest()
                        .getInput());
            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED -> {
                String type = event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName();
                activities.put(event.getEventId(), type);
                features.add("activity " + type);
            }
            case EVENT_TYPE_ACTIVITY_TASK_COMPLETED -> {
                var completed = event.getActivityTaskCompletedEventAttributes();
                if ("Decide".equals(activities.get(completed.getScheduledEventId()))) {
                    decision(first(completed.getResult()).path("decision"));
                }
            }
            case EVENT_TYPE_MARKER_RECORDED ->
                local(event.getMarkerRecordedEventAttributes().getDetailsMap());
            case EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED -> {
                JsonNode result = first(
                        event.getWorkflowExecutionCompletedEventAttributes().getResult());
                text("outcome", result.path("outcome"));
                text("delivery", result.at("/delivery/state"));
            }
            default -> {
                // Adds nothing.
            }
        }
    }

    private void update(Input input) {
        features.add("update " + input.getName());
        String said = first(input.getArgs()).path("text").asText();
        if (input.getName().equals("answer") && HostChoices.words().contains(said)) {
            features.add("lost host " + said);
        }
    }

    private void local(Map<String, Payloads> details) {
        Payloads type = details.get("type");
        if (type != null) {
            features.add("activity " + first(type).asText());
            Payloads result = details.getOrDefault("result", Payloads.getDefaultInstance());
            text("account budget", first(result).at("/overBudget/then"));
        }
    }

    private void decision(JsonNode decision) {
        text("decision", decision.path("type"));
        if (decision.path("outOfBudget").asBoolean()) {
            features.add("task budget ask");
        }
        if (decision.path("type").asText().equals("abort")
                && decision.path("cause").asText().equals("budget")) {
            features.add("task budget end");
        }
    }

    private void text(String what, JsonNode value) {
        if (value.isTextual()) {
            features.add(what + " " + value.asText());
        }
    }

    private static JsonNode first(Payloads payloads) {
        ByteString data = payloads.getPayloadsList().stream()
                .findFirst()
                .map(Payload::getData)
                .orElse(ByteString.EMPTY);
        try {
            return JSON.readTree(data.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
