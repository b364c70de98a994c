package dev.pawl.worker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HostIdTest {
    @TempDir
    private Path home;

    @Test
    void aHostKeepsItsIdOverRestarts() {
        HostId first = HostId.of(properties(Map.of()));
        assertThat(first.value()).matches("h[0-9a-f]{11}");
        assertThat(HostId.of(properties(Map.of()))).isEqualTo(first);
    }

    @Test
    void twoProcessesThatMakeItAtOnceGetTheSame() {
        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(i -> HostId.of(properties(Map.of())))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aConfiguredIdWins() {
        assertThat(HostId.of(properties(Map.of("pawl.host.id", "builder-7"))).value())
                .isEqualTo("builder-7");
    }

    private PawlProperties properties(Map<String, String> more) {
        Map<String, String> values = new java.util.HashMap<>(more);
        values.put("pawl.home", home.resolve("new").toString());
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("pawl", PawlProperties.class);
    }
}
