package dev.pawl.workflows.model.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.pawl.workflows.model.Require;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from an iteration, with its reasons. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Decision.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = Decision.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = Decision.Clarify.class, name = "clarify"),
    @JsonSubTypes.Type(value = Decision.Escalate.class, name = "escalate"),
    @JsonSubTypes.Type(value = Decision.Park.class, name = "park"),
    @JsonSubTypes.Type(value = Decision.Fallback.class, name = "fallback"),
    @JsonSubTypes.Type(value = Decision.Abort.class, name = "abort")
})
public sealed interface Decision {
    /** At least one line, for people. */
    List<String> reasons();

    /** The name for people: {@code accept}, {@code retry}, … */
    String type();

    /** The same with more reasons appended. */
    default Decision because(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<String> all = Stream.concat(reasons().stream(), more.stream()).toList();
        return switch (this) {
            case Accept accept -> new Accept(all);
            case Retry retry -> new Retry(all);
            case Clarify clarify -> new Clarify(clarify.question(), all);
            case Escalate escalate ->
                new Escalate(
                        escalate.question(),
                        all,
                        escalate.outOfBudget(),
                        escalate.disputed(),
                        escalate.undeclared(),
                        escalate.breakpoints());
            case Park park -> new Park(park.until(), all);
            case Fallback fallback -> new Fallback(fallback.agent(), all);
            case Abort abort -> new Abort(abort.outcome(), abort.cause(), all);
        };
    }

    /** The result is proven. */
    record Accept(List<String> reasons) implements Decision {
        public Accept {
            reasons = Require.list(reasons);
        }

        @Override
        public String type() {
            return "accept";
        }
    }

    /** Another iteration, with feedback in its prompt. */
    record Retry(List<String> reasons) implements Decision {
        public Retry {
            reasons = Require.list(reasons);
        }

        @Override
        public String type() {
            return "retry";
        }
    }

    /** Asks a person something only they can answer; the answer goes into the next prompt. */
    record Clarify(String question, List<String> reasons) implements Decision {
        public Clarify {
            reasons = Require.list(reasons);
        }

        @Override
        public String type() {
            return "clarify";
        }
    }

    /**
     * A person decides how the task continues.
     *
     * @param outOfBudget whether only a grant to the task's own budget lets it continue
     * @param disputed the check that contradicts the task according to the agent; absent for any other question
     * @param undeclared paths whose change a person allows or refuses; empty for any other question
     * @param breakpoints that are reached; empty for any other question
     */
    record Escalate(
            String question,
            List<String> reasons,
            boolean outOfBudget,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String disputed,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> undeclared,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Breakpoint> breakpoints)
            implements Decision {
        public Escalate {
            reasons = Require.list(reasons);
            undeclared = Require.list(undeclared);
            breakpoints = Require.list(breakpoints);
        }

        public Escalate(String question, List<String> reasons, boolean outOfBudget) {
            this(question, reasons, outOfBudget, null, List.of(), List.of());
        }

        /** Any answer lets the task continue. */
        public Escalate(String question, List<String> reasons) {
            this(question, reasons, false, null, List.of(), List.of());
        }

        /** About a check that the agent disputes. */
        public static Escalate disputed(String check, String question, List<String> reasons) {
            return new Escalate(question, reasons, false, check, List.of(), List.of());
        }

        /** About undeclared changes of files that checks trust. */
        public static Escalate undeclared(List<String> paths, String question, List<String> reasons) {
            return new Escalate(question, reasons, false, null, paths, List.of());
        }

        /** At breakpoints that are reached. */
        public static Escalate at(List<Breakpoint> breakpoints, String question, List<String> reasons) {
            return new Escalate(question, reasons, false, null, List.of(), breakpoints);
        }

        @Override
        public String type() {
            return "escalate";
        }
    }

    /**
     * Wait for a usage limit to reset, or begin the agent's own session anew; the iteration is not charged.
     *
     * @param until absent if the provider did not say
     */
    record Park(@Nullable Instant until, List<String> reasons) implements Decision {
        public Park {
            reasons = Require.list(reasons);
        }

        @Override
        public String type() {
            return "park";
        }
    }

    /**
     * Another agent of the task's list takes over; the iteration is not charged.
     *
     * @param agent its name
     */
    record Fallback(String agent, List<String> reasons) implements Decision {
        public Fallback {
            Require.text(agent, 64, "agent");
            reasons = Require.list(reasons);
        }

        @Override
        public String type() {
            return "fallback";
        }
    }

    /** The task ends short of acceptance, keeping its evidence. */
    record Abort(Outcome outcome, Cause cause, List<String> reasons) implements Decision {
        public Abort {
            reasons = Require.list(reasons);
            if (outcome == Outcome.ACCEPTED) {
                throw new IllegalArgumentException("an abort does not accept");
            }
        }

        @Override
        public String type() {
            return "abort";
        }
    }
}
