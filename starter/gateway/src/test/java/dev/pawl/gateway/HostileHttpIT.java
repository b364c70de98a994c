package dev.pawl.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.pawl.api.client.PawlClient;
import dev.pawl.api.v1.ListTasksRequest;
import dev.pawl.gateway.http.RawHttp;
import dev.pawl.gateway.http.RawHttp.Reply;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that nobody sends by mistake, in every field of every method: typed errors, and no task. */
class HostileHttpIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int ROUNDS = 40;
    private static final int DEPTH = 4;

    /** They wait for a worker, or for schedules, which Temporal's test server has not. */
    private static final Set<String> WAITING = Set.of("Verify", "Collect");

    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(1e308),
            NODES.textNode(""),
            NODES.textNode("../../../../etc/passwd"),
            NODES.textNode("'; drop table task; --"),
            NODES.textNode("$(touch /tmp/owned)`id`"),
            NODES.textNode("a" + (char) 0x202e + "b" + (char) 0x2066 + (char) 0x1b + "[2J"),
            NODES.textNode("a" + (char) 0 + "b"),
            NODES.textNode("%s%n%x{}${jndi:ldap://127.0.0.1/a}"),
            NODES.textNode("x".repeat(100_000)),
            NODES.textNode("-99999999999999999999s"),
            NODES.textNode("9999-99-99T99:99:99Z"),
            NODES.textNode("NaN"),
            NODES.arrayNode().add(1).add("a"),
            NODES.objectNode().put("a", 1));

    private final Random random = new Random(4);

    @Test
    void hostileValuesGetTypedErrorsAndStartNothing(@TempDir Path directory) throws IOException {
        try (GatewayUnderTest gateway = new GatewayUnderTest(directory, "--pawl.gateway.registration=10ms");
                PawlClient owner = gateway.client()) {
            Map<Integer, Integer> statuses = new TreeMap<>();
            SoftAssertions each = new SoftAssertions();
            for (MethodDescriptor method : unary(gateway)) {
                for (int round = 0; round < ROUNDS; round++) {
                    String body = mangled(document(method.getInputType(), 0).toString(), round);
                    Reply reply = call(gateway, method, body);
                    statuses.merge(reply.status(), 1, Integer::sum);
                    assertTyped(each, method, body, reply);
                }
            }
            each.assertAll();
            System.out.println("answers by status: " + statuses);
            assertThat(owner.tasks()
                            .listTasks(ListTasksRequest.getDefaultInstance())
                            .getTasksList())
                    .isEmpty();
        }
    }

    private static void assertTyped(SoftAssertions each, MethodDescriptor method, String body, Reply reply)
            throws IOException {
        String what = "%s %.300s: %.500s".formatted(method.getFullName(), body, reply);
        each.assertThat(reply.status()).as(what).isNotZero().isNotEqualTo(500);
        JsonNode answer = JSON.readTree(reply.body());
        if (reply.status() != 200) {
            each.assertThat(answer.get("code").asText())
                    .as(what)
                    .isNotEmpty()
                    .isNotEqualTo("internal")
                    .isNotEqualTo("unknown");
        }
    }

    private static List<MethodDescriptor> unary(GatewayUnderTest gateway) {
        return gateway.methods().stream()
                .map(method -> ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor()).getMethodDescriptor())
                .filter(method -> !method.isClientStreaming() && !method.isServerStreaming())
                .filter(method -> !method.getService().getName().equals("ScheduleService"))
                .filter(method -> !WAITING.contains(method.getName()))
                .toList();
    }

    private static Reply call(GatewayUnderTest gateway, MethodDescriptor method, String body) throws IOException {
        String path = "/%s/%s".formatted(method.getService().getFullName(), method.getName());
        return RawHttp.send(
                gateway.httpPort(),
                RawHttp.post(path, "Authorization: Bearer %s\r\n".formatted(GatewayUnderTest.TOKEN), body));
    }

    /** Some of its fields, with values of any type, and with messages where they belong. */
    private ObjectNode document(Descriptor type, int depth) {
        ObjectNode document = NODES.objectNode();
        for (FieldDescriptor field : type.getFields()) {
            if (random.nextInt(3) > 0) {
                JsonNode value = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                                && depth < DEPTH
                                && random.nextInt(4) > 0
                        ? document(field.getMessageType(), depth + 1)
                        : fitting(field);
                document.set(
                        field.getJsonName(),
                        field.isRepeated() ? NODES.arrayNode().add(value) : value);
            }
        }
        return document;
    }

    /** Mostly of its own type, so that it gets past the parser. */
    private JsonNode fitting(FieldDescriptor field) {
        List<JsonNode> some = random.nextInt(5) == 0
                ? VALUES
                : VALUES.stream()
                        .filter(value -> switch (field.getJavaType()) {
                            case STRING -> value.isTextual();
                            case INT, LONG, FLOAT, DOUBLE, ENUM -> value.isNumber();
                            case BOOLEAN -> value.isBoolean();
                            case BYTE_STRING -> value.isTextual();
                            case MESSAGE -> value.isTextual() || value.isObject();
                        })
                        .toList();
        return some.get(random.nextInt(some.size()));
    }

    /** Every tenth loses or changes a byte. */
    private String mangled(String body, int round) {
        if (round % 10 != 9 || body.length() < 3) {
            return body;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:\\0a".charAt(random.nextInt(10));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
