package dev.pawl.workflows.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pawl.workflows.activity.agent.AgentActivities;
import dev.pawl.workflows.activity.evidence.EvidenceActivities;
import dev.pawl.workflows.activity.judge.JudgeActivities;
import dev.pawl.workflows.activity.plan.IntegrationActivities;
import dev.pawl.workflows.activity.plan.PlanActivities;
import dev.pawl.workflows.activity.reap.HostReapActivities;
import dev.pawl.workflows.activity.reap.ReapActivities;
import dev.pawl.workflows.activity.task.TaskActivities;
import dev.pawl.workflows.activity.workspace.WorkspaceActivities;
import dev.pawl.workflows.plan.PlanWorkflow;
import dev.pawl.workflows.reap.ReapWorkflow;
import dev.pawl.workflows.task.TaskWorkflow;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories are contracts: recorded payloads must stay readable. A golden file that no longer fits means that running
 * tasks would break. {@code -Dpawl.golden.write=true} writes the files of new kinds.
 */
class GoldenPayloadTest {
    private static final ObjectMapper JSON = PawlDataConverter.mapper();
    private static final MemoryClaims CLAIMS = new MemoryClaims();
    private static final DataConverter CONVERTER = PawlDataConverter.create(CLAIMS);

    @ParameterizedTest
    @MethodSource("names")
    void aValueIsWrittenAsItWasBeforeAndReadBackEqual(String name) throws IOException {
        Object value = kind(name);
        if (Boolean.getBoolean("pawl.golden.write")) {
            write(name, value);
        }
        JsonNode golden = golden(name);
        Payload payload = CONVERTER.toPayload(value).orElseThrow();

        assertThat(written(payload)).isEqualTo(golden);
        assertThat(JSON.treeToValue(golden, value.getClass())).isEqualTo(value);
        assertThat((Object) CONVERTER.fromPayload(payload, value.getClass(), value.getClass()))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFieldOfANewerVersionIsIgnored(String name) throws IOException {
        ObjectNode newer = golden(name).deepCopy();
        newer.put("field_of_tomorrow", "x");

        assertThat(JSON.treeToValue(newer, kind(name).getClass())).isEqualTo(kind(name));
    }

    @Test
    void everyKindThatCrossesTheEngineHasAGoldenPayload() {
        assertThat(Payloads.all().keySet())
                .containsAll(crossing().map(Class::getSimpleName).toList());
    }

    @Test
    void valuesThatCrossTheEngineAreRecords() {
        assertThat(crossing()).allMatch(Class::isRecord);
    }

    private static Stream<Class<?>> crossing() {
        return Stream.of(
                        TaskWorkflow.class,
                        TaskActivities.class,
                        WorkspaceActivities.class,
                        AgentActivities.class,
                        EvidenceActivities.class,
                        JudgeActivities.class,
                        ReapWorkflow.class,
                        ReapActivities.class,
                        HostReapActivities.class,
                        PlanWorkflow.class,
                        PlanActivities.class,
                        IntegrationActivities.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .flatMap(GoldenPayloadTest::types)
                .filter(type -> type != void.class)
                .distinct();
    }

    private static Stream<Class<?>> types(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
    }

    static Set<String> names() {
        return Payloads.all().keySet();
    }

    private static Object kind(String name) {
        Map<String, Object> all = Payloads.all();
        Object value = all.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /** The value's own JSON, inline or from the content store. */
    private static JsonNode written(Payload payload) throws IOException {
        byte[] data = payload.getData().toByteArray();
        return JSON.readTree(
                payload.getMetadataOrThrow("encoding").toStringUtf8().equals("json/claim")
                        ? CLAIMS.get(JSON.readValue(data, Claim.class).content())
                        : data);
    }

    private static JsonNode golden(String name) {
        try (InputStream in = GoldenPayloadTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            assertThat(in).as("golden payload of %s", name).isNotNull();
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String name, Object value) throws IOException {
        byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        for (String directory : new String[] {"src/test/resources/golden", "target/test-classes/golden"}) {
            Path file = Path.of(directory, name + ".json");
            Files.createDirectories(file.getParent());
            Files.write(file, json);
        }
    }
}
