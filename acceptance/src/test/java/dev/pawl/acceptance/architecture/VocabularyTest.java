package dev.pawl.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.pawl.agent.ActionKind;
import dev.pawl.api.v1.AccountServiceProto;
import dev.pawl.api.v1.AuditServiceProto;
import dev.pawl.api.v1.ServerServiceProto;
import dev.pawl.api.v1.TaskServiceProto;
import dev.pawl.api.v1.TaskSpecProto;
import dev.pawl.cli.taskfile.Keys;
import dev.pawl.record.event.EventType;
import dev.pawl.workflows.model.breakpoint.Breakpoint;
import dev.pawl.workflows.model.breakpoint.BreakpointMoment;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.outcome.Cause;
import dev.pawl.workflows.model.outcome.DeliveryState;
import dev.pawl.workflows.model.outcome.SessionStatus;
import dev.pawl.workflows.model.outcome.TaskStatus;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.CheckSpec;
import dev.pawl.workflows.model.request.ControlMode;
import dev.pawl.workflows.model.request.DeliverMode;
import dev.pawl.workflows.model.request.JudgeProvider;
import dev.pawl.workflows.model.request.Limits;
import dev.pawl.workflows.model.request.Must;
import dev.pawl.workflows.model.request.NetworkAccess;
import dev.pawl.workflows.model.request.SetupSpec;
import dev.pawl.workflows.model.request.TaskBreach;
import dev.pawl.workflows.model.request.TaskRequest;
import dev.pawl.workflows.model.request.TestChanges;
import dev.pawl.workflows.model.request.VerifyMode;
import dev.pawl.workflows.model.request.WorkspaceMode;
import dev.pawl.workflows.model.wait.Escalation;
import dev.pawl.workflows.model.wait.WaitEnd;
import dev.pawl.workflows.model.wait.WaitSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The model is the source of the vocabulary; the task file, the protocol and the schema have the same words. */
class VocabularyTest {
    private static final Pattern TABLE =
            Pattern.compile("create table (\\w+) \\((.*?)(?=create table|\\z)", Pattern.DOTALL);
    private static final Pattern WORDS = Pattern.compile("check \\((\\w+) in \\(([^)]*)\\)\\)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'");

    @Test
    void theTaskFileHasTheModelsWords() {
        assertThat(kebab(Keys.MODES)).isEqualTo(words(WorkspaceMode.class));
        assertThat(kebab(Keys.NETWORKS)).isEqualTo(words(NetworkAccess.class));
        assertThat(kebab(Keys.VERIFY)).isEqualTo(words(VerifyMode.class));
        assertThat(kebab(Keys.DELIVER)).isEqualTo(words(DeliverMode.class));
        assertThat(kebab(Keys.MUST)).isEqualTo(words(Must.class));
        assertThat(kebab(Keys.CONTROL)).isEqualTo(words(ControlMode.class));
        assertThat(kebab(Keys.MOMENTS)).isEqualTo(words(BreakpointMoment.class));
        assertThat(kebab(Keys.CONDITIONS)).isEqualTo(conditions());
        assertThat(kebab(Keys.PROVIDERS)).isEqualTo(words(JudgeProvider.class));
        assertThat(kebab(Keys.WAIT_ENDS)).isEqualTo(words(WaitEnd.class));
        assertThat(kebab(Keys.INHERIT)).isEqualTo(words(AgentSpec.Inherited.class));
        assertThat(Set.copyOf(Keys.INHERITING)).isEqualTo(Set.copyOf(AgentSpec.INHERITING));
        assertThat(kebab(Keys.ON_BREACH)).isEqualTo(words(TaskBreach.class));
    }

