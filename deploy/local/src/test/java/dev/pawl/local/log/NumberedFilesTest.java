package dev.pawl.local.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberedFilesTest {
    @TempDir
    private Path directory;

    @Test
    void aLogHasTwoOlderFilesWhateverItsPathContains() throws IOException {
        Path file = Files.createDirectories(directory.resolve("100% (a) ö")).resolve("pawl.log");
        FileAppender<Object> appender = new FileAppender<>();
        appender.setFile(file.toString());
        NumberedFiles policy = new NumberedFiles();
        policy.setParent(appender);

        for (String text : new String[] {"first", "second", "third", "fourth"}) {
            Files.writeString(file, text);
            policy.rollover();
        }

        try (var names = Files.list(file.getParent())) {
            assertThat(names.map(name -> name.getFileName().toString()))
                    .containsExactlyInAnyOrder("pawl.log.1", "pawl.log.2");
        }
        assertThat(file.resolveSibling("pawl.log.1")).hasContent("fourth");
        assertThat(file.resolveSibling("pawl.log.2")).hasContent("third");
    }
}
