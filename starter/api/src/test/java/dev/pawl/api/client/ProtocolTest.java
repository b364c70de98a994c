package dev.pawl.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The most important checks of {@code buf lint} with comments, without another tool. */
class ProtocolTest {
    private static final Pattern DECLARATION = Pattern.compile(
            "(message|enum|service|rpc|oneof)\\s+\\w+.*|(repeated |optional )?[\\w.<>, ]+ \\w+ = \\d+;");

    private static final Path PROTOCOL = Path.of("src/main/protobuf/pawl/v1");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(PROTOCOL)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyDeclarationIsDocumented(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
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