    /** The model's names of conditions, as it writes them. */
    private static Set<String> conditions() {
        return Arrays.stream(Objects.requireNonNull(Breakpoint.class.getAnnotation(JsonSubTypes.class))
                        .value())
                .map(JsonSubTypes.Type::name)
                .filter(name -> !name.equals("at"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theProtocolHasTheModelsBreakpoints() {
        Set<String> fields = fields(TaskSpecProto.getDescriptor().findMessageTypeByName("Breakpoint"));
        fields.remove("moment");
        // A currency is part of a field's name.
        assertThat(fields.remove("cost_above_usd")).isTrue();
        fields.add("cost_above");

        assertThat(fields).isEqualTo(conditions());
    }

    @Test
    void theProtocolHasTheModelsWords() {
        Map<String, Class<? extends Enum<?>>> model = Stream.<Class<? extends Enum<?>>>of(
                        ActionKind.class,
                        EventType.class,
                        CheckState.class,
                        Cause.class,
                        DeliveryState.class,
                        SessionStatus.class,
                        TaskStatus.class,
                        BreakpointMoment.class,
                        ControlMode.class,
                        DeliverMode.class,
                        AgentSpec.Inherited.class,
                        JudgeProvider.class,
                        Must.class,
                        NetworkAccess.class,
                        TaskBreach.class,
                        VerifyMode.class,
                        WaitEnd.class,
                        WorkspaceMode.class)
                .collect(Collectors.toMap(Class::getSimpleName, type -> type));
        Map<String, EnumDescriptor> protocol = protocolEnums();

        assertThat(protocol).containsKeys(model.keySet().toArray(String[]::new));
        model.forEach((name, type) -> assertThat(words(Objects.requireNonNull(protocol.get(name))))
                .as(name)
                .isEqualTo(words(type)));
    }

    @Test
    void theProtocolHasTheFieldsOfTheModelsRequest() {
        Map<Class<? extends Record>, String> messages = Map.of(
                TaskRequest.class, "TaskSpec",
                Limits.class, "Limits",
                SetupSpec.class, "SetupSpec",
                CheckSpec.class, "CheckSpec",
                TestChanges.class, "TestChanges",
                WaitSpec.class, "WaitSpec",
                Escalation.class, "Escalation");
        messages.forEach((type, message) -> assertThat(
                        fields(TaskSpecProto.getDescriptor().findMessageTypeByName(message)))
                .as(message)
                .isEqualTo(fields(type)));
    }

    @Test
    void theSchemaHasTheModelsWords() throws IOException {
        Map<String, Set<String>> schema = constraints();
        Set<String> decisions = words(Objects.requireNonNull(protocolEnums().get("DecisionType")));
        Map<String, Set<String>> model = Map.of(
                "task.status", words(TaskStatus.class),
                "task.workspace_mode", words(WorkspaceMode.class),
                "task.cause", words(Cause.class),
                "task.delivery", words(DeliveryState.class),
                "iteration.decision", decisions,
                "decision.type", decisions,
                "session.status", words(SessionStatus.class),
                "check_result.state", words(CheckState.class),
                "event.type", words(EventType.class),
                "agent_action.kind", words(ActionKind.class));

        assertThat(schema).containsAllEntriesOf(model);
    }

    private static Set<String> words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the prefix that keeps enum values of a protocol apart, and without the one for an absent value. */
    private static Set<String> words(EnumDescriptor type) {
        String prefix = snake(type.getName()).toUpperCase(Locale.ROOT) + "_";
        return type.getValues().stream()
                .map(EnumValueDescriptor::getName)
                .filter(name -> !name.endsWith("_UNSPECIFIED"))
                .map(name -> name.substring(prefix.length()).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> kebab(List<String> words) {
        return words.stream().map(word -> word.replace('-', '_')).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Set<String> fields(Descriptor message) {
        return message.getFields().stream()
                .map(FieldDescriptor::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> snake(component.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, EnumDescriptor> protocolEnums() {
        Map<String, EnumDescriptor> found = new HashMap<>();
        List<FileDescriptor> open = new ArrayList<>(List.of(
                AccountServiceProto.getDescriptor(),
                AuditServiceProto.getDescriptor(),
                ServerServiceProto.getDescriptor(),
                TaskServiceProto.getDescriptor()));
        while (!open.isEmpty()) {
            FileDescriptor file = open.removeLast();
            file.getEnumTypes().forEach(type -> found.put(type.getName(), type));
            open.addAll(file.getDependencies());
        }
        return found;
    }

    /** The words that a column may have, by table and column. */
    private static Map<String, Set<String>> constraints() throws IOException {
        Map<String, Set<String>> found = new HashMap<>();
        TABLE.matcher(schema())
                .results()
                .forEach(table -> WORDS.matcher(table.group(2))
                        .results()
                        .forEach(check -> found.put(table.group(1) + "." + check.group(1), quoted(check))));
        return found;
    }

    private static Set<String> quoted(MatchResult check) {
        return WORD.matcher(check.group(2))
                .results()
                .map(word -> word.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String schema() throws IOException {
        try (InputStream in = VocabularyTest.class.getResourceAsStream("/db/migration/V1__baseline.sql")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
