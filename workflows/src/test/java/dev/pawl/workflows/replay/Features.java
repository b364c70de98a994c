package dev.pawl.workflows.replay;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pawl.workflows.model.outcome.Decision;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.outcome.Outcome;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.OnBreach;
import dev.pawl.workflows.model.request.TaskBreach;
import dev.pawl.workflows.task.HostChoices;
import io.temporal.activity.ActivityInterface;
import io.temporal.common.metadata.POJOActivityInterfaceMetadata;
import io.temporal.common.metadata.POJOWorkflowInterfaceMetadata;
import io.temporal.workflow.WorkflowInterface;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Features of workflows, derived from the code: a new message, activity or decision needs no entry here. */
final class Features {
    private Features() {}

    /** Of all workflows. */
    static Set<String> all() {
        return Stream.of(
                        annotatedWith(WorkflowInterface.class).flatMap(Features::ofWorkflow),
                        annotatedWith(ActivityInterface.class).flatMap(Features::ofActivities),
                        decisions(),
                        values("outcome", Outcome.class),
                        values("deliver", DeliverMode.class),
                        values("delivery", DeliveryState.class),
                        values("account budget", OnBreach.class),
                        values("task budget", TaskBreach.class),
                        HostChoices.words().stream().map(word -> "lost host " + word))
                .flatMap(features -> features)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its type, signals and updates. Queries leave nothing in a history. */
    static Stream<String> ofWorkflow(Class<?> workflow) {
        return POJOWorkflowInterfaceMetadata.newInstance(workflow).getMethodsMetadata().stream()
                .flatMap(method -> switch (method.getType()) {
                    case WORKFLOW -> Stream.of("workflow " + method.getName());
                    case SIGNAL -> Stream.of("signal " + method.getName());
                    case UPDATE -> Stream.of("update " + method.getName());
                    case QUERY, UPDATE_VALIDATOR, NONE -> Stream.of();
                });
    }

    static Stream<String> ofActivities(Class<?> activities) {
        return POJOActivityInterfaceMetadata.newInstance(activities).getMethodsMetadata().stream()
                .map(method -> "activity " + method.getActivityTypeName());
    }

    private static Stream<String> decisions() {
        return Arrays.stream(Decision.class.getAnnotation(JsonSubTypes.class).value())
                .map(type -> "decision " + type.name());
    }

    private static Stream<String> values(String what, Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> what + " " + value.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<Class<?>> annotatedWith(Class<? extends Annotation> annotation) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.pawl.workflows").stream()
                        .filter(type -> type.isAnnotatedWith(annotation))
                        .map(type -> type.reflect());
    }
}
