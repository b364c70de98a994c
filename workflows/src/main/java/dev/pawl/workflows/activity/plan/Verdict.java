package dev.pawl.workflows.activity.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What became of a candidate of the merge queue. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Verdict.Integrated.class, name = "integrated"),
    @JsonSubTypes.Type(value = Verdict.Conflict.class, name = "conflict"),
    @JsonSubTypes.Type(value = Verdict.Red.class, name = "red"),
    @JsonSubTypes.Type(value = Verdict.Trespass.class, name = "trespass"),
    @JsonSubTypes.Type(value = Verdict.Empty.class, name = "empty")
})
public sealed interface Verdict {
    String packageId();

    /** The name for people: {@code integrated}, {@code conflict}, … */
    String type();

    /** It is in the integration repository. */
    record Integrated(String packageId, String commit) implements Verdict {
        @Override
        public String type() {
            return "integrated";
        }
    }

    /** It changes what others changed since it began. */
    record Conflict(String packageId, List<String> paths) implements Verdict {
        public Conflict {
            paths = List.copyOf(paths);
        }

        @Override
        public String type() {
            return "conflict";
        }
    }

    /**
     * Merged with the others, a check of the plan fails, and passes without it.
     *
     * @param check its name; {@code setup} if the setup fails
     * @param excerpt the end of the output, redacted and bounded
     */
    record Red(String packageId, String check, String excerpt) implements Verdict {
        @Override
        public String type() {
            return "red";
        }
    }

    /**
     * It changes what it neither owns nor may touch. Such a change is never merged.
     *
     * @param paths at most some dozens, bounded in length
     */
    record Trespass(String packageId, List<String> paths) implements Verdict {
        public Trespass {
            paths = List.copyOf(paths);
        }

        @Override
        public String type() {
            return "trespass";
        }
    }

    /** It changes nothing. */
    record Empty(String packageId) implements Verdict {
        @Override
        public String type() {
            return "empty";
        }
    }
}
