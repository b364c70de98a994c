package dev.pawl.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The most important checks of {@code buf lint} with comments, without another tool. */
class ProtocolTest {
    private static final Pattern DECLARATION = Pattern.compile(
            "(message|enum|service|rpc|oneof)\\s+\\w+.*|(repeated |optional )?[\\w.<>, ]+ \\w+ = \\d+;");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task_spec",
                "task",
                "action",
                "event",
                "task_service",
                "server_service",
                "audit_service",
                "account_service"
            })
    void everyDeclarationIsDocumented(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/protobuf/pawl/v1/" + file + ".proto"));
        List<String> bare = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (DECLARATION.matcher(line).matches() && !lines.get(i - 1).strip().startsWith("//")) {
                bare.add(line);
            }
        }
        assertThat(bare).isEmpty();
    }
}
