package dev.pawl.workflows.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replay guards only what a recording shows: a new message, activity or decision needs a recording. */
class RecordedFeaturesTest {
    private static final Set<String> FEATURES = Features.all();
    private static final Map<String, Set<String>> SHOWN =
            Recording.all().stream().collect(Collectors.toMap(Recording::kind, Recording::shown));

    @WorkflowInterface
    public interface NewWorkflow {
        @WorkflowMethod
        void run();

        @SignalMethod
        void hurry();

        @UpdateMethod
        void dispute();

        @QueryMethod
        String view();
    }

    @ActivityInterface
    public interface NewActivities {
        void publishResult();
    }

    static Set<String> features() {
        return FEATURES;
    }

    @Test
    void everyFeatureHasARecording() {
        assertThat(missing(SHOWN.values())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("features")
    void aFeatureWithoutARecordingIsFoundOut(String feature) {
        List<Set<String>> others = SHOWN.values().stream()
                .filter(shown -> !shown.contains(feature))
                .toList();

        assertThat(missing(others)).contains(feature);
    }

    @Test
    void everyMessageAndActivityOfAnInterfaceIsAFeature() {
        assertThat(Features.ofWorkflow(NewWorkflow.class))
                .containsExactlyInAnyOrder("workflow NewWorkflow", "signal hurry", "update dispute");
        assertThat(Features.ofActivities(NewActivities.class)).containsExactly("activity PublishResult");
        assertThat(features())
                .contains("workflow ReapWorkflow", "update extend", "activity RunAgent", "decision fallback");
    }

    private static Set<String> missing(Collection<Set<String>> shown) {
        Set<String> missing = new TreeSet<>(FEATURES);
        shown.forEach(missing::removeAll);
        return missing;
    }
}
